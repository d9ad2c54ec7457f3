"""Reading a tar archive once, from its beginning to its end, without trusting a word in it.

Python's tarfile is not used on files from elsewhere: it reads extended headers of any size into
memory and can be led in circles (CVE-2025-8194 and others). This reader goes forward only, keeps
one buffer, and takes names for keys. It does not know what the members mean.
"""

from collections.abc import Callable, Iterator
from typing import Protocol

from desktop_app.archives.report import HostileArchive, HostileReason
from desktop_app.archives.tar_header import (
    BLOCK,
    DIRECTORY,
    EXTENDED_KINDS,
    HARD_LINK,
    OLD_REGULAR,
    REGULAR,
    SPARSE,
    SYMBOLIC_LINK,
    WITHOUT_DATA,
    BadHeader,
    Extended,
    Member,
    has_valid_checksum,
    key,
    size_of,
)

__all__ = [
    "BLOCK",
    "DIRECTORY",
    "HARD_LINK",
    "REGULAR",
    "SPARSE",
    "SYMBOLIC_LINK",
    "BadHeader",
    "CutShort",
    "Member",
    "Source",
    "TarReader",
    "key",
]

_BUFFER_BYTES = 1 << 20
_FIRST_READ_BYTES = 4 << 10
"""So little is read after a jump; twice as much each time while it goes on without one."""
_MOST_HEADER_BYTES = 1 << 20
"""PAX records and long names of real archives take a few hundred bytes; Go's reader also ends at
1 MiB (archive/tar common.go, maxSpecialFileSize)."""
_MOST_MEMBERS = 5_000_000
"""Ten times a large root file system; what is known of so many members still fits into memory."""


class CutShort(Exception):  # noqa: N818  becomes a verdict, not a message
    """The archive ends in the middle of something."""


class Source(Protocol):
    """Where an archive comes from."""

    def readinto(self, buffer: memoryview) -> int:
        """Fill the buffer and give the number of bytes; 0 is the end."""
        ...


class TarReader:
    """Members in order; the data of each is read, or skipped when the next is asked for.

    Args:
        source: an uncompressed archive.
        skip: passes over so many bytes of the source without reading them, where that is possible.

    Attributes:
        has_begun: whether at least one header was read, so that this is a tar at all.
        has_end_marker: whether the archive was closed by blocks of zeros, once `members` has ended.
        has_lone_end_block: whether there was one block only; readers take no notice, but it means
            that something is missing.
    """

    def __init__(self, source: Source, skip: Callable[[int], None] | None = None) -> None:
        self._source = source
        self._skip_in_source = skip
        self._buffer = memoryview(bytearray(_BUFFER_BYTES))
        self._read_bytes = _BUFFER_BYTES if skip is None else _FIRST_READ_BYTES
        self._start = self._end = 0
        self._left = 0
        self._padding = 0
        self.has_begun = False
        self.has_end_marker = False
        self.has_lone_end_block = False

    def members(self) -> Iterator[Member]:
        """Every member.

        Raises:
            CutShort: the archive ends inside a member or a header.
            BadHeader: there is something else where a header should be.
            HostileArchive: a header that no program writes.
        """
        for _ in range(_MOST_MEMBERS):
            member = self._next()
            if member is None:
                return
            yield member
        raise HostileArchive(HostileReason.TOO_MANY_MEMBERS)

    def data(self) -> Iterator[memoryview]:
        """The rest of the current member's data, in pieces that are valid until the next one."""
        while self._left:
            view = self._available()
            if not view:
                raise CutShort
            view = view[: self._left]
            self._start += len(view)
            self._left -= len(view)
            yield view

    def read(self, most_bytes: int) -> bytes:
        """The whole data of the current member.

        Raises:
            HostileArchive: it is larger than `most_bytes`.
        """
        if self._left > most_bytes:
            raise HostileArchive(HostileReason.METADATA_TOO_LARGE)
        return b"".join(bytes(view) for view in self.data())

    def head(self, most_bytes: int) -> bytes:
        """The first bytes of the current member's data, or all of them where they are fewer."""
        head = self._exactly_or_end(min(self._left, most_bytes)) or b""
        self._left -= len(head)
        return head

    def trailing(self) -> Iterator[bool]:
        """Read what follows the end marker, and say of each piece whether it is more than zeros."""
        while view := self._available():
            self._start = self._end
            yield bool(bytes(view).strip(b"\0"))

    def _next(self) -> Member | None:
        extended = Extended()
        while True:
            block = self._header()
            if block is None:
                return None
            kind, size = block[156:157], size_of(block[124:136])
            if kind in EXTENDED_KINDS:
                self._begin(size)
                if size > _MOST_HEADER_BYTES:
                    raise HostileArchive(HostileReason.HEADER_TOO_LARGE)
                extended.note(kind, self.read(_MOST_HEADER_BYTES))
                continue
            return self._member(block, kind, extended.size(size), extended)

    def _member(self, block: bytes, kind: bytes, size: int, extended: Extended) -> Member:
        name = extended.name(block)
        if kind == OLD_REGULAR:
            kind = DIRECTORY if name.endswith("/") else REGULAR
        if kind == SPARSE:
            self._skip_sparse_map(block)
        if kind == REGULAR and extended.is_sparse:
            kind = SPARSE
        size = 0 if kind in WITHOUT_DATA else size
        self._begin(size)
        known_as = key(name)
        return Member(known_as, kind, size, extended.link(block), is_respelt=known_as != name)

    def _header(self) -> bytes | None:
        """The next header; None at the end marker, or where the archive just stops."""
        self._finish_member()
        block = self._exactly_or_end(BLOCK)
        if block is None:
            return None
        if not any(block):
            second = self._exactly_or_end(BLOCK)
            if any(second or b""):
                raise BadHeader
            self.has_end_marker = True
            self.has_lone_end_block = second is None
            return None
        if not has_valid_checksum(block):
            raise BadHeader
        self.has_begun = True
        return block

    def _begin(self, size: int) -> None:
        self._left = size
        self._padding = -size % BLOCK

    def _finish_member(self) -> None:
        self._skip(self._left + self._padding)
        self._left = self._padding = 0

    def _skip_sparse_map(self, block: bytes) -> None:
        """Old GNU sparse files have more header blocks (GNU tar manual, "Basic Tar Format")."""
        is_extended = block[482]
        while is_extended:
            extension = self._exactly_or_end(BLOCK)
            if extension is None:
                raise CutShort
            is_extended = extension[504]

    def _available(self) -> memoryview:
        if self._start == self._end:
            self._start = 0
            self._end = self._source.readinto(self._buffer[: self._read_bytes])
            self._read_bytes = min(2 * self._read_bytes, _BUFFER_BYTES)
        return self._buffer[self._start : self._end]

    def _exactly_or_end(self, count: int) -> bytes | None:
        """So many bytes; None if there is not one more."""
        if count <= self._end - self._start:
            self._start += count
            return bytes(self._buffer[self._start - count : self._start])
        pieces = bytearray()
        while len(pieces) < count:
            view = self._available()[: count - len(pieces)]
            if not view:
                if pieces:
                    raise CutShort
                return None
            pieces += view
            self._start += len(view)
        return bytes(pieces)

    def _skip(self, count: int) -> None:
        beyond = count - (self._end - self._start)
        if self._skip_in_source is not None and beyond >= self._read_bytes:  # it saves a read
            self._skip_in_source(beyond)
            self._start = self._end
            self._read_bytes = _FIRST_READ_BYTES
            return
        while count:
            view = self._available()[:count]
            if not view:
                raise CutShort
            self._start += len(view)
            count -= len(view)
