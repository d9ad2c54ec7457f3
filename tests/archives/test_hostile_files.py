"""Risk: a file made to do harm takes all memory, or all day.

Time is not measured but counted: how many bytes are read for a file of a size. Nothing here is
named or shown as it is written, which the window's own tests look at.
"""

import bz2
import gzip
import json
import lzma
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zstandard

from desktop_app.archives import (
    ArchiveKind,
    ArchiveReport,
    Evidence,
    HostileArchive,
    HostileReason,
    ReportWarning,
    complete,
    identify,
)
from desktop_app.archives.file_source import FileSource
from tests.archives import builder
from tests.archives.blocks import header, long_name, padded, pax
from tests.archives.builder import Entry, Image, docker_20, docker_25, link, sha256, tar
from tests.helpers.folders import files_in

_MOST_MEMORY = 100_000_000
END = bytes(1024)


class Looked:
    """What came of a file, and what it took.

    Attributes:
        result: the report, or the reason why the file is called hostile.
        read_bytes: read from the disk in both passes.
        peak_bytes: of memory.
    """

    def __init__(self, path: Path) -> None:
        tracemalloc.start()
        try:
            self.result: ArchiveReport | HostileReason = complete(identify(path))
        except HostileArchive as error:
            self.result = error.reason
        self.peak_bytes = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()


@pytest.fixture
def look(tmp_path: Path) -> Callable[[bytes], Looked]:
    def looked(data: bytes) -> Looked:
        path = tmp_path / "file"
        path.write_bytes(data)
        return Looked(path)

    return looked


