"""Engines for tests of watching: what they answer and when is up to the test."""

import queue
import threading
from collections.abc import Callable, Iterator, Sequence

from desktop_app.cancel import CancelToken
from desktop_app.engine_info import (
    Attempt,
    ContainerRecord,
    EngineInfo,
    ImageDetails,
    ImageRecord,
    ImageStore,
)
from desktop_app.errors import ErrorCode, UserFacingError

WAIT_SECONDS = 10


def image(name: str, platform: str = "") -> ImageRecord:
    return ImageRecord(f"sha256:{name}", (name,), 1, None, platform)


def container(name: str, image_name: str) -> ContainerRecord:
    return ContainerRecord(name, name, image_name, "running", None, image_id=f"sha256:{image_name}")


class FakeNotices:
    """Events that happen when the test says so."""

    def __init__(self) -> None:
        self.was_cut = threading.Event()
        self.is_waiting = threading.Event()
        self._items: queue.SimpleQueue[object] = queue.SimpleQueue()

    def happen(self, times: int = 1) -> None:
        """Let something happen, and wait until all of it was heard."""
        self.is_waiting.clear()
        for _ in range(times):
            self._items.put("a change")
        assert self.is_waiting.wait(WAIT_SECONDS)

    def end(self, error: Exception | None = None) -> None:
        self._items.put(error)

    def cut(self) -> None:
        self.was_cut.set()
        self.end()

    def __iter__(self) -> Iterator[object]:
        while (item := self._next()) is not None:
            if isinstance(item, Exception):
                raise item
            yield item

    def _next(self) -> object:
        if self._items.empty():
            self.is_waiting.set()
        return self._items.get(timeout=WAIT_SECONDS)


class FakeEngine:
    """An engine whose lists are plain attributes; a list that is an error is raised."""

    def __init__(
        self,
        *images: ImageRecord,
        containers: tuple[ContainerRecord, ...] = (),
        url: str = "unix:///docker.sock",
    ) -> None:
        self.info = EngineInfo(url, "20.10", "1.41", ImageStore.CLASSIC, False, "linux", "amd64")
        self.rows: tuple[ImageRecord, ...] | Exception = images
        self.container_rows = containers
        self.platform: str | UserFacingError = "linux/amd64"
        self.asked_platforms: list[str] = []
        self.list_count = 0
        self.before_list: Callable[[], object] = lambda: None
        self.before_platform: Callable[[], object] = lambda: None
        self.notices = FakeNotices()
        self.is_closed = threading.Event()

    def images(self) -> tuple[ImageRecord, ...]:
        self.list_count += 1
        self.before_list()
        if isinstance(self.rows, Exception):
            raise self.rows
        return tuple(self.rows)

    def containers(self) -> tuple[ContainerRecord, ...]:
        return tuple(self.container_rows)

    def image(self, reference: str, /) -> ImageDetails:
        self.before_platform()
        self.asked_platforms.append(reference)
        if isinstance(self.platform, UserFacingError):
            raise self.platform
        return ImageDetails(reference, (), (), self.platform, 1)

    def events(self) -> FakeNotices:
        if self.notices.was_cut.is_set():
            self.notices = FakeNotices()
        return self.notices

    def close(self) -> None:
        self.is_closed.set()


class FakePlaces:
    """Where engines are looked for: one answer a try, the last one again and again."""

    def __init__(self, *answers: FakeEngine | Exception) -> None:
        self.answers: list[FakeEngine | Exception] = list(answers)
        self.asked_urls: list[str | None] = []
        self.cancel = CancelToken()

    def __call__(
        self, url: str | None, cancel: CancelToken | None = None, **_options: object
    ) -> FakeEngine:
        if cancel is not None:
            self.cancel = cancel
        self.asked_urls.append(url)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


class FakeBuiltIn:
    """A built-in engine that only notes what is asked of it."""

    URL = "unix:///built-in.sock"

    def __init__(self, *, is_needed: bool = False, is_installed: bool = True) -> None:
        self.needed = is_needed
        self.installed = is_installed
        self.failure: UserFacingError | None = None
        self.calls: list[str] = []

    def is_installed(self) -> bool:
        return self.installed

    def is_needed(self) -> bool:
        return self.needed

    def start(self, _cancel: CancelToken, /) -> str:
        self.calls.append("start")
        if self.failure is not None:
            raise self.failure
        return self.URL

    def stop(self) -> None:
        self.calls.append("stop")


class NotFoundError(UserFacingError):
    """No engine in any well-known place."""

    attempts = (Attempt("Docker", "unix:///docker.sock", ErrorCode.ENGINE_NOT_FOUND),)


ATTEMPT = NotFoundError.attempts[0]
NOT_FOUND = NotFoundError(ErrorCode.ENGINE_NOT_FOUND)
LOST = UserFacingError(ErrorCode.ENGINE_LOST, detail="gone")


def names(images: Sequence[ImageRecord]) -> list[str]:
    return [name for image in images for name in image.names]
