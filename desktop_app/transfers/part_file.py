"""A file that appears under its name only when it is whole; until then it is ``NAME.part``.

It knows nothing of what is written, only that it must reach the disk or leave nothing behind.
"""

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path
from types import TracebackType

from desktop_app.errors import ErrorCode, UserFacingError

_PUSH_EVERY_BYTES = 16 << 20
"""So much is handed to the disk at a time, without waiting for it."""
_SYNC_EVERY_BYTES = 256 << 20
"""So much may wait in the system's memory, so that the progress on a slow stick is a true one and
the last sync has little left to do. Each sync waits for what others write, too, such as the engine
its own copy: saving 0.9 GB took 11.3 s with one every 64 MiB and 8.7 s with pushes between few."""

_CODES = {
    errno.ENOSPC: ErrorCode.TARGET_FULL,
    errno.EDQUOT: ErrorCode.TARGET_FULL,
    errno.EFBIG: ErrorCode.TARGET_NO_BIG_FILES,
    errno.EROFS: ErrorCode.TARGET_READ_ONLY,
    errno.EACCES: ErrorCode.TARGET_READ_ONLY,
    errno.EPERM: ErrorCode.TARGET_READ_ONLY,
    errno.ENOENT: ErrorCode.TARGET_FOLDER_GONE,
    errno.ENOTDIR: ErrorCode.TARGET_FOLDER_GONE,
    errno.EISDIR: ErrorCode.TARGET_IS_FOLDER,
}


class PartFile:
    """The target of a transfer, inside its ``with`` block; without `keep` nothing of it remains.

    Raises:
        UserFacingError: TARGET_…, when it is entered, written or kept.
    """

    def __init__(self, target: Path) -> None:
        self._target = target
        self._part = target.with_name(f"{target.name}.part")
        self._file: FileIO | None = None
        self.size_bytes = 0

    def __enter__(self) -> "PartFile":
        with _worded(self._target):
            _check_target(self._target)
            self._part.unlink(missing_ok=True)  # left by a power cut, or a link to another file
            self._file = FileIO(self._part, "x")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._file is not None:
            self._discard(self._file)

    def write_all(self, blocks: Iterable[memoryview]) -> None:
        """Write everything, and have it reach the disk along the way."""
        unpushed = unsynced = 0
        with _worded(self._target):
            for block in blocks:
                self._write(block)
                unpushed += len(block)
                unsynced += len(block)
                if unpushed >= _PUSH_EVERY_BYTES:
                    _push_data(self._open_file.fileno())
                    unpushed = 0
                if unsynced >= _SYNC_EVERY_BYTES:
                    _sync_data(self._open_file.fileno())
                    unsynced = 0

    def keep(self) -> None:
        """Bring the rest to the disk and give the file its name; it replaces an older one."""
        with _worded(self._target):
            os.fsync(self._open_file.fileno())
            if not self._is_own(self._open_file):
                raise OSError(f"somebody else writes {self._part.name}")
            self._open_file.close()
            self._part.replace(self._target)
            self._file = None
            _sync_folder(self._target.parent)

    @property
    def _open_file(self) -> FileIO:
        if self._file is None:
            raise ValueError("only inside the with block")
        return self._file

    def _write(self, block: memoryview) -> None:
        while block:  # a disk that fills takes a part of a block, and refuses the next
            written = self._open_file.write(block) or 0
            self.size_bytes += written
            block = block[written:]

    def _discard(self, file: FileIO) -> None:
        """Remove the part, even where its disk has gone; that must not hide the first error."""
        self._file = None
        is_own = True  # if it was closed already, to be renamed
        with suppress(OSError, ValueError):
            is_own = self._is_own(file)
        with suppress(OSError):
            file.close()
        with suppress(OSError):
            if is_own:
                self._part.unlink()

    def _is_own(self, file: FileIO) -> bool:
        """Whether the part is still the file that was begun, and not one that another began."""
        return os.path.samestat(os.fstat(file.fileno()), self._part.stat())


@contextmanager
def _worded(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        code = _CODES.get(error.errno or 0, ErrorCode.TARGET_FAILED)
        raise UserFacingError(code, {"path": str(target)}, str(error)) from error


def _check_target(target: Path) -> None:
    if target.is_dir():
        raise UserFacingError(ErrorCode.TARGET_IS_FOLDER, {"path": str(target)})
    if target.exists() and not target.is_file():
        raise UserFacingError(ErrorCode.TARGET_NOT_REGULAR, {"path": str(target)})


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


def _sync_folder(folder: Path) -> None:
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
