"""Watching one engine: connect, list, follow its events, and connect again when it is lost.

Plain code for a thread of its own; it knows no Qt. What it sees it hands on as frozen snapshots.
"""

import contextlib
import logging
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TypeVar

from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.engine_info import ContainerRecord, ImageRecord
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.workers.bell import Bell, Ring
from desktop_app.workers.listening import Listener
from desktop_app.workers.snapshot import EngineSnapshot, FeedState, Problem
from desktop_app.workers.watched import BuiltInEngine, Connect, Searched, WatchedEngine

T = TypeVar("T")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Timing:
    """How long the watch waits, in seconds.

    Attributes:
        delays: before each new try to connect; the last one again and again.
        merge: after a list, before events lead to the next one.
        fill: between two snapshots while the images' platforms are asked for.
    """

    delays: tuple[float, ...] = (1, 2, 4, 8, 15)
    merge: float = 0.3
    fill: float = 1.0


_USUAL_TIMING = Timing()


class EngineWatch:
    """Watches one engine. `run` belongs to one thread, the other methods to any.

    Args:
        connect: opens an engine.
        publish: gets every new snapshot, in the watching thread.
        url: the engine to watch; None looks for one and stays with it.
        built_in: the engine to fall back on; None for none.
        timing: how long to wait.
    """

    def __init__(
        self,
        connect: Connect,
        publish: Callable[[EngineSnapshot], None],
        url: str | None = None,
        built_in: BuiltInEngine | None = None,
        timing: Timing = _USUAL_TIMING,
    ) -> None:
        self._connect = connect
        self._publish = publish
        self._url = self._wanted_url = url
        self._built_in = built_in
        self._chosen: BuiltInEngine | None = None
        self._timing = timing
        self._failures = 0
        self._bell = Bell()
        self._quit = CancelToken()
        self._connection = CancelToken()
        self._snapshot = EngineSnapshot()
        self._platforms: dict[str, str] = {}

    def refresh(self) -> None:
        """List again now, or try at once to connect."""
        self._bell.ring(Ring.REFRESH)

    def use_built_in(self) -> None:
        """Go over to the built-in engine."""
        self._bell.ring(Ring.BUILT_IN)

    def use(self, url: str | None) -> None:
        """Go over to the engine at an address; None looks for one."""
        self._wanted_url = url
        self._bell.ring(Ring.OTHER)
        self._connection.cancel()

    def shut_down(self) -> None:
        """Let `run` come to its end, whatever state the engine is in."""
        self._bell.ring(Ring.QUIT)
        self._quit.cancel()

    def run(self) -> None:
        """Watch until `shut_down`; the built-in engine, if it was started, ends with it."""
        self._publish(self._snapshot)
        with contextlib.ExitStack() as at_the_end:
            if self._built_in is not None:
                at_the_end.callback(self._built_in.stop)
            while not (heard := self._watch_once()) & Ring.QUIT:
                if heard & Ring.OTHER:
                    self._go_over(self._wanted_url, None)
                elif heard & Ring.BUILT_IN:
                    self._go_over(self._url, self._built_in)

    def _watch_once(self) -> Ring:
        """One connection, from its opening to the rest after its end; says what ended it."""
        self._connection = token = CancelToken()
        if heard := self._bell.wait(0, Ring.OTHER):  # which has cancelled the last one's token
            return heard
        try:
            with (
                self._quit.closing_with(token.cancel),
                contextlib.closing(self._open(token)) as engine,
            ):
                return self._follow(engine)
        except Cancelled:
            return self._bell.wait(0, Ring.OTHER | Ring.QUIT)
        except UserFacingError as error:
            self._tell_failure(error)
        except Exception:
            _log.exception("Watching the engine failed in a way that nobody foresaw")
            self._tell_failure(UserFacingError(ErrorCode.BUG, {}, traceback.format_exc()))
        return self._rest()

    def _open(self, token: CancelToken) -> WatchedEngine:
        if self._chosen is not None:
            return self._connect(self._chosen.start(token), token)
        try:
            return self._connect(self._url, token)
        except UserFacingError:
            if self._url is not None or self._built_in is None or not self._built_in.is_needed():
                raise
        engine = self._connect(self._built_in.start(token), token)
        self._chosen = self._built_in
        return engine

    def _go_over(self, url: str | None, built_in: BuiltInEngine | None) -> None:
        """Nothing that is known of one engine is true of another."""
        self._url = url
        self._chosen = built_in
        self._failures = 0
        self._tell(EngineSnapshot())

    def _rest(self) -> Ring:
        """Wait before the next try, longer each time; somebody may ask for it at once."""
        delays = self._timing.delays
        delay = delays[min(self._failures, len(delays) - 1)]
        self._failures += 1
        heard = self._bell.wait(delay, Ring.REFRESH | Ring.BUILT_IN | Ring.OTHER | Ring.QUIT)
        if heard & Ring.REFRESH:
            self._failures = 0
            if self._snapshot.state is FeedState.ABSENT:
                self._tell(replace(self._snapshot, state=FeedState.SEARCHING))
        return heard

    def _follow(self, engine: WatchedEngine) -> Ring:
        """List at every change, until somebody asks for something else or the engine is lost."""
        with Listener(engine.events(), self._bell) as listener:
            while True:
                self._list(engine)
                self._fill_platforms(engine)
                heard = self._bell.wait(self._timing.merge, ~Ring.CHANGED) or self._bell.wait()
                if heard & (Ring.QUIT | Ring.BUILT_IN | Ring.OTHER):
                    return heard
                if heard & Ring.LOST:
                    raise listener.failure

    def _list(self, engine: WatchedEngine) -> None:
        containers = engine.containers()
        images = self._completed(engine.images(), containers)
        self._failures = 0
        self._url = engine.info.url
        self._platforms = {image.image_id: image.platform for image in images if image.platform}
        self._tell(
            EngineSnapshot(
                state=FeedState.CONNECTED,
                info=engine.info,
                images=_same_if_equal(self._snapshot.images, images),
                containers=_same_if_equal(self._snapshot.containers, containers),
                listed_at=datetime.now(UTC),
            )
        )

    def _completed(
        self, images: tuple[ImageRecord, ...], containers: tuple[ContainerRecord, ...]
    ) -> tuple[ImageRecord, ...]:
        """Images with what their list does not say: platform and containers."""
        counts = Counter(container.image_id for container in containers)
        completed = (
            replace(
                image,
                platform=self._platforms.get(image.image_id, image.platform),
                container_count=counts[image.image_id],
            )
            for image in images
        )
        known = {image.image_id: image for image in self._snapshot.images}
        return tuple(_same_if_equal(known.get(image.image_id, image), image) for image in completed)

    def _fill_platforms(self, engine: WatchedEngine) -> None:
        """Ask for each image's platform once, since it never changes; any ring comes first."""
        last_told = time.monotonic()
        for image in self._snapshot.images:
            if image.platform:
                continue
            self._platforms[image.image_id] = _platform(engine, image.image_id)
            if self._bell.is_ringing():
                break
            if time.monotonic() - last_told >= self._timing.fill:
                self._tell_platforms()
                last_told = time.monotonic()
        self._tell_platforms()

    def _tell_platforms(self) -> None:
        images = self._completed(self._snapshot.images, self._snapshot.containers)
        self._tell(replace(self._snapshot, images=_same_if_equal(self._snapshot.images, images)))

    def _tell_failure(self, error: UserFacingError) -> None:
        """The rows of an engine that was lost stay; where there never was one, there is none."""
        if self._snapshot.stale_because is None:  # each try after the first says the same
            _log.info("The engine: %s", error, extra={"code": error.code})
        has_rows = self._snapshot.listed_at is not None
        self._tell(
            replace(
                self._snapshot,
                state=FeedState.CONNECTED if has_rows else FeedState.ABSENT,
                stale_because=Problem(error.code, error.params, error.detail),
                attempts=error.attempts if isinstance(error, Searched) else (),
                can_use_podman=self._can_go_over(),
            )
        )

    def _can_go_over(self) -> bool:
        return self._chosen is None and self._built_in is not None and self._built_in.is_installed()

    def _tell(self, snapshot: EngineSnapshot) -> None:
        if snapshot != self._snapshot:
            self._snapshot = snapshot
            self._publish(snapshot)


def _same_if_equal(old: T, new: T) -> T:
    """The old object where nothing changed, which spares the models a comparison."""
    return old if old == new else new


def _platform(engine: WatchedEngine, image_id: str) -> str:
    try:
        return engine.image(image_id).platform
    except UserFacingError as error:
        if error.code not in {ErrorCode.IMAGE_GONE, ErrorCode.ENGINE_REFUSED}:
            raise
    return ""
