"""Risk: what is packed in a file is not found, is cut, or blows up the memory."""

import gzip
import zipfile
from pathlib import Path

import pytest
import zstandard

from desktop_app.archives import HostileArchive
from desktop_app.archives.compression import DamagedCompression
from desktop_app.archives.conversions import origins
from desktop_app.archives.conversions.origins import (
    Opener,
    Origin,
    Pieces,
    decompressing,
    tar_member,
    whole,
    zip_member,
)
from desktop_app.archives.parts import part_path
from desktop_app.archives.report import Compression
from desktop_app.archives.tar_header import BadHeader
from desktop_app.archives.tar_reader import CutShort
from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Progress
from tests.archives import builder
from tests.archives.conversions.streams import opener_of, origin_of, read_all, zipped
from tests.archives.splitting import write_parts

DATA = bytes(range(256)) * 100


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "file"


def opened(opener: Opener) -> bytes:
    with opener() as found:
        data = read_all(found.source, 1000)
        assert found.size_bytes in (None, len(data))
        return data


def test_parts_of_a_file_are_the_file(path: Path) -> None:
    write_parts(path, DATA, 7000)
    assert opened(whole(Origin(part_path(path, 3), CancelToken()))) == DATA
    write_parts(path, zipped(("a.tar", DATA)), 100)
    assert opened(zip_member(Origin(part_path(path, 2), CancelToken()))) == DATA


# --- Pieces ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("at_once", [1, 3, 100])
def test_pieces_of_any_size_fill_buffers_of_any_size(at_once: int) -> None:
    pieces = Pieces(memoryview(each) for each in (b"ab", b"", b"cdef", b"g"))
    assert read_all(pieces, at_once) == b"abcdefg"


@pytest.mark.parametrize("count", [0, 1, 3, 7, 9])
def test_a_look_at_the_beginning_takes_nothing_away(count: int) -> None:
    pieces = Pieces(memoryview(each) for each in (b"ab", b"cdef", b"g"))
    assert pieces.beginning(count) == b"abcdefg"[:count]
    assert read_all(pieces) == b"abcdefg"


# --- Files ----------------------------------------------------------------------------------------


def test_the_same_thing_is_read_again_each_time_it_is_opened(path: Path) -> None:
    packed = opener_of(path, gzip.compress(builder.tar([("a", b"1"), ("b", DATA)])))
    opener = tar_member(decompressing(packed, Compression.GZIP), 1, len(DATA))
    assert opened(opener) == opened(opener) == DATA


def test_a_cancelled_reading_ends(path: Path) -> None:
    origin = origin_of(path, zipped(("a", DATA)))
    for opener in (whole(origin), zip_member(origin)):
        assert opened(opener)
    origin.cancel.cancel()
    for opener in (whole(origin), zip_member(origin)):
        with pytest.raises(Cancelled):
            opened(opener)


def test_reading_a_large_zip_is_seen_to_go_on(path: Path) -> None:
    origin = origin_of(path, zipped(("a", bytes(40 << 20)), method=zipfile.ZIP_STORED))
    seen: list[Progress] = []
    origin.on_progress = seen.append
    opened(zip_member(origin))
    done = [each.done_bytes for each in seen]
    assert 1 < len(done) <= 40
    assert done == sorted(set(done))


def test_what_is_packed_twice_is_measured_against_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(origins, "_FREE_BYTES", 1000)
    bomb = zstandard.compress(zstandard.compress(bytes(1 << 24)))
    once = decompressing(opener_of(path, bomb), Compression.ZSTD)
    assert opened(once)
    with pytest.raises(HostileArchive):
        opened(decompressing(once, Compression.ZSTD))


# --- Zips -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_the_one_file_in_a_zip_is_found_whatever_it_is_called(path: Path, method: int) -> None:
    data = zipped(
        ("../folder/", b""),
        ("../folder/images.tar", DATA),
        ("__MACOSX/._images.tar", b"0"),
        (".DS_Store", b"0"),
        method=method,
    )
    assert opened(zip_member(origin_of(path, data))) == DATA


