"""The second look at files in an open dialog: each is read to its end, one after the other.

It feeds the dialog and ends with it. What a file is, was said before; this says what is in it.
"""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, Slot

from desktop_app.archives import ArchiveReport
from desktop_app.progress import Progress
from desktop_app.transfers.requests import CompleteRequest, InspectResult, UnreadableFile
from desktop_app.ui.dialogs.open_files import OpenFilesDialog
from desktop_app.ui.file_plan import FilePlan
from desktop_app.workers.job import Job
from desktop_app.workers.outcome import Failed, Outcome, Succeeded
from desktop_app.workers.queue import JobQueue

Replan: TypeAlias = Callable[[ArchiveReport | UnreadableFile], FilePlan | UnreadableFile]


class SecondLook(QObject):
    """Reads on for a dialog, until it is closed.

    Args:
        dialog: shows files that were seen from their beginning only; owns this.
        queue: reads them.
        replan: judges a file again, of which everything is known now.
    """

    def __init__(self, dialog: OpenFilesDialog, queue: JobQueue, replan: Replan) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._queue = queue
        self._replan = replan
        self._waiting = list(dialog.incomplete_reports)
        self._job: Job | None = None
        dialog.finished.connect(self._on_closed)
        self._read_next()

    def _read_next(self) -> None:
        if not self._waiting:
            return
        self._job = self._queue.run_errand(CompleteRequest(self._waiting[0]))
        self._job.progressed.connect(self._on_progressed)
        self._job.finished.connect(self._on_finished)

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        self._dialog.show_progress(self._waiting[0], progress)

    @Slot(object)
    def _on_finished(self, outcome: Outcome) -> None:
        """A read that somebody else has stopped leaves the file as it is: it cannot be started."""
        self._job = None
        report = self._waiting.pop(0)
        if isinstance(outcome, Succeeded) and isinstance(outcome.value, InspectResult):
            self._dialog.fill_in(report, self._replan(*outcome.value.reports))
        elif isinstance(outcome, Failed):
            failure = UnreadableFile(report.path, outcome.code, outcome.params, outcome.detail)
            self._dialog.fill_in(report, failure)
        self._read_next()

    @Slot()
    def _on_closed(self) -> None:
        """Nobody waits for it any more; what is sent is read by its own job."""
        if self._job is not None:
            self._job.progressed.disconnect(self._on_progressed)
            self._job.finished.disconnect(self._on_finished)
            self._job.cancel()
            self._job = None
