"""Risk: a session that ends kills the program in the middle of a transfer."""

import os
import signal

import pytest

from desktop_app.desktop.termination import Termination


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_systems_wish_to_end_reaches_the_event_loop(qtbot, number: signal.Signals) -> None:
    before = signal.getsignal(number)
    termination = Termination()
    with qtbot.waitSignal(termination.requested):
        os.kill(os.getpid(), number)
    termination.stop()
    assert signal.getsignal(number) is before
