"""Risk: a change or the loss of an engine goes unheard, or is taken for one of the next engine."""

import logging

import pytest

from desktop_app.errors import ErrorCode
from desktop_app.workers.bell import Bell, Ring
from desktop_app.workers.listening import Listener
from tests.workers.fakes import LOST, FakeNotices


def test_changes_and_the_end_ring() -> None:
    bell, notices = Bell(), FakeNotices()
    with Listener(notices, bell) as listener:
        notices.happen()
        assert bell.wait() == Ring.CHANGED
        notices.end()
        assert bell.wait() == Ring.LOST
        assert listener.failure.code is ErrorCode.ENGINE_LOST


def test_the_engines_own_words_are_kept() -> None:
    bell, notices = Bell(), FakeNotices()
    with Listener(notices, bell) as listener:
        notices.end(LOST)
        assert bell.wait() == Ring.LOST
        assert listener.failure is LOST


def test_an_unforeseen_error_is_logged_and_counts_as_lost(
    caplog: pytest.LogCaptureFixture,
) -> None:
    bell, notices = Bell(), FakeNotices()
    with (
        caplog.at_level(logging.ERROR, "desktop_app.workers.listening"),
        Listener(notices, bell),
    ):
        notices.end(ZeroDivisionError())
        assert bell.wait() == Ring.LOST
    assert caplog.records


def test_nothing_of_an_engine_that_was_left_is_heard_later() -> None:
    bell, notices = Bell(), FakeNotices()
    with Listener(notices, bell):
        notices.happen()
        bell.ring(Ring.REFRESH)
    assert notices.was_cut.is_set()
    assert bell.wait(0) == Ring.REFRESH
