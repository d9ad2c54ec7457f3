"""Names of images: giving one more, taking one of several away."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.errors import ErrorCode
from desktop_app.models.images import ImageRow
from desktop_app.transfers.requests import NameRequest, UnnameRequest
from desktop_app.ui.dialogs.message import MessageText
from desktop_app.ui.dialogs.name_image import NameImageDialog
from desktop_app.ui.dialogs.show_command import command_link
from desktop_app.ui.messages import ask, show_failure
from desktop_app.ui.texts import listed, safe
from desktop_app.workers.outcome import Failed, Outcome
from desktop_app.workers.queue import JobQueue
from desktop_app.workers.snapshot import EngineSnapshot


class NameFlow(QObject):
    """From an image to an errand that changes its names.

    Args:
        window: the dialogs' parent.
        queue: runs the errand.
        snapshot: what is known of the engine now.
    """

    def __init__(
        self, window: QWidget, queue: JobQueue, snapshot: Callable[[], EngineSnapshot]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._queue = queue
        self._snapshot = snapshot

    def begin(self, row: ImageRow) -> None:
        """Give the image one more name."""
        dialog = NameImageDialog(self._window, row, partial(name_owner, self._snapshot))
        dialog.named.connect(partial(self._give, row.record.image_id))
        dialog.add_link(command_link(lambda: [dialog.request], lambda: self._snapshot().info))
        dialog.open()

    def remove(self, row: ImageRow) -> None:
        """Take this name off the image, if it has others; without any it would be deleted."""
        if len(row.record.names) < 2:
            show_failure(self._window, ErrorCode.NAME_IS_LAST, {"name": row.name})
            return
        errand = UnnameRequest(row.name)
        command = command_link(lambda: [errand], lambda: self._snapshot().info)
        question = ask(self._window, partial(self._question, row), links=[command])
        question.accepted.connect(partial(self._run, errand))

    def _question(self, row: ImageRow) -> MessageText:
        kept = [name for name in row.record.names if name != row.name]
        text = self.tr(
            "The image stays, with everything in it, and keeps its other name(s): {names}",
            "",
            len(kept),
        )
        return MessageText(
            self.tr("Remove the name {name}").format(name=safe(row.name)),
            text.format(names=listed(kept)),
            close=self.tr("Cancel"),
            go_on=self.tr("Remove the name"),
        )

    def _give(self, image_id: str, name: str) -> None:
        self._run(NameRequest(image_id, name))

    def _run(self, errand: NameRequest | UnnameRequest) -> None:
        self._queue.run_errand(errand).finished.connect(self._on_finished)

    def _on_finished(self, outcome: Outcome) -> None:
        if isinstance(outcome, Failed):
            show_failure(self._window, outcome.code, outcome.params, outcome.detail)


def name_owner(snapshot: Callable[[], EngineSnapshot], name: str) -> str:
    """The ID of the image that has the name now; empty if none has."""
    owners = (image.image_id for image in snapshot().images if name in image.names)
    return next(owners, "")
