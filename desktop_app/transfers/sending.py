"""What load and import share: learning what a file is, and sending it as it lies there."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TypeVar

from desktop_app.archives import ArchiveReport, Method, complete, identify, judge
from desktop_app.archives.compatibility import Level, VerdictCode
from desktop_app.cancel import CancelToken
from desktop_app.engine import Upload
from desktop_app.engine_info import EngineInfo
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.channel import Channel, Reader
from desktop_app.transfers.pipeline import Pipeline
from desktop_app.transfers.source_file import SourceFile

S = TypeVar("S")
T = TypeVar("T")

_NEED_CONSENT = {VerdictCode.IMAGES_NEED_LOAD, VerdictCode.UNKNOWN_CONTENT}
"""Warnings of an import that would succeed and be useless; nobody may run into it unawares."""

Messages = list[dict[str, object]]
"""What an engine answered to an upload, in order."""


def glance(path: Path, cancel: CancelToken) -> Generator[Progress, None, ArchiveReport]:
    """Learn what a file is, with progress; its report may still be incomplete.

    Raises:
        UserFacingError: FILE_… or ARCHIVE_HOSTILE.
        Cancelled: the token was cancelled.
    """
    return (yield from _watched(identify, path, cancel))


def read_on(report: ArchiveReport, cancel: CancelToken) -> Generator[Progress, None, ArchiveReport]:
    """Read a file to its end after a `glance`; raises what that raises."""
    return (yield from _watched(complete, report, cancel))


def inspect(path: Path, cancel: CancelToken) -> Generator[Progress, None, ArchiveReport]:
    """Learn all of a file before a byte of it is sent; raises what `glance` raises."""
    report = yield from glance(path, cancel)
    return (yield from read_on(report, cancel))


def _watched(
    look: Callable[[S, CancelToken, Callable[[Progress], None]], ArchiveReport],
    subject: S,
    cancel: CancelToken,
) -> Generator[Progress, None, ArchiveReport]:
    latest = deque([Progress(Phase.INSPECTING)], maxlen=1)
    with Pipeline(cancel, lambda: None) as pipeline:
        report = pipeline.spawn(look, subject, cancel, latest.append)
        yield from pipeline.watch(lambda: latest[0])
    return report.result()


def check_fit(
    report: ArchiveReport, method: Method, info: EngineInfo, *, despite_warning: bool = False
) -> None:
    """Raise FILE_UNSUITABLE before one byte is sent, if the method does not fit the file.

    Args:
        report: what the file is.
        method: what is to be done with it.
        info: the engine that would get it.
        despite_warning: the person has read the warning; what is refused stays refused.
    """
    verdict = judge(report, method, info)
    is_refused = verdict.level is Level.REFUSE
    if is_refused or (verdict.code in _NEED_CONSENT and not despite_warning):
        params = {"path": str(report.path), "verdict": verdict.code}
        raise UserFacingError(ErrorCode.FILE_UNSUITABLE, params)


def send_file(
    opening: AbstractContextManager[Upload],
    report: ArchiveReport,
    cancel: CancelToken,
    *observers: Callable[[Reader], T],
) -> Generator[Progress, None, tuple[Messages, list[T]]]:
    """Send a file to the engine and wait until it has dealt with it.

    Args:
        opening: the way to the engine, closed at the end.
        report: the file.
        cancel: ends the job; an engine that has everything by then may finish all the same.
        observers: stages that see the bytes as they pass.

    Returns:
        The engine's answer, and what each observer gave.
    """
    with (
        opening as upload,
        cancel.closing_with(upload.cut),
        SourceFile(report.path, report.size_bytes) as source,
        Pipeline(cancel, upload.cut) as pipeline,
    ):
        stream = pipeline.channel()
        messages = pipeline.spawn(_send, stream.reader(), upload)
        results = [pipeline.spawn(observe, stream.reader()) for observe in observers]
        pipeline.spawn(stream.fill_from, source.readinto)
        yield from pipeline.watch(lambda: _sent(stream, source))
    return messages.result(), [result.result() for result in results]


def _send(blocks: Iterable[memoryview], upload: Upload) -> Messages:
    """An engine that has heard enough answers early; the rest is not sent then."""
    for block in blocks:
        if upload.answered:
            break
        upload.write(block)
    return list(upload.finish())


def _sent(stream: Channel, source: SourceFile) -> Progress:
    """After the last byte the engine is at work and mostly silent."""
    phase = Phase.UNPACKING if stream.has_ended else Phase.SENDING
    return Progress(phase, stream.passed_bytes, source.size_bytes)
