"""Risk: a header read otherwise than engines read it, or one that hangs the program or fills it."""

import io
import tarfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.archives import HostileArchive, HostileReason
from desktop_app.archives.tar_reader import (
    DIRECTORY,
    HARD_LINK,
    REGULAR,
    SPARSE,
    SYMBOLIC_LINK,
    BadHeader,
    CutShort,
    Member,
    TarReader,
)
from tests.archives import builder
from tests.archives.blocks import header, padded, pax
from tests.archives.builder import tar

FORMS = [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT]


class Trickle:
    """A source that gives a few bytes at a time."""

    def __init__(self, data: bytes, step: int) -> None:
        self._stream = io.BytesIO(data)
        self._step = step

    def readinto(self, buffer: memoryview) -> int:
        return self._stream.readinto(buffer[: self._step])


def members(data: bytes) -> list[Member]:
    return list(TarReader(io.BytesIO(data)).members())


def contents(data: bytes, step: int = 1 << 20) -> dict[str, bytes]:
    reader = TarReader(Trickle(data, step))
    return {member.name: reader.read(1 << 20) for member in reader.members()}


names = st.lists(
    st.text("abc.é漢-", min_size=1, max_size=60).filter(lambda part: part.strip(".")),
    min_size=1,
    max_size=4,
).map("/".join)
entries = st.dictionaries(
    names,
    st.one_of(
        st.binary(max_size=2000),
        st.builds(builder.link, names, st.sampled_from([HARD_LINK, SYMBOLIC_LINK])),
        st.builds(builder.folder),
    ),
    max_size=6,
)


@given(entries, st.sampled_from(FORMS[1:]), st.sampled_from([100, 512, 1 << 20]))
def test_members_are_those_that_pythons_tarfile_finds(entries, form: int, step: int) -> None:
    data = tar(entries.items(), form)
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        expected = [
            (found.name, found.type, found.size, found.linkname, _data(archive, found))
            for found in archive.getmembers()
        ]
    reader = TarReader(Trickle(data, step))
    found = [
        (member.name, member.kind, member.size_bytes, member.link, reader.read(1 << 20))
        for member in reader.members()
    ]
    assert found == expected
    assert reader.has_end_marker
    assert not any(reader.trailing())


