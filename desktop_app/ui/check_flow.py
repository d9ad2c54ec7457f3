"""Checking files without loading them: which ones, how thoroughly, then the queue."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.archives import Depth
from desktop_app.transfers.requests import CheckRequest
from desktop_app.ui.dialogs.check_files import CheckFilesDialog
from desktop_app.ui.file_chooser import FileChooser
from desktop_app.workers.queue import JobQueue


class CheckFlow(QObject):
    """From files to their checks in the queue; no engine is needed.

    Args:
        window: the dialogs' parent.
        queue: gets the checks.
    """

    def __init__(self, window: QWidget, queue: JobQueue) -> None:
        super().__init__(window)
        self._window = window
        self._queue = queue
        self._chooser = FileChooser(window)

    def choose(self) -> None:
        """Ask for the files, then `begin` with them."""
        self._chooser.choose(self.tr("Check files"), self.begin)

    def begin(self, paths: Sequence[Path]) -> None:
        """Ask how thoroughly these files are to be checked, then check them."""
        dialog = CheckFilesDialog(self._window, paths)
        dialog.confirmed.connect(partial(self._submit, paths))
        dialog.open()

    def _submit(self, paths: Sequence[Path], depth: Depth) -> None:
        for path in paths:
            self._queue.submit(CheckRequest(path, depth))
