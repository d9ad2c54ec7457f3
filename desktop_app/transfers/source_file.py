"""A file on its way to an engine: read in order, and checked to be what was identified.

What is in it is the business of ``archives``; what the engine makes of it, that of the verbs.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from desktop_app.archives import VerdictCode
from desktop_app.archives.joined_file import JoinedFile, WholeFile, open_whole, state_of
from desktop_app.archives.parts import Part, PartSet
from desktop_app.archives.report import State
from desktop_app.errors import ErrorCode, UserFacingError


class SourceFile:
    """A file that is sent, open inside its ``with`` block.

    Args:
        path: a regular file; one of several parts stands for all of them.
        expected_bytes: its size when it was identified.

    Raises:
        UserFacingError: FILE_GONE or FILE_UNREADABLE when it cannot be read; FILE_CHANGED when it
            is no longer what was identified; FILE_UNSUITABLE when a part is another than the list
            of parts says.
    """

    def __init__(self, path: Path, expected_bytes: int) -> None:
        self._path = path
        self._file = _opened(path)
        self._state = self._look()
        parts = self._file.parts if isinstance(self._file, JoinedFile) else None
        self._check = _PartCheck(path, parts) if parts is not None else None
        self.size_bytes = expected_bytes

    def __enter__(self) -> "SourceFile":
        if sum(size_bytes for size_bytes, _ in self._state) != self.size_bytes:
            self._file.close()
            raise UserFacingError(ErrorCode.FILE_CHANGED, {"path": str(self._path)})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with suppress(OSError):  # its disk has gone, and that was noticed before
            self._file.close()

    def readinto(self, buffer: memoryview) -> int:
        """Fill a buffer; 0 is the end, at which the file is looked at once more."""
        with _worded(self._path):
            count = self._file.readinto(buffer) or 0
        if self._check is not None:
            self._check.see(buffer[:count])
        if count == 0:
            self.check_unchanged()
        return count

    def check_unchanged(self) -> None:
        """Raise FILE_CHANGED if somebody wrote to the file or cut it since it was opened."""
        if self._look() != self._state:
            raise UserFacingError(ErrorCode.FILE_CHANGED, {"path": str(self._path)})

    def _look(self) -> State:
        with _worded(self._path):
            return state_of(self._file)


class _PartCheck:
    """The parts of an archive as they pass, in order, each against its digest.

    Sizes are looked at before; but a part that an earlier run has left may be as large.
    """

    def __init__(self, path: Path, parts: PartSet) -> None:
        self._path = path
        self._parts = iter(parts.parts)
        self._begin_next()

    def see(self, view: memoryview) -> None:
        """Take in what comes next.

        Raises:
            UserFacingError: FILE_UNSUITABLE, at the end of a part that is another one.
        """
        while view and self._part is not None:
            taken = view[: self._left]
            self._digest.update(taken)
            self._left -= len(taken)
            view = view[len(taken) :]
            if self._left == 0:
                self._compare(self._part)
                self._begin_next()

    def _begin_next(self) -> None:
        self._part = next(self._parts, None)
        self._left = self._part.size_bytes if self._part else 0
        self._digest = hashlib.sha256()

    def _compare(self, part: Part) -> None:
        if f"sha256:{self._digest.hexdigest()}" != part.digest:
            params = {"path": str(self._path), "verdict": VerdictCode.PARTS_MISSING}
            raise UserFacingError(ErrorCode.FILE_UNSUITABLE, params, part.path.name)


def _opened(path: Path) -> WholeFile:
    with _worded(path):
        return open_whole(path)


@contextmanager
def _worded(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise UserFacingError(ErrorCode.FILE_GONE, {"path": str(path)}, str(error)) from error
    except OSError as error:
        raise UserFacingError(ErrorCode.FILE_UNREADABLE, {"path": str(path)}, str(error)) from error
