"""``python -m tests.benchmarks.first_window ours|empty``: says when the first window can be used.

A window can be used when it has been painted and its event loop has nothing left to do. A process
of its own, because a program starts only once; it says for how long it has computed, too.
"""

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from typing_extensions import override

os.environ["QT_QPA_PLATFORM"] = "offscreen"


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
        sys.stdout.write(f"ready {time.process_time()}\n")
        sys.stdout.flush()
        self._window.close()


def _empty() -> None:
    qt = QApplication(["empty"])
    window = QMainWindow()
    eye = _Eye(window)
    window.show()
    qt.exec()
    del eye


def _ours() -> None:
    from desktop_app import __main__ as program  # noqa: PLC0415 - not for the empty window
    from desktop_app.desktop.quick_start import hurry  # noqa: PLC0415 - nor this

    hurry()
    from desktop_app.app import App  # noqa: PLC0415

    options = program._parser().parse_args(["--engine", "unix:///nowhere/docker.sock"])
    app = App(["image-ferry"], options.engine)
    eye = _Eye(app.window)
    app.run()
    del eye


if __name__ == "__main__":
    {"ours": _ours, "empty": _empty}[sys.argv[1]]()
