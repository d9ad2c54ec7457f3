"""What a conversion reads from: a file, or something in it that can be opened again and again."""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import IO

from desktop_app.archives.compression import DamagedCompression, Decompressed
from desktop_app.archives.file_source import FileSource, opened
from desktop_app.archives.joined_file import WholeFile
from desktop_app.archives.report import Compression, HostileArchive, HostileReason
from desktop_app.archives.tar_header import BadHeader
from desktop_app.archives.tar_reader import CutShort, Source, TarReader
from desktop_app.cancel import CancelToken
from desktop_app.progress import Progress

_MOST_RATIO = 2000
_FREE_BYTES = 1 << 30
"""As in ``compression.py``, but against the file itself: what is packed twice counts once."""

_LARGEST_DIRECTORY = 64 << 10
"""Of a zip, where all names stand; one archive and what macOS puts beside it take some hundreds."""
_ZIP_END = b"PK\x05\x06"
_ZIP64_END, _ZIP64_LOCATOR = b"PK\x06\x06", b"PK\x06\x07"
_LONGEST_ZIP_END = 22 + 0xFFFF
_READABLE_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2}
"""Not LZMA: in a zip its header asks for any amount of memory, and Python gives it."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Something that is being read.

    Attributes:
        source: its bytes.
        file_bytes: of the file that they are from.
        skip: passes over so many of them without reading; None where they must be read.
        size_bytes: how many there are; None where nobody knows.
    """

    source: Source
    file_bytes: int
    skip: Callable[[int], None] | None = None
    size_bytes: int | None = None


Opener = Callable[[], AbstractContextManager[Opened]]
"""Opens the same thing anew each time."""


@dataclass(slots=True)
class Origin:
    """The file that all is from.

    Attributes:
        path: of the file.
        cancel: ends every reading of it.
        on_progress: told how far a reading is; taken away when the stream begins.
    """

    path: Path
    cancel: CancelToken
    on_progress: Callable[[Progress], None] | None = None


class Pieces:
    """A source made of pieces, each of which need be valid only until the next one."""

    def __init__(self, pieces: Iterator[memoryview]) -> None:
        self._pieces = pieces
        self._view = memoryview(b"")

    def readinto(self, buffer: memoryview) -> int:
        """Fill the buffer, to its end unless the pieces end before; 0 is the end."""
        filled = 0
        while filled < len(buffer):
            if not self._view:
                view = next(self._pieces, None)
                if view is None:
                    break
                self._view = view
            count = min(len(buffer) - filled, len(self._view))
            buffer[filled : filled + count] = self._view[:count]
            self._view = self._view[count:]
            filled += count
        return filled

    def beginning(self, count: int) -> bytes:
        """The next bytes, at most so many; they are still to be read."""
        buffer = memoryview(bytearray(count))
        head = buffer[: self.readinto(buffer)]
        self._pieces = chain([self._view], self._pieces)
        self._view = head
        return bytes(head)


def whole(origin: Origin) -> Opener:
    """The file as it lies there."""
    return partial(_opened_file, origin)


def decompressing(opener: Opener, compression: Compression) -> Opener:
    """Something without its compression."""
    return partial(_opened_plain, opener, compression)


def zip_member(origin: Origin) -> Opener:
    """The one file in a zip.

    Raises:
        BadHeader: when it is opened, and is not such a zip.
    """
    return partial(_opened_zip_member, origin)


def tar_member(opener: Opener, ordinal: int, size_bytes: int) -> Opener:
    """The data of one member of an archive.

    Args:
        opener: opens the archive.
        ordinal: how many members stand before it.
        size_bytes: of its data.
    """
    return partial(_opened_tar_member, opener, ordinal, size_bytes)


@contextmanager
def _opened_file(origin: Origin) -> Iterator[Opened]:
    with opened(origin.path) as file:
        source = FileSource(file, origin.cancel, origin.on_progress)
        yield Opened(source, source.size_bytes, source.skip, source.size_bytes)


@contextmanager
def _opened_plain(opener: Opener, compression: Compression) -> Iterator[Opened]:
    with opener() as packed:
        plain = Decompressed(packed.source, compression)
        yield Opened(_Bounded(plain, packed.file_bytes), packed.file_bytes)


