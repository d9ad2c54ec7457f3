"""Risk: the parts work and the program does not: jobs go elsewhere, lists are old, or no end."""

import logging
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app import __main__ as program
from desktop_app import __version__, transfers
from desktop_app import app as app_module
from desktop_app import engine as engines
from desktop_app.app import App
from desktop_app.archives.report import ArchiveKind, Evidence
from desktop_app.cancel import CancelToken
from desktop_app.desktop import one_window, quick_start, settings
from desktop_app.desktop.settings import EngineChoices
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.leftovers import Journal
from desktop_app.transfers.requests import (
    FindLeftoversRequest,
    InspectResult,
    LeftoversResult,
    LoadRequest,
    ReachRequest,
    UnreadableFile,
)
from desktop_app.ui.dialogs.message import MessageDialog
from desktop_app.ui.dialogs.open_files import OpenFilesDialog
from desktop_app.workers.job import Request
from tests.engine.fake_engine import Answer, Gate
from tests.engine.fake_engine import FakeEngine as SilentEngine
from tests.ui.helpers import open_dialog, open_dialogs
from tests.ui.samples import file_of
from tests.workers.fakes import WAIT_SECONDS, FakeEngine, FakePlaces, image, names

_URL = "unix:///docker.sock"
_SOON_SECONDS = 5


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    """The only engine there is."""
    engine = FakeEngine(image("web:1", "linux/amd64"), url=_URL)
    monkeypatch.setattr(engines, "connect", FakePlaces(engine))
    return engine


class Work:
    """What jobs do in these tests: open the engine, wait if they are told to, and answer."""

    def __init__(self) -> None:
        self.answer: object = None
        self.waits = False

    def perform(
        self,
        request: Request,
        open_engine: Callable[[CancelToken], object],
        cancel: CancelToken,
        _journal: Journal,
    ) -> Generator[Progress, None, object]:
        yield Progress(Phase.WAITING)
        if isinstance(request, FindLeftoversRequest):
            return LeftoversResult(())
        open_engine(cancel)
        if self.waits:
            assert cancel.wait(WAIT_SECONDS)
            cancel.raise_if_cancelled()
        return self.answer


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    work = Work()
    monkeypatch.setattr(transfers, "perform", work.perform)
    return work


@pytest.fixture
def app(
    qapp: QApplication,
    qtbot: QtBot,
    engine: FakeEngine,
    work: Work,
    monkeypatch: pytest.MonkeyPatch,
) -> App:
    monkeypatch.setattr(app_module, "_qt_application", lambda _arguments: qapp)
    app = App(["image-ferry"])
    qtbot.addWidget(app.window)
    return app


def _run(app: App, *steps: Callable[[], object], files: tuple[Path, ...] = ()) -> int:
    """Run the program; each step is tried until it does not return False, then the next one is."""
    left = list(steps)

    def step() -> None:
        if left and left[0]() is not False:
            left.pop(0)
        if left:
            QTimer.singleShot(10, step)

    QTimer.singleShot(0, step)
    try:
        return app.run(files)
    finally:
        left.clear()  # a look for leftovers may have kept the window for a moment


def _has_lists(app: App) -> bool:
    return app.feed.snapshot.is_live


def test_it_shows_the_engines_lists_and_ends_with_its_window(app: App) -> None:
    assert _run(app, lambda: _has_lists(app), app.window.close) == 0
    assert names(app.feed.snapshot.images) == ["web:1"]
    assert not app.feed._thread.isRunning()


def test_jobs_go_to_the_engine_whose_lists_are_shown(
    app: App, monkeypatch: pytest.MonkeyPatch, engine: FakeEngine
) -> None:
    places = FakePlaces(engine)
    monkeypatch.setattr(engines, "connect", places)

    def job() -> None:
        app.queue.submit(LoadRequest(Path("a.tar")))

    _run(
        app,
        lambda: _has_lists(app),
        job,
        lambda: not app.queue.has_live_jobs,
        app.window.close,
    )
    assert places.asked_urls == [None, _URL]


