"""Progress thinned out where it is made, so that the window is never flooded."""

import time
from collections.abc import Callable

from desktop_app.progress import Progress

_INTERVAL_SECONDS = 0.1


class Throttle:
    """Lets through the first progress, every new phase, ten a second between, and the last one.

    Args:
        emit: gets what is let through.
        clock: monotonic seconds.
    """

    def __init__(
        self, emit: Callable[[Progress], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._emit = emit
        self._clock = clock
        self._emitted: Progress | None = None
        self._emitted_at = 0.0
        self._held: Progress | None = None

    def __call__(self, progress: Progress) -> None:
        """Let it through or hold it until a newer one comes."""
        self._held = progress
        is_new_phase = self._emitted is None or progress.phase is not self._emitted.phase
        if is_new_phase or self._clock() - self._emitted_at >= _INTERVAL_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Let through what is held; the last call of a job."""
        if self._held is not None:
            self._emitted, self._held = self._held, None
            self._emitted_at = self._clock()
            self._emit(self._emitted)
