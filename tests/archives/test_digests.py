"""Risk: a digest of something else than what has passed, and so a sound layer that is refused."""

import gzip
import hashlib
from collections.abc import Iterator

import pytest

from desktop_app.archives.compression import DamagedCompression
from desktop_app.archives.digests import (
    Hashed,
    algorithm_of,
    is_compressed,
    is_digest,
    keeps_its_name,
    plain_of,
)
from desktop_app.archives.report import Compression

TEXT = b"a layer, or what passes for one" * 100
HEX = "ab" * 32


def pieces(data: bytes, size: int) -> Iterator[memoryview]:
    """One buffer for all, as the reader does it: a piece is gone when the next one comes."""
    buffer = bytearray(size)
    for start in range(0, len(data), size):
        piece = data[start : start + size]
        buffer[: len(piece)] = piece
        yield memoryview(buffer)[: len(piece)]


def sha256(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


@pytest.mark.parametrize("size", [1, 3, 5, 4096])
def test_data_in_pieces_of_any_size_are_known_by_their_first_bytes(size: int) -> None:
    packed = gzip.compress(TEXT)
    stored = Hashed(pieces(packed, size))
    plain = plain_of(stored)
    assert stored.compression is Compression.GZIP
    assert sum(plain.rest()) <= len(TEXT)
    assert (plain.sha256, stored.sha256) == (sha256(TEXT), sha256(packed))
    assert (plain.size_bytes, stored.size_bytes) == (len(TEXT), len(packed))


@pytest.mark.parametrize("size", [1, 7, 5000])
def test_what_is_read_as_a_source_is_what_was_there(size: int) -> None:
    stored = Hashed(pieces(TEXT, size))
    buffer = memoryview(bytearray(11))
    read = bytearray()
    while count := stored.readinto(buffer):
        read += buffer[:count]
    assert bytes(read) == TEXT
    assert not is_compressed(stored)
    assert stored.sha256 == sha256(TEXT)


def test_nothing_has_a_digest_too() -> None:
    stored = Hashed(iter(()))
    assert stored.readinto(memoryview(bytearray(1))) == 0
    assert stored.sha256 == sha256(b"")


def test_a_second_digest_is_taken_where_a_name_asks_for_it() -> None:
    name = f"blobs/sha512/{hashlib.sha512(TEXT).hexdigest()}"
    stored = Hashed(pieces(TEXT, 100), algorithm_of(name))
    assert list(stored.rest())
    assert stored.digests == {sha256(TEXT), f"sha512:{hashlib.sha512(TEXT).hexdigest()}"}
    assert keeps_its_name(name, stored.digests, stored.sha256)


def test_a_compression_that_does_not_add_up_is_told_while_reading() -> None:
    with pytest.raises(DamagedCompression):
        list(plain_of(Hashed(pieces(gzip.compress(TEXT)[:-9], 50))).rest())


OWN, DIFF_ID, OTHER = "sha256:" + HEX, "sha256:" + "cd" * 32, "sha256:" + "ef" * 32


@pytest.mark.parametrize(
    ("name", "digest", "diff_id", "is_kept"),
    [
        (f"blobs/sha256/{HEX}", OWN, DIFF_ID, True),
        (f"blobs/sha256/{HEX}", OTHER, OWN, False),
        (f"blobs/sha256/{HEX}.tar.gz", OWN, DIFF_ID, True),
        (f"blobs/sha256/{HEX}.tar.gz", OTHER, OTHER, False),
        ("blobs/md5/abcd", OTHER, OTHER, True),
        (f"{HEX}.json", OWN, OWN, True),
        (f"{HEX}.json", OTHER, OTHER, False),
        (f"{HEX}.tar.gz", OWN, DIFF_ID, True),
        (f"{HEX}.tar.gz", OTHER, OWN, True),
        (f"{HEX}.tar.gz", OTHER, DIFF_ID, False),
        (f"sha256:{HEX}", OTHER, OTHER, False),
        (f"{HEX}/layer.tar", OTHER, OTHER, True),
        ("manifest.json", OTHER, OTHER, True),
    ],
)
def test_a_name_claims_a_digest_or_none(name, digest, diff_id, is_kept: bool) -> None:
    assert keeps_its_name(name, {digest}, diff_id) is is_kept


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (OWN, True),
        ("sha512:" + "ab" * 64, True),
        ("sha256:" + "AB" * 32, False),
        ("sha256:" + "ab" * 31, False),
        ("sha512:" + "ab" * 32, False),
        (HEX, False),
        (OWN + "\n", False),
        ("", False),
    ],
)
def test_only_what_engines_take_is_a_digest(text: str, is_one: bool) -> None:
    assert is_digest(text) is is_one
