"""Risk: a stick is not offered, or a full disk passes for an empty one."""

import shutil
from collections.abc import Iterable
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QStorageInfo

from desktop_app.desktop import disks
from desktop_app.desktop.disks import Disk, carried, disk_of, is_there, removable_disks


def _disk(root: PurePath) -> Disk:
    return Disk(cast("Path", root), str(root), 1)


def _carried(roots: Iterable[PurePath], system_root: str) -> list[str]:
    return [str(disk.root) for disk in carried(map(_disk, roots), system_root)]


def test_what_desktops_mount_can_be_carried_away() -> None:
    places = ["/", "/home", "/run/media/me/B", "/boot/efi", "/media/me/A", "/media", "/mnt/data"]
    roots = [PurePosixPath(place) for place in places]
    assert _carried(roots, "/") == ["/media/me/A", "/run/media/me/B"]


def test_on_windows_every_disk_but_the_systems_is_offered() -> None:
    roots = [PureWindowsPath("C:/"), PureWindowsPath("E:/")]
    assert _carried(roots, "C:/") == ["E:\\"]


def test_disks_are_offered_by_name() -> None:
    found = carried([Disk(Path("/media/1"), "b", 1), Disk(Path("/media/2"), "A", 1)], "/")
    assert [disk.name for disk in found] == ["A", "b"]


def test_the_disk_of_a_folder_tells_what_is_free(tmp_path: Path) -> None:
    disk = disk_of(tmp_path)
    assert disk is not None
    usage = shutil.disk_usage(tmp_path)
    assert 0 < disk.free_bytes <= usage.total
    assert disk.name
    assert tmp_path.is_relative_to(disk.root)


def test_no_folder_no_disk(tmp_path: Path) -> None:
    assert disk_of(tmp_path / "gone") is None
    assert disk_of(tmp_path / (300 * "x")) is None
    (tmp_path / "file").touch()
    assert disk_of(tmp_path / "file") is None


def test_what_cannot_be_looked_at_is_not_said_to_be_there(tmp_path: Path) -> None:
    assert is_there(tmp_path)
    assert not is_there(tmp_path / "gone")
    assert not is_there(tmp_path / (300 * "x"))


class _Stick:
    """What Qt says of a volume; only root may mount a real one."""

    def __init__(self, root: str, *, is_read_only: bool = False, kind: bytes = b"vfat") -> None:
        self.rootPath = lambda: root
        self.isReadOnly = lambda: is_read_only
        self.isReady = lambda: True
        self.name = str
        self.bytesAvailable = lambda: 7
        self.fileSystemType = lambda: SimpleNamespace(toStdString=kind.decode)


def test_sticks_that_can_be_written_are_removable_disks(monkeypatch: pytest.MonkeyPatch) -> None:
    volumes = [
        _Stick("/media/me/PHOTOS"),
        _Stick("/media/me/CD", is_read_only=True),
        _Stick("/media/me/BIG", kind=b"exfat"),
    ]
    monkeypatch.setattr(QStorageInfo, "mountedVolumes", lambda: volumes)
    monkeypatch.setattr(disks, "QDir", SimpleNamespace(rootPath=lambda: "/"))
    assert removable_disks() == (
        Disk(Path("/media/me/BIG"), "BIG", 7),
        Disk(Path("/media/me/PHOTOS"), "PHOTOS", 7, ends_files_at_4_gb=True),
    )
