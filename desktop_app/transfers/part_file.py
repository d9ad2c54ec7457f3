"""A file that appears under its name only when it is whole; until then it is ``NAME.part``.

It knows nothing of what is written, only that it must reach the disk or leave nothing behind.
"""

import errno
import os
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.transfers.target_errors import check_target, worded

if sys.platform == "linux":
    from fcntl import F_GETFL, F_SETFL, fcntl

if TYPE_CHECKING:
    from desktop_app.transfers.leftovers import Note

PART_SUFFIX = ".part"
"""The end of the name of every half file."""
OLDER_SUFFIX = f".older{PART_SUFFIX}"
"""The end of the name of a file that stands aside while new ones get their names."""

_PUSH_EVERY_BYTES = 16 << 20
"""So much is handed to the disk at a time, without waiting for it."""
_FIRST_SYNC_BYTES, _LEAST_SYNC_BYTES, _MOST_SYNC_BYTES = 4 << 20, 1 << 20, 256 << 20
"""So much may wait in the system's memory, so that the progress on a slow stick is a true one and
the last sync has little left to do. Each sync waits for what others write, too, such as the engine
its own copy: saving 0.9 GB took 11.3 s with one every 64 MiB and 8.7 s with pushes between few."""
_SYNC_SECONDS = 0.4
"""So long may a sync take: a cancel waits for it. The amount is what the disk has shown to write in
this time, but a stick is quick at first, so it grows in steps."""
_MOST_GROWTH = 8


class PartFile:
    """A file that is being written, inside its ``with`` block; without its name it goes at the end.

    Args:
        target: the name that it gets.
        note: lists it while it has no name yet, so that it is found if the program is killed.

    Attributes:
        target: the same.
        size_bytes: what was written so far.

    Raises:
        UserFacingError: TARGET_…, when it is entered, written, finished or given its name; then
            also FILE_GONE if somebody has removed the half file.
    """

    def __init__(self, target: Path, note: "Note | None" = None) -> None:
        self.target = target
        self.size_bytes = 0
        self._part = half_file(target)
        self._note = note
        self._file: FileIO | None = None
        self._identity: os.stat_result | None = None
        self._is_direct = False
        self._unpushed = self._unsynced = 0
        self._sync_bytes = _FIRST_SYNC_BYTES

    def __enter__(self) -> "PartFile":
        with worded(self.target):
            check_target(self.target)
            if self._note is not None:
                self._note.add(self._part)
            self._part.unlink(missing_ok=True)  # left by a power cut, or a link to another file
            self._file = FileIO(self._part, "x")
            self._is_direct = _go_direct(self._file.fileno())
            self._identity = os.fstat(self._file.fileno())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Remove what has no name yet, even where its disk has gone; the first error counts."""
        with suppress(OSError):
            self._open_file.close()
        with suppress(OSError):
            if self._is_own():
                self._part.unlink()

    def write_all(self, blocks: Iterable[memoryview]) -> None:
        """Write everything, and have it reach the disk along the way."""
        for block in blocks:
            self.write(block)

    def write(self, block: memoryview) -> None:
        """Write a block; it reaches the disk soon, and not only at the end."""
        file = self._open_file
        if file.closed:
            raise ValueError("only before it is finished")
        self._unpushed += len(block)
        self._unsynced += len(block)
        with worded(self.target):
            while block:  # a disk that fills takes a part of a block, and refuses the next
                written = self._write_some(file, block)
                self.size_bytes += written
                block = block[written:]
            if self._unpushed >= _PUSH_EVERY_BYTES:
                _push_data(file.fileno())
                self._unpushed = 0
            if self._unsynced >= self._sync_bytes:
                self._sync(file.fileno())

    def finish(self) -> None:
        """Bring the rest to the disk; nothing can be written after that."""
        with worded(self.target):
            if not self._open_file.closed:
                os.fsync(self._open_file.fileno())
                self._open_file.close()

    def rename(self) -> None:
        """Give the finished file its name; it replaces an older one."""
        with worded(self.target):
            if self.target.parent.is_dir() and not self._part.exists():
                raise UserFacingError(ErrorCode.FILE_GONE, {"path": str(self._part)})
            if not self._is_own():
                raise OSError(f"somebody else writes {self._part.name}")
            self._part.replace(self.target)
            self._identity = None

    def keep(self) -> None:
        """Finish the file and give it its name, for good."""
        self.finish()
        self.rename()
        sync_folder(self.target.parent)

    def _write_some(self, file: FileIO, block: memoryview) -> int:
        """Write as much of a block as the disk takes; one that cannot go there directly is copied.

        That is what begins or ends elsewhere in memory, or in the file, than the disk's own blocks
        do, such as the last one; whatever follows is copied, too.
        """
        try:
            return file.write(block) or 0
        except OSError as error:
            if not self._is_direct or error.errno != errno.EINVAL:
                raise
        self._is_direct = _go_direct(file.fileno(), is_wanted=False)
        return file.write(block) or 0

    def _sync(self, descriptor: int) -> None:
        """Wait for the disk, and see how much it takes in the time that there is."""
        began = time.monotonic()
        _sync_data(descriptor)
        seconds = max(time.monotonic() - began, _SYNC_SECONDS / _MOST_GROWTH)
        fitting = int(self._unsynced * _SYNC_SECONDS / seconds)
        self._sync_bytes = min(max(fitting, _LEAST_SYNC_BYTES), _MOST_SYNC_BYTES)
        self._unsynced = 0

    @property
    def _open_file(self) -> FileIO:
        if self._file is None:
            raise ValueError("only inside the with block")
        return self._file

    def _is_own(self) -> bool:
        """Whether the part is still the file that was begun, and not one that another began."""
        return self._identity is not None and os.path.samestat(self._identity, self._part.stat())


def half_file(target: Path) -> Path:
    """What a file is called while it is written."""
    return target.with_name(f"{target.name}{PART_SUFFIX}")


def older_file(target: Path) -> Path:
    """What a file is called while it stands aside for a new one."""
    return target.with_name(f"{target.name}{OLDER_SUFFIX}")


def put_aside(target: Path) -> None:
    """Keep a file by another name as well, or in place of its own where a disk has no links."""
    try:
        older_file(target).hardlink_to(target)
    except OSError:
        target.replace(older_file(target))


def put_back(target: Path) -> None:
    """Give a file that stands aside its own name again, if its disk lets it."""
    with suppress(OSError):
        older_file(target).replace(target)
        older_file(target).unlink(missing_ok=True)  # two names of one file replace nothing


def _go_direct(descriptor: int, *, is_wanted: bool = True) -> bool:
    """Let the disk fetch what is written from where it lies, without a copy in the system's memory.

    The processor's time is needed for the digests, and other programs' files may stay in memory.

    Returns:
        Whether it does now. Not every file system can (open(2), O_DIRECT).
    """
    if sys.platform != "linux":
        return False
    flags = fcntl(descriptor, F_GETFL) & ~os.O_DIRECT
    with suppress(OSError):
        fcntl(descriptor, F_SETFL, flags | os.O_DIRECT if is_wanted else flags)
        return is_wanted
    return False


def _push_data(descriptor: int) -> None:
    """Let the system begin to write what it holds; it need not be kept in memory afterwards.

    Linux begins at once (mm/fadvise.c, generic_fadvise); where there is no such call, nothing is
    lost but time.
    """
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def _sync_data(descriptor: int) -> None:
    if hasattr(os, "fdatasync"):
        os.fdatasync(descriptor)
    else:
        os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can.

    Windows opens no folders, and some network file systems sync none. The file itself is safe then,
    so that is no reason to call the transfer a failure.
    """
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
