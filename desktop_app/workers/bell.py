"""What wakes the thread that watches an engine. Pure Python."""

import threading
from enum import Flag, auto


class Ring(Flag):
    """Why the watching thread is woken."""

    CHANGED = auto()  # something happened in the engine
    LOST = auto()  # the engine no longer tells what happens in it
    REFRESH = auto()  # somebody wants to see the lists of now
    BUILT_IN = auto()  # somebody wants the built-in engine
    OTHER = auto()  # somebody wants another engine
    QUIT = auto()  # the program ends


ANY = Ring.CHANGED | Ring.LOST | Ring.REFRESH | Ring.BUILT_IN | Ring.OTHER | Ring.QUIT


class Bell:
    """Rung from any thread, waited for by one. Rings add up until they are heard."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._rings = Ring(0)

    def ring(self, ring: Ring) -> None:
        """Wake the one who waits; the same ring twice is one."""
        with self._condition:
            self._rings |= ring
            self._condition.notify()

    def is_ringing(self) -> bool:
        """Whether anything was rung that was not heard yet."""
        with self._condition:
            return bool(self._rings)

    def forget(self, rings: Ring) -> None:
        """Take back what was rung and not heard yet."""
        with self._condition:
            self._rings &= ~rings

    def wait(self, seconds: float | None = None, rings: Ring = ANY) -> Ring:
        """Wait until one of some rings is there, and forget those that were heard.

        The end of the program is never forgotten.

        Args:
            seconds: at most; None waits for ever.
            rings: the ones to wait for; others stay for later.

        Returns:
            Those that were there; nothing if the time was over first.
        """
        with self._condition:
            self._condition.wait_for(lambda: bool(self._rings & rings), seconds)
            heard = self._rings & rings
            self._rings &= ~heard | Ring.QUIT
            return heard
