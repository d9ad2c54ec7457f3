"""Risk: the guard against leftovers sees nothing, and every test passes by it."""

import logging
import threading

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QWidget

from tests.helpers import leftovers


def test_names_a_thread_that_does_not_end(monkeypatch) -> None:
    monkeypatch.setattr(leftovers, "_LAST_MOMENT_SECONDS", 0)
    before = leftovers.running_threads()
    end = threading.Event()
    thread = threading.Thread(target=end.wait, name="stuck")
    thread.start()
    assert leftovers.left_threads(before) == ["thread stuck"]
    end.set()
    thread.join()
    assert leftovers.left_threads(before) == []


def test_names_a_qt_thread_that_still_runs(qapp) -> None:
    before = leftovers.system_threads()
    thread = QThread()
    thread.setObjectName("busy")
    thread.start()
    assert leftovers.left_qt_threads(before) == ["QThread busy"]
    thread.quit()
    thread.wait()
    assert leftovers.left_qt_threads(before) == []


def test_names_a_window_that_was_only_closed(qapp) -> None:
    window = QWidget()
    window.show()
    window.close()
    assert leftovers.left_windows() == ["window QWidget"]
    window.deleteLater()
    assert leftovers.left_windows() == []


def test_hears_a_warning_from_any_logger(caplog) -> None:
    logger = logging.getLogger("of.anything")
    with leftovers.warnings_logged() as warnings:
        logger.info("fine")
        logger.warning("%s is odd", "this")
    assert warnings == ["log: this is odd"]
