"""How long an event loop has stood still at most: a timer in it that looks at two clocks.

Run as a program, it is the loop of one that does nothing at all: what another program's loop can be
measured against, on a computer that has much to do. At the end of its input it prints how many
seconds it stood still at most, nevertheless.
"""

import sys
import time

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Qt, QTimer, Slot

_BEAT_MS = 5


class Heartbeat(QObject):
    """Beats as long as it lives.

    Attributes:
        longest_seconds: between two beats; less the beat's own time, nobody could be answered.
        longest_busy_seconds: of them the loop's own thread has computed. Neither other programs nor
            other threads are in it, so that it is the same on a computer that is busy; what the
            thread waits for is not in it either.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.longest_seconds = 0.0
        self.longest_busy_seconds = 0.0
        self._last = time.monotonic()
        self._last_busy = time.thread_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT_MS)

    @Slot()
    def _beat(self) -> None:
        now, busy = time.monotonic(), time.thread_time()
        self.longest_seconds = max(self.longest_seconds, now - self._last)
        self.longest_busy_seconds = max(self.longest_busy_seconds, busy - self._last_busy)
        self._last, self._last_busy = now, busy


def main() -> None:
    """Beat until somebody closes the input."""
    app = QCoreApplication()
    heart = Heartbeat()
    end = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    end.activated.connect(app.quit)
    app.exec()
    sys.stdout.write(f"{heart.longest_seconds}\n")


if __name__ == "__main__":
    main()