def test_the_lists_are_asked_for_again_when_a_job_is_over(app: App, engine: FakeEngine) -> None:
    counts: list[int] = []

    def job() -> None:
        counts.append(engine.list_count)
        app.queue.submit(LoadRequest(Path("a.tar")))

    _run(
        app,
        lambda: _has_lists(app),
        job,
        lambda: engine.list_count > counts[0],
        app.window.close,
    )
    assert engine.list_count > counts[0]


def test_files_of_the_command_line_are_shown(app: App, work: Work) -> None:
    report = file_of(ArchiveKind.EMPTY, Evidence.NO_BYTES, "a.tar")
    missing = UnreadableFile(Path("b.tar"), ErrorCode.FILE_GONE, {"path": "b.tar"})
    work.answer = InspectResult((report, missing))
    titles: list[str] = []

    def look() -> bool:
        titles.extend(dialog.windowTitle() for dialog in open_dialogs(OpenFilesDialog))
        return bool(titles)

    _run(app, look, app.window.close, files=(report.path, missing.path))
    assert titles == ["What is in these 2 file(s)"]


def test_the_end_of_the_session_stops_jobs_unasked(app: App, work: Work) -> None:
    work.waits = True
    questions: list[MessageDialog] = []

    def end() -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        questions.extend(open_dialogs(MessageDialog))

    job = app.queue.submit(LoadRequest(Path("a.tar")))
    assert _run(app, lambda: job.progress is not None, end) == 0
    assert job.is_over
    assert not questions


class _Faulty(QObject):
    @Slot()
    def fail(self) -> None:
        raise ZeroDivisionError("nobody foresaw this")


def test_a_bug_is_logged_and_shown_once(app: App, caplog: pytest.LogCaptureFixture) -> None:
    bugs = app_module._Bugs(app.window)
    try:
        for _ in range(2):
            try:
                _Faulty().fail()
            except ZeroDivisionError as error:
                sys.excepthook(type(error), error, error.__traceback__)
    finally:
        bugs.stop()
    assert open_dialog(MessageDialog).windowTitle() == "The program made a mistake."
    assert [record.levelno for record in caplog.records] == 2 * [logging.CRITICAL]
    assert "nobody foresaw this" in caplog.text


def test_so_is_one_in_any_thread(app: App, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    bugs = app_module._Bugs(app.window)
    try:
        thread = threading.Thread(target=_Faulty().fail)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: bool(open_dialogs(MessageDialog)))
    finally:
        bugs.stop()
    assert open_dialog(MessageDialog).windowTitle() == "The program made a mistake."
    assert "nobody foresaw this" in caplog.text


