"""Risk: a field of a header read otherwise than engines read it."""

import io

import pytest

from desktop_app.archives import HostileArchive, HostileReason
from desktop_app.archives.tar_header import (
    DIRECTORY,
    REGULAR,
    SYMBOLIC_LINK,
    BadHeader,
    Member,
    is_header,
    key,
)
from desktop_app.archives.tar_reader import TarReader
from tests.archives.blocks import header, long_name, padded, pax


def members(data: bytes) -> list[Member]:
    return list(TarReader(io.BytesIO(data)).members())


def contents(data: bytes) -> dict[str, bytes]:
    reader = TarReader(io.BytesIO(data))
    return {member.name: reader.read(1 << 20) for member in reader.members()}


@pytest.mark.parametrize("keyword", ["path", "linkpath", "size"])
def test_an_empty_record_changes_nothing(keyword: str) -> None:
    data = pax({keyword: ""}) + header("a", 3) + padded(b"abc") + bytes(1024)
    assert contents(data) == {"a": b"abc"}


def test_a_size_of_pax_counts_in_place_of_that_of_the_header() -> None:
    data = pax({"size": "700"}) + header("a", 0) + bytes(1024) + header("b") + bytes(1024)
    assert [(each.name, each.size_bytes) for each in members(data)] == [("a", 700), ("b", 0)]


@pytest.mark.parametrize("size", ["abc", "1_0", "0x10", " 5", "9" * 31])
def test_a_size_of_pax_that_is_no_number_is_a_bad_header(size: str) -> None:
    with pytest.raises(BadHeader):
        members(pax({"size": size}) + header("a") + bytes(1024))


def test_headers_that_contradict_each_other_mean_what_engines_take_them_for() -> None:
    last_pax = pax({"path": "first"}) + pax({"path": "last"}) + header() + bytes(1024)
    assert [each.name for each in members(last_pax)] == ["last"]
    forgotten = pax({"path": "first"}) + pax({"mtime": "1"}) + header("own") + bytes(1024)
    assert [each.name for each in members(forgotten)] == ["own"]
    for both in (
        long_name("gnu") + pax({"path": "pax"}),
        pax({"path": "pax"}) + long_name("gnu"),
    ):
        assert [each.name for each in members(both + header() + bytes(1024))] == ["gnu"]


def test_links_have_the_target_of_the_header_that_counts() -> None:
    symbolic = header("l", 0, SYMBOLIC_LINK)
    data = pax({"linkpath": "pax"}) + symbolic + long_name("gnu", b"K") + symbolic + bytes(1024)
    assert [each.link for each in members(data)] == ["pax", "gnu"]


def test_a_global_header_names_nobody() -> None:
    data = pax({"path": "everybody"}, b"g") + header("a") + bytes(1024)
    assert [each.name for each in members(data)] == ["a"]


def test_old_archives_have_regular_files_without_a_flag() -> None:
    data = header("a", 0, b"\0") + header("folder/", 0, b"\0") + bytes(1024)
    assert [(each.name, each.kind) for each in members(data)] == [
        ("a", REGULAR),
        ("folder", DIRECTORY),
    ]


def test_a_prefix_counts_only_where_the_dialect_has_one() -> None:
    gnu = header("a", prefix=b"p", magic=b"ustar  \0")
    star = header("a", prefix=b"p" + bytes(130) + b"time", trailer=b"tar\0")
    assert [each.name for each in members(header("a", prefix=b"p") + gnu + star + bytes(1024))] == [
        "p/a",
        "a",
        "p/a",
    ]


def test_a_size_in_base_256_is_read() -> None:
    big = b"\x80" + (9 << 30).to_bytes(11, "big")
    reader = TarReader(io.BytesIO(header("a", raw_size=big)))
    assert next(reader.members()).size_bytes == 9 << 30


@pytest.mark.parametrize(
    ("field", "size"),
    [(b"\0\0000000001000", 512), (b"  1000 \0\0\0\0\0", 512), (bytes(12), 0), (b" " * 12, 0)],
)
def test_digits_are_read_among_zeros_and_spaces_as_engines_do(field: bytes, size: int) -> None:
    reader = TarReader(io.BytesIO(header("a", raw_size=field)))
    assert next(reader.members()).size_bytes == size


@pytest.mark.parametrize("field", [b"0o000000017\0", b"00000001_00\0", b"12345678\0\0\0\0"])
def test_a_size_that_is_no_octal_number_is_a_bad_header(field: bytes) -> None:
    with pytest.raises(BadHeader):
        members(header("a", raw_size=field))


@pytest.mark.parametrize(
    "data",
    [
        header("a", raw_size=b"\xff" * 12),
        header("a", raw_size=b"\xc0" + bytes(11)),
        header("a", raw_size=b"\xbf" + b"\xff" * 11),
        header("a", raw_size=b"-0000000100\0"),
        pax({"size": "-1"}) + header("a"),
        pax({"size": "9" * 30}) + header("a"),
        header("a", raw_size=b"\x80" + (1 << 62).to_bytes(11, "big"), kind=b"x"),
    ],
    ids=["-1", "negative", "overflow", "octal", "pax", "pax overflow", "pax header"],
)
def test_sizes_that_no_file_has_are_hostile(data: bytes) -> None:
    with pytest.raises(HostileArchive) as caught:
        members(data)
    assert caught.value.reason is HostileReason.BAD_SIZE


@pytest.mark.parametrize(
    "body",
    [
        b"no number\n",
        b"5",
        b"0 a=b\n",
        b"3 a=b\n",
        b"99 a=b\n",
        b"6 a=b!",
        b"5 ab\n",
        b"000000006 a=b\n",
        b" a=b\n",
        b"-6 a=b\n",
    ],
)
def test_records_of_pax_that_do_not_add_up_are_a_bad_header(body: bytes) -> None:
    with pytest.raises(BadHeader):
        members(header("pax", len(body), b"x") + padded(body) + header("a") + bytes(1024))


def test_a_header_full_of_the_smallest_records_is_read_in_one_pass() -> None:
    body = b"5 a=\n" * 200_000  # copied for each record, this would take minutes
    data = header("pax", len(body), b"x") + padded(body) + header("a") + bytes(1024)
    assert [each.name for each in members(data)] == ["a"]


def test_a_checksum_over_signed_bytes_is_right_too() -> None:
    block = bytearray(header("é"))
    signed = sum(byte - 256 if byte > 127 else byte for byte in block[:148] + block[156:]) + 8 * 32
    block[148:156] = b"%06o\0 " % signed
    assert [each.name for each in members(bytes(block) + bytes(1024))] == ["é"]


@pytest.mark.parametrize("checksum", [b"7777777\0", b"notoctal", bytes(8), b"-000001\0"])
def test_a_wrong_checksum_is_a_bad_header(checksum: bytes) -> None:
    block = bytearray(header("a"))
    block[148:156] = checksum
    with pytest.raises(BadHeader):
        members(bytes(block) + bytes(1024))


@pytest.mark.parametrize(
    ("written", "wanted"),
    [("./a/b/", "a/b"), ("/a//b", "a/b"), (".", ""), ("./", ""), ("../a", "../a"), ("a", "a")],
)
def test_names_are_keys_in_one_form(written: str, wanted: str) -> None:
    assert key(written) == wanted


def test_a_block_is_a_header_by_its_checksum_and_its_length() -> None:
    assert is_header(header("a"))
    assert not is_header(header("a")[:-1])
    assert not is_header(b"x" * 512)
