"""Risk: a file under its final name that is not whole, a leftover, or an older file lost."""

import errno
import fcntl
import mmap
import os
import subprocess
from pathlib import Path

import pytest

from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.transfers.leftovers import Journal
from desktop_app.transfers.part_file import PartFile, half_file
from tests.helpers.folders import files_in

MEGABYTE = 1 << 20
BLOCKS = [memoryview(b"one"), memoryview(b"two")]


def failure(target: Path, blocks: list[memoryview] = BLOCKS) -> UserFacingError:
    with pytest.raises(UserFacingError) as caught, PartFile(target) as part:
        part.write_all(blocks)
        part.keep()
    return caught.value


def test_a_kept_file_has_its_name_and_all_its_bytes(tmp_path: Path) -> None:
    with PartFile(tmp_path / "a.tar") as part:
        part.write_all(BLOCKS)
        assert not (tmp_path / "a.tar").exists()
        part.keep()
    assert (tmp_path / "a.tar").read_bytes() == b"onetwo"
    assert part.size_bytes == 6
    assert files_in(tmp_path) == ["a.tar"]


def test_without_keep_nothing_is_left_and_the_older_file_stays(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(b"older")
    with PartFile(tmp_path / "a.tar") as part:
        part.write_all(BLOCKS)
    assert files_in(tmp_path) == ["a.tar"]
    assert (tmp_path / "a.tar").read_bytes() == b"older"


def test_a_disk_that_fills_is_told_and_left_as_it_was(tiny_disk: Path) -> None:
    error = failure(tiny_disk / "a.tar", [memoryview(bytes(1 << 20))] * 2)
    assert error.code is ErrorCode.TARGET_FULL
    assert error.params == {"path": str(tiny_disk / "a.tar"), "removable": ""}
    assert files_in(tiny_disk) == []


def test_a_read_only_disk_is_told(tiny_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", tiny_disk], check=True)
    assert failure(tiny_disk / "a.tar").code is ErrorCode.TARGET_READ_ONLY


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    assert failure(tmp_path / "gone" / "a.tar").code is ErrorCode.TARGET_FOLDER_GONE


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert failure(tmp_path / "file" / "a.tar").code is ErrorCode.TARGET_FOLDER_GONE


def test_a_folder_of_that_name_is_told_and_kept(tmp_path: Path) -> None:
    (tmp_path / "a.tar").mkdir()
    assert failure(tmp_path / "a.tar").code is ErrorCode.TARGET_IS_FOLDER
    assert (tmp_path / "a.tar").is_dir()


def test_a_device_of_that_name_is_told_and_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.tar")
    assert failure(tmp_path / "a.tar").code is ErrorCode.TARGET_NOT_REGULAR
    assert (tmp_path / "a.tar").is_fifo()


@pytest.mark.parametrize("is_alone", [True, False])
def test_a_half_file_that_vanishes_is_told_and_so_is_its_folder(
    tmp_path: Path, *, is_alone: bool
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(UserFacingError) as caught, PartFile(folder / "a.tar") as part:
        part.write_all(BLOCKS)
        half_file(folder / "a.tar").unlink()
        if not is_alone:
            folder.rmdir()
        part.keep()
    path = folder / ("a.tar.part" if is_alone else "a.tar")
    code = ErrorCode.FILE_GONE if is_alone else ErrorCode.TARGET_FOLDER_GONE
    assert (caught.value.code, caught.value.params) == (code, {"path": str(path)})


def test_it_is_written_only_inside_its_block(tmp_path: Path) -> None:
    with PartFile(tmp_path / "a.tar") as part:
        part.keep()
    with pytest.raises(ValueError, match="finished"):
        part.write_all(BLOCKS)
    with pytest.raises(ValueError, match="with block"):
        PartFile(tmp_path / "b.tar").write_all(BLOCKS)


def test_a_part_that_a_power_cut_left_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.tar.part").write_bytes(b"left by somebody, and longer than what comes")
    with PartFile(tmp_path / "a.tar") as part:
        part.write_all(BLOCKS)
        part.keep()
    assert (tmp_path / "a.tar").read_bytes() == b"onetwo"


def test_a_link_in_place_of_the_part_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"precious")
    (tmp_path / "a.tar.part").symlink_to(tmp_path / "precious")
    with PartFile(tmp_path / "a.tar") as part:
        part.write_all(BLOCKS)
        part.keep()
    assert (tmp_path / "precious").read_bytes() == b"precious"
    assert not (tmp_path / "a.tar").is_symlink()


def test_a_pipe_in_place_of_the_part_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.tar.part")
    with PartFile(tmp_path / "a.tar") as part:
        part.keep()
    assert (tmp_path / "a.tar").is_file()


def test_a_part_that_somebody_else_has_begun_meanwhile_gets_no_name_and_is_left(
    tmp_path: Path,
) -> None:
    with pytest.raises(UserFacingError) as caught, PartFile(tmp_path / "a.tar") as part:
        part.write_all(BLOCKS)
        (tmp_path / "a.tar.part").unlink()
        (tmp_path / "a.tar.part").write_bytes(b"half of another")
        part.keep()
    assert caught.value.code is ErrorCode.TARGET_FAILED
    assert files_in(tmp_path) == ["a.tar.part"]
    (tmp_path / "a.tar.part").unlink()


def test_a_folder_that_takes_the_name_meanwhile_is_told_and_nothing_is_left(
    tmp_path: Path,
) -> None:
    with pytest.raises(UserFacingError) as caught, PartFile(tmp_path / "a.tar") as part:
        part.write_all(BLOCKS)
        (tmp_path / "a.tar").mkdir()
        part.keep()
    assert caught.value.code is ErrorCode.TARGET_IS_FOLDER
    assert files_in(tmp_path) == ["a.tar"]


@pytest.mark.parametrize("system", ["linux", "windows"])
def test_a_large_file_reaches_the_disk_while_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    synced: list[int] = []
    pushed: list[int] = []
    for name in ("_FIRST_SYNC_BYTES", "_MOST_SYNC_BYTES"):
        monkeypatch.setattr(f"desktop_app.transfers.part_file.{name}", 5)
    monkeypatch.setattr("desktop_app.transfers.part_file._PUSH_EVERY_BYTES", 3)
    monkeypatch.setattr(os, "posix_fadvise", lambda descriptor, *_: pushed.append(descriptor))
    if system == "windows":  # which has neither
        monkeypatch.delattr(os, "fdatasync")
        monkeypatch.delattr(os, "posix_fadvise")
    call = "fsync" if system == "windows" else "fdatasync"
    monkeypatch.setattr(os, call, synced.append)
    with PartFile(tmp_path / "a.tar") as part:
        part.write_all(BLOCKS * 2)
        assert len(synced) == 2
        assert len(pushed) == (0 if system == "windows" else 4)
        part.keep()
    assert (tmp_path / "a.tar").read_bytes() == b"onetwo" * 2


def is_direct(path: Path) -> bool:
    """Whether a file that this process has open is written past the system's memory."""
    for descriptor in Path("/proc/self/fd").iterdir():
        if descriptor.is_symlink() and descriptor.readlink() == path:
            information = Path("/proc/self/fdinfo", descriptor.name).read_text(encoding="ascii")
            flags = information.partition("flags:")[2].split()[0]
            return bool(int(flags, 8) & os.O_DIRECT)
    raise FileNotFoundError(path)


@pytest.mark.parametrize("odd_bytes", [0, 1, 513, 4095])
def test_whole_blocks_go_to_the_disk_directly_and_no_byte_of_the_rest_is_lost(
    tmp_path: Path, odd_bytes: int
) -> None:
    block = memoryview(mmap.mmap(-1, MEGABYTE))
    block[:] = os.urandom(MEGABYTE)
    odd = block[:odd_bytes]
    with PartFile(tmp_path / "a.tar") as part:
        part.write_all([block, block])
        assert is_direct(half_file(tmp_path / "a.tar"))
        part.write_all([odd, block, block[1:], block])
        part.keep()
    expected = b"".join([block, block, odd, block, block[1:], block])
    assert (tmp_path / "a.tar").read_bytes() == expected


def test_a_disk_that_cannot_take_them_directly_gets_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(descriptor: int, command: int, flags: int = 0) -> int:
        if flags & os.O_DIRECT:
            raise OSError(errno.EINVAL, "no")
        return fcntl.fcntl(descriptor, command, flags)

    monkeypatch.setattr("desktop_app.transfers.part_file.fcntl", cannot)
    with PartFile(tmp_path / "a.tar") as part:
        part.write_all(BLOCKS)
        assert not is_direct(half_file(tmp_path / "a.tar"))
        part.keep()
    assert (tmp_path / "a.tar").read_bytes() == b"onetwo"


class Disk:
    """A disk that takes so many bytes in a second, by its own clock, and only when it is synced."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, bytes_per_second: int) -> None:
        self.bytes_per_second = bytes_per_second
        self.syncs: list[float] = []
        self._now = 0.0
        self._written_bytes = 0
        monkeypatch.setattr("desktop_app.transfers.part_file.time.monotonic", lambda: self._now)
        for call in ("fdatasync", "fsync"):
            monkeypatch.setattr(os, call, self._sync)

    def _sync(self, descriptor: int) -> None:
        size = os.fstat(descriptor).st_size
        self.syncs.append((size - self._written_bytes) / self.bytes_per_second)
        self._now += self.syncs[-1]
        self._written_bytes = size


@pytest.mark.parametrize("bytes_per_second", [8 * MEGABYTE, 100 * MEGABYTE])
def test_no_sync_of_a_slow_disk_keeps_a_cancel_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bytes_per_second: int
) -> None:
    disk = Disk(monkeypatch, bytes_per_second)
    with PartFile(tmp_path / "a.tar") as part:
        part.write_all([memoryview(bytes(MEGABYTE))] * 60)
        if bytes_per_second > 50 * MEGABYTE:  # a stick whose quick memory is full
            assert len(disk.syncs) < 4
            disk.bytes_per_second //= 4
            part.write_all([memoryview(bytes(MEGABYTE))] * 60)
        part.finish()
    assert sum(disk.syncs) > 0.6
    assert max(disk.syncs[:2]) < 0.6
    assert max(disk.syncs[-2:]) < 0.6


def test_a_fast_disk_is_hardly_ever_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(monkeypatch, 1000 * MEGABYTE)
    with PartFile(tmp_path / "a.tar") as part:
        part.write_all([memoryview(bytes(MEGABYTE))] * 290)
        assert len(disk.syncs) == 2


def test_a_folder_that_cannot_be_synced_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> int:
        raise PermissionError

    with PartFile(tmp_path / "a.tar") as part:
        part.write_all(BLOCKS)
        monkeypatch.setattr(os, "open", refused)
        part.keep()
    assert files_in(tmp_path) == ["a.tar"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, ErrorCode.TARGET_FULL),
        (errno.EDQUOT, ErrorCode.TARGET_FULL),
        (errno.EIO, ErrorCode.TARGET_FAILED),
        (errno.EROFS, ErrorCode.TARGET_READ_ONLY),
    ],
)
def test_a_disk_that_fails_only_at_the_end_is_told_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: ErrorCode
) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    error = failure(tmp_path / "a.tar")
    assert error.code is code
    assert os.strerror(number) in error.detail
    assert files_in(tmp_path) == []


def test_a_file_that_is_being_written_is_in_the_journal(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal")
    target = tmp_path / "a.tar"
    with journal.noted(half_file(target)) as note, PartFile(target, note) as part:
        part.write_all(BLOCKS)
        (path,) = (tmp_path / "journal").iterdir()
        assert os.fsencode(half_file(target)) in path.read_bytes()
        part.keep()
    assert files_in(tmp_path / "journal") == []
