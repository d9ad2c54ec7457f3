"""Risk: whoever drops a whole folder's files at once waits before a window that does not answer.

What is asserted is how much is done at a time. A clock would say more of the computer than of the
program; ``python -m tests.benchmarks window`` has one.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from pytestqt.qtbot import QtBot

from desktop_app.ui.dialogs.file_section import FileSection
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
    start = start_button(dialog)
    assert start.text() == f"Load and import {_FILES} file(s)"
    assert len(dialog.findChildren(FileSection)) == 1
    qtbot.waitUntil(start.isEnabled, timeout=_PATIENCE_MS)
    cards = Watch(lambda: len(window_with_engine.findChildren(TransferCard)))
    qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    assert not queue.jobs
    qtbot.waitUntil(lambda: len(queue.jobs) == _FILES, timeout=_PATIENCE_MS)
    cards.stop()
    assert 1 <= cards.longest_step <= 4
