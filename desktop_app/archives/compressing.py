"""The outer compression of a file, put on while it is written, by all processors at once.

It knows nothing of archives: what passes are bytes. ``compression.py`` takes it off again.
"""

import os
import struct
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from typing import IO, cast

import zstandard
from isal import isal_zlib

from desktop_app.archives.conversions.origins import Pieces
from desktop_app.archives.report import Compression
from desktop_app.archives.tar_reader import Source

_MOST_THREADS = 4
"""More would compress faster than an engine sends, and each takes memory."""
_ZSTD_LEVEL = 3
_ZSTD_JOB_BYTES = 4 << 20
"""Half of the library's own choice; some of these are in memory for each thread."""
_GZIP_LEVEL = 3
"""isal's best: 12 % larger than what ``gzip -6`` makes of an image, in a tenth of its time."""
_GZIP_HEADER = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
_GZIP_LAST_BLOCK = b"\x03\0"
_WINDOW_BYTES = 32 << 10
"""So far back gzip refers to what came before (RFC 1951, 3.2.5)."""


@contextmanager
def compressed(
    blocks: Iterator[memoryview], compression: Compression, end: Callable[[], bytes]
) -> Iterator[Source]:
    """Open a stream in its compressed form.

    Args:
        blocks: the plain bytes; each is valid until the next is asked for.
        compression: ZSTD or GZIP.
        end: gives what follows the compressed data, once all of the plain ones were read.
    """
    if compression is Compression.ZSTD:
        yield _Followed(_zstd(blocks), end)
        return
    with (
        ThreadPoolExecutor(_thread_count(), "gzip") as workers,
        closing(_gzip(blocks, workers)) as pieces,
    ):
        yield _Followed(Pieces(pieces), end)


class _Followed:
    """A source with something more after its end."""

    def __init__(self, source: Source, end: Callable[[], bytes]) -> None:
        self._source = source
        self._end: Callable[[], bytes] | None = end

    def readinto(self, buffer: memoryview) -> int:
        """Fill a buffer; 0 is the end."""
        count = self._source.readinto(buffer)
        if count == 0 and self._end is not None:
            self._source = Pieces(iter([memoryview(self._end())]))
            self._end = None
            count = self._source.readinto(buffer)
        return count


class _Blocks:
    """Blocks as zstandard reads them; it takes each as it is and is done with it at the next."""

    def __init__(self, blocks: Iterator[memoryview]) -> None:
        self._blocks = blocks

    def read(self, _most_bytes: int) -> memoryview:
        """The next block; an empty one is the end."""
        return next(self._blocks, memoryview(b""))


def _zstd(blocks: Iterator[memoryview]) -> Source:
    parameters = zstandard.ZstdCompressionParameters.from_level(
        _ZSTD_LEVEL, threads=_thread_count(), job_size=_ZSTD_JOB_BYTES, write_checksum=True
    )
    compressor = zstandard.ZstdCompressor(compression_params=parameters)
    return compressor.stream_reader(cast("IO[bytes]", _Blocks(blocks)), closefd=False)


def _gzip(
    blocks: Iterator[memoryview], workers: ThreadPoolExecutor
) -> Generator[memoryview, None, None]:
    """One member (RFC 1952) whose blocks are compressed side by side, as pigz does it."""
    yield memoryview(_GZIP_HEADER)
    waiting: deque[Future[bytes]] = deque()
    crc = size = 0
    window = b""
    for block in blocks:
        data = bytes(block)
        waiting.append(workers.submit(_deflated, data, window))
        window = data[-_WINDOW_BYTES:]
        crc = isal_zlib.crc32(data, crc)
        size += len(data)
        if len(waiting) > 2 * _thread_count():
            yield memoryview(waiting.popleft().result())
    for last in waiting:
        yield memoryview(last.result())
    yield memoryview(_GZIP_LAST_BLOCK + struct.pack("<II", crc, size & 0xFFFFFFFF))


def _deflated(data: bytes, window: bytes) -> bytes:
    """A block that refers to the end of the one before and ends at a full byte."""
    deflate = isal_zlib.compressobj(_GZIP_LEVEL, wbits=-isal_zlib.MAX_WBITS, zdict=window)
    return deflate.compress(data) + deflate.flush(isal_zlib.Z_SYNC_FLUSH)


def _thread_count() -> int:
    return min(_MOST_THREADS, os.cpu_count() or 1)
