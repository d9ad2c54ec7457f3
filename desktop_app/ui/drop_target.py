"""Makes a whole window take files that are dropped on it, with an overlay that says what for."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop_app.ui.drop_overlay import DropOverlay


class DropTarget(QObject):
    """Watches a window for files.

    Nothing is looked at while the other program waits for the end of the drop; what follows from
    it is told afterwards.

    Signals:
        dropped(tuple[Path, ...]): files, folders or whatever has a path.
        refused(str): an address that leads to no file of this computer.

    Args:
        window: takes the drops.
    """

    dropped = Signal(object)
    refused = Signal(str)
    _came = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._overlay = DropOverlay(window)
        self._came.connect(self._on_came, Qt.ConnectionType.QueuedConnection)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            self._on_enter(event)
        elif isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            self._on_drop(event)
        elif event.type() is QEvent.Type.DragLeave:
            self._overlay.hide()
        else:
            return super().eventFilter(watched, event)
        return True

    def _on_enter(self, event: QDragEnterEvent) -> None:
        if not event.mimeData().hasUrls():
            event.ignore()
            return
        _accept(event)
        if paths := local_paths(event.mimeData().urls()):
            self._overlay.cover(len(paths))

    def _on_drop(self, event: QDropEvent) -> None:
        self._overlay.hide()
        _accept(event)
        self._came.emit(tuple(event.mimeData().urls()))

    @Slot(object)
    def _on_came(self, urls: Sequence[QUrl]) -> None:
        if paths := local_paths(urls):
            self.dropped.emit(paths)
        elif urls:
            self.refused.emit(urls[0].toDisplayString())


def _accept(event: QDropEvent) -> None:
    """As a copy: whoever is told that the file was moved would delete it."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def local_paths(urls: Iterable[QUrl]) -> tuple[Path, ...]:
    """Of those addresses that lead to something on this computer."""
    return tuple(_path(url) for url in urls if url.isLocalFile())


def _path(url: QUrl) -> Path:
    path = url.toLocalFile()
    if "\N{REPLACEMENT CHARACTER}" in path:  # a name that is no UTF-8, such as old Chinese ones
        encoded = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
        path = os.fsdecode(unquote_to_bytes(encoded))
    return Path(path)
