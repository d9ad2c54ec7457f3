"""What the window's tests share: English sentences, a window, and a queue of scripted jobs."""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.cancel import CancelToken
from desktop_app.desktop.folders import history_file
from desktop_app.errors import UserFacingError
from desktop_app.progress import Phase, Progress
from desktop_app.ui import theme
from desktop_app.ui.main_window import MainWindow
from desktop_app.workers.feed import EngineFeed
from desktop_app.workers.job import Request
from desktop_app.workers.queue import JobQueue
from tests.helpers.choices import forget_settings
from tests.helpers.languages import compile_translations
from tests.workers.fakes import LOST, FakePlaces


class ScriptedJobs:
    """What the queue does in place of real work.

    Attributes:
        requests: everything that was asked for, in order.
        answers: what comes of a kind of request: a result, or the error to fail with.
    """

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.answers: dict[type[Request], object] = {}

    def perform(self, request: Request, _cancel: CancelToken) -> Generator[Progress, None, object]:
        """The queue's way in; runs in the job's thread."""
        yield Progress(Phase.WAITING)
        self.requests.append(request)
        answer = self.answers.get(type(request))
        if isinstance(answer, UserFacingError):
            raise answer
        return answer


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    """Widgets are measured and painted as in the program."""
    if not qapp.styleSheet():
        theme.prepare(qapp)
        theme.dress(qapp)


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """Nobody has chosen or transferred anything so far."""
    forget_settings()
    history_file().unlink(missing_ok=True)


@pytest.fixture(scope="session")
def translations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program's own translations, as an installed program has them."""
    folder = tmp_path_factory.mktemp("translations")
    compile_translations(folder)
    return folder


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An empty window that dialogs can stand in front of."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    return window


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What the desktop was asked to open."""
    urls: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        urls.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return urls


@pytest.fixture
def jobs() -> ScriptedJobs:
    """What the queue's jobs do."""
    return ScriptedJobs()


@pytest.fixture
def queue(qtbot: QtBot, jobs: ScriptedJobs) -> Iterator[JobQueue]:
    """A real queue with real threads."""
    queue = JobQueue(jobs.perform)
    yield queue
    queue.shut_down()
    qtbot.waitUntil(lambda: not queue.has_live_jobs)


@pytest.fixture
def feed() -> EngineFeed:
    """A feed that watches nothing; `tests.ui.helpers.see` tells it what is to be known."""
    return EngineFeed(FakePlaces(LOST))


@pytest.fixture
def main_window(qtbot: QtBot, queue: JobQueue, feed: EngineFeed) -> MainWindow:
    """The program's window, shown, without an engine so far."""
    main_window = MainWindow(queue, feed)
    qtbot.addWidget(main_window)
    with qtbot.waitExposed(main_window):
        main_window.show()
    return main_window
