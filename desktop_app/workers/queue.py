"""The order of jobs: transfers one after another, errands at once beside them.

Owns every job. What a job does is handed in; what it looks like is the window's matter.
"""

from collections.abc import Callable, Generator, Iterable
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.cancel import CancelToken
from desktop_app.progress import Progress
from desktop_app.transfers.requests import Errand, Question, Transfer
from desktop_app.workers.job import Job, JobState, Request

Perform: TypeAlias = Callable[[Request, CancelToken], Generator[Progress, None, object]]


class JobQueue(QObject):
    """All jobs of this run of the program.

    Transfers run one at a time, because the disk is what they wait for.

    Signals:
        job_added(Job): a transfer was put into the queue.
        job_finished(): a transfer or an errand is over.
        engine_touched(): the same of one that may have changed what is in the engine.
        drained(): after `shut_down`: nothing runs or waits any more.

    Args:
        perform: makes the generator that does what a request asks for; called in the job's thread.
        parent: owns the queue.
    """

    job_added = Signal(object)
    job_finished = Signal()
    engine_touched = Signal()
    drained = Signal()

    def __init__(self, perform: Perform, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._perform = perform
        self._transfers: list[Job] = []
        self._errands: list[Job] = []
        self._is_shutting_down = False
        self._has_drained = False

    @property
    def jobs(self) -> tuple[Job, ...]:
        """Every transfer, in the order of asking; those that are over, too."""
        return tuple(self._transfers)

    @property
    def live_transfers(self) -> tuple[Job, ...]:
        """The transfers that wait or run."""
        return tuple(job for job in self._transfers if not job.is_over)

    @property
    def has_live_jobs(self) -> bool:
        """Whether the program must not end yet: a transfer waits or runs, or an errand runs."""
        return bool(self._errands or self.live_transfers)

    def submit(self, transfer: Transfer) -> Job:
        """Put a transfer at the end of the queue; the same one twice is one job while it lives."""
        job = _same(transfer, self.live_transfers)
        if job is None:
            job = self._new_job(transfer)
            self._transfers.append(job)
            self.job_added.emit(job)
            if self._is_shutting_down:
                job.cancel()
            self._start_next()
        return job

    def run_errand(self, errand: Errand) -> Job:
        """Start a small thing at once; its handle is gone soon after it has `finished`."""
        job = _same(errand, self._errands)
        if job is None:
            job = self._new_job(errand)
            self._errands.append(job)
            if self._is_shutting_down:
                job.cancel()
            job.start()
        return job

    def shut_down(self) -> None:
        """Cancel everything; `drained` comes when the last thread is gone, never at once.

        What is asked for afterwards is over before it starts.
        """
        self._is_shutting_down = True
        for job in (*self.live_transfers, *self._errands):
            job.cancel()
        QTimer.singleShot(0, self._tell_if_drained)

    def _new_job(self, request: Request) -> Job:
        job = Job(request, partial(self._perform, request), self)
        job.finished.connect(self._on_job_finished)
        return job

    @Slot()
    def _on_job_finished(self) -> None:
        errands = [job for job in self._errands if job.is_over]
        for errand in errands:
            self._errands.remove(errand)
            errand.deleteLater()
        self._start_next()
        self.job_finished.emit()
        if not (errands and all(isinstance(job.request, Question) for job in errands)):
            self.engine_touched.emit()
        if self._is_shutting_down:
            QTimer.singleShot(0, self._tell_if_drained)

    def _start_next(self) -> None:
        live = self.live_transfers
        if live and live[0].state is JobState.QUEUED:
            live[0].start()

    @Slot()
    def _tell_if_drained(self) -> None:
        if not self.has_live_jobs and not self._has_drained:
            self._has_drained = True
            self.drained.emit()


def _same(request: Request, jobs: Iterable[Job]) -> Job | None:
    return next((job for job in jobs if job.request == request), None)
