"""A root file system that moves up: the folder around it is taken off every name as it passes.

Headers stay as they are, owners, times, attributes and all, but for names and hard links.
"""

from collections.abc import Iterator

from typing_extensions import override

from desktop_app.archives.conversions.contents import moved_up
from desktop_app.archives.conversions.origins import Opened, Pieces
from desktop_app.archives.conversions.rewriting import end_marker, header, padding
from desktop_app.archives.tar_header import (
    BLOCK,
    DIRECTORY,
    HARD_LINK,
    SYMBOLIC_LINK,
    Extended,
    Member,
    size_of,
)
from desktop_app.archives.tar_reader import Source, TarReader

_NAME, _LINK, _PREFIX, _CHECKSUM = slice(0, 100), slice(157, 257), slice(345, 476), slice(148, 156)
_KIND = slice(156, 157)
_PAX, _PAX_GLOBAL, _GNU_NAME, _GNU_LINK = b"x", b"g", b"L", b"K"
_LONGEST = 100


def relocated(opened: Opened, folder: str) -> Source:
    """An archive without the folder that everything in it is in."""
    return Pieces(_pieces(_Reader(opened), folder))


class _Reader(TarReader):
    """Keeps the headers of the current member as they are written.

    Attributes:
        headers: blocks, each followed by what an extended header says.
    """

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened.source, opened.skip)
        self.headers: list[bytes] = []

    @override
    def read(self, most_bytes: int) -> bytes:
        data = super().read(most_bytes)
        self.headers[-1] += data + padding(len(data))
        return data

    @override
    def _header(self) -> bytes | None:
        block = super()._header()
        if block is not None:
            self.headers.append(block)
        return block


def _pieces(reader: _Reader, folder: str) -> Iterator[memoryview]:
    for member in reader.members():
        headers, reader.headers = reader.headers, []
        moved = moved_up(member, folder)
        if moved is None:
            continue
        yield memoryview(b"".join(_headers(moved, headers)))
        yield from reader.data()
        yield memoryview(padding(member.size_bytes))
    yield memoryview(end_marker())


def _headers(member: Member, written: list[bytes]) -> Iterator[bytes]:
    """Those of a member under its new name; long names are written as GNU does."""
    *extended, own = written
    name = _bytes(member.name) + b"/" * (member.kind == DIRECTORY)
    link = _bytes(member.link) if member.kind in (HARD_LINK, SYMBOLIC_LINK) else b""
    yield from (each for each in extended if each[_KIND] == _PAX_GLOBAL)
    yield _without_names(extended)
    if len(name) > _LONGEST:
        yield _extended(_GNU_NAME, name + b"\0")
    if len(link) > _LONGEST:
        yield _extended(_GNU_LINK, link + b"\0")
    yield _renamed(own, name[:_LONGEST], link[:_LONGEST])


def _without_names(extended: list[bytes]) -> bytes:
    """What PAX says beside names; of several headers the last one counts, as for engines."""
    said = Extended()
    for each in extended:
        if each[_KIND] == _PAX:
            size = size_of(each[124:136])
            said.note(_PAX, each[BLOCK : BLOCK + size])
    kept = [_record(*each) for each in said.pax.items() if each[0] not in (b"path", b"linkpath")]
    return _extended(_PAX, b"".join(kept)) if kept else b""


def _record(keyword: bytes, value: bytes) -> bytes:
    """A length that counts itself, a space, ``keyword=value``, a line's end (POSIX, pax)."""
    rest = len(keyword) + len(value) + 3
    length = rest + len(str(rest))
    length = rest + len(str(length))
    return b"%d %s=%s\n" % (length, keyword, value)


def _extended(kind: bytes, data: bytes) -> bytes:
    block = bytearray(header("././@LongLink" if kind != _PAX else "PaxHeader", len(data)))
    block[_KIND] = kind
    return _summed(block) + data + padding(len(data))


def _renamed(own: bytes, name: bytes, link: bytes) -> bytes:
    block = bytearray(own)
    block[_NAME] = name.ljust(_LONGEST, b"\0")
    if link:
        block[_LINK] = link.ljust(_LONGEST, b"\0")
    if block[257:263] == b"ustar\0":
        is_star = block[508:512] == b"tar\0"  # whose prefix is shorter, with times after it
        end = _PREFIX.stop if is_star else 500
        block[_PREFIX.start : end] = bytes(end - _PREFIX.start)
    return _summed(block)


def _summed(block: bytearray) -> bytes:
    """With a new checksum: the sum of all bytes, its own taken as spaces."""
    block[_CHECKSUM] = b" " * 8
    block[_CHECKSUM] = b"%06o\0 " % sum(block)
    return bytes(block)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
