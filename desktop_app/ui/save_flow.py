"""Saving images: a name for those that have none, then where and how, then the queue."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.desktop.disks import disk_of, removable_disks
from desktop_app.desktop.settings import remember_save_choices, save_choices
from desktop_app.engine_info import ImageStore
from desktop_app.file_names import safe_file_name
from desktop_app.models.images import ImageRow
from desktop_app.transfers.requests import NameRequest
from desktop_app.ui.dialogs.name_image import NameImageDialog
from desktop_app.ui.dialogs.save_images import SaveImagesDialog
from desktop_app.ui.dialogs.show_command import command_link
from desktop_app.ui.dialogs.which_one import which_one_link
from desktop_app.ui.messages import show_failure
from desktop_app.ui.name_flow import name_owner
from desktop_app.ui.save_plan import SavePlan
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

    def begin(self, rows: Rows) -> None:
        """Save these images; those without a name are given one first."""
        nameless = next((row for row in rows if row.is_nameless), None)
        if nameless is not None:
            self._ask_name(nameless, rows)
        elif rows:
            self._ask_how(rows)

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

    def _ask_how(self, rows: Rows) -> None:
        info = self._snapshot().info
        store = info.store if info else ImageStore.CLASSIC
        plan = SavePlan(rows, store, save_choices(), self._file_name(rows))
        dialog = SaveImagesDialog(self._window, plan, removable_disks(), disk_of)
        chooser = TargetChooser(dialog, self._queue)
        dialog.browse_wanted.connect(partial(self._browse, dialog, chooser))
        dialog.confirmed.connect(partial(self._confirm, dialog, chooser))
        dialog.add_link(command_link(lambda: [dialog.plan.request], lambda: self._snapshot().info))
        dialog.add_link(which_one_link())
        dialog.open()

    def _file_name(self, rows: Rows) -> str:
        others = len(rows) - 1
        more = self.tr("+%n more", "", others) if others else ""
        return safe_file_name(f"{rows[0].name}{more}")

    def _browse(self, dialog: SaveImagesDialog, chooser: TargetChooser, plan: SavePlan) -> None:
        caption = self.tr("Save to file")
        if plan.is_separate:
            chooser.browse_folder(caption, plan.folder, dialog.place)
        else:
            chooser.browse(caption, plan.targets[0], dialog.place)

    def _confirm(self, dialog: SaveImagesDialog, chooser: TargetChooser, plan: SavePlan) -> None:
        def go_on() -> None:
            remember_save_choices(plan.choices)
            dialog.accept()

        question = chooser.submit(plan.request)
        if question is None:
            go_on()
        else:
            question.accepted.connect(go_on)
