"""Opening the folder of a file in the desktop's own file manager."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show_in_folder(path: Path) -> bool:
    """Open the folder that the file is in; False if the desktop has nothing that could."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
