"""Risk: a cancel that comes at an unlucky moment leaves a job waiting for ever."""

import threading

import pytest

from desktop_app.cancel import Cancelled, CancelToken


def test_a_token_is_quiet_until_it_is_cancelled() -> None:
    token = CancelToken()
    token.raise_if_cancelled()
    before = token.is_cancelled
    token.cancel()
    assert (before, token.is_cancelled) == (False, True)
    with pytest.raises(Cancelled):
        token.raise_if_cancelled()


def test_a_cancel_wakes_whoever_waits() -> None:
    token = CancelToken()
    other = threading.Thread(target=token.cancel)
    other.start()
    assert token.wait(60)
    other.join()


def test_a_wait_that_nobody_cancels_ends_without_it() -> None:
    assert not CancelToken().wait(0)


def test_a_cancel_runs_the_closers_of_open_blocks_only() -> None:
    token, called = CancelToken(), list[str]()
    with token.closing_with(lambda: called.append("outer")):
        with token.closing_with(lambda: called.append("gone")):
            pass
        with token.closing_with(lambda: called.append("inner")):
            token.cancel()
    assert called == ["outer", "inner"]


def test_a_closer_that_comes_after_the_cancel_runs_at_once() -> None:
    token, called = CancelToken(), list[str]()
    token.cancel()
    with token.closing_with(lambda: called.append("late")):
        assert called == ["late"]


def test_a_second_cancel_runs_the_closers_again() -> None:
    """A connection may have been opened in between."""
    token, called = CancelToken(), list[int]()
    with token.closing_with(lambda: called.append(1)):
        token.cancel()
        token.cancel()
    assert called == [1, 1]


def test_a_closer_is_forgotten_when_its_block_fails() -> None:
    token, called = CancelToken(), list[int]()
    with pytest.raises(OSError, match="lost"), token.closing_with(lambda: called.append(1)):
        raise OSError("lost")
    token.cancel()
    assert called == []


def test_a_cancel_leaves_nothing_unless_it_says_so() -> None:
    assert Cancelled().remaining == ()
    assert Cancelled(("shop/web:1",)).remaining == ("shop/web:1",)
