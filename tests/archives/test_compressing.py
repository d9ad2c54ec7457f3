"""Risk: a compressed file that other programs cannot read, or that is not what was put in."""

import gzip
import os
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import zstandard

from desktop_app.archives import Compression
from desktop_app.archives.compressing import compressed
from desktop_app.archives.compression import decompressed
from tests.archives.conversions.streams import read_all

KINDS = (Compression.ZSTD, Compression.GZIP)
every_kind = pytest.mark.parametrize("kind", KINDS)
REPETITIVE = b"".join(b"%d some words that come again\n" % number for number in range(200_000))
DATA = {"nothing": b"", "a little": b"hello", "noise": os.urandom(5 << 20), "text": REPETITIVE}
PROGRAMS = {Compression.ZSTD: "zstd", Compression.GZIP: "gzip"}


def reused(data: bytes, step: int = 1 << 20) -> Iterator[memoryview]:
    """Blocks in one buffer that is overwritten by the next of them."""
    buffer = bytearray(step)
    for start in range(0, len(data), step):
        piece = data[start : start + step]
        buffer[: len(piece)] = piece
        yield memoryview(buffer)[: len(piece)]


def packed(data: bytes, kind: Compression, end: bytes = b"", at_once: int = 1 << 20) -> bytes:
    with compressed(reused(data), kind, lambda: end) as source:
        return read_all(source, at_once)


@every_kind
@pytest.mark.parametrize("name", DATA)
def test_what_comes_out_is_what_was_put_in(kind: Compression, name: str) -> None:
    with compressed(reused(DATA[name]), kind, bytes) as source:
        plain = b"".join(bytes(block) for block in decompressed(source, kind))
    assert plain == DATA[name]


@every_kind
def test_python_and_the_usual_program_read_it(kind: Compression, tmp_path: Path) -> None:
    data = packed(DATA["text"] + DATA["noise"], kind)
    path = tmp_path / "file"
    path.write_bytes(data)
    command = [PROGRAMS[kind], "--decompress", "--stdout"]
    with path.open("rb") as file:
        plain = subprocess.run(command, stdin=file, check=True, stdout=subprocess.PIPE).stdout
    assert plain == DATA["text"] + DATA["noise"]
    if kind is Compression.GZIP:
        assert gzip.decompress(data) == plain
    else:
        assert zstandard.ZstdDecompressor().decompressobj().decompress(data) == plain


@every_kind
def test_text_shrinks_and_refers_back_over_the_borders_of_blocks(kind: Compression) -> None:
    whole = len(packed(REPETITIVE, kind))
    assert whole < len(REPETITIVE) / 5
    noise = os.urandom(20_000)
    with compressed(reused(noise * 64, step=len(noise)), kind, bytes) as source:
        assert len(read_all(source)) < 2 * len(noise)


@every_kind
@pytest.mark.parametrize("at_once", [7, 1 << 20])
def test_what_is_to_follow_comes_at_the_very_end(kind: Compression, at_once: int) -> None:
    assert packed(b"hello", kind, b"the end", at_once) == packed(b"hello", kind) + b"the end"


@every_kind
def test_what_follows_is_asked_for_only_when_all_was_read(kind: Compression) -> None:
    blocks = reused(DATA["text"])
    rest: list[int] = []

    def end() -> bytes:
        rest.append(len(list(blocks)))
        return b""

    with compressed(blocks, kind, end) as source:
        read_all(source)
    assert rest == [0]


@every_kind
def test_a_source_that_fails_is_heard_and_leaves_no_thread(kind: Compression) -> None:
    def failing() -> Iterator[memoryview]:
        yield from reused(DATA["text"])
        raise OSError("the source has failed")

    before = threading.active_count()
    with (
        pytest.raises(OSError, match="has failed"),
        compressed(failing(), kind, bytes) as source,
    ):
        read_all(source)
    assert threading.active_count() == before


@every_kind
def test_leaving_early_leaves_no_thread(kind: Compression) -> None:
    before = threading.active_count()
    with compressed(reused(DATA["noise"]), kind, bytes) as source:
        source.readinto(memoryview(bytearray(10)))
    assert threading.active_count() == before