@contextmanager
def _opened_zip_member(origin: Origin) -> Iterator[Opened]:
    with opened(origin.path) as file:
        watch = FileSource(file, origin.cancel, origin.on_progress)
        _check_directory(watch)
        archive, member = _only_file(file)
        with archive, _unpacked(archive, member) as data:
            bounded = _Bounded(_ZipMember(data, file, watch), watch.size_bytes)
            yield Opened(bounded, watch.size_bytes, size_bytes=member.file_size)


@contextmanager
def _opened_tar_member(opener: Opener, ordinal: int, size_bytes: int) -> Iterator[Opened]:
    with opener() as around:
        reader = TarReader(around.source, around.skip)
        if next(islice(reader.members(), ordinal, None), None) is None:
            raise CutShort
        yield Opened(Pieces(reader.data()), around.file_bytes, size_bytes=size_bytes)


class _Bounded:
    """A source out of which no more comes than the file can hold, however often it is packed."""

    def __init__(self, source: Source, file_bytes: int) -> None:
        self._source = source
        self._left = max(_FREE_BYTES, _MOST_RATIO * file_bytes)

    def readinto(self, buffer: memoryview) -> int:
        """Read, unless too much came out already."""
        count = self._source.readinto(buffer)
        self._left -= count
        if self._left < 0:
            raise HostileArchive(HostileReason.DECOMPRESSION_BOMB)
        return count


class _ZipMember:
    """The data of a zip's member; Python checks them when they end."""

    def __init__(self, data: IO[bytes], file: WholeFile, watch: FileSource) -> None:
        self._data = data
        self._file = file
        self._watch = watch

    def readinto(self, buffer: memoryview) -> int:
        """Read, unless the token was cancelled."""
        self._watch.position = self._file.tell()
        self._watch.tick()
        try:
            data = self._data.read(len(buffer))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise  # the disk's, not the decompressor's
            raise DamagedCompression from error
        buffer[: len(data)] = data
        return len(data)


def _only_file(file: WholeFile) -> tuple[zipfile.ZipFile, zipfile.ZipInfo]:
    """A zip and the one file in it, whatever its name, beside what macOS puts there.

    Raises:
        BadHeader: there are none, several, or one that is not read here.
    """
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise BadHeader from error
    files = [
        member
        for member in archive.infolist()
        if not member.is_dir()
        and not member.filename.startswith("__MACOSX/")
        and not member.filename.endswith(".DS_Store")
    ]
    if len(files) != 1 or files[0].compress_type not in _READABLE_METHODS:
        raise BadHeader
    return archive, files[0]


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> IO[bytes]:
    try:
        return archive.open(member)
    except (zipfile.BadZipFile, RuntimeError) as error:
        raise BadHeader from error  # its own header says something else, or wants a password


def _check_directory(file: FileSource) -> None:
    """Refuse a zip with a long list of members before Python reads it into memory.

    Raises:
        BadHeader: it is long, or is not found.
    """
    start = max(0, file.size_bytes - _LONGEST_ZIP_END)
    tail = file.look(start, _LONGEST_ZIP_END)
    end = tail.rfind(_ZIP_END)
    record = tail[end : end + 22]
    if end < 0 or len(record) < 22:
        raise BadHeader
    sizes = _directory_sizes(file, start + end)
    if max(sizes or [int.from_bytes(record[12:16], "little")]) > _LARGEST_DIRECTORY:
        raise BadHeader


def _directory_sizes(file: FileSource, end: int) -> list[int]:
    """What the larger end records of a zip say, if there are any (APPNOTE.TXT 6.3.10, 4.3.14).

    A locator before the usual record tells where one is; some Pythons look before the locator.
    """
    locator = file.look(max(0, end - 20), 20)
    if not locator.startswith(_ZIP64_LOCATOR):
        return []
    told = int.from_bytes(locator[8:16], "little")
    places = (min(told, file.size_bytes), max(0, end - 20 - 56))
    records = [file.look(place, 56) for place in places]
    return [int.from_bytes(each[40:48], "little") for each in records if each[:4] == _ZIP64_END]
