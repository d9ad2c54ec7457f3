"""Risk: what is sent to an engine is no archive, or another one than was planned."""

import io
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from desktop_app.archives.compression import DamagedCompression
from desktop_app.archives.conversions.origins import Opened
from desktop_app.archives.conversions.rewriting import Kept, Plan, header, rewritten
from desktop_app.archives.report import Compression
from desktop_app.archives.tar_reader import CutShort
from tests.archives import builder
from tests.archives.conversions.streams import opener_of, read_all

ENTRIES: list[builder.Entry] = [
    ("a", b"first"),
    ("folder", builder.folder()),
    ("b", b"x" * 512),
    ("c", b""),
    ("z", zstandard.compress(b"packed" * 1000)),
]
DOCUMENTS = (("list.json", b"[]"),)
Reader = Callable[..., bytes]


@pytest.fixture
def result(tmp_path: Path) -> Reader:
    def read(plan: Plan, data: bytes | None = None, at_once: int = 1 << 16) -> bytes:
        data = builder.tar(ENTRIES) if data is None else data
        with opener_of(tmp_path / "a.tar", data)() as opened:
            return read_all(rewritten(opened, plan), at_once)

    return read


def members(data: bytes) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        return {each.name: archive.extractfile(each).read() for each in archive}  # type: ignore[union-attr]


@pytest.mark.parametrize("at_once", [1, 7, 511, 513, 1 << 16])
def test_kept_members_come_in_their_order_and_documents_behind_them(
    result: Reader, at_once: int
) -> None:
    plan = Plan({2: Kept("B", 512), 0: Kept("A", 5), 3: Kept("C", 0)}, DOCUMENTS)
    data = result(plan, at_once=at_once)
    assert list(members(data).items()) == [
        ("A", b"first"),
        ("B", b"x" * 512),
        ("C", b""),
        ("list.json", b"[]"),
    ]
    assert len(data) == plan.size_bytes


def test_a_compression_comes_off_on_the_way(result: Reader) -> None:
    plan = Plan({4: Kept("plain", 6000, Compression.ZSTD)})
    data = result(plan)
    assert members(data) == {"plain": b"packed" * 1000}
    assert len(data) == plan.size_bytes


def test_nothing_but_documents_can_be_asked_for(result: Reader) -> None:
    assert members(result(Plan({}, DOCUMENTS))) == {"list.json": b"[]"}


def test_the_source_is_read_no_further_than_its_last_kept_member(result: Reader) -> None:
    broken = builder.tar(ENTRIES)[: 512 * 2] + b"no header" * 1000
    assert members(result(Plan({0: Kept("A", 5)}), broken)) == {"A": b"first"}


@pytest.mark.parametrize(
    ("ordinal", "kept"),
    [
        (9, Kept("gone", 1)),
        (0, Kept("longer", 6)),
        (0, Kept("shorter", 4)),
        (4, Kept("longer", 6001, Compression.ZSTD)),
        (4, Kept("shorter", 5999, Compression.ZSTD)),
    ],
)
def test_a_source_that_is_no_longer_as_planned_is_an_error(
    result: Reader, ordinal: int, kept: Kept
) -> None:
    with pytest.raises(CutShort):
        result(Plan({ordinal: kept}))


def test_a_layer_damaged_meanwhile_is_an_error(result: Reader) -> None:
    with pytest.raises(DamagedCompression):
        result(Plan({0: Kept("A", 5, Compression.GZIP)}))


def test_a_member_larger_than_tar_was_made_for_has_a_header_that_is_understood() -> None:
    size = 20 << 30
    info = tarfile.TarInfo.frombuf(header("large", size), "utf-8", "strict")
    assert (info.name, info.size) == ("large", size)


def test_a_stream_that_is_not_read_asks_for_nothing() -> None:
    source = io.BytesIO(builder.tar(ENTRIES))
    stream = rewritten(Opened(source, 0), Plan({0: Kept("A", 5)}))
    assert source.tell() == 0
    assert read_all(stream)
