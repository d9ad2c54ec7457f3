"""What the search begins with: an archive of each producer, in each packing, and odd headers."""

import bz2
import gzip
import hashlib
import io
import lzma
import tarfile
from collections.abc import Callable, Iterator

import zstandard

from desktop_app.archives import Compression
from desktop_app.archives.descriptions import description
from desktop_app.archives.proof import prove_image_archive
from tests.archives import builder
from tests.archives.blocks import header, long_name, padded, pax
from tests.archives.builder import Image
from tests.fuzz.targets import MADE

_END = bytes(1024)


def seeds(target: str) -> Iterator[bytes]:
    """Inputs of a target that are worth changing."""
    yield from _choices() if target in MADE else _files()


def _choices() -> Iterator[bytes]:
    for producer in range(9):
        for packing in (0, 5, 8):
            yield bytes([producer, producer % 4, 1, 0, packing, 0])
        for change in range(4):
            yield bytes([producer, 0, 1, 0, 0, 0, *range(change, change + 40)])


def _files() -> Iterator[bytes]:
    image = Image()
    for entries in (
        builder.docker_20(image),
        builder.docker_25(image),
        builder.containerd(image),
        builder.oci_layout(image),
        builder.podman(image),
        builder.crane(image),
        builder.legacy(),
    ):
        yield builder.tar(entries)
    saved = builder.tar(builder.docker_20(image), tarfile.GNU_FORMAT)
    yield from (gzip.compress(saved), bz2.compress(saved), lzma.compress(saved))
    yield from (zstandard.compress(saved), builder.zipped("a", saved), builder.tar([("a", saved)]))
    yield _described(zstandard.compress, Compression.ZSTD)
    yield _described(gzip.compress, Compression.GZIP)
    yield builder.root_filesystem()
    yield pax({"path": "long", "size": "3"}) + header("a", 3) + padded(b"abc") + _END
    yield long_name("x" * 200) + long_name("y" * 200, b"K") + header("a", 0, b"2") + _END
    yield header("a", raw_size=b"\x80" + (700).to_bytes(11, "big")) + bytes(1024) + _END
    yield header("a", 3, b"S", sparse=b"\1") + bytes(512) + padded(b"abc") + _END
    yield pax({"GNU.sparse.major": "1", "GNU.sparse.name": "b"}) + header("x") + _END


def _described(compress: Callable[[bytes], bytes], compression: Compression) -> bytes:
    """An archive that is so large that what it says of itself is asked for."""
    noise = b"".join(hashlib.sha256(bytes([number])).digest() for number in range(100))
    saved = builder.tar(builder.docker_25(Image(layers=(noise,))))
    content = prove_image_archive(io.BytesIO(saved)).content
    return compress(saved) + description(content, len(saved), compression)
