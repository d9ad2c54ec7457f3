"""Risk: a wake-up is lost, doubled, or the end of the program is slept through."""

import threading

from desktop_app.workers.bell import Bell, Ring


def test_rings_add_up_until_they_are_heard_and_are_heard_once() -> None:
    bell = Bell()
    for ring in (Ring.CHANGED, Ring.CHANGED, Ring.REFRESH):
        bell.ring(ring)
    assert bell.is_ringing()
    assert bell.wait() == Ring.CHANGED | Ring.REFRESH
    assert not bell.is_ringing()
    assert bell.wait(0) == Ring(0)


def test_rings_that_are_not_waited_for_stay_for_later() -> None:
    bell = Bell()
    bell.ring(Ring.CHANGED)
    assert bell.wait(0, Ring.REFRESH) == Ring(0)
    assert bell.wait(0) == Ring.CHANGED


def test_rings_can_be_taken_back() -> None:
    bell = Bell()
    bell.ring(Ring.CHANGED | Ring.REFRESH)
    bell.forget(Ring.CHANGED)
    assert bell.wait() == Ring.REFRESH


def test_the_end_is_heard_by_everyone_who_waits_from_then_on() -> None:
    bell = Bell()
    bell.ring(Ring.QUIT)
    assert bell.wait(0) == bell.wait(0) == Ring.QUIT


def test_a_ring_wakes_a_thread_that_waits() -> None:
    bell = Bell()
    heard: list[Ring] = []
    waiting = threading.Thread(target=lambda: heard.append(bell.wait()))
    waiting.start()
    bell.ring(Ring.LOST)
    waiting.join(10)
    assert heard == [Ring.LOST]
