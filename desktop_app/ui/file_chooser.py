"""The dialog in which archives are chosen that lie there already."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.ui.file_dialog import file_dialog


class FileChooser(QObject):
    """Asks for files, each time in the folder of the last ones.

    Args:
        window: the dialog's parent.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._folder = ""

    def choose(self, caption: str, on_chosen: Callable[[tuple[Path, ...]], object]) -> None:
        """Ask; without an answer nothing happens.

        Args:
            caption: the title of the dialog.
            on_chosen: gets the files, at least one.
        """
        dialog = file_dialog(self._window, caption, self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                self.tr("Archives (*.tar *.tar.* *.tgz *.tbz2 *.txz *.tzst *.zip)"),
                self.tr("All files (*)"),
            ]
        )

        def on_selected(selected: list[str]) -> None:
            paths = tuple(Path(name) for name in selected)
            self._folder = str(paths[0].parent)
            on_chosen(paths)

        dialog.filesSelected.connect(on_selected)
        dialog.open()
