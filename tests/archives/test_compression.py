"""Risk: damage taken for data, a bomb that fills memory or disk, a disk's fault called damage."""

import bz2
import gzip
import io
import lzma
import os
import zlib
from collections.abc import Callable

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.archives import Compression, HostileArchive, HostileReason
from desktop_app.archives.compression import (
    DamagedCompression,
    Decompressed,
    compression_of,
    decompressed,
)

PACKERS: dict[Compression, Callable[[bytes], bytes]] = {
    Compression.GZIP: gzip.compress,
    Compression.BZIP2: bz2.compress,
    Compression.XZ: lzma.compress,
    Compression.ZSTD: zstandard.ZstdCompressor(write_checksum=True).compress,
}
every_compression = pytest.mark.parametrize("compression", PACKERS)
PLAIN = os.urandom(3000) + b"abc" * 5000
SKIPPABLE_FRAME = b"\x5f\x2a\x4d\x18\x04\0\0\0data"


def unpacked(data: bytes, compression: Compression) -> bytes:
    return b"".join(bytes(view) for view in decompressed(io.BytesIO(data), compression))


@pytest.mark.parametrize(
    ("head", "compression"),
    [
        (b"\x1f\x8b\x08", Compression.GZIP),
        (b"BZh9", Compression.BZIP2),
        (b"\xfd7zXZ\x00", Compression.XZ),
        (b"\x28\xb5\x2f\xfd", Compression.ZSTD),
        (SKIPPABLE_FRAME, Compression.ZSTD),
        (b"\x50\x2a\x4d\x18", Compression.ZSTD),
        (b"\x60\x2a\x4d\x18", Compression.NONE),
        (b"\xfd7zXX", Compression.NONE),
        (b"", Compression.NONE),
        (b"bin/hello", Compression.NONE),
    ],
)
def test_a_compression_is_told_by_its_first_bytes(head: bytes, compression: Compression) -> None:
    assert compression_of(head) is compression


@every_compression
def test_what_was_packed_comes_out_as_it_was(compression: Compression) -> None:
    assert unpacked(PACKERS[compression](PLAIN), compression) == PLAIN


def test_without_compression_everything_passes_as_it_is() -> None:
    assert unpacked(PLAIN, Compression.NONE) == PLAIN
    buffer = memoryview(bytearray(100))
    assert Decompressed(io.BytesIO(PLAIN), Compression.NONE).readinto(buffer) == 100
    assert buffer == PLAIN[:100]


@every_compression
def test_several_packed_pieces_in_a_row_are_one(compression: Compression) -> None:
    pack = PACKERS[compression]
    assert unpacked(pack(b"one") + pack(b"") + pack(PLAIN), compression) == b"one" + PLAIN


@pytest.mark.parametrize("padding", [4, 512, 3 << 20])
def test_zeros_between_and_behind_pieces_of_xz_are_padding(padding: int) -> None:
    data = lzma.compress(b"one") + bytes(padding) + lzma.compress(b"two") + bytes(padding)
    assert unpacked(data, Compression.XZ) == b"onetwo"


def test_frames_of_zstandard_that_carry_no_data_are_passed_over() -> None:
    data = SKIPPABLE_FRAME + zstandard.compress(b"data")
    assert unpacked(data, Compression.ZSTD) == b"data"


@every_compression
def test_data_cut_anywhere_are_never_whole(compression: Compression) -> None:
    packed = PACKERS[compression](PLAIN)
    last = len(packed) - (4 if compression is Compression.ZSTD else 0)  # its checksum comes late
    for end in (*range(1, 60), *range(60, last, 97), last - 1):
        try:
            assert unpacked(packed[:end], compression) != PLAIN
        except DamagedCompression:
            continue


@given(st.sampled_from(list(PACKERS)), st.integers(0), st.binary(min_size=1, max_size=9))
def test_any_damage_has_the_same_name(compression: Compression, place: int, change: bytes) -> None:
    packed = bytearray(PACKERS[compression](PLAIN))
    start = place % len(packed)
    packed[start : start + len(change)] = change
    try:
        found = unpacked(bytes(packed), compression)
    except DamagedCompression:
        found = b""
    assert len(found) < 1 << 30


@every_compression
def test_something_else_behind_a_magic_number_is_damage(compression: Compression) -> None:
    head = PACKERS[compression](b"")[:6]
    with pytest.raises(DamagedCompression):
        unpacked(head + b"no such data" * 100, compression)


@every_compression
def test_a_disk_that_fails_is_not_called_damage(compression: Compression) -> None:
    class FailingDisk:
        def readinto(self, _buffer: memoryview) -> int:
            raise OSError(5, "Input/output error")

    with pytest.raises(OSError, match="Input/output"):
        Decompressed(FailingDisk(), compression).readinto(memoryview(bytearray(10)))


@every_compression
def test_far_more_than_any_file_holds_is_a_bomb(
    compression: Compression, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.archives.compression._FREE_BYTES", 1 << 20)
    monkeypatch.setattr("desktop_app.archives.compression._MOST_RATIO", 10)
    packed = PACKERS[compression](bytes(8 << 20))
    with pytest.raises(HostileArchive) as caught:
        unpacked(packed, compression)
    assert caught.value.reason is HostileReason.DECOMPRESSION_BOMB


def test_a_dictionary_of_gigabytes_is_not_granted() -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 1 << 20}]
    packed = bytearray(lzma.compress(b"data", filters=filters))
    place = packed.index(b"\x21\x01", 12)  # the filter's ID and the size of its properties
    packed[place + 2] = 40  # the largest dictionary: 4 GiB
    end = 12 + (packed[12] + 1) * 4
    packed[end - 4 : end] = _crc32(bytes(packed[12 : end - 4]))
    with pytest.raises(DamagedCompression) as caught:
        unpacked(bytes(packed), Compression.XZ)
    assert "limit" in str(caught.value.__cause__)


def _crc32(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(4, "little")
