"""Risk: a window that hangs is not noticed, because the clock that should notice it stands, too."""

import subprocess
import threading

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.helpers.alone import alone
from tests.helpers.heartbeat import Heartbeat


def test_a_slot_that_takes_its_time_is_seen(qtbot: QtBot) -> None:
    heart = Heartbeat()
    done = threading.Event()

    def work() -> None:
        threading.Event().wait(0.2)
        done.set()

    QTimer.singleShot(0, work)
    qtbot.waitUntil(lambda: done.is_set() and heart.longest_seconds > 0.15)


def test_a_loop_with_nothing_to_do_says_how_long_it_stood_still() -> None:
    program = alone("tests.helpers.heartbeat")
    said = subprocess.run(program, input="", check=True, stdout=subprocess.PIPE, text=True).stdout
    assert 0 <= float(said) < 1
