"""Risk: lists that are old, empty or another engine's, shown as if they were those of now."""

import logging
import threading

import pytest

from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.workers.bell import Bell, Ring
from desktop_app.workers.snapshot import EngineSnapshot, FeedState
from desktop_app.workers.watching import EngineWatch, Timing
from tests.workers.fakes import (
    ATTEMPT,
    LOST,
    NOT_FOUND,
    WAIT_SECONDS,
    FakeEngine,
    FakePlaces,
    container,
    image,
    names,
)
from tests.workers.watches import (
    AT_ONCE,
    STOPPED,
    Watch,
    has_platforms,
    is_absent,
    is_live,
    is_stale,
)

# Connecting


def test_an_engine_is_listed_first_and_its_platforms_are_filled_in_later(watch: Watch) -> None:
    engine = FakeEngine(image("a"), image("b"), containers=(container("c", "b"),))
    watching = watch(FakePlaces(engine))
    assert watching.until(lambda _: True) == EngineSnapshot()
    first = watching.until(is_live)
    assert first.info == engine.info
    assert [image.platform for image in first.images] == ["", ""]
    assert [image.container_count for image in first.images] == [0, 1]
    assert first.containers == engine.container_rows
    filled = watching.until(has_platforms)
    assert filled.images[0] == image("a", "linux/amd64")
    assert filled.listed_at == first.listed_at


def test_without_an_engine_it_is_said_where_it_was_looked_for_and_tried_again(
    watch: Watch,
) -> None:
    watching = watch(FakePlaces(NOT_FOUND, FakeEngine(image("a"))), timing=AT_ONCE)
    absent = watching.until(is_absent)
    assert absent.attempts == (ATTEMPT,)
    assert absent.stale_because is not None
    assert absent.stale_because.code is ErrorCode.ENGINE_NOT_FOUND
    assert not absent.can_use_podman
    live = watching.until(is_live)
    assert live.attempts == ()
    assert names(live.images) == ["a"]


def test_asking_for_it_tries_at_once(watch: Watch) -> None:
    watching = watch(FakePlaces(STOPPED, FakeEngine()))
    watching.until(is_absent)
    watching.watch.refresh()
    watching.until(lambda snapshot: snapshot.state is FeedState.SEARCHING)
    watching.until(is_live)


