"""A small window that files are dragged out of: ``… FILE X Y`` shows it there, above all others.

A line of its own says when it is shown, and another one when the drag has begun.
"""

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel
from typing_extensions import override


class DragSource(QLabel):
    """Whatever the mouse does to it is the drag of one file."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.setWindowFlags(Qt.WindowType.ToolTip)  # no window manager moves it
        self.setText("⠿")
        self._file = file

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        drag, data = QDrag(self), QMimeData()
        data.setUrls([QUrl.fromLocalFile(self._file)])
        drag.setMimeData(data)
        sys.stdout.write("dragging\n")
        sys.stdout.flush()
        drag.exec(Qt.DropAction.CopyAction)


def main(file: str, x: str, y: str) -> None:
    """Stay until somebody ends it."""
    qt = QApplication(sys.argv)
    source = DragSource(file)
    source.setGeometry(int(x), int(y), 40, 40)
    source.show()
    source.windowHandle().requestUpdate()
    sys.stdout.write("shown\n")
    sys.stdout.flush()
    qt.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
