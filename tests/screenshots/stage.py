"""The real window over an engine and jobs of which every answer is written down here."""

import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeAlias
from unittest import mock

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.cancel import CancelToken
from desktop_app.errors import UserFacingError
from desktop_app.progress import Progress
from desktop_app.transfers.requests import Transfer
from desktop_app.ui.main_window import MainWindow
from desktop_app.workers.feed import EngineFeed
from desktop_app.workers.job import Request
from desktop_app.workers.queue import JobQueue
from desktop_app.workers.rate import RateMeter
from desktop_app.workers.snapshot import EngineSnapshot
from tests.workers.fakes import LOST, FakePlaces

_PATIENCE_MS = 10_000
_LOOK_MS = 1
_BYTES_PER_SECOND = 96_000_000
_SECONDS_LEFT = 74


class Stage:
    """What the screens are played on.

    Attributes:
        window: the program's, shown, without an engine so far.
    """

    def __init__(self) -> None:
        self._answers: dict[str, object] = {}
        self._progress: dict[str, Progress] = {}
        self.queue = JobQueue(self._perform)
        self.feed = EngineFeed(FakePlaces(LOST))
        self.window = MainWindow(self.queue, self.feed)
        self.window.show()

    def see(self, snapshot: EngineSnapshot) -> None:
        """Let the feed tell this, as if its thread had seen it."""
        self.feed._on_seen(snapshot)

    def will_answer(self, request: Request, answer: object) -> None:
        """Once it is asked for, there is this result, or the error to fail with."""
        self._answers[repr(request)] = answer

    def has_done(self, request: Transfer, answer: object) -> None:
        """A transfer was asked for, and this has come of it."""
        self.will_answer(request, answer)
        job = self.queue.submit(request)
        wait_until(lambda: job.is_over)

    def does(self, request: Transfer, progress: Progress) -> None:
        """A transfer was asked for, and has come so far."""
        self._progress[repr(request)] = progress
        job = self.queue.submit(request)
        wait_until(lambda: job.progress == progress)

    def clear(self) -> None:
        """End every job and take the window away."""
        self.queue.shut_down()
        wait_until(lambda: self.queue._has_drained)
        self.window.closed.emit()
        self.window.hide()
        self.window.deleteLater()
        self.queue.deleteLater()
        self.feed.deleteLater()

    def _perform(self, request: Request, cancel: CancelToken) -> Generator[Progress, None, object]:
        key = repr(request)
        if key in self._progress:
            yield self._progress[key]
        if key not in self._answers:  # it goes on until it is stopped
            is_stopped = threading.Event()
            with cancel.closing_with(is_stopped.set):
                is_stopped.wait()
            cancel.raise_if_cancelled()
        answer = self._answers[key]
        if isinstance(answer, UserFacingError):
            raise answer
        return answer


Screen: TypeAlias = Callable[[Stage], QWidget]


@contextmanager
def stage() -> Iterator[Stage]:
    """A stage for the time of the block; whatever moves there moves at the same speed."""
    speed = property(lambda _: _BYTES_PER_SECOND)
    seconds = property(lambda _: _SECONDS_LEFT)
    with (
        mock.patch.object(RateMeter, "bytes_per_second", speed),
        mock.patch.object(RateMeter, "seconds_left", seconds),
    ):
        made = Stage()
        try:
            yield made
        finally:
            made.clear()


def wait_until(is_so: Callable[[], bool]) -> None:
    """Let Qt go on until that is so."""
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: loop.quit() if is_so() else None)
    QTimer.singleShot(_PATIENCE_MS, loop, loop.quit)
    timer.start(_LOOK_MS)
    loop.exec()
    assert is_so()


def settle() -> None:
    """Let Qt lay out what was shown, and what that has made necessary."""
    for _ in range(3):
        wait_until(lambda: True)


def name_of(screen: Screen) -> str:
    """What a screen is called, in file names and in the reports of tests."""
    return str(getattr(screen, "__name__", "")).replace("_", "-")


def names_of(screens: Sequence[Screen]) -> list[str]:
    """The same for many."""
    return [name_of(screen) for screen in screens]
