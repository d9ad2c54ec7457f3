"""How soon the window is there, and how long it keeps a person waiting: no engine, offscreen.

But for the start, where seconds count, it is the window's own thread whose computing is measured:
what other programs take meanwhile is not in it.
"""

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import QLocale, QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app.cancel import CancelToken
from desktop_app.desktop.folders import history_file
from desktop_app.desktop.quick_start import catch_up, hurry, settle
from desktop_app.engine_info import ImageRecord
from desktop_app.models.images import ImagesModel
from desktop_app.progress import Progress
from desktop_app.transfers.requests import LoadRequest
from desktop_app.ui import theme
from desktop_app.ui.dialogs.open_files import OpenFilesDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.record_table import RecordTable
from desktop_app.workers.feed import EngineFeed
from desktop_app.workers.job import Request
from desktop_app.workers.queue import JobQueue
from tests.helpers.heartbeat import Heartbeat
from tests.ui.helpers import find, open_dialogs, see
from tests.ui.many_files import drop, look_only, start_button, write_files
from tests.ui.samples import connected
from tests.workers.bodies import Gate
from tests.workers.fakes import LOST, FakePlaces

_IMAGES = 10_000
_FILES = 200
_FRAME_MS = 16.0
_ASCENDING = Qt.SortOrder.AscendingOrder
_SETTLE_MS = 400
"""The filter waits 150 ms for the next letter; what an event leads to comes soon after it."""
_PATIENCE_SECONDS = 60
_LOOK_MS = 20
_WORD = "team7/web"
_LAST = LoadRequest(Path("last.tar"))


@dataclass(frozen=True, slots=True)
class _Figure:
    """One thing that was measured, round by round, and what is to be reached."""

    name: str
    unit: str
    values: tuple[float, ...]
    most: float | None = None

    def line(self) -> str:
        """Of a Markdown table."""
        digits = 2 if self.unit == "×" else 1
        shown = [median(self.values), min(self.values), max(self.values)]
        cells = " | ".join(f"{value:.{digits}f}" for value in shown)
        aim = "" if self.most is None else f"≤ {self.most:g}"
        is_missed = self.most is not None and median(self.values) > self.most
        return f"| {self.name} | {self.unit} | {cells} | {aim}{', missed' if is_missed else ''} |"


def window_lines(rounds: int) -> Iterator[str]:
    """What is to be printed, line by line.

    Args:
        rounds: of each measurement.
    """
    yield "| what | unit | median | min | max | to reach |"
    yield "|---|---|---:|---:|---:|---:|"
    for figure in [*_starts(rounds), *_lists(rounds), *_crowds(rounds)]:
        yield figure.line()


def _starts(rounds: int) -> Iterator[_Figure]:
    """Ours and an empty window by turns."""
    _first_window("ours")  # reads everything once from the disk
    empty, ours = [], []
    for _ in range(rounds):
        empty.append(_first_window("empty"))
        ours.append(_first_window("ours"))
    ratios = [
        (mine.elapsed_ms / other.elapsed_ms, mine.computed_ms / other.computed_ms)
        for mine, other in zip(ours, empty, strict=True)
    ]
    elapsed, computed = zip(*ratios, strict=True)
    yield _Figure("start of an empty PySide6 window", "ms", tuple(one.elapsed_ms for one in empty))
    yield _Figure("start of the program", "ms", tuple(one.elapsed_ms for one in ours), 500)
    yield _Figure("start of the program / of an empty window", "×", elapsed, 3)
    yield _Figure("the same, what is computed", "×", computed, 3)


@dataclass(frozen=True, slots=True)
class _FirstWindow:
    """How long a program took until its window could be used."""

    elapsed_ms: float
    computed_ms: float


def _first_window(whose: str) -> _FirstWindow:
    command = [sys.executable, "-m", "tests.benchmarks.first_window", whose]
    # Who has installed it, has it compiled.
    environment = {key: os.environ[key] for key in os.environ if key != "PYTHONDONTWRITEBYTECODE"}
    began = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as program:
        assert program.stdout is not None
        word, _, computed = program.stdout.readline().partition(" ")
        elapsed = time.monotonic() - began
    if word != "ready" or program.returncode:
        raise RuntimeError(f"{command} ended with {program.returncode}")
    return _FirstWindow(1000 * elapsed, 1000 * float(computed))


def _lists(rounds: int) -> list[_Figure]:
    aims = {
        "first fill": 300.0,
        "a letter in the filter": _FRAME_MS,
        "a letter taken back": _FRAME_MS,
        "a refresh that changes nothing": _FRAME_MS,
        "one image more": None,
        "sorting by size": None,
    }
    measured = [_list_round() for _ in range(rounds)]
    return [
        _Figure(f"{_IMAGES:,} images: {name}", "ms", tuple(each[name] for each in measured), aim)
        for name, aim in aims.items()
    ]


