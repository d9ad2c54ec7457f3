"""Risk: what went wrong cannot be found out afterwards, or everybody on the computer reads it."""

import logging
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path
from subprocess import PIPE

import pytest
from PySide6.QtCore import QLockFile

from desktop_app.desktop import log
from desktop_app.desktop.log import Log, last_errors
from tests.helpers.alone import alone

_program = logging.getLogger("desktop_app.somewhere")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "data" / "image-ferry.log"
    running = Log(file)
    yield file
    running.stop()


def _mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def test_what_the_program_did_is_in_the_file_and_only_for_this_user(file: Path) -> None:
    _program.info("loaded %s", "图像.tar")
    assert "INFO desktop_app.somewhere: loaded 图像.tar" in file.read_text(encoding="utf-8")
    assert _mode(file) == 0o600


def test_a_full_file_makes_room_and_stays_private(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "_LARGEST_BYTES", 200)
    file = tmp_path / "image-ferry.log"
    running = Log(file)
    for number in range(20):
        _program.info("number %d", number)
    running.stop()
    found = sorted(tmp_path.iterdir())
    assert [each.name for each in found] == [file.name, f"{file.name}.1", f"{file.name}.2"]
    assert {_mode(each) for each in found} == {0o600}
    assert "number 19" in file.read_text(encoding="utf-8")


def test_of_two_programs_none_puts_aside_what_the_other_writes_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "_LARGEST_BYTES", 2_000)
    file = tmp_path / "image-ferry.log"
    running = Log(file)
    other = alone("tests.desktop.logging_on", file, 2_000)
    with subprocess.Popen(other, stdin=PIPE, stdout=PIPE, text=True) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        for number in range(40):
            _program.info("this %d", number)
            program.stdin.write(f"other {number}\n")
            program.stdin.flush()
            program.stdout.readline()
    running.stop()
    kept = [file.with_name(f"{file.name}.{number}") for number in (2, 1)]
    lines = "".join(each.read_text(encoding="utf-8") for each in (*kept, file)).splitlines()
    assert [line.partition(": ")[2] for line in lines] == [
        f"{name} {number}" for number in range(40) for name in ("this", "other")
    ]


def test_a_file_that_another_program_puts_aside_just_now_is_left_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "_LARGEST_BYTES", 0)
    file = tmp_path / "image-ferry.log"
    running = Log(file)
    lock = QLockFile(f"{file}.lock")
    assert lock.tryLock(0)
    _program.info("before")
    _program.info("meanwhile")
    assert len(file.read_text(encoding="utf-8").splitlines()) == 2
    lock.unlock()
    _program.info("after")
    assert len(file.read_text(encoding="utf-8").splitlines()) == 1
    running.stop()


def test_passwords_of_addresses_are_left_out(file: Path) -> None:
    _program.info("no answer from %s", "tcp://me:se:c@ret@server:2376")
    text = file.read_text(encoding="utf-8")
    assert "tcp://me:…@server:2376" in text
    assert "ret@" not in text


def test_a_place_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    running = Log(tmp_path / "taken" / "image-ferry.log")
    _program.info("nobody reads this")
    running.stop()
    assert last_errors() == ()


@pytest.mark.usefixtures("file")
def test_the_last_errors_are_at_hand_with_names_and_without(
    caplog: pytest.LogCaptureFixture,
) -> None:
    _program.info("a job went well")
    _program.info("A job failed: %s", "target-full secret.tar", extra={"code": "target-full"})
    try:
        int("secret.tar")
    except ValueError:
        _program.exception("nobody foresaw %s", "secret.tar")
    full, bug = last_errors()
    assert full.summary == "desktop_app.somewhere target-full"
    assert bug.summary == "desktop_app.somewhere ValueError"
    assert all("secret.tar" in error.text for error in (full, bug))
    assert len(caplog.records) == 2 + 1


@pytest.mark.usefixtures("file")
def test_only_so_many_errors_are_kept() -> None:
    for number in range(30):
        _program.info("number %d", number, extra={"code": "engine-lost"})
    assert len(last_errors()) == 20
    assert last_errors()[-1].text.endswith("number 29")
