"""Choosing the file to write, and asking before another one is replaced.

The program asks by itself: ``.tar`` is added after the file dialog, so the dialog would have looked
for another file.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.file_names import SUFFIX, with_suffix
from desktop_app.transfers.requests import ExportRequest, SaveRequest
from desktop_app.ui.dialogs.message import MessageText
from desktop_app.ui.messages import ask
from desktop_app.ui.texts import safe
from desktop_app.workers.queue import JobQueue

OnChosen = Callable[[Path], None]


class TargetChooser(QObject):
    """Asks where to write, and remembers the folder for the next time.

    Args:
        window: waits for the answer.
        queue: its transfers write files, too.
    """

    def __init__(self, window: QWidget, queue: JobQueue) -> None:
        super().__init__(window)
        self._window = window
        self._queue = queue
        self._folder = ""

    def choose(self, caption: str, file_name: str, on_chosen: OnChosen) -> None:
        """Open the file dialog.

        Args:
            caption: of the dialog.
            file_name: suggested, without folder.
            on_chosen: gets the file, ``.tar`` included, unless the person changes their mind.
        """
        dialog = QFileDialog(self._window, caption, self._folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setNameFilters([self.tr("Archives (*{suffix})").format(suffix=SUFFIX)])
        dialog.selectFile(file_name)
        dialog.fileSelected.connect(partial(self._on_selected, caption, on_chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_selected(self, caption: str, on_chosen: OnChosen, selected: str) -> None:
        target = with_suffix(Path(selected))
        self._folder = str(target.parent)
        if not self._is_taken(target):
            on_chosen(target)
            return
        question = ask(self._window, partial(self._question, target), is_risky=True)
        question.accepted.connect(partial(on_chosen, target))
        question.rejected.connect(partial(self.choose, caption, target.name, on_chosen))

    def _is_taken(self, target: Path) -> bool:
        requests = (job.request for job in self._queue.live_transfers)
        to_be_written = {
            request.target
            for request in requests
            if isinstance(request, SaveRequest | ExportRequest)
        }
        return target.exists() or target in to_be_written

    def _question(self, target: Path) -> MessageText:
        return MessageText(
            self.tr("{file} is there already.").format(file=safe(target.name)),
            self.tr("The old file stays until the new one is whole; then it is replaced."),
            close=self.tr("Choose another name…"),
            go_on=self.tr("Replace"),
        )
