"""Saving images: a name for those that have none, then a file, then the queue."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.file_names import safe_file_name
from desktop_app.models.images import ImageRow
from desktop_app.transfers.requests import NameRequest, SaveRequest
from desktop_app.ui.dialogs.name_image import NameImageDialog
from desktop_app.ui.messages import show_failure
from desktop_app.ui.name_flow import name_owner
from desktop_app.ui.target_chooser import TargetChooser
from desktop_app.workers.outcome import Failed, Outcome, Succeeded
from desktop_app.workers.queue import JobQueue
from desktop_app.workers.snapshot import EngineSnapshot

Rows = tuple[ImageRow, ...]


class SaveFlow(QObject):
    """From a selection of images to a transfer in the queue.

    Args:
        window: the dialogs' parent.
        queue: gets the transfer.
        snapshot: what is known of the engine now.
    """

    def __init__(
        self, window: QWidget, queue: JobQueue, snapshot: Callable[[], EngineSnapshot]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._queue = queue
        self._snapshot = snapshot
        self._chooser = TargetChooser(window, queue)

    def begin(self, rows: Rows) -> None:
        """Save these images into one file; those without a name are given one first."""
        nameless = next((row for row in rows if row.is_nameless), None)
        if nameless is not None:
            self._ask_name(nameless, rows)
        elif rows:
            self._chooser.choose(
                self.tr("Save to file"), self._file_name(rows), partial(self._submit, rows)
            )

    def _ask_name(self, row: ImageRow, rows: Rows) -> None:
        dialog = NameImageDialog(
            self._window, row, partial(name_owner, self._snapshot), is_before_saving=True
        )
        dialog.named.connect(partial(self._give_name, row, rows))
        dialog.open()

    def _give_name(self, row: ImageRow, rows: Rows, name: str) -> None:
        job = self._queue.run_errand(NameRequest(row.record.image_id, name))
        named = tuple(replace(other, name=name) if other == row else other for other in rows)
        job.finished.connect(partial(self._on_named, named))

    def _on_named(self, rows: Rows, outcome: Outcome) -> None:
        if isinstance(outcome, Succeeded):
            self.begin(rows)
        elif isinstance(outcome, Failed):
            show_failure(self._window, outcome.code, outcome.params, outcome.detail)

    def _file_name(self, rows: Rows) -> str:
        others = len(rows) - 1
        more = self.tr("+%n more", "", others) if others else ""
        return safe_file_name(f"{rows[0].name}{more}")

    def _submit(self, rows: Rows, target: Path) -> None:
        sizes = {row.record.image_id: row.record.size_bytes for row in rows}
        names = tuple(row.name for row in rows)
        self._queue.submit(SaveRequest(names, target, sum(sizes.values())))