def test_it_checks_itself(
    app: App, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(app_module, "missing_translations", list)
    monkeypatch.setattr(engines, "connect", lambda *_, **__: _Closing(image("web:1")))
    assert app.check_itself() == 0
    assert capsys.readouterr().out == f"{_URL} 20.10: 1 images\n"


class _Closing(FakeEngine):
    """A fake engine that is a context manager, as the real one is."""

    def __enter__(self) -> "FakeEngine":
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()


def test_what_is_missing_is_named_and_counts(
    app: App, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> FakeEngine:
        raise UserFacingError(ErrorCode.ENGINE_STOPPED, {"url": _URL})

    monkeypatch.setattr(app_module, "missing_icons", lambda: ["the icon save cannot be drawn"])
    monkeypatch.setattr(app_module, "missing_translations", list)
    monkeypatch.setattr(engines, "connect", refuse)
    assert app.check_itself() == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "the icon save cannot be drawn"
    assert "engine-stopped" in lines[1]


@pytest.mark.parametrize("url", [None, _URL])
def test_podman_steps_in_only_where_no_engine_was_asked_for(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, url: str | None
) -> None:
    monkeypatch.setattr(app_module, "_qt_application", lambda _arguments: qapp)
    app = App(["image-ferry"], engine_url=url)
    qtbot.addWidget(app.window)
    assert (app.feed._thread.watch._built_in is None) is (url is not None)


def test_the_engine_that_was_chosen_is_used_unless_another_is_asked_for(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app_module, "_qt_application", lambda _arguments: qapp)
    settings.remember_engine_choices(EngineChoices(("tcp://server:2376",), "tcp://server:2376"))
    apps = [App(["image-ferry"], engine_url=url) for url in (None, _URL)]
    settings.remember_engine_choices(EngineChoices())
    for app in apps:
        qtbot.addWidget(app.window)
    assert [app.feed.url for app in apps] == ["tcp://server:2376", _URL]


def test_an_engine_that_is_tried_is_the_one_that_is_asked_for(
    app: App, work: Work, monkeypatch: pytest.MonkeyPatch, engine: FakeEngine
) -> None:
    places = FakePlaces(engine)
    monkeypatch.setattr(engines, "connect", places)

    def job() -> None:
        app.queue.run_errand(ReachRequest("tcp://server:2376"))

    _run(app, lambda: _has_lists(app), job, lambda: not app.queue.has_live_jobs, app.window.close)
    assert places.asked_urls == [None, "tcp://server:2376"]


def _start(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "desktop_app", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_the_version_needs_no_window() -> None:
    ended = _start("--version")
    assert (ended.returncode, ended.stdout) == (0, f"Image Ferry {__version__}\n")


_QT_ARGUMENTS = (
    "-platform offscreen --style=windows -stylesheet a.qss -geometry 9x9-0-0 --qwindowtitle Ferry"
    " -display :7 -name web -reverse"
)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What Qt is given, and then the files."""
    started: list[object] = []

    class Started:
        def __init__(self, arguments: list[str], **_: object) -> None:
            started.append(arguments[1:])

        def run(self, files: list[Path]) -> int:
            started.append(files)
            return 0

    monkeypatch.setattr(quick_start, "hurry", lambda: None)
    monkeypatch.setattr(one_window, "hand_over", lambda *_: False)
    monkeypatch.setattr(app_module, "App", Started)
    return started


def test_a_value_for_qt_is_no_file(started: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["image-ferry", *_QT_ARGUMENTS.split(), "--", "-a.tar", "b"])
    assert program.main() == 0
    assert started == [
        _QT_ARGUMENTS.replace("--", "-").replace("=", " ").split(),
        [Path("-a.tar"), Path("b")],
    ]


def test_files_are_taken_on_both_sides_of_an_option(
    started: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "image-ferry a.tar --engine unix:///docker.sock b.tar -reverse"
    monkeypatch.setattr(sys, "argv", words.split())
    assert program.main() == 0
    assert started == [["-reverse"], [Path("a.tar"), Path("b.tar")]]


@pytest.mark.parametrize("words", ["-platform offscreen", "--platform=offscreen"])
def test_qt_gets_its_options(words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "none")
    ended = _start("--self-check", "--engine", f"unix://{tmp_path}/no.sock", *words.split())
    assert "engine-" in ended.stderr


def test_a_check_without_an_engine_fails_in_words(tmp_path: Path) -> None:
    ended = _start("--self-check", "--engine", f"unix://{tmp_path}/no.sock")
    assert ended.returncode == 1
    assert "engine-" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_silent_engine_does_not_hold_back_the_end(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app_module, "_qt_application", lambda _arguments: qapp)
    gate = Gate()
    answers = {"GET /version": Answer(before_head=gate)}
    # A socket's name has 107 characters at most (unix(7)), fewer than pytest's folders.
    with (
        tempfile.TemporaryDirectory(prefix="ferry-") as folder,
        SilentEngine(Path(folder), answers) as silent,
    ):
        app = App(["image-ferry"], silent.url)
        qtbot.addWidget(app.window)
        started = time.monotonic()
        assert _run(app, gate.is_reached.is_set, app.window.close) == 0
        assert time.monotonic() - started < _SOON_SECONDS
        gate.open()
