"""Disks that fill, go away or may not be written, and a user who may do nothing. Needs root."""

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.helpers.alone import alone
from tests.real_engines.stick import pulled_mark

_NOBODY = 65534


@contextlib.contextmanager
def small_disk(folder: Path, options: str) -> Iterator[Path]:
    """A disk of its own at `folder`, with options of mount(8) such as ``size=1m`` or ``ro``."""
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def resize(disk: Path, size: str) -> None:
    """Give a `small_disk` another size, such as ``300m``."""
    subprocess.run(["mount", "-o", f"remount,size={size}", str(disk)], check=True)


class Disk:
    """A disk with a file system of its own that can be taken away and put back.

    Args:
        folder: where it is mounted; made if it is not there.
        megabytes: its size; it takes no more room than is written.
    """

    def __init__(self, folder: Path, megabytes: int) -> None:
        self.folder = folder
        self._image = folder.with_name(f"{folder.name}.img")
        folder.mkdir(exist_ok=True)
        with self._image.open("wb") as file:
            file.truncate(megabytes << 20)
        subprocess.run(["mkfs.ext4", "-q", str(self._image)], check=True)

    def put(self) -> None:
        """Mount it."""
        subprocess.run(["mount", "-o", "loop", str(self._image), str(self.folder)], check=True)

    def take_away(self) -> None:
        """Unmount it at once, whoever uses it; their open files go on until they are closed."""
        subprocess.run(["umount", "--lazy", str(self.folder)], check=True)


@contextlib.contextmanager
def loose_disk(folder: Path, megabytes: int) -> Iterator[Disk]:
    """A `Disk` for the time of the block."""
    disk = Disk(folder, megabytes)
    disk.put()
    try:
        yield disk
    finally:
        if folder.is_mount():
            disk.take_away()


class Stick:
    """A stick in its socket; see ``stick.py``.

    Attributes:
        folder: where it is mounted.
    """

    def __init__(self, folder: Path, contents: Path) -> None:
        self.folder = folder
        self._mark = pulled_mark(contents)

    def pull(self) -> None:
        """From now on everything fails as if the device had gone."""
        self._mark.touch()

    def put(self) -> None:
        """Everything works again, and what was written is there."""
        self._mark.unlink(missing_ok=True)


@contextlib.contextmanager
def stick(folder: Path) -> Iterator[Stick]:
    """A stick for the time of the block, which is then put back."""
    contents = folder.with_name(f"{folder.name}.contents")
    for each in (folder, contents):
        each.mkdir()
    with subprocess.Popen(alone("tests.real_engines.stick", contents, folder)) as program:
        try:
            while not folder.is_mount():
                assert program.poll() is None
                os.sched_yield()
            made = Stick(folder, contents)
            yield made
            made.put()
        finally:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextlib.contextmanager
def as_nobody() -> Iterator[None]:
    """All threads are an ordinary user's, inside the block."""
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
