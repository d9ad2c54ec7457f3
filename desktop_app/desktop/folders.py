"""Where the program keeps what it must remember from one start to the next."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def journal_folder() -> Path:
    """For the notes on files that are being written; of this user on this computer."""
    place = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(place), "unfinished")
