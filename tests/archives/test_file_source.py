"""Risk: a path that makes the program wait for ever, or a disk's fault that is called damage."""

import os
import socket
from pathlib import Path

import pytest

from desktop_app.archives import identify
from desktop_app.archives.file_source import FileSource, opened
from desktop_app.archives.tar_reader import CutShort
from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (Path.resolve, ErrorCode.FILE_GONE),
        (Path.mkdir, ErrorCode.FILE_IS_FOLDER),
        (os.mkfifo, ErrorCode.FILE_NOT_REGULAR),
        (lambda path: path.symlink_to(path), ErrorCode.FILE_UNREADABLE),
    ],
    ids=["gone", "folder", "pipe", "circle"],
)
def test_a_path_that_is_no_file_is_told_at_once(tmp_path: Path, make, code: ErrorCode) -> None:
    path = tmp_path / "path"
    make(path)
    with pytest.raises(UserFacingError) as caught:
        identify(path)
    assert caught.value.code is code
    assert caught.value.params == {"path": str(path)}


def test_a_socket_is_told_at_once(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket"))
        with pytest.raises(UserFacingError) as caught:
            identify(tmp_path / "socket")
    assert caught.value.code is ErrorCode.FILE_NOT_REGULAR


def test_a_disk_that_fails_while_reading_is_told() -> None:
    with pytest.raises(UserFacingError) as caught:
        identify(Path("/proc/self/mem"))  # a regular file whose first bytes cannot be read
    assert caught.value.code is ErrorCode.FILE_UNREADABLE


def test_a_path_that_no_file_can_have_is_told() -> None:
    with pytest.raises(UserFacingError) as caught:
        identify(Path("a\0b"))
    assert caught.value.code is ErrorCode.FILE_GONE


def test_bytes_are_read_passed_over_and_looked_at_without_losing_the_place(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(bytes(range(200)))
    with opened(path) as file:
        source = FileSource(file, CancelToken())
        assert (source.size_bytes, source.head) == (200, bytes(range(16)))
        buffer = memoryview(bytearray(10))
        assert (source.readinto(buffer), bytes(buffer)) == (10, bytes(range(10)))
        source.skip(50)
        assert source.look(190, 100) == bytes(range(190, 200))
        assert (source.readinto(buffer), bytes(buffer)) == (10, bytes(range(60, 70)))
        assert (source.position, source.read_bytes) == (70, 46)
        with pytest.raises(CutShort):
            source.skip(131)


def test_a_cancelled_token_ends_the_next_read(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x")
    cancel = CancelToken()
    with opened(path) as file:
        source = FileSource(file, cancel)
        cancel.cancel()
        with pytest.raises(Cancelled):
            source.readinto(memoryview(bytearray(1)))


def test_progress_comes_now_and_then_and_not_for_every_block(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch()
    os.truncate(path, 4 << 20)
    told: list[Progress] = []
    with opened(path) as file:
        source = FileSource(file, CancelToken(), told.append)
        for _ in range(8):
            source.skip(1 << 19)
            source.tick()
    assert told == [Progress(Phase.INSPECTING, done << 20, 4 << 20) for done in (1, 2, 3, 4)]
