"""Risk: a full disk without a word on what could be removed, or a name that must not be."""

import errno
import os
from pathlib import Path

import pytest

from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.transfers.target_errors import check_target, worded


def refused(target: Path, number: int) -> UserFacingError:
    with pytest.raises(UserFacingError) as caught, worded(target):
        raise OSError(number, os.strerror(number))
    return caught.value


def removable(target: Path) -> list[str]:
    return str(refused(target, errno.ENOSPC).params["removable"]).split("/")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, ErrorCode.TARGET_FULL),
        (errno.EDQUOT, ErrorCode.TARGET_FULL),
        (errno.EFBIG, ErrorCode.TARGET_NO_BIG_FILES),
        (errno.EROFS, ErrorCode.TARGET_READ_ONLY),
        (errno.ENOENT, ErrorCode.TARGET_FOLDER_GONE),
        (errno.EIO, ErrorCode.TARGET_FAILED),
    ],
)
def test_each_refusal_has_its_meaning(tmp_path: Path, number: int, code: ErrorCode) -> None:
    error = refused(tmp_path / "a.tar", number)
    assert error.code is code
    assert error.params["path"] == str(tmp_path / "a.tar")
    assert os.strerror(number) in error.detail


def test_the_three_largest_archives_and_halves_are_named(tmp_path: Path) -> None:
    sizes = {"old.tar": 50, "half.tar.part": 40, "x.tar.zst": 30, "y.tgz": 20, "z.tar.001": 10}
    for name, size in {**sizes, "thesis.odt": 999, "party": 999}.items():
        (tmp_path / name).write_bytes(bytes(size))
    (tmp_path / "folder.tar").mkdir()
    (tmp_path / "link.tar").symlink_to(tmp_path / "thesis.odt")
    assert removable(tmp_path / "a.tar") == ["old.tar", "half.tar.part", "x.tar.zst"]
    (tmp_path / "half.tar.part").unlink()


@pytest.mark.parametrize("own", ["a.tar.part", "a.tar.001.part", "a.tar.parts.part"])
def test_what_is_being_written_is_not_named(tmp_path: Path, own: str) -> None:
    (tmp_path / own).write_bytes(b"half")
    (tmp_path / "empty.tar").touch()
    assert removable(tmp_path / "a.tar") == [""]
    (tmp_path / own).unlink()


def test_a_disk_that_has_gone_names_nothing(tmp_path: Path) -> None:
    assert removable(tmp_path / "gone" / "a.tar") == [""]


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name, code in (
        ("folder", ErrorCode.TARGET_IS_FOLDER),
        ("pipe", ErrorCode.TARGET_NOT_REGULAR),
    ):
        with pytest.raises(UserFacingError) as caught:
            check_target(tmp_path / name)
        assert caught.value.code is code
    check_target(tmp_path / "new")
