"""How far a batch is: all transfers that were asked for since nothing waited or ran. No Qt."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from desktop_app.models.transfers import TransferRecord
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.requests import ExportRequest, SaveRequest, Transfer
from desktop_app.workers.outcome import Failed, Stopped

_WHOLE = 1000
_ALMOST = 0.99  # the engine still unpacks, or is asked
_FIRST_PHASES = {Phase.INSPECTING, Phase.WAITING}
_LAST_PHASES = {Phase.UNPACKING, Phase.CHECKING}


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """One moment of a batch.

    Attributes:
        total: how many transfers belong to it.
        ended: how many of them are over, in whatever way.
        failed: how many of those have failed.
        cancelled: how many of those were cancelled.
        permille: how much of the work is done.
        seconds_left: for all of it; None while nobody can say.
    """

    total: int = 0
    ended: int = 0
    failed: int = 0
    cancelled: int = 0
    permille: int = _WHOLE
    seconds_left: int | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing of it waits or runs."""
        return self.ended == self.total


class Batch:
    """Collects the records of a batch; the first transfer after its end begins another."""

    def __init__(self) -> None:
        self._records: dict[str, TransferRecord] = {}
        self._guesses: dict[str, int | None] = {}
        self._live = 0

    def add(self, record: TransferRecord) -> None:
        """Take in a transfer, or a newer moment of one; those of earlier batches are ignored."""
        before = self._records.get(record.job_id)
        if before is None:
            if record.is_over:
                return
            if not self._live:
                self._records, self._guesses = {}, {}
            self._guesses[record.job_id] = _guess(record.request)
            self._live += 1
        elif record.is_over and not before.is_over:
            self._live -= 1
        self._records[record.job_id] = record

    @property
    def records(self) -> tuple[TransferRecord, ...]:
        """All that belong to it, in the order of asking."""
        return tuple(self._records.values())

    @property
    def progress(self) -> BatchProgress:
        """How far it is."""
        records = self.records
        sizes = self._sizes()
        done = sum(sizes[record.job_id] * _fraction(record) for record in records)
        outcomes = [record.outcome for record in records if record.outcome is not None]
        return BatchProgress(
            len(records),
            len(outcomes),
            sum(isinstance(outcome, Failed) for outcome in outcomes),
            sum(isinstance(outcome, Stopped) for outcome in outcomes),
            int(_WHOLE * done / (sum(sizes.values()) or 1)) if self._live else _WHOLE,
            _seconds_left(records, sizes),
        )

    def _sizes(self) -> dict[str, float]:
        """About how many bytes each is; where nobody knows, as many as the others on average."""
        known = {
            record.job_id: _total(record.progress) or self._guesses[record.job_id]
            for record in self.records
        }
        sizes = [size for size in known.values() if size]
        usual = sum(sizes) / len(sizes) if sizes else 1.0
        return {job_id: size or usual for job_id, size in known.items()}


def _guess(request: Transfer) -> int | None:
    """About how many bytes will pass, before any has."""
    match request:
        case SaveRequest():
            return request.estimated_bytes
        case ExportRequest():
            return None
        case _:
            with suppress(OSError):
                return request.path.stat().st_size
            return None


def _total(progress: Progress | None) -> int | None:
    """What a job says of its size while its bytes pass; other phases have other numbers."""
    if progress is None or progress.phase in _FIRST_PHASES | _LAST_PHASES:
        return None
    return progress.total_bytes


def _fraction(record: TransferRecord) -> float:
    progress = record.progress
    if record.is_over:
        return 1.0
    if progress is None or progress.phase in _FIRST_PHASES:
        return 0.0
    if progress.phase in _LAST_PHASES:
        return _ALMOST
    return min(_ALMOST, progress.done_bytes / progress.total_bytes) if progress.total_bytes else 0.0


def _seconds_left(records: Iterable[TransferRecord], sizes: dict[str, float]) -> int | None:
    """The rest of the one that runs, and the others at its speed."""
    live = [record for record in records if not record.is_over]
    if not live or live[0].seconds_left is None or not live[0].bytes_per_second:
        return None
    waiting = sum(sizes[record.job_id] for record in live[1:])
    return round(live[0].seconds_left + waiting / live[0].bytes_per_second)
