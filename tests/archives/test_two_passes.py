"""Risk: minutes of reading before a word is said, or a word that the rest of the file belies."""

import gzip
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import zstandard

from desktop_app.archives import (
    ArchiveKind,
    ArchiveReport,
    Compression,
    Evidence,
    complete,
    identify,
)
from desktop_app.archives.file_source import FileSource
from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.progress import Progress
from tests.archives import builder
from tests.archives.builder import Image, docker_20, docker_25, tar


@pytest.fixture
def report(tmp_path: Path) -> Callable[[bytes], ArchiveReport]:
    """What the first pass finds in a file of these bytes."""

    def identified(data: bytes) -> ArchiveReport:
        path = tmp_path / "file"
        path.write_bytes(data)
        return identify(path)

    return identified


class Counted:
    """A file that is identified, with all that was read of it counted."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.read_bytes = 0
        readinto, look = FileSource.readinto, FileSource.look

        def counted_read(source: FileSource, buffer: memoryview) -> int:
            count = readinto(source, buffer)
            self.read_bytes += count
            return count

        def counted_look(source: FileSource, start: int, count: int) -> bytes:
            data = look(source, start, count)
            self.read_bytes += len(data)
            return data

        monkeypatch.setattr(FileSource, "readinto", counted_read)
        monkeypatch.setattr(FileSource, "look", counted_look)
        self.report = identify(path)


def test_of_an_image_archive_of_20_gigabytes_next_to_nothing_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = builder.write_sparse_image(tmp_path / "big", 20_000_000_000, layers=60)
    counted = Counted(path, monkeypatch)
    assert counted.report.complete
    assert counted.report.names == ("shop/web:1",)
    assert counted.report.images[0].size_bytes > 19_000_000_000
    assert counted.read_bytes < 2_000_000


def root_of_many_files(last: builder.Entry, count: int = 6000) -> bytes:
    """A root file system that takes long to read, by the standards of a test."""
    files = [(f"usr/share/{number}", bytes(number % 1200)) for number in range(count)]
    return builder.root_filesystem([*files, last])


def test_a_large_root_file_system_is_known_from_its_beginning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(root_of_many_files(("var/last", b"")))
    counted = Counted(path, monkeypatch)
    assert (counted.report.kind, counted.report.complete) == (ArchiveKind.FILESYSTEM, False)
    assert counted.read_bytes < 2_000_000 < path.stat().st_size
    second = complete(counted.report)
    assert second == replace(counted.report, complete=True)
    assert complete(second) is second


@pytest.mark.parametrize(
    "entries",
    [
        [("bin/a", b"1"), ("opt/b", b"2"), ("var/c", bytes(8 << 20))],
        [("manifest.json", b"{}"), (".dockerenv", b""), ("var/c", bytes(8 << 20))],
    ],
    ids=["no system", "may hold images"],
)
def test_a_root_file_system_that_may_be_something_else_is_read_to_its_end(report, entries) -> None:
    assert report(tar([*entries, ("z", b"")])).complete


def test_a_large_root_file_system_that_was_cut_is_found_out_at_once(report) -> None:
    found = report(root_of_many_files(("var/last", b"x" * 600))[:-11_000])
    assert (found.kind, found.evidence) == (ArchiveKind.DAMAGED, Evidence.CUT_SHORT)


def test_a_root_file_system_that_ends_as_images_is_found_out_in_the_second_pass(report) -> None:
    files = [(f"etc/{number}", bytes(1200)) for number in range(3000)]
    first = report(tar([(".dockerenv", b""), *files, *docker_20(Image())]))
    assert (first.kind, first.complete) == (ArchiveKind.FILESYSTEM, False)
    assert complete(first).names == ("shop/web:1",)


BIG = Image(layers=(random.Random(1).randbytes(9 << 20), b"x" * (33 << 20)))


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress, lambda data: data])
@pytest.mark.parametrize("make", [docker_20, docker_25, builder.podman, builder.crane])
def test_of_a_large_packed_archive_the_kind_comes_first_and_the_names_later(
    report, make, pack
) -> None:
    first = report(pack(tar(make(BIG))))
    is_plain = first.compression is Compression.NONE
    assert (first.kind, first.complete) == (ArchiveKind.IMAGE_ARCHIVE, is_plain)
    assert complete(first).names == ("shop/web:1",)


def test_images_of_an_oci_archive_are_told_from_others_in_the_second_pass(report) -> None:
    first = report(zstandard.compress(tar(builder.oci_layout(BIG))))
    assert (first.evidence, first.images) == (Evidence.IMAGE_PARTS, ())
    assert complete(first).kind is ArchiveKind.OCI_LAYOUT


def test_a_packed_archive_that_breaks_off_late_is_damaged_in_the_second_pass(report) -> None:
    first = report(gzip.compress(tar(docker_20(BIG)))[:-2000])
    assert (first.kind, first.complete) == (ArchiveKind.IMAGE_ARCHIVE, False)
    second = complete(first)
    assert (second.kind, second.evidence) == (ArchiveKind.DAMAGED, Evidence.BAD_COMPRESSION)


def test_the_second_pass_can_be_cancelled_and_tells_how_far_it_is(report) -> None:
    random_bytes = random.Random(2).randbytes(20 << 20)
    first = report(gzip.compress(tar(docker_20(Image(layers=(random_bytes,)))), 1))
    told: list[Progress] = []
    complete(first, on_progress=told.append)
    assert told[-1].total_bytes == first.size_bytes
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        complete(first, cancel)
