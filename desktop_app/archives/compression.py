"""The outer compression of a file: told by its first bytes, taken off while it is read.

One level only; what is inside is for ``identification.py`` to say.
"""

import bz2
import io
import lzma
from collections.abc import Iterator
from typing import cast

from typing_extensions import Buffer, override

from desktop_app.archives.report import Compression, HostileArchive, HostileReason
from desktop_app.archives.tar_reader import Source

_MAGIC = (
    (b"\x1f\x8b", Compression.GZIP),  # RFC 1952
    (b"BZh", Compression.BZIP2),
    (b"\xfd7zXZ\x00", Compression.XZ),  # The .xz File Format 1.2.1, 2.1.1.1
    (b"\x28\xb5\x2f\xfd", Compression.ZSTD),  # RFC 8878
)
_SKIPPABLE = tuple(bytes((0x50 + number, 0x2A, 0x4D, 0x18)) for number in range(16))
"""Zstandard frames that carry no data may stand first (RFC 8878, 3.1.2)."""

_BLOCK_BYTES = 1 << 20
_MOST_RATIO = 2000
"""Images full of zeros shrink a thousandfold with gzip; what goes far beyond is a bomb."""
_MOST_XZ_BYTES = 80 << 20
"""``xz -9`` needs 65 MiB; a header may ask for 4 GiB."""
_FREE_BYTES = 1 << 30
"""So much may come out of anything: a bomb of a gigabyte hurts nobody who reads it in blocks."""


class DamagedCompression(Exception):  # noqa: N818  becomes a verdict, not a message
    """The compressed data do not add up."""


def compression_of(head: bytes) -> Compression:
    """Tell the compression by the first bytes of a file."""
    if head.startswith(_SKIPPABLE):
        return Compression.ZSTD
    return next((kind for magic, kind in _MAGIC if head.startswith(magic)), Compression.NONE)


def begins_with_empty_frame(head: bytes) -> bool:
    """Whether these first bytes are those of a Zstandard frame without data."""
    return head.startswith(_SKIPPABLE)


class Decompressed:
    """A source without its compression; several members or frames in a row are one.

    Raises:
        DamagedCompression: when reading comes to where the data do not add up.
        HostileArchive: far more comes out than any real file holds.
    """

    def __init__(self, source: Source, compression: Compression) -> None:
        self._counted = _Counted(source)
        self._stream = _opened(self._counted, compression)
        self._out_bytes = 0

    def readinto(self, buffer: memoryview) -> int:
        """Fill a buffer and give the number of bytes; 0 is the end."""
        try:
            count = self._stream.readinto(buffer) or 0
        except _mistakes() as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise  # the disk's, not the decompressor's
            raise DamagedCompression from error
        self._out_bytes += count
        if self._out_bytes > max(_FREE_BYTES, _MOST_RATIO * self._counted.count):
            raise HostileArchive(HostileReason.DECOMPRESSION_BOMB)
        return count


def decompressed(source: Source, compression: Compression) -> Iterator[memoryview]:
    """The plain bytes of a source, block by block; each is valid until the next one."""
    plain = source if compression is Compression.NONE else Decompressed(source, compression)
    buffer = memoryview(bytearray(_BLOCK_BYTES))
    while count := plain.readinto(buffer):
        yield buffer[:count]


class _Counted(io.RawIOBase):
    """A source as Python's decompressors want it, counting what they take.

    Attributes:
        count: bytes taken so far.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self.count = 0

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Buffer) -> int:
        count = self._source.readinto(memoryview(buffer).cast("B"))
        self.count += count
        return count


class _XzFile(io.RawIOBase):
    """Like `lzma.LZMAFile`, with a limit to the memory that it takes."""

    def __init__(self, source: "io.BufferedReader[_Counted]") -> None:
        self._source = source
        self._ahead = b""
        self._stream = _new_xz_stream()

    @override
    def readinto(self, buffer: Buffer) -> int:
        view, plain = memoryview(buffer), b""
        while not plain:
            if self._stream.eof and not self._begin_next():
                return 0
            plain = self._stream.decompress(self._input(), len(view))
        view[: len(plain)] = plain
        return len(plain)

    def _input(self) -> bytes:
        data, self._ahead = self._ahead, b""
        if data or not self._stream.needs_input:
            return data
        data = self._source.read1()
        if not data:
            raise EOFError
        return data

    def _begin_next(self) -> bool:
        """Begin the stream behind the one that has ended, and behind zeros between the two."""
        data = self._stream.unused_data
        while not (ahead := data.lstrip(b"\0")):
            data = self._source.read1()
            if not data:
                return False
        self._ahead, self._stream = ahead, _new_xz_stream()
        return True


def _new_xz_stream() -> lzma.LZMADecompressor:
    return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_MOST_XZ_BYTES)


# What follows imports its libraries only when a file is read: the window is seen before that.
# ruff: noqa: PLC0415


def _mistakes() -> tuple[type[Exception], ...]:
    import zstandard
    from isal import igzip_lib

    error = cast("type[Exception]", igzip_lib.error)  # its stub says that this is one already
    return (OSError, EOFError, error, lzma.LZMAError, zstandard.ZstdError)


def _opened(raw: _Counted, compression: Compression) -> io.RawIOBase:
    source = io.BufferedReader(raw, _BLOCK_BYTES)
    opened: object = source
    if compression is Compression.GZIP:
        from isal import igzip

        opened = igzip.IGzipFile(fileobj=source)
    elif compression is Compression.BZIP2:
        opened = bz2.BZ2File(source)
    elif compression is Compression.XZ:
        opened = _XzFile(source)
    elif compression is Compression.ZSTD:
        import zstandard

        opened = zstandard.ZstdDecompressor().stream_reader(source, read_across_frames=True)
    return cast("io.RawIOBase", opened)