def encrypted() -> bytes:
    data = bytearray(zipped(("a", DATA)))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    return bytes(data)


def renamed_inside() -> bytes:
    return zipped(("a", DATA)).replace(b"a", b"b", 1)


def of_new_version() -> bytes:
    data = bytearray(zipped(("a", DATA)))
    data[data.index(b"PK\x01\x02") + 6] = 99
    return bytes(data)


def without_directory() -> bytes:
    data = zipped(("a", DATA))
    return data[: data.index(b"PK\x01\x02")] + data[data.index(b"PK\x05\x06") :]


BAD_ZIPS = {
    "nothing in it": zipped(),
    "two files": zipped(("a", b"1"), ("b", b"2")),
    "lzma, whose header may ask for any memory": zipped(("a", b"1"), method=zipfile.ZIP_LZMA),
    "encrypted": encrypted(),
    "two names for one": renamed_inside(),
    "of a version to come": of_new_version(),
    "no list of members": without_directory(),
    "no end": zipped(("a", b"1"))[:-22],
    "cut in its end": zipped(("a", b"1"))[:-1],
    "a long list of members": zipped(*((f"{number:0999}/", b"") for number in range(70))),
}


@pytest.mark.parametrize("data", BAD_ZIPS.values(), ids=BAD_ZIPS)
def test_other_zips_are_not_read(path: Path, data: bytes) -> None:
    with pytest.raises(BadHeader):
        opened(zip_member(origin_of(path, data)))


def zip64(directory_bytes: int, *, told_place: int | None = None) -> bytes:
    """A zip whose larger end record says how long the list of members is."""
    data = zipped(("a", DATA))
    end = data.index(b"PK\x05\x06")
    start = data.index(b"PK\x01\x02")
    record = b"PK\x06\x06" + (44).to_bytes(8, "little") + bytes(12)
    record += (1).to_bytes(8, "little") * 2
    record += directory_bytes.to_bytes(8, "little") + start.to_bytes(8, "little")
    place = end if told_place is None else told_place
    locator = b"PK\x06\x07" + bytes(4) + place.to_bytes(8, "little") + (1).to_bytes(4, "little")
    return data[:end] + record + locator + data[end:]


def test_larger_zips_have_another_end(path: Path) -> None:
    data = zipped(("a", DATA))
    directory_bytes = data.index(b"PK\x05\x06") - data.index(b"PK\x01\x02")
    assert opened(zip_member(origin_of(path, zip64(directory_bytes)))) == DATA


@pytest.mark.parametrize("told_place", [None, 0, 1 << 62])
def test_a_long_list_of_members_is_refused_wherever_it_is_told(
    path: Path, told_place: int | None
) -> None:
    with pytest.raises(BadHeader):
        opened(zip_member(origin_of(path, zip64(1 << 40, told_place=told_place))))


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_a_zip_damaged_in_its_data_is_told(path: Path, method: int) -> None:
    data = bytearray(zipped(("a", DATA), method=method))
    data[60:64] = bytes(4)
    with pytest.raises(DamagedCompression):
        opened(zip_member(origin_of(path, bytes(data))))


def test_a_zip_that_says_more_than_it_has_is_told(path: Path) -> None:
    data = bytearray(zipped(("a", DATA), method=zipfile.ZIP_STORED))
    entry = data.index(b"PK\x01\x02")
    data[entry + 20 : entry + 28] = (1 << 20).to_bytes(4, "little") * 2
    with pytest.raises(DamagedCompression):
        opened(zip_member(origin_of(path, bytes(data))))


def test_a_failing_disk_is_no_damaged_zip(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(zipfile.ZipExtFile, "read", fail)
    with pytest.raises(UserFacingError) as caught:
        opened(zip_member(origin_of(path, zipped(("a", DATA)))))
    assert caught.value.code is ErrorCode.FILE_UNREADABLE


def test_a_member_that_is_no_longer_there_is_told(path: Path) -> None:
    opener = tar_member(opener_of(path, builder.tar([("a", b"1")])), 5, 1)
    with pytest.raises(CutShort):
        opened(opener)
