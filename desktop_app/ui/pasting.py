"""Files that were copied somewhere else: as a file manager copies them, or their paths as text."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from desktop_app.ui.drop_target import local_paths

_QUOTES = "'\""


def pasted_paths(data: QMimeData) -> tuple[Path, ...]:
    """The files that are meant; none where it is something else.

    Nothing is looked at here: a path may lead to a disk that does not answer.

    Args:
        data: from the clipboard.
    """
    if data.hasUrls():
        return local_paths(data.urls())
    return local_paths(_address(line.strip().strip(_QUOTES)) for line in data.text().splitlines())


def _address(line: str) -> QUrl:
    return QUrl.fromLocalFile(line) if Path(line).is_absolute() else QUrl(line)
