"""Risk: whoever drops a whole folder's files at once waits before a window that does not answer.

What is asserted is how much is done at a time. A clock would say more of the computer than of the
program; ``python -m tests.benchmarks window`` has one.
"""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.dialogs.contents_table import ContentsTable
from desktop_app.ui.dialogs.file_section import FileSection
from desktop_app.ui.dialogs.link import Link
from desktop_app.ui.dialogs.open_files import OpenFilesDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.transfer_card import TransferCard
from desktop_app.workers.feed import EngineFeed
from desktop_app.workers.queue import JobQueue
from tests.ui.helpers import open_dialog, open_dialogs, see
from tests.ui.many_files import drop, look_only, start_button, write_files
from tests.ui.samples import connected

_FILES = 200
_PATIENCE_MS = 30_000


@pytest.fixture
def queue(qtbot: QtBot) -> Iterator[JobQueue]:
    queue = JobQueue(look_only)
    yield queue
    queue.shut_down()
    qtbot.waitUntil(lambda: not queue.has_live_jobs, timeout=_PATIENCE_MS)


@pytest.fixture
def window_with_engine(main_window: MainWindow, feed: EngineFeed) -> MainWindow:
    see(feed, connected())
    return main_window


class Watch(QObject):
    """Looks at a number whenever the event loop has time for it.

    Attributes:
        longest_step: by which it has grown between two looks.
    """

    def __init__(self, number: Callable[[], int]) -> None:
        super().__init__()
        self.longest_step = 0
        self._number = number
        self._last = number()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    @Slot()
    def _look(self) -> None:
        now = self._number()
        self.longest_step = max(self.longest_step, now - self._last)
        self._last = now


def test_two_hundred_files_dropped_at_once(
    window_with_engine: MainWindow, queue: JobQueue, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(window_with_engine, write_files(tmp_path, _FILES))
    qtbot.waitUntil(lambda: bool(open_dialogs(OpenFilesDialog)), timeout=_PATIENCE_MS)
    dialog = open_dialog(OpenFilesDialog)
    sections = Watch(lambda: len(dialog.findChildren(FileSection)))
    start = start_button(dialog)
    assert not dialog.is_complete
    assert not start.isEnabled()
    assert start.text() == f"Load and import {_FILES} file(s)"
    with qtbot.waitSignal(dialog.completed, timeout=_PATIENCE_MS):
        pass
    sections.stop()
    assert 1 <= sections.longest_step <= 2
    qtbot.waitUntil(start.isEnabled, timeout=_PATIENCE_MS)
    change = [link for link in dialog.findChildren(Link) if link.text() == "Change names…"]
    qtbot.waitUntil(change[-1].isVisible)
    assert _next_after(dialog.findChildren(ContentsTable)[-1]) is change[-1]
    assert _next_after(change[-1]).text() == "Details"
    cards = Watch(lambda: len(window_with_engine.findChildren(TransferCard)))
    is_taken_down = threading.Event()
    dialog.destroyed.connect(is_taken_down.set)
    qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert not queue.jobs
    qtbot.waitUntil(lambda: len(queue.jobs) == _FILES, timeout=_PATIENCE_MS)
    cards.stop()
    assert 1 <= cards.longest_step <= 4
    qtbot.waitUntil(is_taken_down.is_set, timeout=_PATIENCE_MS)


def _next_after(widget: QWidget) -> QAbstractButton:
    """Where Tab leads."""
    widget.setFocus()
    assert widget.window().focusWidget() is widget
    QTest.keyClick(widget, Qt.Key.Key_Tab)
    following = widget.window().focusWidget()
    assert isinstance(following, QAbstractButton)
    return following
