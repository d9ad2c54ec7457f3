"""Where the program keeps what it must remember from one start to the next."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def journal_folder() -> Path:
    """For the notes on files that are being written; of this user on this computer."""
    return _own("unfinished")


def history_file() -> Path:
    """For the history of transfers; of this user, wherever they log in."""
    place = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(place), "history.jsonl")


def log_file() -> Path:
    """For what the program did and what went wrong; older ones stand beside it."""
    return _own("image-ferry.log")


def _own(name: str) -> Path:
    place = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(place), name)
