"""How long an event loop has stood still at most: a timer in it that looks at two clocks."""

import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot

_BEAT_MS = 5


class Heartbeat(QObject):
    """Beats as long as it lives.

    Attributes:
        longest_seconds: between two beats; less the beat's own time, nobody could be answered. Only
            what the program itself takes counts: where it could have gone on and the kernel gave
            the processors to others, as it does beside an engine at work, no code can be quicker.
        longest_busy_seconds: of them the loop's own thread has computed. Neither other programs nor
            other threads are in it, so that it is the same on a computer that is busy; what the
            thread waits for is not in it either.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.longest_seconds = 0.0
        self.longest_busy_seconds = 0.0
        self._last = _seconds()
        self._last_busy = time.thread_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT_MS)

    @Slot()
    def _beat(self) -> None:
        now, busy = _seconds(), time.thread_time()
        self.longest_seconds = max(self.longest_seconds, now - self._last)
        self.longest_busy_seconds = max(self.longest_busy_seconds, busy - self._last_busy)
        self._last, self._last_busy = now, busy


def _seconds() -> float:
    """A clock that stands while its thread waits for a processor.

    How long it has, in nanoseconds, is the second number in the file (Linux,
    Documentation/scheduler/sched-stats.rst).
    """
    waited_ns = int(Path("/proc/thread-self/schedstat").read_text(encoding="ascii").split()[1])
    return time.monotonic() - waited_ns / 1e9
