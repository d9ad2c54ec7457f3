"""A file as it lies there, or the parts of one as if they were one: read in order, or anywhere."""

import io
import os
from bisect import bisect_right
from io import FileIO
from itertools import accumulate
from pathlib import Path
from typing import TypeAlias

from typing_extensions import Buffer, override

from desktop_app.archives.parts import PartSet, part_set
from desktop_app.archives.report import State


class JoinedFile(io.RawIOBase):
    """The parts of a set, in order. Only one of them is open at a time.

    Args:
        parts: the set; all of its parts are there.

    Attributes:
        parts: the same.

    Raises:
        OSError: when it is made, or read.
    """

    def __init__(self, parts: PartSet) -> None:
        self.parts = parts
        self._paths = [part.path for part in parts.parts]
        self._ends = list(accumulate(size for size, _ in self.state()))
        self._position = 0
        self._index = 0
        self._file = FileIO(self._paths[0])

    def state(self) -> State:
        """What would be another if somebody wrote to a part."""
        return tuple(_state(path.stat()) for path in self._paths)

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Buffer) -> int:
        """Fill a buffer, as one file would, over the ends of parts."""
        view, filled = memoryview(buffer).cast("B"), 0
        while filled < len(view) and (count := self._read_part(view[filled:])):
            filled += count
        return filled

    @override
    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        bases = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self._ends[-1]}
        self._position = max(0, bases[whence] + offset)
        return self._position

    @override
    def tell(self) -> int:
        return self._position

    @override
    def close(self) -> None:
        self._file.close()
        super().close()

    def _read_part(self, view: memoryview) -> int:
        index = bisect_right(self._ends, self._position)
        if index == len(self._ends):
            return 0
        if index != self._index:
            self._file.close()
            self._file, self._index = FileIO(self._paths[index]), index
        start = self._ends[index - 1] if index else 0
        self._file.seek(self._position - start)
        count = self._file.readinto(view[: self._ends[index] - self._position]) or 0
        self._position += count
        return count


WholeFile: TypeAlias = FileIO | JoinedFile


def open_whole(path: Path) -> WholeFile:
    """Open a file; one of several parts, or their list, opens all of them if all are there.

    Raises:
        OSError: the file, or one of its parts, cannot be read.
        HostileArchive: the list of parts is one that no program writes.
    """
    parts = part_set(path)
    is_whole = parts is not None and parts.state().are_there
    return JoinedFile(parts) if parts is not None and is_whole else FileIO(path)


def state_of(file: WholeFile) -> State:
    """What would be another if somebody wrote to a file, or to a part of it."""
    return file.state() if isinstance(file, JoinedFile) else (_state(os.fstat(file.fileno())),)


def size_of(file: WholeFile) -> int:
    """How many bytes a file has."""
    return sum(size_bytes for size_bytes, _ in state_of(file))


def _state(status: os.stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns
