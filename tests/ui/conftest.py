"""What the window's tests share: English sentences, a window, and a queue of scripted jobs."""

from collections.abc import Generator, Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.cancel import CancelToken
from desktop_app.errors import UserFacingError
from desktop_app.progress import Phase, Progress
from desktop_app.workers.job import Request
from desktop_app.workers.queue import JobQueue


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


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An empty window that dialogs can stand in front of."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    return window


@pytest.fixture
def jobs() -> ScriptedJobs:
    """What the queue's jobs do."""
    return ScriptedJobs()


@pytest.fixture
def queue(qtbot: QtBot, jobs: ScriptedJobs) -> Iterator[JobQueue]:
    """A real queue with real threads."""
    queue = JobQueue(jobs.perform)
    yield queue
    with qtbot.waitSignal(queue.drained):
        queue.shut_down()
