"""Questions to an engine that have short answers, in JSON, and how a cancel breaks them off.

One is asked after another on a line that stays open, since making one can take a while: over ssh it
is a program that starts. What the answers mean is not known here.
"""

import contextlib
import copy
import json
from collections.abc import Iterator
from typing import Any

import docker

from desktop_app.cancel import CancelToken
from desktop_app.engine.faults import Refusal, words_in
from desktop_app.engine.line import Line, Request

_FIRST_ERROR = 300


class Questions:
    """Asks one engine, for one thread at a time.

    Attributes:
        client: docker-py's, which knows the way to the engine.

    Args:
        client: see above.
        cancel: breaks off the question that is asked, and those that come after it.
        limit_seconds: how long an engine may be silent; None for as long as it likes.
    """

    def __init__(
        self, client: docker.APIClient, cancel: CancelToken, limit_seconds: float | None = None
    ) -> None:
        self.client = client
        self._cancel = cancel
        self._limit_seconds = limit_seconds
        self._kept: list[Line] = []  # one or none, and the same for all that `under` gives

    def under(self, cancel: CancelToken, limit_seconds: float | None) -> "Questions":
        """The same line for somebody who has a token and a limit of his own."""
        twin = copy.copy(self)
        twin._cancel, twin._limit_seconds = cancel, limit_seconds  # noqa: SLF001  its own kind
        return twin

    def ask(self, request: Request) -> Any:  # noqa: ANN401  whatever stands in the JSON
        """Ask and wait for the answer; None if it is empty.

        Raises:
            Refusal: the engine says no, or something that is no JSON.
            OSError, http.client.HTTPException, requests.RequestException: the connection broke.
            Cancelled: the token was cancelled.
        """
        line = self._line()
        with self.cuttable(line):
            line.call(request)
            answer = line.answer()
            text = answer.read().decode(errors="replace").strip()  # Podman ends some with a line
        if not answer.will_close:
            self._kept.append(line)
        else:
            line.close()
        if answer.status >= _FIRST_ERROR:
            raise Refusal(answer.status, words_in(text) or answer.reason)
        try:
            return json.loads(text) if text else None
        except ValueError as error:
            raise Refusal(answer.status, text) from error

    @contextlib.contextmanager
    def cuttable(self, line: Line) -> Iterator[None]:
        """Around whatever waits on a line: a cancel cuts it. A line that fails is closed.

        Raises:
            Cancelled: the token was cancelled, whatever else happened in consequence.
        """
        try:
            with self._cancel.closing_with(line.cut):
                self._cancel.raise_if_cancelled()
                yield
        except BaseException:
            line.close()
            self._cancel.raise_if_cancelled()
            raise

    def new_line(self) -> Line:
        """A line of its own, for a stream; the limit holds while it connects."""
        return Line(self.client, self._limit_seconds)

    def close(self) -> None:
        """End the connection; the next question makes a new one."""
        while self._kept:
            self._kept.pop().close()

    def _line(self) -> Line:
        """The line that was kept, unless the engine has ended it meanwhile."""
        if self._kept:
            line = self._kept.pop()
            if line.is_idle:
                line.limit(self._limit_seconds)
                return line
            line.close()
        return self.new_line()
