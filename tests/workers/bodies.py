"""Bodies of jobs for tests: generators that go on only when the test says so."""

import threading
from collections.abc import Generator
from pathlib import Path

from desktop_app.cancel import CancelToken
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.requests import LoadRequest

WAIT_SECONDS = 10


def request(name: str = "a.tar") -> LoadRequest:
    return LoadRequest(Path(name))


class Gate:
    """A body that reports one progress, then waits for the test or for its cancel."""

    def __init__(self, *progresses: Progress, result: object = "done") -> None:
        self.progresses = progresses or (Progress(Phase.SENDING, 1, 2),)
        self.result = result
        self.is_waiting = threading.Event()
        self.thread: threading.Thread | None = None
        self._opened = threading.Event()

    def open(self) -> None:
        self._opened.set()

    def __call__(self, cancel: CancelToken) -> Generator[Progress, None, object]:
        self.thread = threading.current_thread()
        yield from self.progresses
        with cancel.closing_with(self._opened.set):
            self.is_waiting.set()
            assert self._opened.wait(WAIT_SECONDS)
        cancel.raise_if_cancelled()
        return self.result
