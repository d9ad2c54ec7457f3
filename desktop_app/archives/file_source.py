"""A file on disk, or one in parts, as the source of an archive: opened with care, read, counted.

What the bytes mean is not known here.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.archives.joined_file import WholeFile, open_whole, size_of, state_of
from desktop_app.archives.tar_reader import CutShort
from desktop_app.cancel import CancelToken
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress

_HEAD_BYTES = 16
_PROGRESS_EVERY_BYTES = 1 << 20


@contextmanager
def opened(path: Path) -> Iterator[WholeFile]:
    """Open a regular file with all its parts, and nothing that would make the opening wait.

    Raises:
        HostileArchive: its list of parts is one that no program writes.
        UserFacingError: FILE_GONE, FILE_UNREADABLE, FILE_IS_FOLDER or FILE_NOT_REGULAR, also when
            the disk fails while the file is read.
    """
    params = {"path": str(path)}
    if "\0" in str(path):  # from a dropped address; Python refuses it with an error of another kind
        raise UserFacingError(ErrorCode.FILE_GONE, params)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UserFacingError(ErrorCode.FILE_IS_FOLDER, params)
        if not stat.S_ISREG(mode):
            raise UserFacingError(ErrorCode.FILE_NOT_REGULAR, params)
        with open_whole(path) as file:
            yield file
    except OSError as error:
        is_gone = error.errno in (errno.ENOENT, errno.ENOTDIR)
        code = ErrorCode.FILE_GONE if is_gone else ErrorCode.FILE_UNREADABLE
        raise UserFacingError(code, params, str(error)) from error


class FileSource:
    """A file for a reader: counts what was passed over, looks at the token, and can skip.

    Args:
        file: open, at its beginning.
        cancel: ends the reading.
        on_progress: told now and then how many of the file's bytes were passed over.

    Attributes:
        size_bytes: of the file.
        state: what would be another if somebody wrote to the file.
        head: its first bytes.
        position: how many bytes were passed over.
        read_bytes: how many of them were read.
    """

    def __init__(
        self,
        file: WholeFile,
        cancel: CancelToken,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> None:
        self._file = file
        self._cancel = cancel
        self._on_progress = on_progress
        self._told = 0
        self.size_bytes = size_of(file)
        self.state = state_of(file)
        self.position = self.read_bytes = 0
        self.head = self.look(0, _HEAD_BYTES)

    def readinto(self, buffer: memoryview) -> int:
        """Read, unless the token was cancelled."""
        self.tick()
        count = self._file.readinto(buffer) or 0
        self.position += count
        self.read_bytes += count
        return count

    def skip(self, count: int) -> None:
        """Pass over bytes without reading them; beyond the end there is nothing to pass over."""
        self.position += count
        if self.position > self.size_bytes:
            raise CutShort
        self._file.seek(count, os.SEEK_CUR)

    def look(self, start: int, count: int) -> bytes:
        """Some bytes of the file, wherever it is being read; fewer at its end."""
        place = self._file.tell()
        self._file.seek(start)
        data = self._file.read(count) or b""
        self._file.seek(place)
        self.read_bytes += len(data)
        return data

    def tick(self) -> None:
        """Look at the token and tell how far it is."""
        self._cancel.raise_if_cancelled()
        if self._on_progress and self.position - self._told >= _PROGRESS_EVERY_BYTES:
            self._told = self.position
            self._on_progress(Progress(Phase.INSPECTING, self.position, self.size_bytes))
