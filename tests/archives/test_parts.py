"""Risk: parts of two archives taken for one, a missing part not told, a path out of a list."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from desktop_app.archives import ArchiveKind, Evidence, HostileArchive, complete, identify
from desktop_app.archives.parts import (
    list_path,
    part_path,
    part_set,
    parts_at,
    read_list,
)
from tests.archives.builder import Image, docker_20, tar
from tests.archives.splitting import write_parts

DATA = tar(docker_20(Image()))
NAMES = ("a.tar.001", "a.tar.002", "a.tar.003")
PART_BYTES = len(DATA) // 3 + 1


@pytest.fixture
def target(tmp_path: Path) -> Path:
    target = tmp_path / "a.tar"
    write_parts(target, DATA, PART_BYTES)
    return target


def changed(target: Path, **changes: Any) -> None:
    """Change the list of a set."""
    document = json.loads(list_path(target).read_bytes())
    list_path(target).write_text(json.dumps(document | changes))


@pytest.mark.parametrize("name", [*NAMES, "a.tar.parts"])
def test_any_part_and_the_list_lead_to_the_whole_archive(target: Path, name: str) -> None:
    report = identify(target.with_name(name))
    assert report.path == target.with_name(name)
    assert (report.kind, report.size_bytes) == (ArchiveKind.IMAGE_ARCHIVE, len(DATA))
    assert report.names == ("shop/web:1",)
    assert report.parts is not None
    assert (report.parts.set_id, report.parts.names) == ("one", NAMES)
    assert report.parts.are_there


@pytest.mark.parametrize("name", ["a.tar.001", "a.tar.003", "a.tar.parts"])
def test_a_part_that_is_missing_or_cut_is_named(target: Path, name: str) -> None:
    part_path(target, 2).unlink()
    os.truncate(part_path(target, 3), 5)
    report = identify(target.with_name(name))
    assert (report.kind, report.evidence) == (ArchiveKind.ARCHIVE_PART, Evidence.PARTS_MISSING)
    assert report.parts is not None
    assert report.parts.missing == ("a.tar.002",)
    assert report.parts.damaged == ("a.tar.003",)
    assert report.complete
    assert complete(report) is report


def test_a_part_that_is_something_else_than_a_file_is_missing(target: Path) -> None:
    part_path(target, 2).unlink()
    os.mkfifo(part_path(target, 2))
    parts = identify(part_path(target, 1)).parts
    assert parts is not None
    assert parts.missing == ("a.tar.002",)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_without_its_list_a_part_says_that_the_list_is_missing(target: Path, number: int) -> None:
    list_path(target).unlink()
    report = identify(part_path(target, number))
    assert report.kind is ArchiveKind.ARCHIVE_PART
    assert report.parts is not None
    assert report.parts.missing == ("a.tar.parts",)


def test_a_whole_archive_that_is_called_as_a_part_is_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.tar.001").write_bytes(DATA)
    report = identify(tmp_path / "a.tar.001")
    assert (report.kind, report.parts) == (ArchiveKind.IMAGE_ARCHIVE, None)


@pytest.mark.parametrize("name", ["notes.001", "a.tar", "a.tar.01", ".parts", "photos.parts"])
def test_other_files_belong_to_no_set(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"something else")
    report = identify(path)
    assert (report.kind, report.parts) == (ArchiveKind.OTHER, None)


def test_an_older_part_that_the_list_does_not_know_is_not_mixed_in(target: Path) -> None:
    part_path(target, 4).write_bytes(DATA)
    assert part_set(part_path(target, 4)) is None
    report = identify(part_path(target, 1))
    assert report.parts is not None
    assert report.parts.names == NAMES


def test_parts_are_called_as_the_list_is_whatever_stands_in_it(target: Path) -> None:
    parts = [{"name": "../../etc/passwd", "size": 5, "sha256": "0" * 64}]
    changed(target, parts=parts)
    found = read_list(list_path(target))
    assert found is not None
    assert [part.path for part in found.parts] == [part_path(target, 1)]


@pytest.mark.parametrize(
    "changes",
    [
        {"image-ferry-parts": 2},
        {"sha256": "x"},
        {"parts": []},
        {"parts": 5},
        {"parts": [5]},
        {"parts": [{"size": 0, "sha256": "0" * 64}]},
        {"parts": [{"size": "5", "sha256": "0" * 64}]},
        {"parts": [{"size": 5, "sha256": "x"}]},
        {"parts": [{"size": 5, "sha256": "0" * 64}] * 10_000},
    ],
)
def test_a_list_that_makes_no_sense_is_none(target: Path, changes: dict[str, object]) -> None:
    changed(target, **changes)
    assert read_list(list_path(target)) is None
    report = identify(part_path(target, 2))
    assert report.kind is ArchiveKind.ARCHIVE_PART


def test_a_list_that_is_no_document_or_no_file_is_none(target: Path) -> None:
    list_path(target).write_bytes(b'{"image-ferry-parts"')
    assert read_list(list_path(target)) is None
    list_path(target).unlink()
    os.mkfifo(list_path(target))
    assert read_list(list_path(target)) is None


def test_a_list_that_would_fill_the_memory_is_an_attack(target: Path) -> None:
    data = list_path(target).read_bytes()
    list_path(target).write_bytes(data + b" " * (2 << 20))
    for path in (part_path(target, 1), list_path(target)):
        with pytest.raises(HostileArchive) as caught:
            identify(path)
        assert caught.value.params["path"] == str(path)


def test_a_file_in_a_folder_that_is_a_file_has_no_list(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert parts_at(tmp_path / "file" / "a.tar.001", may_be_lone=False) is None
