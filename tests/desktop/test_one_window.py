"""Risk: a second start opens a second window, loses the files, or waits for a first that hangs."""

import logging
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.desktop import one_window
from desktop_app.desktop.one_window import OneWindow, hand_over, socket_name

_WAIT_SECONDS = 30
_ODD = os.fsdecode(b"/media/\xff caf\xc3\xa9 \n.tar")


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """For sockets, whose names have 107 characters at most (unix(7)): pytest's are longer."""
    with tempfile.TemporaryDirectory(prefix="ferry-") as name:
        monkeypatch.setenv("XDG_RUNTIME_DIR", name)
        monkeypatch.setenv("XDG_DATA_HOME", name)
        Path(name).chmod(0o700)
        yield Path(name)


@pytest.fixture
def first(qapp: QApplication, folder: Path) -> Iterator[OneWindow]:
    first = OneWindow(str(folder / "first"))
    assert first.is_listening
    yield first
    first.stop()


def _say(first: OneWindow, qtbot: QtBot, words: bytes) -> QLocalSocket:
    """Speak to the first as another program would; in one process nobody may block."""
    speaker = QLocalSocket()
    speaker.connectToServer(first._server.fullServerName())
    assert speaker.waitForConnected(1_000)
    speaker.write(words)
    speaker.flush()
    return speaker


def test_files_arrive_with_every_byte_of_their_names(first: OneWindow, qtbot: QtBot) -> None:
    code = (
        "import sys, os, pathlib\n"
        "from desktop_app.desktop.one_window import hand_over\n"
        "files = [pathlib.Path(each) for each in sys.argv[2:]]\n"
        "sys.exit(not hand_over(sys.argv[1], files))\n"
    )
    name = first._server.fullServerName()
    environment = os.environ | {"XDG_ACTIVATION_TOKEN": "from the desktop"}
    command = [sys.executable, "-c", code, name, _ODD, "a.tar"]
    with subprocess.Popen(command, env=environment) as second:
        with qtbot.waitSignal(first.files_handed, timeout=_WAIT_SECONDS * 1000) as handed:
            pass
        assert handed.args == [(Path(_ODD), Path.cwd() / "a.tar")]
        assert second.wait(_WAIT_SECONDS) == 0
    assert os.environ.pop("XDG_ACTIVATION_TOKEN") == "from the desktop"


def test_no_files_mean_come_to_the_front(first: OneWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(first.files_handed) as handed:
        speaker = _say(first, qtbot, b"\0\0")
    assert handed.args == [()]
    qtbot.waitUntil(lambda: speaker.bytesAvailable() == 2)
    assert bytes(speaker.readAll().data()) == b"ok"
    speaker.abort()
    qtbot.waitUntil(lambda: not first._heard)


def test_words_may_come_in_pieces_and_nonsense_is_cut_off(
    first: OneWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    speaker = _say(first, qtbot, b"\0/a.t")
    qtbot.waitUntil(lambda: list(first._heard.values()) == [b"\0/a.t"])
    with qtbot.waitSignal(first.files_handed) as handed:
        speaker.write(b"ar\0\0")
        speaker.flush()
    assert handed.args == [(Path("/a.tar"),)]
    monkeypatch.setattr(one_window, "_LONGEST", 3)
    other = _say(first, qtbot, b"nonsense")
    qtbot.waitUntil(lambda: other.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    speaker.abort()
    qtbot.waitUntil(lambda: not first._heard)


def test_without_a_first_one_there_is_nobody_to_hand_to(folder: Path) -> None:
    assert not hand_over(str(folder / "nobody"), [])


def test_a_first_one_that_hangs_is_not_waited_for(folder: Path, qapp: QApplication) -> None:
    name = str(folder / "hanging")
    with socket.socket(socket.AF_UNIX) as hanging:
        hanging.bind(name)
        hanging.listen()
        assert not hand_over(name, [Path("a.tar")], answer_ms=50)
        taken = OneWindow(name)
        assert taken.is_listening
        taken.stop()


def test_what_a_crash_has_left_is_taken_over(folder: Path, qapp: QApplication) -> None:
    name = str(folder / "stale")
    with socket.socket(socket.AF_UNIX) as crashed:
        crashed.bind(name)
    assert Path(name).exists()
    assert not hand_over(name, [])
    first = OneWindow(name)
    assert first.is_listening
    first.stop()


def test_another_engine_or_screen_has_a_window_of_its_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = {socket_name(None), socket_name("tcp://a:1"), socket_name("tcp://b:1")}
    monkeypatch.setenv("DISPLAY", ":97")
    names.add(socket_name(None))
    assert len(names) == 4
    assert {Path(name).parent for name in names} == {folder}


def test_on_windows_a_pipe_is_named_after_its_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "name", "nt")
    monkeypatch.setenv("USERNAME", "me")
    assert re.fullmatch(r"image-ferry-[0-9a-f]{16}-me", socket_name(None))


@pytest.mark.e2e
def test_a_second_start_of_the_real_program_hands_over_and_ends(folder: Path, qtbot: QtBot) -> None:
    log = folder / "image-ferry" / "image-ferry.log"
    url = f"unix://{folder}/no.sock"
    command = [sys.executable, "-m", "desktop_app", "--engine", url]
    with subprocess.Popen(command) as first:
        try:
            qtbot.waitUntil(Path(socket_name(url)).exists, timeout=_WAIT_SECONDS * 1000)
            second = subprocess.run(
                [*command, "a.tar", "b.tar"], timeout=_WAIT_SECONDS, check=False
            )
            assert second.returncode == 0
            assert first.poll() is None
            assert "another start has handed over 2 files" in log.read_text(encoding="utf-8")
        finally:
            first.send_signal(signal.SIGTERM)
        assert first.wait(_WAIT_SECONDS) == 0


def test_where_nothing_can_listen_the_program_runs_all_the_same(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        alone = OneWindow(str(folder / "gone" / "first"))
    assert not alone.is_listening
    assert "later starts are not heard" in caplog.text
    alone.stop()
