"""The one line on a card that says how a transfer is, and in what tone."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop_app.models.transfers import TransferRecord
from desktop_app.transfers.requests import CheckResult
from desktop_app.ui.texts import (
    cancelled_text,
    error_text,
    phase_text,
    remaining_text,
    result_text,
    sentences,
    stalled_text,
    state_text,
)
from desktop_app.workers.job import JobState
from desktop_app.workers.outcome import Failed, Stopped, Succeeded


class Tone(Enum):
    """How a line is meant."""

    PLAIN = auto()
    WAITING = auto()
    WARNING = auto()
    STOPPED = auto()
    GOOD = auto()
    BAD = auto()


@dataclass(frozen=True, slots=True)
class Status:
    """What the line says, and how it is meant."""

    text: str
    tone: Tone


def status_of(record: TransferRecord) -> Status:
    """The line for one moment of a transfer, in the person's language."""
    match record.outcome:
        case Succeeded(CheckResult() as result) if not result.found.is_whole:
            return Status(result_text(result), Tone.BAD)
        case Succeeded(value):
            return Status(result_text(value) or state_text(record.state), Tone.GOOD)
        case Failed(code, params):
            text = error_text(code, params)
            remaining = remaining_text(params)
            return Status(sentences([text.headline, text.advice, remaining]), Tone.BAD)
        case Stopped(remaining_names):
            return Status(cancelled_text(record.request, remaining_names), Tone.STOPPED)
        case None:
            return _live_status(record)


def _live_status(record: TransferRecord) -> Status:
    if record.is_stalled:
        return Status(
            stalled_text(record.progress.phase if record.progress else None), Tone.WARNING
        )
    if record.state is JobState.QUEUED:
        return Status(state_text(record.state), Tone.WAITING)
    if record.state is JobState.CANCELLING or record.progress is None:
        return Status(state_text(record.state), Tone.PLAIN)
    return Status(phase_text(record.progress.phase), Tone.PLAIN)
