"""The body of an answer in HTTP's chunked coding, taken out of its chunks many at a time.

http.client reads the size of each chunk and its end by calls of their own, and waits in each of
them for Python's lock, which hashing and writing want, too. Docker sends 32 KiB a chunk: for 1.3 GB
these are 42,000 times three. What the bytes mean is not known here.
"""

import http.client
import io
import re

_BUFFER_BYTES = 256 << 10
_LONGEST_LINE = 1 << 10
"""Sizes take a few digits; extensions of a chunk, which nobody sends, would stand behind them."""
_LINE_END = b"\r\n"
_SIZE = re.compile(rb"[0-9a-fA-F]{1,16}")


class ChunkedBody:
    """Reads a chunked body to its end (RFC 9112, section 7.1).

    Args:
        stream: what follows the head of an answer; its first bytes are waited for.
    """

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._buffer = bytearray(_BUFFER_BYTES)
        self._view = memoryview(self._buffer)
        # With nothing left in the stream's own buffer, each read of it is one of the connection;
        # readinto1 would wait for more although it has some (CPython 3.11, bufferedio.c).
        head = stream.read1(io.DEFAULT_BUFFER_SIZE)
        self._view[: len(head)] = head
        self._start, self._end = 0, len(head)
        self._left = 0
        self._is_first = True
        self._has_ended = False

    def readinto(self, target: memoryview) -> int:
        """Fill a buffer, waiting as long as it takes; fewer bytes are the last, 0 is the end.

        Raises:
            http.client.HTTPException: the body ends early, or is not in chunks.
            OSError: the connection broke.
        """
        filled = 0
        while filled < len(target) and self._has_more():
            if self._start == self._end:
                self._read_more()
            count = min(self._left, self._end - self._start, len(target) - filled)
            target[filled : filled + count] = self._view[self._start : self._start + count]
            self._start += count
            self._left -= count
            filled += count
        return filled

    def _has_more(self) -> bool:
        """Whether a byte is to come; at the end of a chunk the next one is begun for that."""
        if self._left == 0 and not self._has_ended:
            self._begin_chunk()
        return not self._has_ended

    def _begin_chunk(self) -> None:
        """Read the size of the next chunk; behind the last one stand trailers, which say nothing.

        Raises:
            http.client.HTTPException: there is something else.
        """
        if not self._is_first and self._line():
            raise http.client.HTTPException("a chunk is longer than it says")
        self._is_first = False
        size = self._line().partition(b";")[0].strip()
        if not _SIZE.fullmatch(size):
            raise http.client.HTTPException("a chunk without a size")
        self._left = int(size, 16)
        self._has_ended = self._left == 0
        while self._has_ended and self._line():
            continue

    def _line(self) -> bytes:
        """The next line, without its end."""
        while (end := self._buffer.find(_LINE_END, self._start, self._end)) < 0:
            if self._end - self._start > _LONGEST_LINE:
                raise http.client.LineTooLong("a chunk's size")
            self._read_more()
        line = bytes(self._view[self._start : end])
        self._start = end + len(_LINE_END)
        return line

    def _read_more(self) -> None:
        """Wait for bytes; those of the buffer that are not read yet stay."""
        kept = self._end - self._start
        self._view[:kept] = self._view[self._start : self._end]
        count = self._stream.readinto1(self._view[kept:])
        if count == 0:
            raise http.client.IncompleteRead(b"")
        self._start, self._end = 0, kept + count
