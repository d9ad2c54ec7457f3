"""Risk: a final name on a file that is not whole, parts of two runs mixed, or a leftover."""

import errno
import hashlib
import json
import os
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.archives import Compression
from desktop_app.archives.parts import part_path, part_set
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.transfers import output as module
from desktop_app.transfers.leftovers import Journal
from desktop_app.transfers.output import Digests, FileOptions, Output, digests_of, surely_written
from desktop_app.transfers.part_file import PartFile
from tests.helpers.folders import files_in

PLAIN, SUMS = FileOptions(), FileOptions(checksum=True)
PARTS, BOTH = FileOptions(part_bytes=4), FileOptions(part_bytes=4, checksum=True)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "a.tar"


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def blocks(data: bytes, step: int = 3) -> Iterable[memoryview]:
    return [memoryview(data[start : start + step]) for start in range(0, len(data), step)]


def write(target: Path, data: bytes, options: FileOptions) -> tuple[Path, ...]:
    with Output(target, options) as output:
        output.write_all(blocks(data))
        return output.keep(digests_of(blocks(data), options.part_bytes))


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_one_file_is_written_as_it_comes(target: Path) -> None:
    assert write(target, b"hello world", PLAIN) == (target,)
    assert files_in(target.parent) == ["a.tar"]
    assert target.read_bytes() == b"hello world"


def test_its_digest_lies_beside_it_if_wanted(target: Path) -> None:
    files = write(target, b"hello world", SUMS)
    assert [file.name for file in files] == ["a.tar", "a.tar.sha256"]
    assert files[1].read_text() == f"{sha256(b'hello world')}  a.tar\n"


def test_a_checksum_of_an_older_file_does_not_call_the_new_one_damaged(target: Path) -> None:
    write(target, b"older", SUMS)
    files = write(target, b"hello world", PLAIN)
    assert files[1].read_text() == f"{sha256(b'hello world')}  a.tar\n"
    files[1].unlink()
    files[1].mkdir()
    assert write(target, b"hello world", PLAIN) == (target,)


def test_parts_are_equal_but_for_the_last_and_have_a_list(target: Path) -> None:
    files = write(target, b"hello world", PARTS)
    assert [file.name for file in files] == ["a.tar.001", "a.tar.002", "a.tar.003", "a.tar.parts"]
    assert [file.read_bytes() for file in files[:3]] == [b"hell", b"o wo", b"rld"]
    document = json.loads(files[3].read_text())
    assert document["size"] == 11
    assert document["sha256"] == sha256(b"hello world")
    assert document["parts"][2] == {"name": "a.tar.003", "size": 3, "sha256": sha256(b"rld")}
    found = part_set(files[1])
    assert found is not None
    assert found.state().are_there


@pytest.mark.parametrize(("size", "count"), [(1, 1), (4, 1), (5, 2), (8, 2), (9, 3)])
def test_no_part_is_empty(target: Path, size: int, count: int) -> None:
    files = write(target, bytes(size), PARTS)
    assert len(files) == count + 1
    assert all(file.stat().st_size for file in files)


def test_with_checksums_each_part_is_a_line(target: Path) -> None:
    write(target, b"hello world", BOTH)
    command = ["sha256sum", "--check", "--strict", "a.tar.sha256"]
    done = subprocess.run(command, cwd=target.parent, check=True, stdout=subprocess.PIPE, text=True)
    assert done.stdout.splitlines() == [f"a.tar.00{number}: OK" for number in (1, 2, 3)]


@pytest.mark.parametrize("options", [PLAIN, SUMS, PARTS, BOTH])
def test_without_keep_nothing_is_left_and_older_files_stay(
    target: Path, options: FileOptions
) -> None:
    write(target, b"older", options)
    before = {path: path.read_bytes() for path in target.parent.iterdir()}
    with Output(target, options) as output:
        output.write_all(blocks(b"hello world"))
        assert {path: path.read_bytes() for path in before} == before
    assert {path: path.read_bytes() for path in target.parent.iterdir()} == before


