"""Being asked to end by the system: SIGINT and SIGTERM as a Qt signal, in the window's thread."""

import signal
import socket
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Termination(QObject):
    """Watches for the system's wish to end the program, until `stop`.

    Python runs a signal's handler only when its interpreter runs, which Qt's event loop may put off
    for ever; so the handler does nothing, and the byte that Python writes to a socket wakes Qt.

    Signals:
        requested: somebody pressed Ctrl+C in the terminal, or the session ends.
    """

    requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._received, self._sent = socket.socketpair()
        for end in (self._received, self._sent):
            end.settimeout(0)
        self._notifier = QSocketNotifier(self._received.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_activated)
        self._old_descriptor = signal.set_wakeup_fd(self._sent.fileno())
        self._old_handlers: list[tuple[signal.Signals, Callable[..., Any] | int | None]] = [
            (number, signal.signal(number, _do_nothing)) for number in _SIGNALS
        ]

    def stop(self) -> None:
        """Give the signals back to whoever had them."""
        for number, handler in self._old_handlers:
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._old_descriptor)
        self._notifier.setEnabled(False)
        self._received.close()
        self._sent.close()

    @Slot()
    def _on_activated(self) -> None:
        self._received.recv(1)
        self.requested.emit()


def _do_nothing(_number: int, _frame: object) -> None:
    pass
