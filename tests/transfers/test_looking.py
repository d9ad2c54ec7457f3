"""Risk: a file is taken for what it is not, or nobody learns what is in it, or how far that is."""

import gzip
import tarfile
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.archives import (
    ArchiveKind,
    ArchiveReport,
    Compression,
    Evidence,
    complete,
    identify,
)
from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress, run
from desktop_app.transfers.looking import glance, inspect, read_on
from tests.archives import builder
from tests.archives.builder import Image, docker_20, tar

SAVED = tar(docker_20(Image()))


@pytest.fixture
def report(tmp_path: Path) -> ArchiveReport:
    path = tmp_path / "a.tar"
    path.write_bytes(SAVED)
    return identify(path)


def test_a_file_is_identified_with_progress(report: ArchiveReport) -> None:
    told: list[Progress] = []
    assert run(inspect(report.path, CancelToken()), told.append) == complete(report)
    assert {progress.phase for progress in told} == {Phase.INSPECTING}


def test_a_file_that_is_to_be_sent_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    files = [(f"etc/{number}", bytes(1200)) for number in range(4000)]
    path.write_bytes(tar([(".dockerenv", b""), *files, *docker_20(Image())]))
    first = run(glance(path, CancelToken()))
    assert (first.kind, first.complete) == (ArchiveKind.FILESYSTEM, False)
    report = run(inspect(path, CancelToken()))
    assert report == run(read_on(first, CancelToken()))
    assert (report.kind, report.complete) == (ArchiveKind.IMAGE_ARCHIVE, True)


def test_what_is_known_of_a_file_is_not_read_again_unless_somebody_wrote_to_it(
    report: ArchiveReport,
) -> None:
    known = complete(report)
    assert run(inspect(report.path, CancelToken(), known)) is known
    report.path.write_bytes(bytes(len(SAVED)))
    found = run(inspect(report.path, CancelToken(), known))
    assert found.kind is not known.kind
    report.path.unlink()
    with pytest.raises(UserFacingError) as caught:
        run(inspect(report.path, CancelToken(), known))
    assert caught.value.code is ErrorCode.FILE_GONE


@pytest.mark.parametrize("content", [SAVED, builder.zipped("a.tar", SAVED)])
def test_what_is_half_known_is_read_again(tmp_path: Path, content: bytes) -> None:
    """Of what is packed once more the second look tells what is inside, which is not the file."""
    path = tmp_path / "file"
    path.write_bytes(content)
    known = run(read_on(run(glance(path, CancelToken())), CancelToken()))
    half = known if known.evidence is Evidence.ZIP else replace(known, complete=False)
    assert run(inspect(path, CancelToken(), half)) == complete(identify(path))
    assert run(inspect(path, CancelToken(), half)) is not half


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError) as caught:
        run(inspect(tmp_path / "gone.tar", CancelToken()))
    assert caught.value.code is ErrorCode.FILE_GONE


def test_identifying_can_be_cancelled(tmp_path: Path) -> None:
    path = tmp_path / "endless.tar"
    with path.open("wb") as file:
        for _ in range(20_000):
            file.write(tarfile.TarInfo("file").tobuf())
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        run(inspect(path, cancel), lambda _: cancel.cancel())


@pytest.mark.parametrize(
    ("data", "kind", "compression", "evidence"),
    [
        (builder.zipped("a.tar", SAVED), ArchiveKind.IMAGE_ARCHIVE, "none", Evidence.ZIP),
        (gzip.compress(tar([("a.tar", SAVED)])), ArchiveKind.IMAGE_ARCHIVE, "gzip", "wrapped"),
        (builder.zipped("a", builder.root_filesystem()), ArchiveKind.FILESYSTEM, "none", "zip"),
    ],
)
def test_of_what_is_packed_once_more_a_person_learns_what_is_inside(
    tmp_path: Path, data: bytes, kind: ArchiveKind, compression: str, evidence: str
) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    first = run(glance(path, CancelToken()))
    assert (first.kind, first.evidence, first.complete) == (ArchiveKind.OTHER, evidence, False)
    report = run(read_on(first, CancelToken()))
    assert (report.kind, report.evidence, report.complete) == (kind, evidence, True)
    assert report.compression is Compression(compression)
    assert report.inner == first.inner
    is_saved = kind is ArchiveKind.IMAGE_ARCHIVE
    assert report.names == (("shop/web:1",) if is_saved else ())
    assert run(inspect(path, CancelToken())).kind is ArchiveKind.OTHER


def test_what_has_nothing_useful_inside_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(builder.zipped("a.tar", tar([("notes.txt", b"x"), ("b", b"y")])))
    first = run(glance(path, CancelToken()))
    with pytest.raises(UserFacingError) as caught:
        run(read_on(first, CancelToken()))
    assert caught.value.code is ErrorCode.FILE_UNSUITABLE
    assert caught.value.params["verdict"] == "unknown-content"
