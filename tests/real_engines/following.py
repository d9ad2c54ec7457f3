"""The program's watch over an engine, in a thread as in the program, and what it tells."""

import queue
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from desktop_app.engine import connect
from desktop_app.workers.snapshot import EngineSnapshot
from desktop_app.workers.watched import BuiltInEngine
from desktop_app.workers.watching import EngineWatch, Timing

_PATIENCE_SECONDS = 20
_IMPATIENT = Timing(delays=(0.1,), merge=0.05, fill=0.05)


class Following:
    """A watch inside a ``with`` block."""

    def __init__(self, url: str | None, built_in: BuiltInEngine | None = None) -> None:
        self._snapshots: queue.SimpleQueue[EngineSnapshot] = queue.SimpleQueue()
        self.watch = EngineWatch(connect, self._snapshots.put, url, built_in, _IMPATIENT)
        self._thread = threading.Thread(target=self.watch.run, name="following")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()

    def until(self, is_wanted: Callable[[EngineSnapshot], bool]) -> EngineSnapshot:
        """The first snapshot from now on of which that is true."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while not is_wanted(snapshot := self._snapshots.get(timeout=_PATIENCE_SECONDS)):
            assert time.monotonic() < deadline, snapshot
        return snapshot

    def end(self) -> None:
        """Shut the watch down and wait for its thread."""
        self.watch.shut_down()
        self._thread.join(_PATIENCE_SECONDS)
        assert not self._thread.is_alive()


def names(snapshot: EngineSnapshot) -> list[str]:
    return sorted(name for image in snapshot.images for name in image.names)


def states(snapshot: EngineSnapshot) -> dict[str, str]:
    return {container.name: container.state for container in snapshot.containers}
