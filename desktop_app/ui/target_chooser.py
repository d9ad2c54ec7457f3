"""Choosing the file or folder to write to, and asking before another file is replaced.

The program asks by itself: ``.tar`` is added after the file dialog, so the dialog would have looked
for another file.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.desktop.disks import is_there
from desktop_app.desktop.settings import preferences
from desktop_app.file_names import SUFFIX, with_suffix
from desktop_app.transfers.requests import Transfer
from desktop_app.ui.dialogs.message import MessageDialog, MessageText
from desktop_app.ui.file_dialog import file_dialog
from desktop_app.ui.messages import ask
from desktop_app.ui.save_plan import files_of
from desktop_app.ui.texts import briefly_listed, safe
from desktop_app.workers.queue import JobQueue

OnChosen = Callable[[Path], None]


class TargetChooser(QObject):
    """Asks where to write, first in the folder of the settings, or that of the last time.

    Args:
        window: waits for the answer.
        queue: its transfers write files, too.
    """

    def __init__(self, window: QWidget, queue: JobQueue) -> None:
        super().__init__(window)
        self._window = window
        self._queue = queue
        self._last_folder = ""

    def choose(self, caption: str, file_name: str, make: Callable[[Path], Transfer]) -> None:
        """Let a file be chosen, and put the transfer that writes it into the queue.

        Args:
            caption: of the dialog.
            file_name: suggested, without folder.
            make: the transfer that writes a file, ``.tar`` included.
        """
        folder = preferences().folder or self._last_folder
        self._choose(caption, make, Path(folder, file_name))

    def browse(self, caption: str, suggestion: Path, on_chosen: OnChosen) -> None:
        """Open the file dialog; nothing is asked about a file that is there.

        Args:
            caption: of the dialog.
            suggestion: the file that is suggested.
            on_chosen: gets the file as it was typed, unless the person changes their mind.
        """
        dialog = self._dialog(caption, str(suggestion.parent), on_chosen)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        patterns = f"*{SUFFIX} *{SUFFIX}.*"
        dialog.setNameFilters([self.tr("Archives ({patterns})").format(patterns=patterns)])
        dialog.selectFile(suggestion.name)
        dialog.open()

    def browse_folder(self, caption: str, folder: Path, on_chosen: OnChosen) -> None:
        """Open the file dialog for a folder; the arguments are those of `browse`."""
        dialog = self._dialog(caption, str(folder), on_chosen)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()

    def submit(self, transfer: Transfer) -> MessageDialog | None:
        """Put a transfer into the queue; if it would replace files, only after a question.

        Returns:
            The question; its answer is ``accepted`` or ``rejected``. None if there was none.
        """
        taken = self._taken(transfer)
        if not taken:
            self._queue.submit(transfer)
            return None
        question = ask(self._window, partial(self._question, taken), is_risky=True)
        question.accepted.connect(partial(self._queue.submit, transfer))
        return question

    def _dialog(self, caption: str, folder: str, on_chosen: OnChosen) -> QFileDialog:
        dialog = file_dialog(self._window, caption, folder)
        dialog.fileSelected.connect(lambda selected: on_chosen(Path(selected)))
        return dialog

    def _choose(self, caption: str, make: Callable[[Path], Transfer], suggestion: Path) -> None:
        self.browse(caption, suggestion, partial(self._on_chosen, caption, make))

    def _on_chosen(self, caption: str, make: Callable[[Path], Transfer], selected: Path) -> None:
        target = with_suffix(selected)
        self._last_folder = str(target.parent)
        question = self.submit(make(target))
        if question is not None:
            question.rejected.connect(partial(self._choose, caption, make, target))

    def _taken(self, transfer: Transfer) -> list[Path]:
        """The files that are there already, or will be when the queue comes to this one."""
        coming = {path for job in self._queue.live_transfers for path in files_of(job.request)}
        return [path for path in files_of(transfer) if is_there(path) or path in coming]

    def _question(self, taken: list[Path]) -> MessageText:
        if len(taken) > 1:
            files = briefly_listed(path.name for path in taken)
            explanation = self.tr(
                "{files}. The old files stay until the new ones are whole; then they are replaced."
            ).format(files=files)
            headline = self.tr("%n of the files are there already.", "", len(taken))
        else:
            headline = self.tr("{file} is there already.").format(file=safe(taken[0].name))
            explanation = self.tr(
                "The old file stays until the new one is whole; then it is replaced."
            )
        return MessageText(
            headline,
            explanation,
            close=self.tr("Choose another name…"),
            go_on=self.tr("Replace %n file(s)", "", len(taken)),
        )