def _data(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = archive.extractfile(member) if member.isreg() else None
    return file.read() if file is not None else b""


@given(st.binary(max_size=4096))
def test_any_bytes_give_members_or_one_of_three_answers(data: bytes) -> None:
    reader = TarReader(io.BytesIO(data))
    try:
        found = list(reader.members())
    except (BadHeader, CutShort, HostileArchive):
        found = []
    assert len(found) <= len(data) // 512


@given(st.integers(0, 511), st.binary(min_size=1, max_size=12))
def test_a_changed_header_gives_members_or_one_of_three_answers(place: int, change: bytes) -> None:
    data = bytearray(pax({"path": "x" * 60}) + header("a", 600) + bytes(1024))
    data[place : place + len(change)] = change
    try:
        found = members(bytes(data))
    except (BadHeader, CutShort, HostileArchive):
        found = []
    assert len(found) <= 3


@pytest.mark.parametrize(
    ("written", "is_respelt"), [("a/b", False), ("./a/b", True), ("a//b", True), ("/a/b", True)]
)
def test_it_is_known_whether_a_name_is_written_as_it_is_looked_up(written, is_respelt) -> None:
    (found,) = members(header(written))
    assert (found.name, found.is_respelt) == ("a/b", is_respelt)


@pytest.mark.parametrize("form", FORMS)
def test_long_names_are_read_in_every_dialect(form: int) -> None:
    name = "/".join(["folder" * 8] * 4)[:200]
    assert contents(tar([(name, b"data")], form)) == {name: b"data"}


def test_data_can_be_left_and_the_next_member_is_found() -> None:
    reader = TarReader(io.BytesIO(tar([("a", b"x" * 5000), ("b", b"y" * 700)])))
    assert [member.name for member in reader.members()] == ["a", "b"]


def test_data_are_passed_over_in_the_source_where_it_can_do_so() -> None:
    stream = io.BytesIO(tar([("a", bytes(5 << 20)), ("b", b"y")]))
    skipped: list[int] = []

    def skip(count: int) -> None:
        skipped.append(count)
        stream.seek(count, io.SEEK_CUR)

    assert [member.name for member in TarReader(stream, skip).members()] == ["a", "b"]
    assert sum(skipped) > 3 << 20


@pytest.mark.parametrize(
    "data",
    [tar([("a", b"x" * 700), ("b" * 60 + "/" + "c" * 60, b"y")], form) for form in FORMS]
    + [header("a", 0, SPARSE, sparse=b"\1") + bytes(504) + b"\1" + bytes(7) + bytes(1536)],
    ids=["ustar", "gnu", "pax", "sparse"],
)
def test_an_archive_cut_at_any_border_or_beside_it_is_never_whole(data: bytes) -> None:
    end = len(data.rstrip(b"\0"))
    for border in range(512, end, 512):
        for cut in (border - 1, border, border + 1):
            reader = TarReader(io.BytesIO(data[:cut]))
            try:
                list(reader.members())
            except CutShort:
                continue
            assert not reader.has_end_marker


@pytest.mark.parametrize(
    ("end", "is_marked"),
    [(b"", False), (bytes(512), True), (bytes(1024), True), (bytes(10240), True)],
)
def test_an_archive_ends_with_blocks_of_zeros_or_just_stops(end: bytes, is_marked: bool) -> None:
    reader = TarReader(io.BytesIO(header("a") + end))
    assert [member.name for member in reader.members()] == ["a"]
    assert reader.has_end_marker is is_marked
    assert reader.has_lone_end_block is (len(end) == 512)


def test_a_lone_block_of_zeros_inside_is_no_end() -> None:
    with pytest.raises(BadHeader):
        members(header("a") + bytes(512) + header("b") + bytes(1024))


def test_what_follows_the_end_is_told_from_zeros() -> None:
    for tail, is_something in [(bytes(9000), False), (bytes(9000) + b"x", True)]:
        reader = TarReader(io.BytesIO(header("a") + bytes(1024) + tail))
        list(reader.members())
        assert any(reader.trailing()) is is_something


def test_links_and_folders_have_no_data_whatever_size_they_claim() -> None:
    for kind in (HARD_LINK, SYMBOLIC_LINK, DIRECTORY, b"3", b"4", b"6"):
        data = header("a", 5000, kind) + header("b") + bytes(1024)
        assert [(each.name, each.size_bytes) for each in members(data)] == [("a", 0), ("b", 0)]


def test_files_with_holes_are_never_taken_for_their_stored_data() -> None:
    old = header("a", 3, SPARSE, sparse=b"\1") + bytes(512) + padded(b"abc")
    new = pax({"GNU.sparse.major": "1", "GNU.sparse.name": "b"}) + header("x", 3) + padded(b"abc")
    found = members(old + new + header("c") + bytes(1024))
    assert [(each.name, each.kind) for each in found] == [
        ("a", SPARSE),
        ("b", SPARSE),
        ("c", REGULAR),
    ]


@pytest.mark.parametrize("kind", [b"x", b"g", b"L", b"K"])
def test_an_extended_header_of_gigabytes_is_refused_before_it_is_read(kind: bytes) -> None:
    with pytest.raises(HostileArchive) as caught:
        members(header("a", 1 << 32, kind))
    assert caught.value.reason is HostileReason.HEADER_TOO_LARGE


def test_members_without_end_are_hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.archives.tar_reader._MOST_MEMBERS", 100)
    with pytest.raises(HostileArchive) as caught:
        members(header("a") * 101)
    assert caught.value.reason is HostileReason.TOO_MANY_MEMBERS


def test_a_member_larger_than_asked_for_is_not_read() -> None:
    reader = TarReader(io.BytesIO(tar([("a", b"x" * 1000)])))
    next(reader.members())
    with pytest.raises(HostileArchive) as caught:
        reader.read(999)
    assert caught.value.reason is HostileReason.METADATA_TOO_LARGE
