"""The transfers of this run of the program: those that live, in their order, then the ended ones.

Follows a queue and shows each job as a frozen record. Sentences about them are made in ``ui``.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from desktop_app.errors import ErrorCode
from desktop_app.models.record_table import Column, RecordTableModel, Search
from desktop_app.progress import Progress
from desktop_app.transfers.requests import ExportRequest, LoadRequest, SaveRequest, Transfer
from desktop_app.workers.job import Job, JobState
from desktop_app.workers.outcome import Failed, Outcome
from desktop_app.workers.queue import JobQueue
from desktop_app.workers.rate import RateMeter


@dataclass(frozen=True, slots=True)
class TransferRecord:
    """One moment of a transfer.

    Attributes:
        job_id: of the job.
        request: what was asked for.
        state: where it is in its life.
        progress: how far it is; None before its first step.
        bytes_per_second: its speed; None while it does not move or nobody can say.
        seconds_left: until the end of its phase; None likewise.
        outcome: how it ended; None while it lives.
        started_at: aware; None while it waits.
        ended_at: aware; None while it lives.
        is_stalled: whether nothing has moved for half a minute.
    """

    job_id: str
    request: Transfer
    state: JobState
    progress: Progress | None = None
    bytes_per_second: int | None = None
    seconds_left: int | None = None
    outcome: Outcome | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    is_stalled: bool = False

    @property
    def is_over(self) -> bool:
        """Whether it has ended, in whatever way."""
        return self.outcome is not None

    @property
    def file_with_taken_name(self) -> Path | None:
        """Would not be loaded the next time either, unless somebody chooses another name."""
        match self.request, self.outcome:
            case LoadRequest(path), Failed(ErrorCode.NAME_TAKEN):
                return path
            case _:
                return None


def file_of(request: Transfer) -> Path:
    """The file that is written or read; a folder, where each image gets a file of its own."""
    return request.target if isinstance(request, SaveRequest | ExportRequest) else request.path


class TransfersModel(RecordTableModel[TransferRecord]):
    """One column, the file; everything else is in the record.

    Args:
        queue: what to follow; jobs that are in it already are shown, too.
        parent: owns the model.
    """

    def __init__(self, queue: JobQueue, parent: QObject | None = None) -> None:
        super().__init__(_COLUMNS, _key, _search, parent)
        self._followers: dict[str, _Follower] = {}
        queue.job_added.connect(self._on_job_added)
        for job in queue.jobs:
            self._on_job_added(job)

    def job(self, job_id: str) -> Job:
        """The job behind a record, to be cancelled or followed."""
        return self._followers[job_id].job

    @Slot(object)
    def _on_job_added(self, job: Job) -> None:
        follower = _Follower(job, self)
        follower.changed.connect(self._on_changed)
        self._followers[job.job_id] = follower
        self._put_in_order()

    @Slot(object)
    def _on_changed(self, record: TransferRecord) -> None:
        """A step forward moves no row, and a run has thousands of them."""
        if record.is_over:
            self._put_in_order()
        else:
            self.replace(record)

    def _put_in_order(self) -> None:
        records = [follower.record for follower in self._followers.values()]
        live = [record for record in records if not record.is_over]
        ended = sorted((r for r in records if r.is_over), key=_by_end, reverse=True)
        self.apply([*live, *ended])


class _Follower(QObject):
    """Turns what one job signals into the newest record of it.

    Signals:
        changed(TransferRecord): the new one.
    """

    changed = Signal(object)

    def __init__(self, job: Job, parent: QObject) -> None:
        super().__init__(parent)
        self.job = job
        self._meter = RateMeter()
        self.record = self._newest_record()
        job.progressed.connect(self._on_progressed)
        job.state_changed.connect(self._on_changed)
        job.stall_changed.connect(self._on_changed)
        job.finished.connect(self._on_changed)

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        self._meter.add(progress)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        record = self._newest_record()
        if record != self.record:
            self.record = record
            self.changed.emit(record)

    def _newest_record(self) -> TransferRecord:
        job = self.job
        is_moving = not (job.is_stalled or job.is_over)
        return TransferRecord(
            job_id=job.job_id,
            request=cast("Transfer", job.request),  # errands are not in the queue
            state=job.state,
            progress=job.progress,
            bytes_per_second=self._meter.bytes_per_second if is_moving else None,
            seconds_left=self._meter.seconds_left if is_moving else None,
            outcome=job.outcome,
            started_at=job.started_at,
            ended_at=job.ended_at,
            is_stalled=job.is_stalled,
        )


def _key(record: TransferRecord) -> str:
    return record.job_id


def _by_end(record: TransferRecord) -> float:
    return record.ended_at.timestamp() if record.ended_at else 0.0


def _file_name(record: TransferRecord) -> str:
    return file_of(record.request).name


def _search(record: TransferRecord) -> Search:
    return Search(_file_name(record))


_COLUMNS = (
    Column[TransferRecord](
        header=lambda: QCoreApplication.translate("TransfersModel", "File"),
        text=_file_name,
        sort_key=_file_name,
        tooltip=lambda record: str(file_of(record.request)),
    ),
)
