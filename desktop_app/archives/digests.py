"""Digests of data while they pass, each byte read once, and the digests that names claim."""

import hashlib
import re
from collections.abc import Container, Iterator

from desktop_app.archives.compression import compression_of, decompressed
from desktop_app.archives.report import Compression

_HEAD_BYTES = 8  # enough to tell every compression
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}")
_BLOB = re.compile(r"blobs/(sha256|sha512)/([0-9a-f]{64,128})")
_NAMED_BY_HEX = re.compile(
    r"(?:blobs/sha256/)?([0-9a-f]{64})\.(?:json|tar|tar\.[a-z0-9]+)|sha256:([0-9a-f]{64})"
)


class Hashed:
    """Data in pieces, read as a source, whose digest is taken as they are read.

    Args:
        pieces: each valid until the next one.
        algorithm: of a further digest beside SHA-256.

    Attributes:
        compression: told by the first bytes.
        size_bytes: of all that was read so far.
    """

    def __init__(self, pieces: Iterator[memoryview], algorithm: str = "sha256") -> None:
        self._pieces = pieces
        self._digests = {name: hashlib.new(name) for name in dict.fromkeys(("sha256", algorithm))}
        self._view = memoryview(b"")
        self.size_bytes = 0
        self._advance()
        self._gather_head()
        self.compression = compression_of(bytes(self._view[:_HEAD_BYTES]))

    def readinto(self, buffer: memoryview) -> int:
        """Fill a buffer; 0 is the end."""
        if not self._view:
            self._advance()
        count = min(len(buffer), len(self._view))
        buffer[:count] = self._view[:count]
        self._view = self._view[count:]
        return count

    def rest(self) -> Iterator[int]:
        """Read to the end without a copy; gives the size of each piece."""
        while self._advance():
            yield len(self._view)

    @property
    def sha256(self) -> str:
        """``sha256:…`` of all that was read."""
        return f"sha256:{self._digests['sha256'].hexdigest()}"

    @property
    def digests(self) -> frozenset[str]:
        """The same in every algorithm that was asked for."""
        return frozenset(f"{name}:{each.hexdigest()}" for name, each in self._digests.items())

    def _advance(self) -> bool:
        self._view = next(self._pieces, memoryview(b""))
        self.size_bytes += len(self._view)
        for digest in self._digests.values():
            digest.update(self._view)
        return bool(self._view)

    def _gather_head(self) -> None:
        """Pieces end where the network pleases; the first of them may be one byte."""
        head = bytearray(self._view)
        while 0 < len(head) < _HEAD_BYTES and self._advance():
            head += self._view
        if len(head) > len(self._view):
            self._view = memoryview(head)


def plain_of(stored: Hashed) -> Hashed:
    """Data without their compression, as they are read.

    Raises:
        DamagedCompression, HostileArchive: here and when it is read; see `decompressed`.
    """
    return Hashed(decompressed(stored, stored.compression))


def is_compressed(stored: Hashed) -> bool:
    """Whether what passes has to be decompressed."""
    return stored.compression is not Compression.NONE


def is_digest(text: str) -> bool:
    """Whether a text is a digest of a kind that engines know."""
    return _DIGEST.fullmatch(text) is not None


def algorithm_of(name: str) -> str:
    """The algorithm of the digest that a member is named by."""
    match = _BLOB.fullmatch(name)
    return match[1] if match else "sha256"


def keeps_its_name(name: str, digests: Container[str], diff_id: str | None) -> bool:
    """Whether a member has the digest that its name claims, if it claims one.

    A blob is named by its own digest. Of ``<hex>.tar.gz`` and the like, some producers mean the
    digest as it is stored, and others the diff ID.
    """
    blob = _BLOB.fullmatch(name)
    if blob:
        return f"{blob[1]}:{blob[2]}" in digests
    match = _NAMED_BY_HEX.fullmatch(name)
    claimed = f"sha256:{match[1] or match[2]}" if match else None
    return claimed is None or claimed in digests or claimed == diff_id
