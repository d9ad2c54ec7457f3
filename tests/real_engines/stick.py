"""A stick that can be pulled out: ``python -m tests.real_engines.stick FOLDER MOUNT_POINT``.

A file system that hands everything on to a folder, and fails like a device that has gone as soon as
`pulled_mark` stands beside that folder. It is a program of its own, because whoever reads and
writes must not have to wait for itself.
"""

import errno
import os
import sys
from pathlib import Path

from mfusepy import FUSE, FuseOSError, Operations  # type: ignore[import-untyped]  # has no types
from typing_extensions import override

_OF_FILES = ("st_ino", "st_mode", "st_nlink", "st_uid", "st_gid", "st_size", "st_blocks")
_OF_DISKS = ("f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree")
_TIMES = ("st_atime", "st_mtime", "st_ctime")


def pulled_mark(folder: Path) -> Path:
    """As long as this file is there, the stick is not."""
    return folder.with_name(f"{folder.name}.pulled")


class _Stick(Operations):  # type: ignore[misc]  # neither
    use_ns = True

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._mark = pulled_mark(folder)

    @override
    def getattr(self, path, fh=None):
        found = os.lstat(self._real(path))
        times = {name: getattr(found, f"{name}_ns") for name in _TIMES}
        return {name: getattr(found, name) for name in _OF_FILES} | times

    @override
    def statfs(self, path):
        found = os.statvfs(self._real(path))
        return {name: getattr(found, name) for name in _OF_DISKS}

    @override
    def readdir(self, path, fh):
        return [".", "..", *(each.name for each in Path(self._real(path)).iterdir())]

    @override
    def create(self, path, mode, fi=None):
        return os.open(self._real(path), os.O_RDWR | os.O_CREAT | os.O_EXCL, mode)

    @override
    def open(self, path, flags):
        return os.open(self._real(path), flags)

    @override
    def read(self, path, size, offset, fh):
        self._feel()
        return os.pread(fh, size, offset)

    @override
    def write(self, path, data, offset, fh):
        self._feel()
        return os.pwrite(fh, data, offset)

    @override
    def truncate(self, path, length, fh=None):
        os.truncate(self._real(path), length)

    @override
    def fsync(self, path, datasync, fh):
        self._feel()
        os.fsync(fh)

    @override
    def flush(self, path, fh):
        self._feel()

    @override
    def release(self, path, fh):
        os.close(fh)

    @override
    def rename(self, old, new):
        Path(self._real(old)).replace(self._real(new))

    @override
    def unlink(self, path):
        Path(self._real(path)).unlink()

    def _real(self, path: str) -> str:
        self._feel()
        return f"{self._folder}{path}"

    def _feel(self) -> None:
        if self._mark.exists():
            raise FuseOSError(errno.EIO)


if __name__ == "__main__":
    folder, mount_point = sys.argv[1:]
    FUSE(_Stick(Path(folder)), mount_point, foreground=True, nothreads=True, big_writes=True)
