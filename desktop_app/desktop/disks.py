"""The disks of this computer: which can be carried away, and what is free. It only looks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDir, QStorageInfo

_CARRIED = re.compile(r"/media/.|/run/media/.|/Volumes/.|[A-Z]:/")
"""Where desktops put what is plugged in; on Windows every disk has a letter."""

_ENDS_FILES_AT_4_GB = {"vfat", "msdos", "fat", "fat32"}


@dataclass(frozen=True, slots=True)
class Disk:
    """One disk that is there now.

    Attributes:
        root: the folder under which it is found.
        name: its label, or the last part of the root.
        free_bytes: what this user may still write.
        ends_files_at_4_gb: whether no file on it can be larger than that.
    """

    root: Path
    name: str
    free_bytes: int
    ends_files_at_4_gb: bool = False


def disk_of(folder: Path) -> Disk | None:
    """The disk that a folder is on; None if there is no such folder."""
    storage = QStorageInfo(str(folder))
    return _disk(storage) if QDir(str(folder)).exists() and storage.isValid() else None


def is_there(path: Path) -> bool:
    """Whether something stands at a path; where nobody may look, nobody can say that it does."""
    try:
        return path.exists()
    except OSError:
        return False


def removable_disks() -> tuple[Disk, ...]:
    """Sticks and other disks that can be carried away and written, by name."""
    volumes = QStorageInfo.mountedVolumes()
    usable = [each for each in volumes if each.isReady() and not each.isReadOnly()]
    return carried(map(_disk, usable), QDir.rootPath())


def carried(disks: Iterable[Disk], system_root: str) -> tuple[Disk, ...]:
    """Those of some disks that can be carried away, as far as their places tell.

    Args:
        disks: all there are.
        system_root: the folder of the system's own one, ``/`` or ``C:/``.
    """
    found = [
        disk
        for disk in disks
        if _CARRIED.match(_plain(disk.root)) and _plain(disk.root) != system_root
    ]
    return tuple(sorted(found, key=lambda disk: disk.name.casefold()))


def _plain(root: Path) -> str:
    return str(root).replace("\\", "/")


def _disk(storage: QStorageInfo) -> Disk:
    root = Path(storage.rootPath())
    kind = storage.fileSystemType().toStdString().lower()
    name = storage.name() or root.name or str(root)
    return Disk(root, name, storage.bytesAvailable(), kind in _ENDS_FILES_AT_4_GB)