@pytest.fixture
def read_bytes(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How many bytes were read from files until now."""
    counts: list[int] = []
    readinto = FileSource.readinto

    def counted(source: FileSource, buffer: memoryview) -> int:
        counts.append(readinto(source, buffer))
        return counts[-1]

    monkeypatch.setattr(FileSource, "readinto", counted)
    return lambda: sum(counts)


def chain(kind: bytes, count: int) -> bytes:
    """Extended headers that lead to one more extended header, and so on."""
    return (pax({"path": "a"}, kind) if kind in b"xg" else long_name("a", kind)) * count


def image_of(config: bytes, names: object = ("web:1",)) -> bytes:
    record = {"Config": "config.json", "RepoTags": names, "Layers": []}
    return tar([("config.json", config), ("manifest.json", json.dumps([record]).encode())])


def shared_config(diff_ids: int, images: int) -> bytes:
    """Many images of one configuration with many layers."""
    config = json.dumps({"rootfs": {"diff_ids": ["sha256:" + 64 * "a"] * diff_ids}}).encode()
    records = [{"Config": "config.json", "RepoTags": [], "Layers": []}] * images
    return tar([("config.json", config), ("manifest.json", json.dumps(records).encode())])


def index_of_itself(entries: int) -> bytes:
    index = b'{"manifests":[' + b",".join([b'{"digest":"x:y"}'] * entries) + b"]}"
    mark = b'{"imageLayoutVersion":"1.0.0"}'
    return tar([("blobs/x/y", index), ("index.json", index), ("oci-layout", mark)])


def many_documents() -> Iterator[Entry]:
    for number in range(60):
        yield f"{number}.json", b'{"rootfs":' + b" " * (1 << 20) + b"}"


ATTACKS = {
    "empty lists": lambda: image_of(b'{"rootfs":[' + b"[]," * 1_300_000 + b"[]]}"),
    "empty objects": lambda: image_of(b'{"rootfs":[' + b"{}," * 1_300_000 + b"{}]}"),
    "wide letters": lambda: tar([("manifest.json", '["🐋'.encode() + b"x" * (7 << 20) + b'"]')]),
    "deep lists": lambda: image_of(b'{"rootfs":' + b"[" * 200_000),
    "long numbers": lambda: image_of(b'{"rootfs":' + b"9" * 3_000_000 + b"}"),
    "one configuration for all": lambda: shared_config(50_000, 2000),
    "an index of itself": lambda: index_of_itself(1000),
    "documents": lambda: tar(many_documents()),
    "long names": lambda: b"".join(
        long_name(f"{number}{'n' * 500_000}") + header("a") for number in range(100)
    ),
    "wide names": lambda: b"".join(
        long_name(f"{number}{chr(0x1F40B) * 100_000}") + header("a") for number in range(100)
    ),
    "a bomb": lambda: gzip.compress(bytes(200 << 20), 1),
    "an old bomb": lambda: bz2.compress(bytes(100 << 20)),
    "a dense bomb": lambda: lzma.compress(bytes(100 << 20), preset=0),
    "a new bomb": lambda: zstandard.compress(bytes(500 << 20)),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_memory_stays_small(look, attack: str) -> None:
    looked = look(ATTACKS[attack]())
    assert looked.peak_bytes < _MOST_MEMORY


LINEAR = {
    "extended headers": lambda count: chain(b"x", count) + header("a") + END,
    "global headers": lambda count: chain(b"g", count) + header("a") + END,
    "long names": lambda count: chain(b"L", count) + header("a") + END,
    "old sparse maps": lambda count: (
        header("a", 0, b"S", sparse=b"\1") + (bytes(504) + b"\1" + bytes(7)) * count
    ),
    "members": lambda count: header("a") * count + END,
    "folders": lambda count: b"".join(header(f"{n}/", 0, b"5") for n in range(count)) + END,
    "one name": lambda count: (header("manifest.json", 2) + padded(b"[]")) * count + END,
    "zeros behind": lambda count: header("a") + END + bytes(512 * count),
}


@pytest.mark.parametrize("kind", LINEAR)
@pytest.mark.parametrize("count", [500, 5000])
def test_no_byte_is_read_twice_in_a_pass(look, read_bytes, kind: str, count: int) -> None:
    data = LINEAR[kind](count)
    looked = look(data)
    passes = 2  # at most: large ones are read from the beginning again
    assert read_bytes() <= passes * len(data)
    assert looked.peak_bytes < _MOST_MEMORY


@pytest.mark.parametrize("size", [1 << 40, (1 << 60) - 1])
def test_a_member_that_claims_to_be_larger_than_the_file_cuts_it(look, size: int) -> None:
    base_256 = b"\x80" + size.to_bytes(11, "big")
    looked = look(header("a", raw_size=base_256) + b"x" * 2000)
    assert looked.result.evidence is Evidence.CUT_SHORT


def test_a_negative_size_leads_nowhere(look) -> None:
    looked = look(header("a") + header("b", raw_size=b"\xff" * 11 + b"\x00") + END)
    assert looked.result is HostileReason.BAD_SIZE


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "a/../../b", "C:\\x", "\u202eimage", "<b>x</b>"]
)
def test_names_are_keys_whatever_they_look_like(look, tmp_path: Path, name: str) -> None:
    tricks: list[Entry] = [
        (name, b"1"),
        (f"{name}-link", link("/etc/passwd")),
        ("same", link("same")),
    ]
    looked = look(tar([*tricks, *docker_20(Image())]))
    assert looked.result.names == ("shop/web:1",)
    assert files_in(tmp_path) == ["file"]


@pytest.mark.parametrize("kind", [b"3", b"4", b"6", b"7", b"S", b"V"])
def test_devices_and_the_like_hold_no_documents(look, kind: bytes) -> None:
    whole = builder.files(docker_20(Image()))
    document = whole.pop("manifest.json")
    trick = header("manifest.json", len(document), kind) + padded(document)
    looked = look(trick + tar(whole.items()))
    assert looked.result.kind is not ArchiveKind.IMAGE_ARCHIVE or (
        looked.result.evidence is Evidence.LEGACY_REPOSITORIES
    )


def test_a_link_that_leads_in_a_circle_holds_nothing(look) -> None:
    circle: list[Entry] = [("manifest.json", link("b")), ("b", link("manifest.json"))]
    assert look(tar(circle)).result.kind is ArchiveKind.OTHER


def test_two_lists_of_images_that_differ_are_told(look) -> None:
    first = docker_20(Image(("evil:1",), (builder.layer("evil"),)))
    looked = look(tar([*first, *docker_20(Image())]))
    assert looked.result.names == ("shop/web:1",)
    assert ReportWarning.REPEATED in looked.result.warnings


def test_a_digest_is_taken_of_what_is_there_and_not_believed(look) -> None:
    image, other = Image(), Image(("evil:1",), (builder.layer("evil"),))
    entries = builder.files(docker_25(image))
    entries[f"blobs/sha256/{sha256(image.config)}"] = other.config
    looked = look(tar(entries.items()))
    assert looked.result.images[0].config_digest == other.config_digest


@pytest.mark.parametrize(
    "name", ["<b>web</b>:1", "web\u202e:1", "web:1\nsecond", "../web:1", "W:1"]
)
def test_what_no_engine_takes_for_a_name_is_none(look, name: str) -> None:
    assert look(image_of(b'{"rootfs":{}}', [name])).result.names == ()


def test_names_without_end_are_hostile(look) -> None:
    looked = look(image_of(b'{"rootfs":{}}', ["web:1"] * 300_000))
    assert looked.result is HostileReason.METADATA_TOO_LARGE
