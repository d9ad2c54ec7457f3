"""One job: a generator that runs in a thread of its own, and the handle by which it is followed.

The handle lives in the window's thread and is the one owner of thread and worker. It publishes the
outcome only after the thread has gone, so that "over" means over. What the job does stands in its
generator, not here.
"""

import logging
import os
import traceback
from collections.abc import Callable, Generator
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeAlias

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress, run
from desktop_app.transfers.requests import Errand, Transfer
from desktop_app.workers.outcome import Failed, Outcome, Stopped, Succeeded
from desktop_app.workers.throttle import Throttle

Request: TypeAlias = Transfer | Errand
Body: TypeAlias = Callable[[CancelToken], Generator[Progress, None, object]]

_BREATH_MS = 1
"""The window shows the job first; its thread would take half of every turn from it meanwhile."""

STALL_MS = 30_000
_FINISHING_PHASES = (Phase.UNPACKING, Phase.CHECKING)

_log = logging.getLogger(__name__)


class JobState(StrEnum):
    """Where a job is in its life."""

    QUEUED = "queued"
    RUNNING = "running"
    FINISHING = "finishing"  # all bytes are through; the engine unpacks or is asked
    CANCELLING = "cancelling"  # asked to end, not over yet
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


_FINAL_STATES = {
    Succeeded: JobState.SUCCEEDED,
    Failed: JobState.FAILED,
    Stopped: JobState.CANCELLED,
}


class Job(QObject):
    """The handle of one job. Every method and signal belongs to the thread that made it.

    Signals:
        progressed(Progress): at most some ten a second, every change of phase among them.
        state_changed(JobState): the new state.
        stall_changed(bool): whether nothing has moved for half a minute.
        finished(Outcome): once; the thread has ended, and `outcome` and `state` are set.

    Args:
        request: what was asked for.
        body: makes the generator that does it; called and run in the job's thread.
        parent: owns the handle.
        stall_ms: after how many milliseconds without progress the job counts as stalled.
    """

    progressed = Signal(object)
    state_changed = Signal(object)
    stall_changed = Signal(bool)
    finished = Signal(object)

    def __init__(
        self,
        request: Request,
        body: Body,
        parent: QObject | None = None,
        stall_ms: int = STALL_MS,
    ) -> None:
        super().__init__(parent)
        self.job_id = os.urandom(16).hex()
        self.request = request
        self.state = JobState.QUEUED
        self.progress: Progress | None = None
        self.outcome: Outcome | None = None
        self.is_stalled = False
        self.started_at: datetime | None = None
        self.ended_at: datetime | None = None
        self._token = CancelToken()
        self._worker: _Worker | None = _Worker(body, self._token)
        self._thread = QThread(self)
        self._worker_outcome: Outcome = Stopped()
        self._stall_timer = QTimer(self)
        self._stall_timer.setSingleShot(True)
        self._stall_timer.setInterval(stall_ms)
        self._stall_timer.timeout.connect(self._on_silence)

    @property
    def is_over(self) -> bool:
        """Whether there is an outcome; the thread is gone then."""
        return self.outcome is not None

    @Slot()
    def start(self) -> None:
        """Start a queued job; any other is left as it is."""
        if self.state is not JobState.QUEUED or self._worker is None:
            return
        self.started_at = datetime.now(UTC)
        self._worker.moveToThread(self._thread)
        self._thread.started.connect(self._worker.run)
        self._worker.progressed.connect(self._on_progressed)
        self._worker.finished.connect(self._on_worker_finished)
        self._thread.finished.connect(self._on_thread_gone)
        self._stall_timer.start()
        self._move_to(JobState.RUNNING)
        QTimer.singleShot(_BREATH_MS, self._thread, self._thread.start)

    @Slot()
    def cancel(self) -> None:
        """Ask the job to end: a waiting one is over at once, a running one soon."""
        if self.state is JobState.QUEUED:
            self._end(Stopped())
        elif not self.is_over:
            self._move_to(JobState.CANCELLING)
            # Directly, from this thread: a queued slot never arrives while the worker is busy.
            self._token.cancel()

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        if progress != self.progress:
            self._stall_timer.start()
            self._set_stalled(is_stalled=False)
        self.progress = progress
        if self.state is not JobState.CANCELLING:
            is_finishing = progress.phase in _FINISHING_PHASES
            self._move_to(JobState.FINISHING if is_finishing else JobState.RUNNING)
        self.progressed.emit(progress)

    @Slot()
    def _on_silence(self) -> None:
        self._set_stalled(is_stalled=True)

    @Slot(object)
    def _on_worker_finished(self, outcome: Outcome) -> None:
        self._worker_outcome = outcome
        self._thread.quit()

    @Slot()
    def _on_thread_gone(self) -> None:
        self._thread.wait()
        self._end(self._worker_outcome)

    def _end(self, outcome: Outcome) -> None:
        self._worker = None
        self._thread.deleteLater()
        self._stall_timer.stop()
        self._set_stalled(is_stalled=False)
        self.ended_at = datetime.now(UTC)
        self.outcome = outcome
        self._move_to(_FINAL_STATES[type(outcome)])
        self.finished.emit(outcome)

    def _move_to(self, state: JobState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)

    def _set_stalled(self, *, is_stalled: bool) -> None:
        if is_stalled is not self.is_stalled:
            self.is_stalled = is_stalled
            self.stall_changed.emit(is_stalled)


class _Worker(QObject):
    """Lives in the job's thread; has no parent, because a parent would hold it in the other one."""

    progressed = Signal(object)
    finished = Signal(object)

    def __init__(self, body: Body, token: CancelToken) -> None:
        super().__init__()
        self._body = body
        self._token = token

    @Slot()
    def run(self) -> None:
        """Run the job to its end and say how it went, exactly once."""
        throttle = Throttle(self.progressed.emit)
        outcome = self._outcome(throttle)
        throttle.flush()
        self.finished.emit(outcome)

    def _outcome(self, on_progress: Callable[[Progress], None]) -> Outcome:
        try:
            return Succeeded(run(self._body(self._token), on_progress))
        except Cancelled as end:
            return Stopped(end.remaining)
        except UserFacingError as error:
            _log.info("A job failed: %s", error, extra={"code": error.code})
            return Failed(error.code, error.params, error.detail)
        except Exception:
            _log.exception("A job failed in a way that nobody foresaw")
            return Failed(ErrorCode.BUG, {}, traceback.format_exc())
