"""Risk: a layer that cannot be unpacked passes, or one mistake is taken for another."""

import gzip
import hashlib
import io
import tarfile
from collections.abc import Iterator

import pytest

from desktop_app.archives.checks.passing import Inside, Passed, passed
from desktop_app.archives.compression import DamagedCompression, Decompressed
from desktop_app.archives.report import Compression, HostileArchive, HostileReason
from desktop_app.archives.tar_reader import REGULAR, CutShort, Member, TarReader
from tests.archives import builder
from tests.archives.builder import Entry, tar

LAYER = tar([("etc/motd", b"hello"), ("big", bytes(3 << 20)), ("etc", builder.folder())])


def look(data: bytes, name: str = "layer.tar", size: int = 5000) -> Passed:
    """What is known of a member of these bytes that comes in pieces."""
    pieces = (memoryview(data[start : start + size]) for start in range(0, len(data), size))
    return end_of(passed(Member(name, REGULAR, len(data), ""), pieces))


def end_of(steps: Iterator[None]) -> Passed:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Passed = end.value
            return found


def sha256(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
@pytest.mark.parametrize(
    ("data", "inside"),
    [
        (LAYER, Inside.ARCHIVE),
        (b"", Inside.ARCHIVE),
        (bytes(1024), Inside.ARCHIVE),
        (LAYER.rstrip(b"\0"), Inside.CUT_SHORT),
        (LAYER[:700], Inside.CUT_SHORT),
        (LAYER[:2560], Inside.CUT_SHORT),
        (LAYER[:300], Inside.OTHER),
        (LAYER[:1024] + b"x" * 512, Inside.OTHER),
        (b'{"a": "document"}', Inside.OTHER),
    ],
    ids=["layer", "nothing", "zeros", "padding", "data", "border", "header", "bad", "document"],
)
def test_what_is_inside_and_its_digests_are_known(data: bytes, inside: Inside, pack) -> None:
    if data == LAYER.rstrip(b"\0"):  # its last member is a folder: only zeros are missing
        data = data[:-400]
    packed = pack(data)  # once: gzip writes down when
    found = look(packed)
    assert found.inside is inside
    assert found.digests == {sha256(packed)}
    assert found.diff_id == sha256(data)
    assert found.trick is None


def test_a_layer_whose_compression_does_not_add_up_is_damaged() -> None:
    packed = gzip.compress(LAYER)
    for broken in (packed[:-8] + bytes(8), packed[:-20], packed[:40]):
        found = look(broken)
        assert (found.inside, found.compression) == (Inside.DAMAGED, Compression.GZIP)
        assert found.digests == {sha256(broken)}


def test_whoever_wants_digests_alone_need_not_wait_for_the_rest() -> None:
    packed = gzip.compress(LAYER)
    steps = passed(
        Member("a", REGULAR, len(packed), ""), iter([memoryview(packed)]), looks_inside=False
    )
    assert end_of(steps) == Passed(Compression.GZIP, frozenset({sha256(packed)}))


def test_a_blob_of_another_algorithm_has_both_digests() -> None:
    own = hashlib.sha512(LAYER).hexdigest()
    assert look(LAYER, f"blobs/sha512/{own}").digests == {sha256(LAYER), f"sha512:{own}"}


def test_a_path_that_comes_twice_is_named_and_folders_may() -> None:
    twice: list[Entry] = [
        ("a", b"1"),
        ("d", builder.folder()),
        ("d", builder.folder()),
        ("a", b"2"),
        ("b", b""),
    ]
    assert look(tar(twice)).repeated_path == "a"
    assert look(tar(twice[:3])).repeated_path == ""
    assert look(tar([*twice, ("b", b"")])).repeated_path == "a"


def test_of_more_paths_than_can_be_remembered_nothing_is_said(monkeypatch) -> None:
    monkeypatch.setattr("desktop_app.archives.checks.passing._MOST_PATHS", 1)
    assert look(tar([("a", b""), ("b", b""), ("b", b"")])).repeated_path == ""


def test_a_trick_in_a_member_is_noted_and_its_digest_taken_all_the_same() -> None:
    header = tarfile.TarInfo("x")
    header.type, header.size = tarfile.XHDTYPE, 1 << 30
    data = header.tobuf() + bytes(90_000)
    found = look(data)
    assert found.trick is HostileReason.HEADER_TOO_LARGE
    assert found.digests == {sha256(data)}


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_an_archive_that_is_cut_is_not_taken_for_a_layer_that_is(pack) -> None:
    packed = pack(LAYER)
    reader = TarReader(io.BytesIO(tar([("layer.tar", packed)])[: 512 + len(packed) // 2]))
    member = next(reader.members())
    with pytest.raises(CutShort):
        end_of(passed(member, reader.data()))


def test_a_damage_around_the_archive_is_not_taken_for_one_inside() -> None:
    packed = gzip.compress(tar([("layer.tar", LAYER)]), 0)  # stored as it is, so read in pieces
    source = io.BytesIO(packed[:-400_000])
    reader = TarReader(Decompressed(source, Compression.GZIP))
    member = next(reader.members())
    with pytest.raises(DamagedCompression):
        end_of(passed(member, reader.data()))


def test_an_attack_around_the_archive_is_not_taken_for_one_inside() -> None:
    def pieces() -> Iterator[memoryview]:
        yield memoryview(LAYER[:600])
        raise HostileArchive(HostileReason.DECOMPRESSION_BOMB)

    with pytest.raises(HostileArchive):
        end_of(passed(Member("a", REGULAR, len(LAYER), ""), pieces()))


def test_a_large_layer_is_left_now_and_then() -> None:
    for data in (LAYER, gzip.compress(LAYER)):
        steps = passed(Member("a", REGULAR, len(data), ""), iter([memoryview(data)]))
        assert sum(1 for _ in steps) >= 5


def test_a_layer_whose_members_end_early_is_read_on_for_its_digest() -> None:
    data = LAYER[:1024] + b"x" * 200_000
    assert look(data).digests == {sha256(data)}
    assert look(gzip.compress(data)).diff_id == sha256(data)
