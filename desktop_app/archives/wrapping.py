"""Archives in archives: what is packed once more, told by the first bytes of what is inside.

One level only, and never by a name's ending: what is inside is named, not opened.
"""

import struct
import zlib
from collections.abc import Callable

from desktop_app.archives.compression import compression_of
from desktop_app.archives.filesystem import looks_like_root
from desktop_app.archives.report import Compression
from desktop_app.archives.survey import HEAD_BYTES, Survey
from desktop_app.archives.tar_header import is_header, key

ZIP_MAGIC = b"PK\x03\x04"
_ZIP_HEADER = struct.Struct("<4s2xHH12xI2H")
"""Signature, flags, method, size when unpacked, lengths of name and extra field (APPNOTE 4.3.7)."""
_SAMPLE_BYTES = 4 << 10
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _UTF8 = 1 << 0, 1 << 11
_MOST_FOLDERS = 8
"""A zip of a folder lists the folder before what is in it."""


def archive_in_zip(look: Callable[[int, int], bytes]) -> str:
    """The name of the archive with which a zip begins; empty if it begins with something else.

    Args:
        look: gives some bytes of the zip: start and count.
    """
    start = 0
    for _ in range(_MOST_FOLDERS):
        header = look(start, _ZIP_HEADER.size)
        if len(header) < _ZIP_HEADER.size or not header.startswith(ZIP_MAGIC):
            return ""
        _, flags, method, size, name_bytes, extra_bytes = _ZIP_HEADER.unpack(header)
        start += _ZIP_HEADER.size
        name = look(start, name_bytes)
        start += name_bytes + extra_bytes
        if size == 0 and name.endswith(b"/"):
            continue
        is_one = not flags & _ENCRYPTED and is_archive(
            _unpacked(look(start, _SAMPLE_BYTES), method)
        )
        encoding = "utf-8" if flags & _UTF8 else "cp437"
        return key(name.decode(encoding, "replace")) if is_one else ""
    return ""


def wrapped_in_tar(found: Survey) -> str:
    """The name of the one archive in an archive, or of the one folder around it all; else empty."""
    if found.file_count == 1 and is_archive(found.first_head):
        return found.first_file
    if len(found.top) != 1:
        return ""
    below = {name.split("/")[1] for name in found.members if "/" in name}
    is_around = bool(below & {"manifest.json", "oci-layout"}) or looks_like_root(below)
    return next(iter(found.top)) if is_around else ""


def is_archive(head: bytes) -> bool:
    """Whether these first bytes are those of an archive or of something compressed."""
    is_packed = compression_of(head) is not Compression.NONE
    return is_packed or head.startswith(ZIP_MAGIC) or is_header(head)


def _unpacked(data: bytes, method: int) -> bytes:
    """The first bytes of a member of a zip."""
    if method == _STORED:
        return data[:HEAD_BYTES]
    if method != _DEFLATED:
        return b""
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(data, HEAD_BYTES)
    except zlib.error:
        return b""
