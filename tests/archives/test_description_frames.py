"""Risk: a description that spoils the file for other programs, or is found where none was put."""

import gzip
import subprocess
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.archives import Compression
from desktop_app.archives import description_frames as frames
from desktop_app.archives.compression import decompressed
from desktop_app.archives.description_frames import document_at_end, framed
from tests.archives.builder import layer
from tests.transfers.sources import source_of

PACKED = {
    Compression.ZSTD: zstandard.ZstdCompressor().compress(layer()),
    Compression.GZIP: gzip.compress(layer()),
}
every_kind = pytest.mark.parametrize("kind", PACKED)
SIZES = [0, 1, 64_999, 65_000, 65_001, 130_000, 200_000, 1 << 20]


class Read:
    """The source of some bytes, as `decompressed` wants it."""

    def __init__(self, data: bytes) -> None:
        self.readinto = source_of(data)


def found(data: bytes, kind: Compression) -> bytes:
    return document_at_end(lambda start, count: data[start:][:count], len(data), kind)


def document(size: int) -> bytes:
    return bytes(number % 251 for number in range(size))


@every_kind
@pytest.mark.parametrize("size", SIZES)
def test_a_document_is_found_as_it_was_put_there(kind: Compression, size: int) -> None:
    assert found(PACKED[kind] + framed(document(size), kind), kind) == document(size)


@every_kind
def test_one_that_is_too_large_is_left_out(kind: Compression) -> None:
    assert framed(document((1 << 20) + 1), kind) == b""


@every_kind
@pytest.mark.parametrize("size", SIZES)
def test_our_own_reading_passes_over_it(kind: Compression, size: int) -> None:
    data = Read(PACKED[kind] + framed(document(size), kind))
    assert b"".join(bytes(block) for block in decompressed(data, kind)) == layer()


@pytest.mark.parametrize(
    ("kind", "command"),
    [
        (Compression.ZSTD, ["zstd", "--test"]),
        (Compression.ZSTD, ["zstd", "--decompress", "--stdout"]),
        (Compression.ZSTD, ["bsdtar", "--list", "--file"]),
        (Compression.GZIP, ["gzip", "--test"]),
        (Compression.GZIP, ["gzip", "--decompress", "--stdout"]),
        (Compression.GZIP, ["bsdtar", "--list", "--file"]),
    ],
)
def test_programs_pass_over_it(kind: Compression, command: list[str], tmp_path: Path) -> None:
    path = tmp_path / ("a.tar.zst" if kind is Compression.ZSTD else "a.tar.gz")
    path.write_bytes(PACKED[kind] + framed(document(70_000), kind))
    done = subprocess.run([*command, path], check=True, capture_output=True)
    assert done.stdout in (b"", layer(), b"bin/hello\n")
    assert b"ignored" not in done.stderr


def test_python_passes_over_it() -> None:
    end = framed(document(70_000), Compression.GZIP)
    assert gzip.decompress(PACKED[Compression.GZIP] + end) == layer()


@every_kind
@given(st.data())
def test_a_file_that_was_cut_or_changed_has_none(kind: Compression, data: st.DataObject) -> None:
    whole = PACKED[kind] + framed(document(300), kind)
    place = data.draw(st.integers(len(PACKED[kind]), len(whole) - 1))
    assert found(whole[:place], kind) == b""
    changed = bytearray(whole)
    changed[place] ^= data.draw(st.integers(1, 255))
    assert found(bytes(changed), kind) == b""


@every_kind
def test_bytes_after_it_hide_it(kind: Compression) -> None:
    assert found(PACKED[kind] + framed(document(300), kind) + b"\0", kind) == b""


@every_kind
@pytest.mark.parametrize("length", [0, 5, 1 << 20, (1 << 20) + 1, 0xFFFFFFFF])
def test_a_footer_that_promises_what_is_not_there_is_none(kind: Compression, length: int) -> None:
    footer = frames._FOOTER.pack(length, 0, frames._WORD)
    tail = frames._GZIP_EMPTY if kind is Compression.GZIP else b""
    assert found(footer + tail, kind) == b""
    assert found(bytes(100) + footer + tail, kind) == b""


@every_kind
@pytest.mark.parametrize("data", [b"", b"x", bytes(15), bytes(40)])
def test_a_small_file_has_none(kind: Compression, data: bytes) -> None:
    assert found(data, kind) == b""
