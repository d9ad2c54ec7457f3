"""How fast a job moves, and how long it will still take. Pure Python."""

import time
from collections import deque
from collections.abc import Callable

from desktop_app.progress import Progress

_WINDOW_SECONDS = 30.0
_SHORTEST_SECONDS = 0.5  # less says more about buffers than about the disk


class RateMeter:
    """The mean speed over the last half minute of one phase.

    Args:
        clock: monotonic seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._samples: deque[tuple[float, Progress]] = deque()

    def add(self, progress: Progress) -> None:
        """Note how far the job is now; a new phase starts from nothing."""
        now = self._clock()
        if self._samples and self._samples[-1][1].phase is not progress.phase:
            self._samples.clear()
        self._samples.append((now, progress))
        while now - self._samples[0][0] > _WINDOW_SECONDS:
            self._samples.popleft()

    @property
    def bytes_per_second(self) -> int | None:
        """The speed; None as long as nobody can say."""
        if len(self._samples) < 2:
            return None
        (first_at, first), (last_at, last) = self._samples[0], self._samples[-1]
        if last_at - first_at < _SHORTEST_SECONDS:
            return None
        return round((last.done_bytes - first.done_bytes) / (last_at - first_at))

    @property
    def seconds_left(self) -> int | None:
        """Until the end of this phase; None as long as nobody can say."""
        rate = self.bytes_per_second
        if not rate:
            return None
        latest = self._samples[-1][1]
        if latest.total_bytes is None or latest.total_bytes < latest.done_bytes:
            return None
        return round((latest.total_bytes - latest.done_bytes) / rate)
