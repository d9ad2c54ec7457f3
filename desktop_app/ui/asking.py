"""Asks the engine about what is selected, one question at a time, and forgets what is passed by."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.transfers.requests import Question
from desktop_app.workers.job import Job, JobState
from desktop_app.workers.outcome import Failed, Outcome, Stopped, Succeeded
from desktop_app.workers.queue import JobQueue

_PAUSE_MS = 200
"""Whoever walks through the rows with an arrow key asks nothing on the way."""


class Asking(QObject):
    """Holds the question of now and its answer.

    Attributes:
        answer: to the question of now; None before it is there.
        failure: why there is none; None otherwise.

    Signals:
        answered(): one of the two has come.

    Args:
        queue: carries the questions.
        parent: owns this.
    """

    answered = Signal()

    def __init__(self, queue: JobQueue, parent: QObject) -> None:
        super().__init__(parent)
        self.answer: object = None
        self.failure: Failed | None = None
        self._queue = queue
        self._question: Question | None = None
        self._job: Job | None = None
        self._was_given_up = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._send)

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is to come."""
        return self._job is not None or self._pause.isActive()

    def ask(self, question: Question | None) -> None:
        """Want to know this from now on, or nothing; what was asked before is given up."""
        if question == self._question:
            return
        self._question = question
        self.answer = self.failure = None
        if self._job is not None:
            self._job.finished.disconnect(self._on_finished)
            self._job.cancel()
            self._job = None
        self._pause.stop()
        if question is not None:
            self._pause.start()

    def ask_again(self) -> None:
        """Ask once more what could not be answered, if that is so."""
        if self.failure is not None:
            self.failure = None
            self._pause.start()

    @Slot()
    def _send(self) -> None:
        if self._question is None:
            return
        job = self._queue.run_errand(self._question)
        if not job.is_over:
            self._was_given_up = job.state is JobState.CANCELLING
            job.finished.connect(self._on_finished)
            self._job = job

    @Slot(object)
    def _on_finished(self, outcome: Outcome) -> None:
        self._job = None
        match outcome:
            case Succeeded(value):
                self.answer, self.failure = value, None
            case Failed():
                self.failure = outcome
            case Stopped():
                if self._was_given_up:  # by this one, which wants it after all
                    self._pause.start()
                return
        self.answered.emit()