def test_tries_come_more_and_more_rarely(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    def wait(_bell: Bell, seconds: float, _rings: Ring) -> Ring:
        if not seconds:  # it only looks
            return Ring(0)
        waits.append(seconds)
        return Ring.QUIT if len(waits) == 7 else Ring(0)

    monkeypatch.setattr(Bell, "wait", wait)
    EngineWatch(FakePlaces(STOPPED), lambda _: None).run()
    assert waits == [1, 2, 4, 8, 15, 15, 15]


def test_the_programs_own_mistake_is_logged_and_does_not_end_the_watch(
    watch: Watch, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "desktop_app.workers.watching"):
        watching = watch(FakePlaces(ZeroDivisionError("oh"), FakeEngine()), timing=AT_ONCE)
        failed = watching.until(is_absent).stale_because
        assert failed is not None
        assert failed.code is ErrorCode.BUG
        assert "ZeroDivisionError" in failed.detail
        watching.until(is_live)
    assert caplog.records


# Following


def test_a_change_leads_to_a_new_list_and_platforms_are_asked_for_once(watch: Watch) -> None:
    engine = FakeEngine(image("a"))
    watching = watch(FakePlaces(engine))
    watching.until(has_platforms)
    engine.rows = (image("a"), image("b"))
    engine.notices.happen()
    listed = watching.until(lambda snapshot: len(snapshot.images) == 2)
    assert listed.images[0].platform == "linux/amd64"
    watching.until(has_platforms)
    assert engine.asked_platforms == ["sha256:a", "sha256:b"]


def test_many_changes_while_it_lists_lead_to_one_more_list(watch: Watch) -> None:
    engine = FakeEngine()
    go_on = threading.Event()
    engine.before_list = lambda: go_on.wait(WAIT_SECONDS)
    watching = watch(FakePlaces(engine))
    engine.notices.happen(times=100)
    go_on.set()
    first = watching.until(is_live)
    second = watching.until(lambda snapshot: snapshot.listed_at != first.listed_at)
    watching.watch.refresh()
    watching.until(lambda snapshot: snapshot.listed_at != second.listed_at)
    assert engine.list_count == 3


def test_changes_right_after_a_list_wait_but_a_person_does_not(watch: Watch) -> None:
    engine = FakeEngine()
    watching = watch(FakePlaces(engine), timing=Timing(merge=60))
    first = watching.until(is_live)
    engine.notices.happen()
    assert engine.list_count == 1
    watching.watch.refresh()
    watching.until(lambda snapshot: snapshot.listed_at != first.listed_at)


def test_lists_that_are_equal_are_the_same_object(watch: Watch) -> None:
    engine = FakeEngine(image("a"), containers=(container("c", "a"),))
    watching = watch(FakePlaces(engine))
    first = watching.until(has_platforms)
    engine.container_rows = (container("c", "a"),)
    watching.watch.refresh()
    second = watching.until(lambda snapshot: snapshot.listed_at != first.listed_at)
    assert second.images is first.images
    assert second.containers is first.containers


def test_an_image_that_stays_as_it_is_is_the_same_object_beside_a_new_one(watch: Watch) -> None:
    engine = FakeEngine(image("a"))
    watching = watch(FakePlaces(engine))
    first = watching.until(has_platforms)
    engine.rows = (image("a"), image("b"))
    watching.watch.refresh()
    second = watching.until(lambda snapshot: len(snapshot.images) == 2)
    assert second.images[0] is first.images[0]


def test_an_image_that_goes_while_its_platform_is_asked_for_does_no_harm(watch: Watch) -> None:
    engine = FakeEngine(image("a"))
    engine.platform = UserFacingError(ErrorCode.IMAGE_GONE, {"image": "a"})
    watching = watch(FakePlaces(engine))
    first = watching.until(is_live)
    engine.platform = "linux/arm64"
    engine.rows = (image("b"),)
    engine.notices.happen()
    filled = watching.until(has_platforms)
    assert filled.listed_at != first.listed_at
    assert filled.images == (image("b", "linux/arm64"),)


def test_a_change_does_not_wait_until_all_platforms_are_known(watch: Watch) -> None:
    engine = FakeEngine(image("a"), image("b"))
    go_on = threading.Event()
    engine.before_platform = lambda: go_on.wait(WAIT_SECONDS)
    watching = watch(FakePlaces(engine))
    first = watching.until(is_live)
    engine.rows = (image("a"), image("c"))
    engine.notices.happen()
    go_on.set()
    watching.until(lambda snapshot: snapshot.listed_at != first.listed_at)
    watching.until(has_platforms)
    assert engine.asked_platforms == ["sha256:a", "sha256:c"]


# Losing


def test_an_engine_that_is_lost_leaves_its_rows_and_is_found_again_at_its_address(
    watch: Watch,
) -> None:
    engine = FakeEngine(image("a", "linux/amd64"))
    places = FakePlaces(engine, STOPPED, FakeEngine(image("b", "linux/amd64")))
    watching = watch(places)
    first = watching.until(is_live)
    engine.notices.end(LOST)
    lost = watching.until(is_stale)
    assert lost.state is FeedState.CONNECTED
    assert (lost.images, lost.listed_at, lost.info) == (first.images, first.listed_at, first.info)
    assert lost.stale_because is not None
    assert lost.stale_because.code is ErrorCode.ENGINE_LOST
    assert lost.stale_because.detail == "gone"
    assert engine.is_closed.is_set()
    watching.watch.refresh()
    still = watching.until(is_stale)
    assert still.stale_because is not None
    assert still.stale_because.code is ErrorCode.ENGINE_STOPPED
    watching.watch.refresh()
    assert names(watching.until(is_live).images) == ["b"]
    assert places.asked_urls == [None, engine.info.url, engine.info.url]


def test_a_list_that_fails_keeps_the_rows(watch: Watch) -> None:
    engine = FakeEngine(image("a", "linux/amd64"))
    watching = watch(FakePlaces(engine))
    first = watching.until(is_live)
    rows, engine.rows = engine.rows, UserFacingError(ErrorCode.ENGINE_REFUSED, {}, "no")
    watching.watch.refresh()
    failed = watching.until(is_stale)
    assert failed.images is first.images
    engine.rows = rows
    watching.watch.refresh()
    assert watching.until(is_live).images is first.images


def test_an_engine_that_is_lost_while_platforms_are_asked_for_keeps_its_rows(
    watch: Watch,
) -> None:
    engine = FakeEngine(image("a"))
    engine.platform = LOST
    watching = watch(FakePlaces(engine))
    watching.until(is_live)
    assert names(watching.until(is_stale).images) == ["a"]


# Another engine


def test_another_engine_takes_the_place_of_one_that_was_listed(watch: Watch) -> None:
    one, other = FakeEngine(image("a")), FakeEngine(image("b"), url="tcp://other:2376")
    places = FakePlaces(one, other)
    watching = watch(places)
    watching.until(has_platforms)
    watching.watch.use("tcp://other:2376")
    assert watching.until(lambda snapshot: not snapshot.is_live) == EngineSnapshot()
    assert names(watching.until(is_live).images) == ["b"]
    assert places.asked_urls == [None, "tcp://other:2376"]
    assert one.is_closed.is_set()


def test_another_engine_does_not_wait_for_one_that_keeps_silent(watch: Watch) -> None:
    is_asked = threading.Event()

    def connect(url: str | None, cancel: CancelToken) -> FakeEngine:
        if url is not None:
            return FakeEngine(image("b"))
        is_asked.set()
        assert cancel.wait(WAIT_SECONDS)
        raise Cancelled

    watching = watch(connect)
    assert is_asked.wait(WAIT_SECONDS)
    watching.watch.use("tcp://other:2376")
    assert names(watching.until(is_live).images) == ["b"]


def test_another_engine_is_tried_at_once_and_the_first_search_can_be_gone_back_to(
    watch: Watch,
) -> None:
    places = FakePlaces(STOPPED, STOPPED, FakeEngine(image("a")))
    watching = watch(places)
    watching.until(is_absent)
    watching.watch.use("tcp://other:2376")
    watching.until(is_absent)
    watching.watch.use(None)
    watching.until(is_live)
    assert places.asked_urls == [None, "tcp://other:2376", None]


def test_a_wish_that_comes_between_two_connections_is_not_overlooked() -> None:
    seen: list[EngineSnapshot] = []
    places = FakePlaces(FakeEngine(image("b")))
    watch = EngineWatch(places, seen.append)
    watch.use("tcp://other:2376")
    watch.shut_down()
    watch.run()
    assert places.asked_urls == ["tcp://other:2376"]


# Ending


def test_the_end_comes_at_once_while_it_waits_to_try_again(watch: Watch) -> None:
    watching = watch(FakePlaces(STOPPED))
    watching.until(is_absent)
    watching.end()


def test_the_end_comes_at_once_while_nothing_happens_in_the_engine(watch: Watch) -> None:
    engine = FakeEngine()
    watching = watch(FakePlaces(engine))
    watching.until(is_live)
    watching.end()
    assert engine.notices.was_cut.is_set()
    assert engine.is_closed.is_set()


def test_the_end_comes_at_once_while_an_engine_keeps_silent() -> None:
    is_asked = threading.Event()

    def connect(_url: str | None, cancel: CancelToken) -> FakeEngine:
        is_asked.set()
        assert cancel.wait(WAIT_SECONDS)
        raise Cancelled

    watch = EngineWatch(connect, lambda _: None)
    thread = threading.Thread(target=watch.run)
    thread.start()
    assert is_asked.wait(WAIT_SECONDS)
    watch.shut_down()
    thread.join(WAIT_SECONDS)
    assert not thread.is_alive()


def test_the_end_does_not_wait_for_all_platforms(watch: Watch) -> None:
    engine = FakeEngine(image("a"), image("b"))
    go_on = threading.Event()
    engine.before_platform = lambda: go_on.wait(WAIT_SECONDS)
    watching = watch(FakePlaces(engine))
    watching.until(is_live)
    watching.watch.shut_down()
    go_on.set()
    watching.end()
    assert engine.asked_platforms == ["sha256:a"]


def test_an_end_before_the_beginning_is_an_end(watch: Watch) -> None:
    engine = FakeEngine()
    seen: list[EngineSnapshot] = []
    ended = EngineWatch(FakePlaces(engine), seen.append)
    ended.shut_down()
    ended.run()
    assert engine.is_closed.is_set()
