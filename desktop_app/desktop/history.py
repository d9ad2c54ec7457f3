"""The history of all transfers, kept from one start to the next in a file of this user alone.

Each line is one transfer. A line is added in one piece, so that a crash costs that line at most;
what cannot be read is passed over. Two running programs may share the file.
"""

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import cast

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal, Slot

from desktop_app.desktop.history_line import from_line, id_of, to_line
from desktop_app.desktop.past_transfer import PastTransfer, past_transfer
from desktop_app.models.transfers import TransferRecord
from desktop_app.transfers.requests import Transfer
from desktop_app.workers.job import Job
from desktop_app.workers.queue import JobQueue

MOST_ENTRIES = 2000
_LOCK_MS = 2000
_READ_AT_ONCE = 150  # they are shown, too, which takes most of the time
_PRIVATE = 0o600

_log = logging.getLogger(__name__)


class History(QObject):
    """Follows a queue and remembers what becomes of its transfers.

    Signals:
        changed(): there are other entries.

    Args:
        queue: whose transfers are remembered.
        file: where to; it and its folder are made when they are needed.
        parent: owns it.
    """

    changed = Signal()

    def __init__(self, queue: JobQueue, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._entries: list[PastTransfer] = []
        self._unread: list[bytes] = []
        self._live: list[Job] = []
        queue.job_added.connect(self._on_job_added)
        queue.job_finished.connect(self._on_job_finished)

    @property
    def entries(self) -> tuple[PastTransfer, ...]:
        """What is remembered and was read, the newest last."""
        return tuple(self._entries)

    def read(self) -> None:
        """Read the file, the newest entries first; the oldest of a very long one are forgotten."""
        try:
            lines = self._lines()
        except OSError:
            _log.exception("the history cannot be read")
            lines = []
        if len(lines) > MOST_ENTRIES:
            self._rewrite(lambda: self._lines()[-MOST_ENTRIES:])
        self._unread = lines[-MOST_ENTRIES:]
        self._read_on()

    def forget(self, job_ids: Iterable[str]) -> bool:
        """Forget some transfers; False if the file cannot be changed, and all stays as it is."""
        unwanted = set(job_ids)
        if not self._rewrite(lambda: [ln for ln in self._lines() if id_of(ln) not in unwanted]):
            return False
        self._entries = [past for past in self._entries if past.job_id not in unwanted]
        self._unread = [line for line in self._unread if id_of(line) not in unwanted]
        self.changed.emit()
        return True

    def forget_all(self) -> bool:
        """Forget everything, also what cannot be read; False as of `forget`."""
        if not self._rewrite(list):
            return False
        self._entries, self._unread = [], []
        self.changed.emit()
        return True

    @Slot()
    def _read_on(self) -> None:
        """The next ones, before those that are known; between two times the window answers."""
        some, self._unread = self._unread[-_READ_AT_ONCE:], self._unread[:-_READ_AT_ONCE]
        read = [past for past in map(from_line, some) if past is not None]
        known = {past.job_id: past for past in self._entries}  # what is of now knows more
        self._entries = list(({past.job_id: past for past in read} | known).values())
        self.changed.emit()
        if self._unread:
            QTimer.singleShot(0, self, self._read_on)

    @Slot(object)
    def _on_job_added(self, job: Job) -> None:
        self._live.append(job)

    @Slot()
    def _on_job_finished(self) -> None:
        ended = [job for job in self._live if job.is_over]
        self._live = [job for job in self._live if not job.is_over]
        for job in ended:
            past = past_transfer(_record(job))
            self._entries.append(past)
            self._append(to_line(past))
        if ended:
            self.changed.emit()

    def _lines(self) -> list[bytes]:
        """None where there is no file; one that cannot be read raises an OSError."""
        try:
            return [line for line in self._file.read_bytes().split(b"\n") if line]
        except FileNotFoundError:
            return []

    def _append(self, line: bytes) -> None:
        """Each line begins with the end of the one before: what was cut off spoils no other.

        Nothing is synced: that could hold the window up while a stick is written, and only a power
        cut would gain by it.
        """
        with self._locked():
            try:
                flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
                descriptor = os.open(self._file, flags, _PRIVATE)
                try:
                    os.write(descriptor, b"\n" + line)
                finally:
                    os.close(descriptor)
            except OSError:
                _log.exception("the history cannot be written")

    def _rewrite(self, kept: Callable[[], Sequence[bytes]]) -> bool:
        """Put another file in the place of this one, with the lines that are kept of it."""
        with self._locked() as is_locked:
            if not is_locked:
                return False
            beside = self._file.with_name(f"{self._file.name}.new")
            try:
                lines = kept()
                descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _PRIVATE)
                with os.fdopen(descriptor, "wb") as file:
                    file.writelines(b"\n" + line for line in lines)
                    file.flush()
                    os.fsync(file.fileno())
                beside.replace(self._file)
            except OSError:
                _log.exception("the history cannot be written")
                return False
        return True

    @contextmanager
    def _locked(self) -> Iterator[bool]:
        """Whether no other running program changes the file; a dead one holds no lock."""
        with suppress(OSError):  # whoever writes will hear of it
            self._file.parent.mkdir(parents=True, exist_ok=True)
        lock = QLockFile(f"{self._file}.lock")
        is_locked = lock.tryLock(_LOCK_MS)
        try:
            yield is_locked
        finally:
            lock.unlock()


def _record(job: Job) -> TransferRecord:
    return TransferRecord(
        job.job_id,
        cast("Transfer", job.request),  # errands are not in the queue
        job.state,
        outcome=job.outcome,
        started_at=job.started_at,
        ended_at=job.ended_at,
    )
