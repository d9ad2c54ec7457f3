"""What a past transfer was, where, and what came of it; and all of that as a report to hand on."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop_app.desktop.past_transfer import PastFile, PastTransfer
from desktop_app.models.transfers import file_of
from desktop_app.transfers.requests import SaveRequest
from desktop_app.ui.texts.errors import ErrorText, error_text
from desktop_app.ui.texts.joints import sentences
from desktop_app.ui.texts.program import program_text
from desktop_app.ui.texts.reports import file_line, image_line, report_line, size_line
from desktop_app.ui.texts.transfers import (
    cancelled_text,
    remaining_text,
    request_title,
    result_text,
    state_text,
)
from desktop_app.workers.job import JobState
from desktop_app.workers.outcome import Failed, Stopped, Succeeded


def past_title(past: PastTransfer) -> str:
    """``Saved a and b → x.tar``; ``Save …`` if nothing came of it."""
    return request_title(past.request, past.outcome)


def past_path(past: PastTransfer) -> Path:
    """The file that was written or read; a folder, where each image got a file of its own."""
    return file_of(past.request)


def past_folder(past: PastTransfer) -> Path:
    """The folder that the file, or the files, lie in."""
    is_separate = isinstance(past.request, SaveRequest) and past.request.is_separate
    return past_path(past) if is_separate else past_path(past).parent


def past_result(past: PastTransfer) -> str:
    """What came of it, in as few words as possible."""
    match past.outcome:
        case Succeeded() if past.problems:
            return QCoreApplication.translate("History", "%n problem(s)", "", past.problems)
        case Succeeded() if past.problems == 0:
            return QCoreApplication.translate("History", "No problem found")
        case Failed() as failed:
            return _error_text(failed).headline.rstrip(".。")
        case Succeeded() | Stopped():
            return state_text(_STATES[type(past.outcome)])


def past_outcome(past: PastTransfer) -> str:
    """What came of it in full: what happened, what it means and what to do."""
    match past.outcome:
        case Succeeded(value):
            return result_text(value) or past_result(past)
        case Failed(params=params) as failed:
            text = _error_text(failed)
            return sentences([text.headline, text.advice, remaining_text(params)])
        case Stopped(remaining):
            return cancelled_text(past.request, remaining)


def past_report(past: PastTransfer) -> str:
    """All that is known as plain text, in the person's language."""
    lines = [
        program_text(),
        report_line(QCoreApplication.translate("History", "What"), past_title(past)),
        report_line(QCoreApplication.translate("History", "Result"), past_outcome(past)),
        *_moments(past),
        *_files(past),
        *(image_line(image.names, [image.digest]) for image in past.images),
    ]
    if isinstance(past.outcome, Failed) and past.outcome.detail:
        details = QCoreApplication.translate("History", "Details")
        lines.append(report_line(details, past.outcome.detail))
    return "\n".join(lines)


def _error_text(failed: Failed) -> ErrorText:
    """A line that another version wrote may lack what the sentence of this one needs."""
    try:
        return error_text(failed.code, failed.params)
    except (KeyError, ValueError):
        return ErrorText(state_text(JobState.FAILED), "")


def _moments(past: PastTransfer) -> Iterator[str]:
    if past.started_at is not None:
        begun = QCoreApplication.translate("History", "Begun")
        yield report_line(begun, _exact(past.started_at))
    yield report_line(QCoreApplication.translate("History", "Ended"), _exact(past.ended_at))


def _exact(moment: datetime) -> str:
    when = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    date = QLocale().toString(when.date(), QLocale.FormatType.ShortFormat)
    return f"{date} {when.toString('HH:mm:ss')}"


def _files(past: PastTransfer) -> Iterator[str]:
    for file in past.files or (PastFile(past_path(past)),):
        yield file_line(file.path)
        if file.size_bytes is not None:
            yield size_line(file.size_bytes)
        if file.sha256:
            yield report_line("SHA-256", file.sha256)


_STATES = {Succeeded: JobState.SUCCEEDED, Stopped: JobState.CANCELLED}
