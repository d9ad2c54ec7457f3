"""What a test may leave behind by mistake, each in words for its report."""

import contextlib
import gc
import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QThread, QTranslator
from PySide6.QtWidgets import QApplication
from typing_extensions import override

_LAST_MOMENT_SECONDS = 5  # for a thread whose work is done and that only has to end


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(f"log: {record.getMessage()}")


@contextlib.contextmanager
def warnings_logged() -> Iterator[list[str]]:
    """Collects whatever any thread logs as a warning or worse."""
    handler = _Warnings()
    logging.getLogger().addHandler(handler)
    try:
        yield handler.texts
    finally:
        logging.getLogger().removeHandler(handler)


def running_threads() -> frozenset[threading.Thread]:
    """Python's threads; those that Qt started are not among them."""
    return frozenset(t for t in threading.enumerate() if not isinstance(t, threading._DummyThread))


def left_threads(before: frozenset[threading.Thread]) -> list[str]:
    """The threads that were started since and do not end."""
    started = running_threads() - before
    for thread in started:
        thread.join(_LAST_MOMENT_SECONDS)
    return [f"thread {thread.name}" for thread in started if thread.is_alive()]


def system_threads() -> frozenset[int]:
    """The numbers of this process's threads that Python has not started; Qt's are among them."""
    numbers = frozenset(int(task.name) for task in Path("/proc/self/task").iterdir())
    return numbers - {thread.native_id for thread in running_threads()}


def left_qt_threads(before: frozenset[int]) -> list[str]:
    """Qt's threads that still run, as far as Python knows of them.

    Args:
        before: `system_threads` then; if there is none that is new, nobody need be looked for,
            which would take longer than most tests.
    """
    if not system_threads() - before:
        return []
    return [
        f"QThread {thread.objectName()}"
        for thread in gc.get_objects()
        if issubclass(type(thread), QThread) and shiboken6.isValid(thread) and thread.isRunning()
    ]


def left_windows() -> list[str]:
    """Windows that nobody closed for good; they would meddle with the next test."""
    if not isinstance(QApplication.instance(), QApplication):
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if QApplication.topLevelWidgets():
        gc.collect()  # some only wait for Python
    return [f"window {type(widget).__name__}" for widget in QApplication.topLevelWidgets()]


@contextlib.contextmanager
def own_language() -> Iterator[None]:
    """Whatever language is chosen inside, nobody speaks it afterwards."""
    before = QLocale()
    yield
    QLocale.setDefault(before)
    if (app := QCoreApplication.instance()) is not None:
        for translator in app.findChildren(QTranslator):
            app.removeTranslator(translator)
            shiboken6.delete(translator)
