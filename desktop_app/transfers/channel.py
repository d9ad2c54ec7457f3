"""A bounded stream of reused buffers: one thread fills it, several threads each see all of it.

It holds the bytes of a transfer between two stages and nothing else; which stages there are is the
business of ``pipeline.py`` and of the verbs.
"""

import mmap
import threading
from collections import deque
from collections.abc import Callable, Iterator

BLOCK_BYTES = 1 << 20
"""The size of a buffer: large enough that Python's share of the work is small."""

_BLOCKS = 16


class Broken(Exception):  # noqa: N818  not a failure of its own: another stage has failed
    """The transfer has ended early; whoever waits on a channel is to unwind."""


class _Block:
    """One buffer, how much of it is filled, and how many readers still need it."""

    __slots__ = ("filled", "memory", "pending")

    def __init__(self) -> None:
        self.memory = memoryview(mmap.mmap(-1, BLOCK_BYTES))  # at a page: see PartFile
        self.filled = 0
        self.pending = 0


class Channel:
    """Buffers on their way from one filling thread to its readers.

    A slow reader holds the filling thread back once all buffers are full, so memory stays bounded:
    16 buffers of 1 MiB, made when first needed.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._free: deque[_Block] = deque()
        self._blocks = 0
        self._readers: list[Reader] = []
        self._is_broken = False
        self.passed_bytes = 0
        self.has_ended = False

    def reader(self) -> "Reader":
        """A new reader, which sees everything. All are made before the first byte passes."""
        reader = Reader(self)
        self._readers.append(reader)
        return reader

    def fill_from(self, readinto: Callable[[memoryview], int]) -> None:
        """Pull a source to its end through the channel.

        Args:
            readinto: writes into a buffer and gives the number of bytes; 0 is the end.

        Raises:
            Broken: the transfer ended early.
        """
        while True:
            block = self._take_free()
            block.filled = _filled(block.memory, readinto)
            if block.filled:
                self._hand_on(block)
            if block.filled < len(block.memory):
                break
        with self._changed:
            self.has_ended = True
            self._changed.notify_all()

    def break_off(self) -> None:
        """Wake everybody who waits here with `Broken`. May be called twice, from any thread."""
        with self._changed:
            self._is_broken = True
            self._changed.notify_all()

    def _take_free(self) -> _Block:
        with self._changed:
            while True:
                if self._is_broken:
                    raise Broken
                if self._free:
                    return self._free.popleft()
                if self._blocks < _BLOCKS:
                    self._blocks += 1
                    return _Block()
                self._changed.wait()

    def _hand_on(self, block: _Block) -> None:
        with self._changed:
            self.passed_bytes += block.filled
            block.pending = len(self._readers)
            for reader in self._readers:
                reader.waiting.append(block)
            if not self._readers:
                self._free.append(block)
            self._changed.notify_all()

    def next_for(self, reader: "Reader", done: _Block | None) -> _Block | None:
        """Give a reader its next block and take back the one it is done with; None is the end."""
        with self._changed:
            if done is not None:
                self._release(done)
            while not reader.waiting:
                if self._is_broken:
                    raise Broken
                if self.has_ended:
                    return None
                self._changed.wait()
            return reader.waiting.popleft()

    def leave(self, reader: "Reader", done: _Block | None) -> None:
        """Let go of a reader and of all blocks that it still holds."""
        with self._changed:
            self._readers.remove(reader)
            for block in (done, *reader.waiting):
                if block is not None:
                    self._release(block)
            reader.waiting.clear()

    def _release(self, block: _Block) -> None:
        block.pending -= 1
        if block.pending == 0:
            self._free.append(block)
            self._changed.notify_all()


class Reader:
    """One stage's view of a channel: buffers, each valid until the next is asked for.

    Attributes:
        waiting: what was handed on and not yet looked at; the channel's own.
    """

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._block: _Block | None = None
        self._rest = memoryview(b"")
        self.waiting: deque[_Block] = deque()

    def __iter__(self) -> Iterator[memoryview]:
        while (view := self._next()) is not None:
            yield view

    def readinto(self, buffer: memoryview) -> int:
        """Copy the next bytes into a buffer, as a file does; 0 is the end."""
        if not self._rest:
            view = self._next()
            if view is None:
                return 0
            self._rest = view
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count

    def close(self) -> None:
        """See nothing more; the other readers go on."""
        self._channel.leave(self, self._block)
        self._block = None

    def _next(self) -> memoryview | None:
        done, self._block = self._block, None
        self._block = self._channel.next_for(self, done)
        return None if self._block is None else self._block.memory[: self._block.filled]


def _filled(memory: memoryview, readinto: Callable[[memoryview], int]) -> int:
    """Fill a buffer to its end or to that of the source, and give the number of bytes."""
    filled = 0
    while filled < len(memory) and (count := readinto(memory[filled:])):
        filled += count
    return filled
