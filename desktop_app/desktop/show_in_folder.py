"""Opening the folder of a file in the desktop's own file manager."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show_in_folder(path: Path) -> bool:
    """Open the folder that the file is in; False if the desktop has nothing that could."""
    # Not as a text: Qt would leave out of it what is no UTF-8, and open another folder.
    return QDesktopServices.openUrl(QUrl(path.absolute().parent.as_uri()))
