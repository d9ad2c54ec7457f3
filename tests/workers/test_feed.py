"""Risk: the window hears of the engine in a foreign thread, not at all, or after its own end."""

import threading

from pytestqt.qtbot import QtBot

from desktop_app.workers.feed import EngineFeed
from desktop_app.workers.snapshot import EngineSnapshot, FeedState
from tests.workers.fakes import LOST, FakeBuiltIn, FakeEngine, FakePlaces, image, names


def is_live(snapshot: EngineSnapshot) -> bool:
    return snapshot.is_live


def test_snapshots_arrive_in_the_windows_thread_and_stay_at_hand(qtbot: QtBot) -> None:
    feed = EngineFeed(FakePlaces(FakeEngine(image("a", "linux/amd64"))))
    threads: set[threading.Thread] = set()
    feed.snapshot_changed.connect(lambda _: threads.add(threading.current_thread()))
    with qtbot.waitSignal(feed.snapshot_changed, check_params_cb=is_live):
        feed.start()
    assert names(feed.snapshot.images) == ["a"]
    assert threads == {threading.current_thread()}
    feed.shut_down()


def test_a_refresh_lists_again_and_a_loss_is_told(qtbot: QtBot) -> None:
    engine = FakeEngine(image("a", "linux/amd64"))
    feed = EngineFeed(FakePlaces(engine))
    with qtbot.waitSignal(feed.snapshot_changed, check_params_cb=is_live):
        feed.start()
    engine.rows = (image("b", "linux/amd64"),)
    with qtbot.waitSignal(feed.snapshot_changed):
        feed.refresh()
    assert names(feed.snapshot.images) == ["b"]
    with qtbot.waitSignal(feed.snapshot_changed):
        engine.notices.end(LOST)
    assert feed.snapshot.stale_because is not None
    feed.shut_down()


def test_podman_instead_of_docker(qtbot: QtBot) -> None:
    built_in = FakeBuiltIn()
    feed = EngineFeed(FakePlaces(LOST, FakeEngine(url=FakeBuiltIn.URL)), built_in=built_in)
    with qtbot.waitSignal(
        feed.snapshot_changed, check_params_cb=lambda seen: seen.state is FeedState.ABSENT
    ):
        feed.start()
    assert feed.snapshot.can_use_podman
    with qtbot.waitSignal(feed.snapshot_changed, check_params_cb=is_live):
        feed.use_built_in()
    feed.shut_down()
    assert built_in.calls == ["start", "stop"]


def test_the_end_leaves_no_thread_and_may_come_before_the_beginning_and_twice(
    qtbot: QtBot,
) -> None:
    never_started = EngineFeed(FakePlaces(LOST))
    never_started.shut_down()
    feed = EngineFeed(FakePlaces(FakeEngine()))
    with qtbot.waitSignal(feed.snapshot_changed, check_params_cb=is_live):
        feed.start()
    feed.shut_down()
    feed.shut_down()
    assert not feed._thread.isRunning()
