"""Reading a tar archive once, from its beginning to its end, without trusting a word in it.

Python's tarfile is not used on files from elsewhere: it reads extended headers of any size into
memory and can be led in circles (CVE-2025-8194 and others). This reader goes forward only, keeps
one buffer, and takes names for keys. It does not know what the members mean.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from desktop_app.archives.report import HostileArchive, HostileReason

BLOCK = 512
_BUFFER_BYTES = 1 << 20
_MOST_HEADER_BYTES = 1 << 20
"""PAX records and long names of real archives take a few hundred bytes; Go's reader also ends at
1 MiB (archive/tar common.go, maxSpecialFileSize)."""
_MOST_MEMBERS = 5_000_000
"""Ten times a large root file system; what is known of so many members still fits into memory."""
_LARGEST_SIZE = 1 << 60

REGULAR = b"0"
HARD_LINK = b"1"
SYMBOLIC_LINK = b"2"
DIRECTORY = b"5"
SPARSE = b"S"
_OLD_REGULAR = b"\0"
_WITHOUT_DATA = {HARD_LINK, SYMBOLIC_LINK, b"3", b"4", DIRECTORY, b"6"}
_PAX, _PAX_GLOBAL, _GNU_NAME, _GNU_LINK = b"x", b"g", b"L", b"K"
_PAX_SPARSE = b"GNU.sparse."

_OCTAL = re.compile(rb"-?[0-7]+")
_DECIMAL = re.compile(rb"[+-]?[0-9]{1,30}")
_LONGEST_RECORD_LENGTH = 8


class CutShort(Exception):  # noqa: N818  becomes a verdict, not a message
    """The archive ends in the middle of something."""


class BadHeader(Exception):  # noqa: N818  becomes a verdict, not a message
    """What should be a header is none."""


class Source(Protocol):
    """Where an archive comes from."""

    def readinto(self, buffer: memoryview) -> int:
        """Fill the buffer and give the number of bytes; 0 is the end."""
        ...


@dataclass(frozen=True, slots=True)
class Member:
    """One entry of an archive.

    Attributes:
        name: as written, without a leading ``./`` and a trailing ``/``. A key, never a path.
        kind: the type flag of its header; in every dialect, regular files are `REGULAR`, and those
            whose data are stored with holes are `SPARSE`.
        size_bytes: of its data in the archive.
        link: what a link points to, as written.
    """

    name: str
    kind: bytes
    size_bytes: int
    link: str


@dataclass(slots=True)
class _Extended:
    """What extended headers say of the member that follows.

    Where two of them speak of the same thing, the one that engines believe counts: they use Go's
    archive/tar, for which a long name of GNU's comes before any of PAX, and the last header of PAX
    stands for all.
    """

    gnu_name: str = ""
    gnu_link: str = ""
    pax: dict[bytes, bytes] = field(default_factory=dict)

    @property
    def is_sparse(self) -> bool:
        """Whether PAX describes holes in the data."""
        return bool(self.pax) and any(keyword.startswith(_PAX_SPARSE) for keyword in self.pax)

    def note(self, kind: bytes, data: bytes) -> None:
        """Take an extended header in; a global one says nothing of names and sizes."""
        if kind == _GNU_NAME:
            self.gnu_name = _text(data)
        elif kind == _GNU_LINK:
            self.gnu_link = _text(data)
        elif kind == _PAX:
            self.pax = dict(_pax_records(data))

    def name(self, block: bytes) -> str:
        """The member's name, given its own header."""
        if not self.pax:
            return self.gnu_name or _name(block)
        sparse = self._text(_PAX_SPARSE + b"name")
        return sparse or self.gnu_name or self._text(b"path") or _name(block)

    def link(self, block: bytes) -> str:
        """What it points to, given its own header."""
        return self.gnu_link or self._text(b"linkpath") or _text(block[157:257])

    def size(self, size_bytes: int) -> int:
        """The size of its data, given that of its own header."""
        value = self.pax.get(b"size", b"")
        if not value:
            return size_bytes
        if not _DECIMAL.fullmatch(value):
            raise BadHeader
        return _sane(int(value))

    def _text(self, keyword: bytes) -> str:
        return _text(self.pax.get(keyword, b""))


