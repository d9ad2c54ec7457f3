"""The log: a small file that only this user can read, and the last errors at hand for a report.

Names of files and images may stand in it, passwords of addresses may not.
"""

import logging
import os
import re
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from typing_extensions import override

_PROGRAM = "desktop_app"
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_LARGEST_BYTES = 1_000_000
_OLDER_FILES = 2
_KEPT_ERRORS = 20
_PASSWORD = re.compile(r"(\w://[^\s/@:]*):[^\s/@]+@")


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


class _PrivateFile(RotatingFileHandler):
    """Nobody else may read it, from its first byte on."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            file,
            maxBytes=_LARGEST_BYTES,
            backupCount=_OLDER_FILES,
            encoding="utf-8",
            errors="replace",
        )

    @override
    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        return open(descriptor, "a", encoding=self.encoding, errors=self.errors)  # noqa: PTH123  no path


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
