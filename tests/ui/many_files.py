"""Two hundred files that are dropped on the window at once, for a test and for a benchmark."""

import gzip
from collections.abc import Generator, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop_app.cancel import CancelToken
from desktop_app.engine import Engine
from desktop_app.progress import Phase, Progress
from desktop_app.transfers import perform
from desktop_app.transfers.requests import CompleteRequest, InspectRequest
from desktop_app.ui.dialogs.open_files import OpenFilesDialog
from desktop_app.workers.job import Request
from tests.archives import builder


def write_files(folder: Path, count: int) -> list[Path]:
    """A good many of each sort: saved, saved and compressed, exported."""
    return [_write(folder, number) for number in range(count)]


def _write(folder: Path, number: int) -> Path:
    image = builder.Image(names=(f"shop/part{number}:1",))
    saved = builder.tar(builder.docker_20(image))
    ending, data = [
        ("tar", saved),
        ("tar.gz", gzip.compress(saved)),
        ("root.tar", builder.root_filesystem()),
    ][number % 3]
    path = folder / f"file{number}.{ending}"
    path.write_bytes(data)
    return path


def drop(window: QWidget, files: Sequence[Path]) -> None:
    """As the desktop does it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), copy, data, *keys))
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, data, *keys))


def start_button(dialog: OpenFilesDialog) -> QPushButton:
    """The one that loads all."""
    return next(each for each in dialog.findChildren(QPushButton) if each.text().startswith("Load"))


def look_only(request: Request, cancel: CancelToken) -> Generator[Progress, None, object]:
    """Looks at files in earnest, and sends none of them."""
    if isinstance(request, InspectRequest | CompleteRequest):
        return (yield from perform(request, _no_engine, cancel))
    yield Progress(Phase.SENDING, 1, 2)
    return None


def _no_engine(_: CancelToken) -> Engine:
    raise AssertionError
