"""Cancelling a job from another thread: a flag it looks at, and closers that wake it."""

import contextlib
import threading
from collections.abc import Callable, Iterator


class Cancelled(Exception):  # noqa: N818  an outcome, not an error
    """The person asked for the job to end.

    Attributes:
        remaining: names of images that are in the engine all the same; mostly none.
    """

    def __init__(self, remaining: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.remaining = remaining


class CancelToken:
    """Handed to a job at its start; ``cancel()`` may come at any time, from any thread, twice."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._closers: list[Callable[[], None]] = []

    @property
    def is_cancelled(self) -> bool:
        """Whether ``cancel()`` was called."""
        return self._event.is_set()

    def cancel(self) -> None:
        """Set the flag and run the registered closers on the caller's thread."""
        self._event.set()
        with self._lock:
            closers = list(self._closers)
        for closer in closers:
            closer()

    def raise_if_cancelled(self) -> None:
        """Raise `Cancelled` once ``cancel()`` was called."""
        if self.is_cancelled:
            raise Cancelled

    def wait(self, seconds: float) -> bool:
        """Wait for the cancel, at most so long; whether it came."""
        return self._event.wait(seconds)

    @contextlib.contextmanager
    def closing_with(self, closer: Callable[[], None]) -> Iterator[None]:
        """While the block runs, a cancel calls `closer`; after a cancel it is called at once.

        Args:
            closer: wakes whoever waits, such as a stream's ``cut``. It must neither block nor
                raise, and may run twice.
        """
        with self._lock:
            self._closers.append(closer)
        if self.is_cancelled:
            closer()
        try:
            yield
        finally:
            with self._lock:
                self._closers.remove(closer)
