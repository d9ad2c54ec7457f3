"""Streams from and to an engine: archives, events, and the messages that answer an upload.

An answer that says success proves nothing yet: an engine may fail in the middle of it. What can be
told from the messages is told here; the rest is for whoever knows the archive.
"""

import codecs
import errno
import http.client
import json
import os
from collections.abc import Iterator
from types import TracebackType
from typing import Self

from desktop_app.engine.faults import NETWORK_ERRORS, failed, lost, refused, worded, words_in
from desktop_app.engine.line import Line, Request
from desktop_app.errors import UserFacingError

Message = dict[str, object]
"""One JSON object of an engine's answer."""

_OK = 200
_READ_BYTES = 64 << 10
_IDLE_EVENTS = ("exec_", "health_status", "attach", "detach", "resize", "top")
"""What happens in containers without changing any list, some of it every second."""


class _Stream:
    """What all streams are: a line that ends with its ``with`` block and can be cut before."""

    def __init__(self, line: Line, request: Request) -> None:
        self._line = line
        self._request = request

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._line.close()

    def cut(self) -> None:
        """Wake whoever waits on this stream; from any thread, at any time, twice."""
        self._line.cut()

    def _call(self) -> None:
        """Connect and ask; from then on a stream may take as long as it likes."""
        self._line.call(self._request)
        self._line.limit(None)


class Download(_Stream):
    """Bytes from an engine. It is asked at the first read.

    Args:
        line: to the engine.
        request: for these bytes.
        missing: the error if what was asked for is not there.
    """

    def __init__(self, line: Line, request: Request, missing: UserFacingError) -> None:
        super().__init__(line, request)
        self._missing = missing
        self._answer: http.client.HTTPResponse | None = None

    def readinto(self, buffer: memoryview) -> int:
        """Fill a buffer, waiting as long as it takes; 0 is the end, also where it comes too early.

        Raises:
            UserFacingError: what `missing` says, ENGINE_LOST or ENGINE_REFUSED.
        """
        try:
            if self._answer is None:
                self._call()
                self._answer = _accepted(self._line.answer(), self._missing)
            count = self._answer.readinto(buffer)
            if count == 0 and self._line.is_cut:
                raise ConnectionAbortedError(errno.ECONNABORTED, os.strerror(errno.ECONNABORTED))
        except NETWORK_ERRORS as error:
            raise lost(error) from error
        return count


class Upload(_Stream):
    """Bytes to an engine, and its answer. It is called at the first write."""

    def __init__(self, line: Line, request: Request) -> None:
        super().__init__(line, request)
        self._breakage: OSError | None = None

    @property
    def answered(self) -> bool:
        """Whether the engine has answered and hears no more; the rest need not be sent."""
        return self._breakage is not None or self._line.is_answered

    def write(self, chunk: bytes | memoryview) -> None:
        """Send some bytes. An engine that hears no more is no error here: it will say why.

        Raises:
            UserFacingError: ENGINE_LOST, if there is no connection in the first place.
        """
        if not self._line.is_open:
            with worded():
                self._call()
        try:
            if chunk:  # an empty one would mean the end
                self._line.send(b"%x\r\n" % len(chunk))
                self._line.send(chunk)
                self._line.send(b"\r\n")
        except OSError as error:
            self._breakage = error

    def finish(self) -> Iterator[Message]:
        """Say that this was all, wait for the engine and hand on its messages as they come.

        Raises:
            UserFacingError: ENGINE_REFUSED or ENGINE_DISK_FULL with the engine's words,
                ENGINE_LOST.
        """
        try:
            if not self.answered:
                self.write(b"")
                self._line.send(b"0\r\n\r\n")
            for message in _messages(_accepted(self._line.answer())):
                _raise_if_error(message)
                yield message
        except NETWORK_ERRORS as error:
            raise lost(self._breakage or error) from error


class EventStream(_Stream):
    """What happens in an engine, from the moment of its making on.

    Raises:
        UserFacingError: ENGINE_LOST, when it is made.
    """

    def __init__(self, line: Line, request: Request) -> None:
        super().__init__(line, request)
        with worded():
            self._call()

    def __iter__(self) -> Iterator[Message]:
        """An item for each event that may have changed a list.

        Raises:
            UserFacingError: ENGINE_LOST, when it is cut, too; ENGINE_REFUSED.
        """
        try:
            for event in _messages(_accepted(self._line.answer())):
                if not str(event.get("Action") or event.get("status")).startswith(_IDLE_EVENTS):
                    yield event
        except NETWORK_ERRORS as error:
            raise lost(error) from error
        finally:
            self._line.close()


def _accepted(
    answer: http.client.HTTPResponse, missing: UserFacingError | None = None
) -> http.client.HTTPResponse:
    if answer.status == _OK:
        return answer
    text = answer.read(_READ_BYTES).decode(errors="replace")
    raise refused(answer.status, words_in(text) or answer.reason, missing)


def _messages(answer: http.client.HTTPResponse) -> Iterator[Message]:
    """JSON objects out of a stream in which they follow one another, with or without lines."""
    decoder = json.JSONDecoder()
    in_text = codecs.getincrementaldecoder("utf-8")(errors="replace")
    text = ""
    while block := answer.read1(_READ_BYTES):
        text += in_text.decode(block)
        while text := text.lstrip():
            try:
                message, end = decoder.raw_decode(text)
            except ValueError:
                break  # the rest of it is still to come
            text = text[end:]
            if isinstance(message, dict):
                yield message
    if text:
        raise failed(text)


def _raise_if_error(message: Message) -> None:
    """Engines report a failure inside an answer that began as a success."""
    detail = message.get("errorDetail")
    if isinstance(detail, dict):
        raise failed(str(detail.get("message", "")))
    if "error" in message:
        raise failed(str(message["error"]))
