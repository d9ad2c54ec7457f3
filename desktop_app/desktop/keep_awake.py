"""The computer does not fall asleep while a transfer runs. It knows nothing of transfers but that.

Whoever does not want that says so in the settings. Where no desktop answers (wakepy asks it over
D-Bus, Windows and macOS in their own ways), nothing is kept awake and nothing is said of it.
"""

import threading

from PySide6.QtCore import QObject, Slot

from desktop_app.desktop.settings import preferences
from desktop_app.workers.job import Job
from desktop_app.workers.queue import JobQueue

_SOON_SECONDS = 1
"""No computer falls asleep sooner. What is over by then asks for nothing, and the import below does
not take Python's lock from the window just when that shows the job."""


class KeepAwake(QObject):
    """Follows a queue; the screen may go dark all the same.

    A desktop may take seconds to answer, so it is asked in a thread: one for each stretch of time
    in which there is work.

    Args:
        queue: whose transfers are not to be slept through.
        parent: owns it.
    """

    def __init__(self, queue: JobQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._is_done = threading.Event()
        self._is_done.set()
        self._thread: threading.Thread | None = None
        queue.job_added.connect(self._on_job_added)
        queue.job_finished.connect(self._follow)

    def stop(self) -> None:
        """Let the computer sleep, and wait until the desktop knows."""
        self._is_done.set()
        if self._thread is not None:
            self._thread.join()

    @Slot(object)
    def _on_job_added(self, _job: Job) -> None:
        if self._is_done.is_set() and preferences().keeps_awake:
            self._is_done = threading.Event()
            self._thread = threading.Thread(target=_stay_awake, args=(self._is_done,), name="awake")
            self._thread.start()

    @Slot()
    def _follow(self) -> None:
        """The thread ends by itself; the next stretch of work has another."""
        if not self._queue.live_transfers:
            self._is_done.set()


def _stay_awake(is_done: threading.Event) -> None:
    if is_done.wait(_SOON_SECONDS):
        return
    from wakepy import keep  # noqa: PLC0415 - here, in the thread, it delays no window

    with keep.running(on_fail="pass"):
        is_done.wait()
