"""Risk: rows of yesterday: a change, a loss or a return of the engine that nobody sees."""

import contextlib
import queue
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from desktop_app.engine import Engine
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.workers.snapshot import EngineSnapshot, FeedState
from tests.real_engines.engines import RunningEngine, running_engine
from tests.real_engines.fixtures import short_folder, workshop_in
from tests.real_engines.following import Following, names, states
from tests.real_engines.images import Workshop

pytestmark = [
    pytest.mark.engine_real,
    pytest.mark.usefixtures("failing_connections"),
    pytest.mark.filterwarnings("ignore:unclosed <socket"),
]

Act = Callable[[Workshop], object]

CHANGES: dict[str, Act] = {
    "import": lambda workshop: workshop.base("shop/new:1"),
    "load": lambda workshop: workshop.nameless(),
    "tag": lambda workshop: workshop.client.tag("shop/base:1", "shop/other", "1"),
    "untag": lambda workshop: workshop.client.remove_image("shop/base:2"),
    "create": lambda workshop: workshop.container("shop/base:1", "new"),
    "start": lambda workshop: workshop.client.start("created"),
    "pause": lambda workshop: workshop.client.pause("running"),
    "unpause": lambda workshop: workshop.client.unpause("paused"),
    "kill": lambda workshop: workshop.client.kill("running"),
    "rename": lambda workshop: workshop.client.rename("created", "renamed"),
    "remove": lambda workshop: workshop.client.remove_container("renamed", force=True),
}


@contextlib.contextmanager
def heard(ferry: Engine) -> Iterator["queue.SimpleQueue[object]"]:
    """What the engine tells, as it tells it."""
    events: queue.SimpleQueue[object] = queue.SimpleQueue()
    stream = ferry.events()

    def listen() -> None:
        with contextlib.suppress(UserFacingError):  # how it says that it was cut
            for event in stream:
                events.put(event)

    thread = threading.Thread(target=listen)
    thread.start()
    try:
        yield events
    finally:
        stream.cut()
        thread.join()


def test_every_change_of_a_list_is_told(ferry: Engine, workshop: Workshop) -> None:
    workshop.base("shop/base:1")
    workshop.client.tag("shop/base:1", "shop/base", "2")
    for state in ("created", "running", "paused"):
        workshop.container("shop/base:1", state, state)

    with heard(ferry) as events:
        for act in CHANGES.values():
            act(workshop)
            events.get(timeout=10)
            drain(events)


def test_a_listener_is_cut_at_once(engine: RunningEngine, ferry: Engine) -> None:
    with engine.paused(), heard(ferry):
        pass  # it would hang here


def test_images_and_containers_come_change_and_go(
    engine: RunningEngine, workshop: Workshop
) -> None:
    with Following(engine.url) as following:
        following.until(lambda seen: seen.is_live)

        image_id = workshop.base("shop/web:1")
        seen = following.until(lambda seen: bool(seen.images and seen.images[0].platform))
        assert (names(seen), seen.images[0].image_id) == (["shop/web:1"], image_id)
        assert seen.images[0].platform == "linux/amd64"

        workshop.client.tag("shop/web:1", "shop/web", "2")
        following.until(lambda seen: names(seen) == ["shop/web:1", "shop/web:2"])

        workshop.container("shop/web:1", "web")
        seen = following.until(lambda seen: states(seen) == {"web": "created"})
        assert [image.container_count for image in seen.images] == [1]

        workshop.client.start("web")
        following.until(lambda seen: states(seen) == {"web": "running"})
        workshop.client.pause("web")
        following.until(lambda seen: states(seen) == {"web": "paused"})
        workshop.client.remove_container("web", force=True)
        following.until(lambda seen: states(seen) == {})

        workshop.client.remove_image("shop/web:2")
        following.until(lambda seen: names(seen) == ["shop/web:1"])
        workshop.client.remove_image("shop/web:1")
        following.until(lambda seen: seen.images == ())


def test_an_engine_that_is_killed_and_comes_back(own_engine: RunningEngine) -> None:
    with workshop_in(own_engine) as workshop:
        workshop.base("shop/web:1")
    with Following(own_engine.url) as following:
        following.until(lambda seen: names(seen) == ["shop/web:1"])

        own_engine.kill()
        lost = following.until(lambda seen: seen.stale_because is not None)
        assert lost.stale_because is not None
        assert lost.stale_because.code in {ErrorCode.ENGINE_LOST, ErrorCode.ENGINE_STOPPED}
        assert (lost.state, names(lost)) == (FeedState.CONNECTED, ["shop/web:1"])

        own_engine.start()
        back = following.until(lambda seen: seen.is_live)
        assert names(back) == ["shop/web:1"]
        with workshop_in(own_engine) as workshop:
            workshop.base("shop/web:2")
        following.until(lambda seen: names(seen) == ["shop/web:1", "shop/web:2"])


def test_an_engine_that_starts_after_the_program() -> None:
    with short_folder() as folder:
        engine = RunningEngine("20.10", folder)
        with Following(engine.url) as following:
            absent = following.until(lambda seen: seen.state is FeedState.ABSENT)
            assert absent.stale_because is not None
            assert absent.stale_because.code is ErrorCode.ENGINE_STOPPED
            with running_engine("20.10", folder):
                assert following.until(lambda seen: seen.is_live).info is not None


def test_the_end_does_not_wait_for_an_engine_that_is_silent(own_engine: RunningEngine) -> None:
    with Following(own_engine.url) as following:
        following.until(lambda seen: seen.is_live)
        with own_engine.paused():
            began = time.monotonic()
            following.end()
            assert time.monotonic() - began < 1


def test_a_refresh_brings_a_new_list_although_nothing_happened(
    engine: RunningEngine,
) -> None:
    with Following(engine.url) as following:
        first = following.until(lambda seen: seen.is_live)

        def is_newer(seen: EngineSnapshot) -> bool:
            return seen.is_live and seen.listed_at != first.listed_at

        following.watch.refresh()
        assert following.until(is_newer).images == first.images


def drain(events: "queue.SimpleQueue[object]") -> None:
    with contextlib.suppress(queue.Empty):
        while True:
            events.get(timeout=0.2)
