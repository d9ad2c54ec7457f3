"""Where a document stands at the end of a compressed file, so that decompressors pass over it.

Zstandard has frames that carry no data (RFC 8878, 3.1.2); gzip has members that are empty and take
up to 64 KiB of anything into their header (RFC 1952, 2.3.1.1), of which several may be needed. In
both a footer is the last thing before what has to stand at the very end.
"""

import struct
import zlib
from collections.abc import Callable

from desktop_app.archives.report import Compression

_MOST_BYTES = 1 << 20
"""Of a document: some thousand images."""

_FOOTER = struct.Struct("<II8s")
"""The document's length, its CRC-32, and a word by which it is known."""
_WORD = b"ferry\0\0\1"

_ZSTD_FRAME = struct.Struct("<II")
"""Magic number and length."""
_ZSTD_MAGIC = 0x184D2A57
"""One of sixteen; 0x184D2A5E is taken by the seekable format (zstd, contrib/seekable_format)."""

_GZIP_MEMBER = struct.Struct("<10sH2sH")
"""Header with the flag FEXTRA, the length of all extra fields, and name and length of the one."""
_GZIP_HEADER = b"\x1f\x8b\x08\x04\0\0\0\0\0\xff"
_GZIP_FIELD = b"IF"
_GZIP_EMPTY = b"\x03\0" + bytes(8)
"""No data, their CRC and their size."""
_GZIP_PIECE_BYTES = 65_000


def framed(document: bytes, compression: Compression) -> bytes:
    """A document as it stands at the end of a file; empty if it is too large for that."""
    if len(document) > _MOST_BYTES:
        return b""
    footer = _FOOTER.pack(len(document), zlib.crc32(document), _WORD)
    if compression is Compression.ZSTD:
        return _ZSTD_FRAME.pack(_ZSTD_MAGIC, len(document) + len(footer)) + document + footer
    pieces = [document[start : start + _GZIP_PIECE_BYTES] for start in _starts(len(document))]
    pieces[-1] += footer
    return b"".join(_member(piece) for piece in pieces)


def document_at_end(
    look: Callable[[int, int], bytes], size_bytes: int, compression: Compression
) -> bytes:
    """The document at the end of a file, whole and unchanged; empty if there is none.

    Args:
        look: gives some bytes of the file: start and count.
        size_bytes: of the file.
        compression: of the file.
    """
    is_gzip = compression is Compression.GZIP
    footer_start = size_bytes - _FOOTER.size - (len(_GZIP_EMPTY) if is_gzip else 0)
    footer = look(max(0, footer_start), _FOOTER.size)
    if len(footer) < _FOOTER.size or not footer.endswith(_WORD):
        return b""
    length, _, _ = _FOOTER.unpack(footer)
    overhead = _GZIP_MEMBER.size + len(_GZIP_EMPTY)
    around = len(_starts(length)) * overhead if is_gzip else _ZSTD_FRAME.size
    start = size_bytes - length - _FOOTER.size - around
    if length > _MOST_BYTES or start < 0:
        return b""
    found = look(start, size_bytes - start)
    document = _unpacked(found, length) if is_gzip else found[_ZSTD_FRAME.size :][:length]
    return document if framed(document, compression) == found else b""


def _starts(length: int) -> range:
    """Where the pieces of a document begin; an empty one has a piece, too."""
    return range(0, max(1, length), _GZIP_PIECE_BYTES)


def _member(piece: bytes) -> bytes:
    head = _GZIP_MEMBER.pack(_GZIP_HEADER, len(piece) + 4, _GZIP_FIELD, len(piece))
    return head + piece + _GZIP_EMPTY


def _unpacked(found: bytes, length: int) -> bytes:
    """The pieces of a document without the members around them."""
    member_bytes = _GZIP_MEMBER.size + _GZIP_PIECE_BYTES + len(_GZIP_EMPTY)
    starts = range(_GZIP_MEMBER.size, len(found), member_bytes)
    return b"".join(found[start : start + _GZIP_PIECE_BYTES] for start in starts)[:length]
