"""Risk: whoever drops a whole folder's files at once waits before a window that does not answer."""

import gzip
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.cancel import CancelToken
from desktop_app.engine import Engine
from desktop_app.progress import Progress
from desktop_app.transfers import perform
from desktop_app.transfers.requests import CompleteRequest, InspectRequest
from desktop_app.ui.dialogs.open_files import OpenFilesDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.workers.feed import EngineFeed
from desktop_app.workers.job import Request
from desktop_app.workers.queue import JobQueue
from tests.archives import builder
from tests.helpers.heartbeat import Heartbeat
from tests.ui.conftest import ScriptedJobs
from tests.ui.helpers import open_dialog, open_dialogs, see
from tests.ui.samples import connected

_FILES = 200
_PATIENCE_MS = 30_000
_STUCK_SECONDS = 10.0
"""The dialog makes all its sections at once, which takes a second or two; busy computers more."""


@pytest.fixture
def queue(qtbot: QtBot, jobs: ScriptedJobs) -> Iterator[JobQueue]:
    """Looks at files in earnest, and sends none of them."""

    def body(request: Request, cancel: CancelToken) -> Generator[Progress, None, object]:
        is_look = isinstance(request, InspectRequest | CompleteRequest)
        return perform(request, no_engine, cancel) if is_look else jobs.perform(request, cancel)

    queue = JobQueue(body)
    yield queue
    queue.shut_down()
    qtbot.waitUntil(lambda: not queue.has_live_jobs, timeout=_PATIENCE_MS)


@pytest.fixture
def window_with_engine(main_window: MainWindow, feed: EngineFeed) -> MainWindow:
    see(feed, connected())
    return main_window


def no_engine(_: CancelToken) -> Engine:
    raise AssertionError


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A good many of each sort: saved, saved and compressed, exported."""
    return [write(tmp_path, number) for number in range(_FILES)]


def write(folder: Path, number: int) -> Path:
    image = builder.Image(names=(f"shop/part{number}:1",))
    saved = builder.tar(builder.docker_20(image))
    ending, data = [
        ("tar", saved),
        ("tar.gz", gzip.compress(saved)),
        ("root.tar", builder.root_filesystem()),
    ][number % 3]
    path = folder / f"file{number}.{ending}"
    path.write_bytes(data)
    return path


def test_two_hundred_files_dropped_at_once(
    window_with_engine: MainWindow,
    queue: JobQueue,
    files: list[Path],
    qtbot: QtBot,
) -> None:
    heart = Heartbeat()
    drop(window_with_engine, files)
    qtbot.waitUntil(lambda: bool(open_dialogs(OpenFilesDialog)), timeout=_PATIENCE_MS)
    dialog = open_dialog(OpenFilesDialog)
    qtbot.waitUntil(lambda: start_button(dialog).isEnabled(), timeout=_PATIENCE_MS)
    qtbot.mouseClick(start_button(dialog), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(queue.jobs) == _FILES, timeout=_PATIENCE_MS)
    assert heart.longest_seconds < _STUCK_SECONDS


def drop(window: MainWindow, files: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), copy, data, *keys))
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, data, *keys))


def start_button(dialog: OpenFilesDialog) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text().startswith("Load"))
