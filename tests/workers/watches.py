"""Watches in threads of their own, and what tests wait for in their snapshots."""

import queue
import threading
from collections.abc import Callable

from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.workers.snapshot import EngineSnapshot, FeedState
from desktop_app.workers.watched import Connect
from desktop_app.workers.watching import EngineWatch, Timing
from tests.workers.fakes import WAIT_SECONDS, FakeBuiltIn

AT_ONCE = Timing(delays=(0,), merge=0, fill=0)
ONLY_WHEN_ASKED = Timing(delays=(60,), merge=0, fill=60)
STOPPED = UserFacingError(ErrorCode.ENGINE_STOPPED, {"url": "unix:///docker.sock"})


class Watching:
    """A watch in a thread, and the snapshots that came of it."""

    def __init__(
        self,
        places: Connect,
        built_in: FakeBuiltIn | None = None,
        timing: Timing = ONLY_WHEN_ASKED,
    ) -> None:
        self._snapshots: queue.SimpleQueue[EngineSnapshot] = queue.SimpleQueue()
        self.watch = EngineWatch(places, self._snapshots.put, None, built_in, timing)
        self._thread = threading.Thread(target=self.watch.run)
        self._thread.start()

    def until(self, is_wanted: Callable[[EngineSnapshot], bool]) -> EngineSnapshot:
        while not is_wanted(snapshot := self._snapshots.get(timeout=WAIT_SECONDS)):
            pass
        return snapshot

    def end(self) -> None:
        self.watch.shut_down()
        self._thread.join(WAIT_SECONDS)
        assert not self._thread.is_alive()


Watch = Callable[..., Watching]


def is_absent(snapshot: EngineSnapshot) -> bool:
    return snapshot.state is FeedState.ABSENT


def is_live(snapshot: EngineSnapshot) -> bool:
    return snapshot.is_live


def is_stale(snapshot: EngineSnapshot) -> bool:
    return snapshot.stale_because is not None


def has_platforms(snapshot: EngineSnapshot) -> bool:
    return snapshot.is_live and all(image.platform for image in snapshot.images)
