"""The log: a small file that only this user can read, and the last errors at hand for a report.

Names of files and images may stand in it, passwords of addresses may not. Several running programs
may share the file.
"""

import logging
import os
import re
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QLockFile
from typing_extensions import override

_PROGRAM = "desktop_app"
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_LARGEST_BYTES = 1_000_000
_OLDER_FILES = (1, 2)
_PRIVATE = 0o600
_KEPT_ERRORS = 20
_PASSWORD = re.compile(r"(\w://[^\s/@:]*):[^\s/]+@")


@dataclass(frozen=True, slots=True)
class LoggedError:
    """Something that went wrong.

    Attributes:
        moment: when; aware.
        summary: what, without the name of anything.
        text: the same in full.
    """

    moment: datetime
    summary: str
    text: str


class Log:
    """Writes the log while the program runs; where no file can be written, there is none.

    Args:
        file: where to.
    """

    def __init__(self, file: Path) -> None:
        self._handlers: list[logging.Handler] = [_LastErrors()]
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            self._handlers.append(_PrivateFile(file))
        for handler in self._handlers:
            handler.setFormatter(_Discreet(_FORMAT))
            logging.getLogger().addHandler(handler)
        logging.getLogger(_PROGRAM).setLevel(logging.INFO)

    def stop(self) -> None:
        """Close the file."""
        logging.getLogger(_PROGRAM).setLevel(logging.NOTSET)
        for handler in self._handlers:
            logging.getLogger().removeHandler(handler)
            handler.close()


def last_errors() -> tuple[LoggedError, ...]:
    """The errors of this run, the oldest first; only some of the last ones are kept."""
    handlers = logging.getLogger().handlers
    return tuple(
        error
        for handler in handlers
        if isinstance(handler, _LastErrors)
        for error in tuple(handler.errors)
    )


class _PrivateFile(logging.Handler):
    """Nobody else may read it, from its first byte on.

    Several running programs may share it: each opens it for one line, which is added in one piece.
    """

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        older = (file.with_name(f"{file.name}.{number}") for number in _OLDER_FILES)
        self._files = (file, *older)  # the newest first
        self._write("")

    @override
    def emit(self, record: logging.LogRecord) -> None:
        try:
            if self._is_full():
                self._make_room()
            self._write(f"{self.format(record)}\n")
        except Exception:  # whoever logs goes on, as with every handler of Python's
            self.handleError(record)

    def _write(self, line: str) -> None:
        descriptor = os.open(self._file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, _PRIVATE)
        try:
            os.write(descriptor, line.encode(errors="replace"))
        finally:
            os.close(descriptor)

    def _is_full(self) -> bool:
        try:
            return self._file.stat().st_size > _LARGEST_BYTES
        except FileNotFoundError:
            return False

    def _make_room(self) -> None:
        """Put the file aside, unless another program does so now or has just done so."""
        lock = QLockFile(f"{self._file}.lock")
        if lock.tryLock(0) and self._is_full():
            for newer, older in reversed([*pairwise(self._files)]):
                with suppress(OSError):  # it is not there, or another program has it open
                    newer.replace(older)
        lock.unlock()


class _Discreet(logging.Formatter):
    """Leaves the passwords out."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        return _PASSWORD.sub(r"\1:…@", super().format(record))


class _LastErrors(logging.Handler):
    """Keeps what has a code, and what is worse than that."""

    def __init__(self) -> None:
        super().__init__()
        self.errors: deque[LoggedError] = deque(maxlen=_KEPT_ERRORS)

    @override
    def emit(self, record: logging.LogRecord) -> None:
        code = getattr(record, "code", "")
        if code or record.levelno >= logging.WARNING:
            kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
            summary = " ".join(filter(None, [record.name, str(code), kind]))
            moment = datetime.fromtimestamp(record.created, UTC)
            self.errors.append(LoggedError(moment, summary, self.format(record)))
