"""Bytes as a stream of choices, so that a small change of the bytes is a small change of what they
make."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Choices:
    """Choices taken from bytes, one after the other; when they are used up, always the first."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._place = 0

    @property
    def is_left(self) -> bool:
        """Whether there are bytes that chose nothing yet."""
        return self._place < len(self._data)

    def below(self, limit: int) -> int:
        """A number from 0 on."""
        wide = 1 if limit <= 256 else 3
        taken = self._data[self._place : self._place + wide]
        self._place += wide
        return int.from_bytes(taken, "little") % limit

    def pick(self, among: Sequence[T]) -> T:
        """One of these."""
        return among[self.below(len(among))]

    def take(self, most: int) -> bytes:
        """Some of the bytes as they are."""
        count = self.below(most + 1)
        taken = self._data[self._place : self._place + count]
        self._place += count
        return taken
