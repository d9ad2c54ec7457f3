"""The composition root: builds everything, wires it, owns shutdown. It alone knows all layers."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable, Generator, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from desktop_app import __version__, engine, transfers
from desktop_app.cancel import CancelToken
from desktop_app.desktop.folders import journal_folder, log_file
from desktop_app.desktop.keep_awake import KeepAwake
from desktop_app.desktop.log import Log
from desktop_app.desktop.one_window import OneWindow, socket_name
from desktop_app.desktop.quick_start import catch_up, settle
from desktop_app.desktop.settings import engine_choices, preferences
from desktop_app.desktop.termination import Termination
from desktop_app.desktop.translation import missing_translations, use_language
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Progress
from desktop_app.transfers.leftovers import Journal
from desktop_app.transfers.requests import Errand, ReachRequest, Transfer
from desktop_app.ui import theme
from desktop_app.ui.icons import missing_icons
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.messages import show_failure
from desktop_app.workers.feed import EngineFeed
from desktop_app.workers.queue import JobQueue
from desktop_app.workers.snapshot import EngineSnapshot

_LOOK_SECONDS = 60
"""After so long a silence the lists count as old, and an engine as one that does not answer."""

_SEEN_MS = 1000
"""A window that is not seen until then is minimized, and waits for nobody's eyes."""

_SPARE_MS = 20
"""Between two modules that are imported while nobody waits; in between the window answers."""

_WANTED_SOON = ("desktop_app.ui", "desktop_app.transfers", "desktop_app.archives")
"""What the first dialog and the first transfer need: both begin at once then."""

_log = logging.getLogger(__name__)


class App(QObject):
    """The running program.

    Args:
        arguments: the program's name and the options that are Qt's.
        engine_url: the engine to use; None looks for one.
    """

    def __init__(self, arguments: Sequence[str], engine_url: str | None = None) -> None:
        super().__init__()
        self._qt = _qt_application(arguments)
        self._socket_name = socket_name(engine_url)
        self._engine_url = url = engine_url or engine_choices().chosen or None
        built_in = engine.PodmanService() if engine_url is None else None
        self.feed = EngineFeed(_watched_engine, url, built_in)
        self._journal = Journal(journal_folder())
        self.queue = JobQueue(self._perform)
        self._awake = KeepAwake(self.queue, self)
        self.window = MainWindow(self.queue, self.feed)
        theme.dress(self._qt)
        self._coming = catch_up(*_WANTED_SOON)
        self._spare_time = QTimer(self)
        self._spare_time.setInterval(_SPARE_MS)
        self._spare_time.timeout.connect(self._catch_up)
        self.feed.snapshot_changed.connect(self._on_snapshot)
        self.queue.engine_touched.connect(self.feed.refresh)

    def run(self, files: Sequence[Path] = ()) -> int:
        """Show the window, open the files, and stay until the window is closed."""
        log = Log(log_file())
        bugs = _Bugs(self.window)
        one_window = OneWindow(self._socket_name, self)
        one_window.files_handed.connect(self.window.come_forward)
        self.window.closing_began.connect(one_window.stop)
        termination = Termination(self)
        termination.requested.connect(self.window.close_unasked)
        _AfterFirstPaint(self.window, self._begin)
        self.window.restore()
        self.window.show()
        if files:
            self.window.open_files(tuple(files))
        try:
            return self._qt.exec()
        finally:
            one_window.stop()
            termination.stop()
            bugs.stop()
            self._awake.stop()
            self.feed.shut_down()
            log.stop()

    def _begin(self) -> None:
        """What a person does not wait for, and what takes long to import."""
        settle()
        if self.window.isVisible():  # not closed meanwhile
            self.feed.start()
            self.window.offer_leftovers()
            self._spare_time.start()

    @Slot()
    def _catch_up(self) -> None:
        """One module more, while nobody waits."""
        if next(self._coming, None) is None:
            self._spare_time.stop()

    def _open_engine(self, cancel: CancelToken) -> "engine.Engine":
        return engine.connect(self._engine_url, cancel)

    def _perform(
        self, request: Transfer | Errand, cancel: CancelToken
    ) -> Generator[Progress, None, object]:
        if isinstance(request, ReachRequest):
            reach = partial(_watched_engine, request.url or None)
            return transfers.perform(request, reach, cancel, self._journal)
        return transfers.perform(request, self._open_engine, cancel, self._journal)

    @Slot(object)
    def _on_snapshot(self, snapshot: EngineSnapshot) -> None:
        """Jobs go to the engine whose lists are shown, not to one that is found later."""
        self._engine_url = self.feed.url if snapshot.info is None else snapshot.info.url

    def check_itself(self) -> int:
        """Load what the program brings along and list the engine's images; 0 if all is there."""
        problems = [*missing_icons(), *missing_translations(), *self._engine_problems()]
        for problem in problems:
            sys.stderr.write(f"{problem}\n")
        return 1 if problems else 0

    def _engine_problems(self) -> list[str]:
        try:
            with _watched_engine(self._engine_url) as found:
                count = len(found.images())
                sys.stdout.write(f"{found.info.url} {found.info.version}: {count} images\n")
        except UserFacingError as error:
            return [str(error)]
        return []


class _AfterFirstPaint(QObject):
    """Does something as soon as a window is seen, which is what a person waits for first.

    Args:
        window: may be one that nobody sees, because it is minimized: then it is done soon.
        do: what is done, once.
    """

    def __init__(self, window: QWidget, do: Callable[[], None]) -> None:
        super().__init__(window)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(do)
        self._timer.start(_SEEN_MS)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._timer.start(0)
        return False


class _Bugs(QObject):
    """Errors that nobody foresaw: each is logged, and shown once, in the window's thread."""

    _raised = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shown: set[str] = set()
        self._raised.connect(self._on_raised)
        self._old_hooks = sys.excepthook, threading.excepthook
        # They run in whichever thread failed: Qt's, and Python's own.
        sys.excepthook, threading.excepthook = self._on_exception, self._on_thread_exception

    def stop(self) -> None:
        """Let Python tell of errors again."""
        sys.excepthook, threading.excepthook = self._old_hooks

    def _on_thread_exception(self, failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None:
            self._on_exception(failed.exc_type, failed.exc_value, failed.exc_traceback)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        _log.critical("unforeseen error", exc_info=(kind, error, trace))
        self._raised.emit("".join(traceback.format_exception(kind, error, trace)))

    @Slot(str)
    def _on_raised(self, detail: str) -> None:
        if detail not in self._shown:
            self._shown.add(detail)
            show_failure(self._window, ErrorCode.BUG, {}, detail)


def _watched_engine(url: str | None, cancel: CancelToken | None = None) -> "engine.Engine":
    return engine.connect(url, cancel, limit_seconds=_LOOK_SECONDS)


def _qt_application(arguments: Sequence[str]) -> QApplication:
    QGuiApplication.setDesktopFileName("image-ferry")
    qt = QApplication(list(arguments))
    qt.setApplicationName("image-ferry")
    qt.setApplicationVersion(__version__)
    chosen = preferences()
    use_language(qt, chosen.language)
    theme.prepare(qt, chosen.theme)
    return qt