def _list_round() -> dict[str, float]:
    images = tuple(_image(number) for number in range(_IMAGES))
    with _shown() as (window, feed, _):
        snapshot = connected(images)
        fill = _busy_ms(lambda: see(feed, snapshot))
        edit = find(window, QLineEdit, "Filter")
        edit.setFocus()
        letters = [_busy_ms(partial(QTest.keyClicks, edit, key)) for key in _WORD]
        back = [_busy_ms(partial(QTest.keyClick, edit, Qt.Key.Key_Backspace)) for _ in _WORD]
        later = replace(snapshot, listed_at=datetime.now(UTC))
        same = _busy_ms(lambda: see(feed, later))
        more = replace(later, images=(*images, _image(_IMAGES)))
        one_more = _busy_ms(lambda: see(feed, more))
        table = next(each for each in window.findChildren(RecordTable) if each.isVisible())
        return {
            "first fill": fill,
            "a letter in the filter": max(letters),
            "a letter taken back": max(back),
            "a refresh that changes nothing": same,
            "one image more": one_more,
            "sorting by size": _busy_ms(partial(table.sortByColumn, ImagesModel.SIZE, _ASCENDING)),
        }


def _image(number: int) -> ImageRecord:
    made = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number)
    team, service = number % 40, ("web", "api", "worker", "db")[number // 40 % 4]
    name = f"registry.example.org/team{team}/{service}:{number // 160}.{number % 7}"
    digest = f"sha256:{number * 2654435761 % 2**256:064x}"
    size = 1_000_000 + number * 7919 % 900_000_000
    return ImageRecord(digest, (name,), size, made, "linux/amd64")


def _crowds(rounds: int) -> Iterator[_Figure]:
    stalls, ends = [], []
    for _ in range(rounds):
        stall, end = _crowd_round()
        stalls.append(stall)
        ends.append(end)
    yield _Figure(f"{_FILES} files dropped and queued: longest stall", "ms", tuple(stalls), 50)
    yield _Figure(f"one job that ends beside {_FILES} others", "ms", tuple(ends), _FRAME_MS)


def _crowd_round() -> tuple[float, float]:
    gate = Gate()
    with tempfile.TemporaryDirectory() as folder, _shown(gate) as (window, feed, queue):
        see(feed, connected())
        files = write_files(Path(folder), _FILES)
        heart = Heartbeat()
        drop(window, files)
        _wait_until(lambda: bool(open_dialogs(OpenFilesDialog)))
        (dialog,) = open_dialogs(OpenFilesDialog)
        _wait_until(start_button(dialog).isEnabled)
        QTest.qWait(_SETTLE_MS)  # nobody clicks sooner
        QTest.mouseClick(start_button(dialog), Qt.MouseButton.LeftButton)
        _wait_until(lambda: len(queue.jobs) == _FILES and not queue.has_live_jobs)
        stall = 1000 * heart.longest_busy_seconds
        queue.submit(_LAST)
        _wait_until(gate.is_waiting.is_set)
        QTest.qWait(_SETTLE_MS)
        return stall, _busy_ms(gate.open)


@contextmanager
def _shown(gate: Gate | None = None) -> Iterator[tuple[MainWindow, EngineFeed, JobQueue]]:
    """The program's window without an engine, its feed and its queue.

    Args:
        gate: what the last of the transfers waits for; the others are over at once.
    """
    _qt()
    history_file().unlink(missing_ok=True)  # of the round before
    gc.collect()  # likewise
    gc.disable()  # as `hurry` does, until the window is seen

    def body(request: Request, cancel: CancelToken) -> Generator[Progress, None, object]:
        return gate(cancel) if gate and request == _LAST else look_only(request, cancel)

    queue, feed = JobQueue(body), EngineFeed(FakePlaces(LOST))
    window = MainWindow(queue, feed)
    window.show()
    QTest.qWait(_SETTLE_MS)
    settle()
    yield window, feed, queue
    queue.shut_down()
    _wait_until(lambda: not queue.has_live_jobs)
    window.deleteLater()
    QTest.qWait(_SETTLE_MS)


@cache
def _qt() -> QApplication:
    """Kept, because there is one to a process."""
    QStandardPaths.setTestModeEnabled(True)  # nobody's own history
    hurry()
    qt = QApplication(["window", "-platform", "offscreen"])
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    theme.prepare(qt)
    theme.dress(qt)
    wanted = ("desktop_app.ui", "desktop_app.transfers", "desktop_app.archives")
    list(catch_up(*wanted))  # as the program does while nobody waits
    return qt


def _busy_ms(do: Callable[[], object]) -> float:
    """Milliseconds that this thread computes for something, and for what comes of it.

    What it computes in as long a time for nothing, such as a cursor that blinks, is not in it.
    """
    began = time.thread_time()
    QTest.qWait(_SETTLE_MS)
    idle = time.thread_time() - began
    do()
    QTest.qWait(_SETTLE_MS)
    return 1000 * (time.thread_time() - began - 2 * idle)


def _wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE_SECONDS
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError
        QTest.qWait(_LOOK_MS)