@pytest.fixture(params=["links", "no links"])
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk on which a file may have two names, and one on which it may not, such as FAT."""

    def refused(path: Path, _target: Path) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(path))

    if request.param == "no links":
        monkeypatch.setattr(Path, "hardlink_to", refused)


@pytest.mark.usefixtures("disk")
@pytest.mark.parametrize("failing", range(1, 6))
@pytest.mark.parametrize("older", [b"", b"older", b"older, and longer than it"], ids=len)
def test_a_name_that_cannot_be_given_leaves_everything_as_it_was(
    target: Path, monkeypatch: pytest.MonkeyPatch, failing: int, older: bytes
) -> None:
    rename, calls = PartFile.rename, []

    def failing_rename(file: PartFile) -> None:
        calls.append(file)
        if len(calls) == failing:
            raise UserFacingError(ErrorCode.TARGET_FAILED, {"path": str(target)})
        rename(file)

    if older:
        write(target, older, BOTH)
    before = {path: path.read_bytes() for path in target.parent.iterdir()}
    monkeypatch.setattr(PartFile, "rename", failing_rename)
    with pytest.raises(UserFacingError):
        write(target, b"hello world", BOTH)
    assert {path: path.read_bytes() for path in target.parent.iterdir()} == before


@pytest.mark.usefixtures("disk")
@pytest.mark.parametrize("options", [PLAIN, SUMS, BOTH], ids=["one", "checksum", "parts"])
def test_at_every_moment_older_files_are_there_and_what_has_no_name_yet_is_noted(
    target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: FileOptions
) -> None:
    """A program that is killed between two names loses nothing, and hides nothing."""
    write(target, b"older text", options)
    older = {path.read_bytes() for path in target.parent.iterdir()}
    rename, folder = PartFile.rename, target.parent

    def looking_rename(file: PartFile) -> None:
        rename(file)
        (note,) = (tmp_path / "journal").iterdir()
        there = [path for path in folder.iterdir() if path.is_file()]
        noted = note.read_bytes()
        assert all(os.fsencode(path) in noted for path in there if path.suffix == ".part")
        if options is not PLAIN:
            assert older <= {path.read_bytes() for path in there}

    monkeypatch.setattr(PartFile, "rename", looking_rename)
    journal = Journal(tmp_path / "journal")
    files = write(target, b"newer text", replace(options, journal=journal))
    assert files_in(folder) == sorted(["journal", *(file.name for file in files)])
    assert files_in(tmp_path / "journal") == []


def test_before_a_name_is_given_everything_is_on_the_disk_and_the_list_is_last(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    finish, rename = PartFile.finish, PartFile.rename

    def noted_finish(file: PartFile) -> None:
        finish(file)
        seen.append("finish")

    def noted_rename(file: PartFile) -> None:
        rename(file)
        seen.append(file.target.name)

    monkeypatch.setattr(PartFile, "finish", noted_finish)
    monkeypatch.setattr(PartFile, "rename", noted_rename)
    write(target, b"hello", BOTH)
    assert seen[-4:] == ["a.tar.001", "a.tar.002", "a.tar.parts", "a.tar.sha256"]
    assert set(seen[:-4]) == {"finish"}


def test_parts_of_an_earlier_run_are_replaced_and_what_is_left_of_them_removed(
    target: Path,
) -> None:
    write(target, b"a much longer text", PARTS)
    part_path(target, 9).write_bytes(b"not in the list")
    first = part_set(part_path(target, 1))
    write(target, b"hello", PARTS)
    assert files_in(target.parent) == ["a.tar.001", "a.tar.002", "a.tar.009", "a.tar.parts"]
    second = part_set(part_path(target, 1))
    assert first is not None
    assert second is not None
    assert first.set_id != second.set_id
    assert second.state().are_there


def test_the_list_of_an_earlier_run_is_never_beside_new_parts(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(target, b"older text", PARTS)
    rename = PartFile.rename

    def looking_rename(file: PartFile) -> None:
        assert not target.with_name("a.tar.parts").exists()
        rename(file)

    monkeypatch.setattr(PartFile, "rename", looking_rename)
    write(target, b"newer text", PARTS)


def test_a_list_that_is_something_else_is_replaced_and_removes_nothing(target: Path) -> None:
    target.with_name("a.tar.parts").write_bytes(b'{"image-ferry-parts": 1' + b" " * (3 << 20))
    part_path(target, 7).write_bytes(b"stays")
    write(target, b"hello", PARTS)
    assert files_in(target.parent) == ["a.tar.001", "a.tar.002", "a.tar.007", "a.tar.parts"]


@pytest.mark.parametrize(
    ("options", "size"),
    [
        (PLAIN, 2 << 20),
        (FileOptions(part_bytes=1 << 18), 2 << 20),
        (FileOptions(part_bytes=1 << 18), (1 << 20) - 8192),  # no room is left for the list
        (SUMS, (1 << 20) - 8192),
    ],
)
def test_a_disk_that_fills_at_any_file_is_told_and_left_as_it_was(
    tiny_disk: Path, options: FileOptions, size: int
) -> None:
    (tiny_disk / "older.tar").write_bytes(bytes(8192))
    with pytest.raises(UserFacingError) as caught:
        write(tiny_disk / "a.tar", bytes(size), options)
    assert caught.value.code is ErrorCode.TARGET_FULL
    assert caught.value.params["removable"] == "older.tar"
    assert files_in(tiny_disk) == ["older.tar"]


@pytest.mark.parametrize("name", ["a.tar.parts", "a.tar.sha256", "a.tar.001"])
def test_a_folder_in_the_place_of_any_file_is_told_at_the_start(target: Path, name: str) -> None:
    target.with_name(name).mkdir()
    with pytest.raises(UserFacingError) as caught, Output(target, BOTH):
        pass
    assert caught.value.code is ErrorCode.TARGET_IS_FOLDER
    assert files_in(target.parent) == [name]


def test_more_parts_than_can_be_read_back_are_refused(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_PARTS", 2)
    with pytest.raises(UserFacingError) as caught:
        write(target, b"hello world", PARTS)
    assert caught.value.code is ErrorCode.TARGET_FAILED
    assert files_in(target.parent) == []


@pytest.mark.parametrize("step", [1, 3, 4, 5, 100])
def test_digests_are_those_of_the_whole_and_of_each_part(step: int) -> None:
    data = b"hello world"
    parts = tuple(f"sha256:{sha256(piece)}" for piece in (b"hell", b"o wo", b"rld"))
    assert digests_of(blocks(data, step), 4) == Digests(f"sha256:{sha256(data)}", parts)
    assert digests_of(blocks(data, step), None) == Digests(f"sha256:{sha256(data)}")


@pytest.mark.parametrize(
    "wrong", [{"compression": Compression.XZ}, {"part_bytes": 0}, {"part_bytes": -1}]
)
def test_what_cannot_be_written_is_refused_at_once(wrong) -> None:
    with pytest.raises(ValueError, match=r"written|byte"):
        FileOptions(**wrong)


@pytest.mark.parametrize(
    ("part_bytes", "checksum", "names"),
    [
        (None, False, ["a.tar"]),
        (None, True, ["a.tar", "a.tar.sha256"]),
        (3, False, ["a.tar.001", "a.tar.parts"]),
        (3, True, ["a.tar.001", "a.tar.parts", "a.tar.sha256"]),
    ],
)
def test_what_is_surely_written_is_known_before(
    tmp_path: Path, part_bytes: int | None, *, checksum: bool, names: list[str]
) -> None:
    target = tmp_path / "a.tar"
    known = surely_written(target, part_bytes=part_bytes, checksum=checksum)
    assert [path.name for path in known] == names
    with Output(target, FileOptions(part_bytes=part_bytes, checksum=checksum)) as output:
        output.write_all([memoryview(b"abc")])
        output.keep(digests_of([memoryview(b"abc")], part_bytes))
    assert set(tmp_path.iterdir()) == set(known)


@pytest.mark.parametrize("is_a_folder", [False, True])
def test_a_file_that_never_came_about_is_in_no_journal(
    tmp_path: Path, *, is_a_folder: bool
) -> None:
    journal, folder = Journal(tmp_path / "journal"), tmp_path / "target"
    if is_a_folder:
        (folder / "a.tar.part").mkdir(parents=True)
    with pytest.raises(UserFacingError), Output(folder / "a.tar", FileOptions(journal=journal)):
        pass
    if is_a_folder:
        (folder / "a.tar.part").rmdir()
    assert journal.leftovers() == ()
    assert files_in(tmp_path / "journal") == []


def test_a_file_that_somebody_else_writes_is_left_to_him(target: Path, tmp_path: Path) -> None:
    options = FileOptions(journal=Journal(tmp_path / "journal"))
    with Output(target, options) as output:
        with pytest.raises(UserFacingError) as caught, Output(target, options):
            pass
        output.write_all(blocks(b"hello world"))
        output.keep(digests_of(blocks(b"hello world"), None))
    assert (caught.value.code, caught.value.params) == (
        ErrorCode.TARGET_BUSY,
        {"path": str(target)},
    )
    assert target.read_bytes() == b"hello world"


def test_any_number_of_parts_keeps_few_files_open_and_all_are_in_the_journal(
    target: Path, tmp_path: Path
) -> None:
    journal, data = Journal(tmp_path / "journal"), bytes(30)
    before = open_files()
    with Output(target, FileOptions(part_bytes=1, journal=journal)) as output:
        output.write_all(blocks(data))
        assert open_files() <= before + 2
        (note,) = (tmp_path / "journal").iterdir()
        assert note.read_bytes().count(b".part") == len(data)
        output.keep(digests_of(blocks(data), 1))
    assert files_in(tmp_path / "journal") == []
