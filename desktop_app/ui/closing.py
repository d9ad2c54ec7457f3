"""The end of the window: nothing is cut off unasked, and nothing is left running."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.ui.dialogs.message import MessageDialog
from desktop_app.ui.messages import ask_to_stop_jobs
from desktop_app.workers.queue import JobQueue


class Closing(QObject):
    """Decides whether a window may close now, and closes it when it may.

    Signals:
        began(): everything was told to stop; the window closes when that is done.

    Args:
        window: the one to close.
        queue: what must be over first.
    """

    began = Signal()

    def __init__(self, window: QWidget, queue: JobQueue) -> None:
        super().__init__(window)
        self._window = window
        self._queue = queue
        self._question: MessageDialog | None = None
        self._is_stopping = False
        queue.drained.connect(window.close)

    def may_close(self) -> bool:
        """Whether nothing runs; otherwise ask, and close later or not at all."""
        if not self._queue.has_live_jobs:
            return True
        if self._is_stopping or self._question is not None:
            return False
        if not self._queue.live_transfers:  # only a look at a file, say: nothing is lost
            self._stop()
            return False
        self._question = ask_to_stop_jobs(self._window, len(self._queue.live_transfers))
        self._question.accepted.connect(self._stop)
        self._question.finished.connect(self._on_answered)
        return False

    @Slot()
    def close_unasked(self) -> None:
        """Stop what runs and close, because the session ends or somebody pressed Ctrl+C."""
        if not self._queue.has_live_jobs:
            self._window.close()
        elif not self._is_stopping:
            self._stop()

    @Slot()
    def _on_answered(self) -> None:
        self._question = None

    @Slot()
    def _stop(self) -> None:
        self._is_stopping = True
        self.began.emit()
        self._queue.shut_down()
