"""``python -m tests.benchmarks.first_window ours|empty``: says when the first window can be used.

A window can be used when it has been painted and its event loop has nothing left to do. A process
of its own, because a program starts only once.
"""

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from typing_extensions import override

_OFFSCREEN = ["-platform", "offscreen"]


class _Eye(QObject):
    """Waits for the first painting of a window, then closes it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._on_idle)
        return False

    def _on_idle(self) -> None:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        self._window.close()


def _empty() -> None:
    qt = QApplication(["empty", *_OFFSCREEN])
    window = QMainWindow()
    eye = _Eye(window)
    window.show()
    qt.exec()
    del eye


def _ours() -> None:
    from desktop_app import __main__ as program  # noqa: PLC0415 - not for the empty window
    from desktop_app.app import App  # noqa: PLC0415

    arguments = ["--engine", "unix:///nowhere/docker.sock", *_OFFSCREEN]
    options, qt_arguments = program._parser().parse_known_args(arguments)
    app = App(["image-ferry", *qt_arguments], options.engine)
    eye = _Eye(app.window)
    app.run()
    del eye


if __name__ == "__main__":
    {"ours": _ours, "empty": _empty}[sys.argv[1]]()
