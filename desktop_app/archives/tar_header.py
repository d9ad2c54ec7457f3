"""One header of a tar archive: what stands in its fields, in every dialect, as engines read it.

It knows blocks, not archives: ``tar_reader.py`` walks from one to the next. Nothing here trusts a
number or a name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop_app.archives.report import HostileArchive, HostileReason

BLOCK = 512
_LARGEST_SIZE = 1 << 60

REGULAR = b"0"
HARD_LINK = b"1"
SYMBOLIC_LINK = b"2"
DIRECTORY = b"5"
SPARSE = b"S"
OLD_REGULAR = b"\0"
WITHOUT_DATA = {HARD_LINK, SYMBOLIC_LINK, b"3", b"4", DIRECTORY, b"6"}
_PAX, _PAX_GLOBAL, _GNU_NAME, _GNU_LINK = b"x", b"g", b"L", b"K"
EXTENDED_KINDS = {_PAX, _PAX_GLOBAL, _GNU_NAME, _GNU_LINK}
_PAX_SPARSE = b"GNU.sparse."

_OCTAL = re.compile(rb"-?[0-7]+")
_DECIMAL = re.compile(rb"[+-]?[0-9]{1,30}")
_LONGEST_RECORD_LENGTH = 8


class BadHeader(Exception):  # noqa: N818  becomes a verdict, not a message
    """What should be a header is none."""


@dataclass(frozen=True, slots=True)
class Member:
    """One entry of an archive.

    Attributes:
        name: as written, without a leading ``./`` and a trailing ``/``. A key, never a path.
        kind: the type flag of its header; in every dialect, regular files are `REGULAR`, and those
            whose data are stored with holes are `SPARSE`.
        size_bytes: of its data in the archive.
        link: what a link points to, as written.
        is_respelt: whether the name was written in another way than it is looked up.
    """

    name: str
    kind: bytes
    size_bytes: int
    link: str
    is_respelt: bool = False


@dataclass(slots=True)
class Extended:
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
        return sane_size(int(value))

    def _text(self, keyword: bytes) -> str:
        return _text(self.pax.get(keyword, b""))


def key(name: str) -> str:
    """A member's name in the one form in which members are looked up."""
    parts = [part for part in name.split("/") if part not in ("", ".")]
    return "/".join(parts)


def is_header(block: bytes) -> bool:
    """Whether a block may begin an archive."""
    return len(block) == BLOCK and has_valid_checksum(block)


def has_valid_checksum(block: bytes) -> bool:
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


def size_of(field: bytes) -> int:
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
    return sane_size(size)


def _trimmed(field: bytes) -> bytes:
    """The digits of a field, among zeros and spaces as Go allows them, and no further than Go."""
    return field.strip(b" \0").split(b"\0")[0]


def sane_size(size: int) -> int:
    """The size, if a file can have it.

    Raises:
        HostileArchive: it cannot.
    """
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