class TarReader:
    """Members in order; the data of each is read, or skipped when the next is asked for.

    Args:
        source: an uncompressed archive.
        skip: passes over so many bytes of the source without reading them, where that is possible.

    Attributes:
        has_begun: whether at least one header was read, so that this is a tar at all.
        has_end_marker: whether the archive was closed by blocks of zeros, once `members` has ended.
    """

    def __init__(self, source: Source, skip: Callable[[int], None] | None = None) -> None:
        self._source = source
        self._skip_in_source = skip
        self._buffer = memoryview(bytearray(_BUFFER_BYTES))
        self._start = self._end = 0
        self._left = 0
        self._padding = 0
        self.has_begun = False
        self.has_end_marker = False

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

    def trailing(self) -> Iterator[bool]:
        """Read what follows the end marker, and say of each piece whether it is more than zeros."""
        while view := self._available():
            self._start = self._end
            yield bool(bytes(view).strip(b"\0"))

    def _next(self) -> Member | None:
        extended = _Extended()
        while True:
            block = self._header()
            if block is None:
                return None
            kind, size = block[156:157], _size(block[124:136])
            if kind in (_PAX, _PAX_GLOBAL, _GNU_NAME, _GNU_LINK):
                self._begin(size)
                if size > _MOST_HEADER_BYTES:
                    raise HostileArchive(HostileReason.HEADER_TOO_LARGE)
                extended.note(kind, self.read(_MOST_HEADER_BYTES))
                continue
            return self._member(block, kind, extended.size(size), extended)

    def _member(self, block: bytes, kind: bytes, size: int, extended: _Extended) -> Member:
        name = extended.name(block)
        if kind == _OLD_REGULAR:
            kind = DIRECTORY if name.endswith("/") else REGULAR
        if kind == SPARSE:
            self._skip_sparse_map(block)
        if kind == REGULAR and extended.is_sparse:
            kind = SPARSE
        size = 0 if kind in _WITHOUT_DATA else size
        self._begin(size)
        return Member(key(name), kind, size, extended.link(block))

    def _header(self) -> bytes | None:
        """The next header; None at the end marker, or where the archive just stops."""
        self._finish_member()
        block = self._exactly_or_end(BLOCK)
        if block is None:
            return None
        if not any(block):
            if any(self._exactly_or_end(BLOCK) or b""):
                raise BadHeader
            self.has_end_marker = True
            return None
        if not _has_valid_checksum(block):
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
            self._end = self._source.readinto(self._buffer)
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
        if self._skip_in_source is not None and count > self._end - self._start:
            self._skip_in_source(count - (self._end - self._start))
            self._start = self._end
            return
        while count:
            view = self._available()[:count]
            if not view:
                raise CutShort
            self._start += len(view)
            count -= len(view)


def key(name: str) -> str:
    """A member's name in the one form in which members are looked up."""
    parts = [part for part in name.split("/") if part not in ("", ".")]
    return "/".join(parts)


def _has_valid_checksum(block: bytes) -> bool:
    """Sum of all bytes, the checksum's own taken as spaces; some old programs sum signed bytes."""
    stored = _trimmed(block[148:156])
    if not _OCTAL.fullmatch(stored):
        return False
    expected = int(stored, 8)
    unsigned = sum(block) - sum(block[148:156]) + 8 * 0x20
    if unsigned == expected:
        return True
    high = sum(1 for byte in (*block[:148], *block[156:]) if byte > 127)
    return unsigned - 256 * high == expected


def _size(field: bytes) -> int:
    """Octal digits, or GNU's base-256 with the highest bit set."""
    if field[0] & 0x80:
        if field[0] & 0x40:
            raise HostileArchive(HostileReason.BAD_SIZE)
        size = int.from_bytes(bytes((field[0] & 0x3F, *field[1:])), "big")
    else:
        digits = _trimmed(field) or b"0"
        if not _OCTAL.fullmatch(digits):
            raise BadHeader
        size = int(digits, 8)
    return _sane(size)


def _trimmed(field: bytes) -> bytes:
    """The digits of a field, among zeros and spaces as Go allows them, and no further than Go."""
    return field.strip(b" \0").split(b"\0")[0]


def _sane(size: int) -> int:
    if not 0 <= size <= _LARGEST_SIZE:
        raise HostileArchive(HostileReason.BAD_SIZE)
    return size


def _name(block: bytes) -> str:
    name = _text(block[:100])
    if not block[345] or block[257:263] != b"ustar\0":
        return name
    is_star = block[508:512] == b"tar\0"  # whose prefix is shorter, with times after it
    return f"{_text(block[345 : 476 if is_star else 500])}/{name}"


def _text(field: bytes) -> str:
    end = field.find(b"\0")
    return (field if end < 0 else field[:end]).decode("utf-8", "surrogateescape")


def _pax_records(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """A length that counts itself, a space, ``keyword=value``, a line's end (POSIX, pax)."""
    start = 0
    while start < len(data):
        space = data.find(b" ", start, start + _LONGEST_RECORD_LENGTH + 1)
        if space < 0 or not data[start:space].isdigit():
            raise BadHeader
        end = start + int(data[start:space])
        keyword, equals, value = data[space + 1 : end].partition(b"=")
        if end > len(data) or not equals or not value.endswith(b"\n"):
            raise BadHeader
        yield keyword, value[:-1]
        start = end
