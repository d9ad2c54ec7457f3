"""Risk: an engine gets half a file, or halves of two files, and takes them for one."""

import os
from pathlib import Path

import pytest

from desktop_app.archives.parts import part_path
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.transfers.source_file import SourceFile
from tests.archives.splitting import write_parts


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.tar"
    path.write_bytes(b"x" * 1000)
    return path


def read_all(source: SourceFile) -> bytes:
    got, buffer = bytearray(), memoryview(bytearray(300))
    while count := source.readinto(buffer):
        got += buffer[:count]
    return bytes(got)


def test_a_file_that_stays_as_it_was_is_read_whole(path: Path) -> None:
    with SourceFile(path, 1000) as source:
        assert read_all(source) == b"x" * 1000


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError) as caught:
        SourceFile(tmp_path / "gone.tar", 1000)
    assert caught.value.code is ErrorCode.FILE_GONE


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError) as caught:
        SourceFile(tmp_path, 1000)
    assert caught.value.code is ErrorCode.FILE_UNREADABLE


def test_a_file_replaced_since_it_was_identified_is_told(path: Path) -> None:
    with pytest.raises(UserFacingError) as caught, SourceFile(path, 999):
        pass
    assert caught.value.code is ErrorCode.FILE_CHANGED


def test_a_file_cut_while_it_is_sent_is_told_at_its_end(path: Path) -> None:
    with SourceFile(path, 1000) as source:
        source.readinto(memoryview(bytearray(300)))
        os.truncate(path, 500)
        with pytest.raises(UserFacingError) as caught:
            read_all(source)
    assert caught.value.code is ErrorCode.FILE_CHANGED


def test_parts_are_read_as_one_file_and_a_change_to_any_of_them_is_told(tmp_path: Path) -> None:
    write_parts(tmp_path / "a.tar", bytes(1000), 400)
    with SourceFile(part_path(tmp_path / "a.tar", 2), 1000) as source:
        assert read_all(source) == bytes(1000)
        part_path(tmp_path / "a.tar", 1).write_bytes(b"another")
        with pytest.raises(UserFacingError) as caught:
            source.check_unchanged()
    assert caught.value.code is ErrorCode.FILE_CHANGED


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_part_of_an_earlier_run_is_told_before_the_engine_has_everything(
    tmp_path: Path, number: int
) -> None:
    write_parts(tmp_path / "a.tar", bytes(1000), 400)
    part = part_path(tmp_path / "a.tar", number)
    part.write_bytes(bytes(part.stat().st_size - 1) + b"x")
    with (
        SourceFile(part_path(tmp_path / "a.tar", 1), 1000) as source,
        pytest.raises(UserFacingError) as caught,
    ):
        read_all(source)
    assert caught.value.code is ErrorCode.FILE_UNSUITABLE
    assert caught.value.params["verdict"] == "parts-missing"
    assert caught.value.detail == part.name
