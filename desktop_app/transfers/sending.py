"""What load and import share: judging a file once more, and sending it."""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TypeVar

from desktop_app.archives import (
    ArchiveReport,
    Level,
    Method,
    Verdict,
    VerdictCode,
    judge,
)
from desktop_app.cancel import CancelToken
from desktop_app.engine import Upload
from desktop_app.engine_info import EngineInfo
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.cargo import Cargo
from desktop_app.transfers.channel import Channel, Reader
from desktop_app.transfers.pipeline import Pipeline

T = TypeVar("T")

_NEED_CONSENT = {VerdictCode.IMAGES_NEED_LOAD, VerdictCode.UNKNOWN_CONTENT}
"""Warnings of an import that would succeed and be useless; nobody may run into it unawares."""

Messages = list[dict[str, object]]
"""What an engine answered to an upload, in order."""


def fitting(
    report: ArchiveReport, method: Method, info: EngineInfo, *, despite_warning: bool = False
) -> Verdict:
    """The verdict on a file that may be sent, with the conversion that it needs.

    Args:
        report: what the file is.
        method: what is to be done with it.
        info: the engine that would get it.
        despite_warning: the person has read the warning; what is refused stays refused.

    Raises:
        UserFacingError: FILE_UNSUITABLE, before one byte is sent.
    """
    verdict = judge(report, method, info)
    is_refused = verdict.level is Level.REFUSE
    if is_refused or (verdict.code in _NEED_CONSENT and not despite_warning):
        params = {"path": str(report.path), "verdict": verdict.code}
        raise UserFacingError(ErrorCode.FILE_UNSUITABLE, params)
    return verdict


def read(
    cargo: Cargo, cancel: CancelToken, observe: Callable[[Reader], T]
) -> Generator[Progress, None, T]:
    """Only read what would be sent.

    Args:
        cargo: the file, or what is made of it.
        cancel: ends the job.
        observe: sees the bytes as they pass.

    Returns:
        What it gave.
    """
    with Pipeline(cancel, lambda: None) as pipeline:
        stream = pipeline.channel()
        result = pipeline.spawn(observe, stream.reader())
        pipeline.spawn(stream.fill_from, cargo.source.readinto)
        yield from pipeline.watch(
            lambda: Progress(Phase.INSPECTING, stream.passed_bytes, cargo.size_bytes)
        )
    return result.result()


def send(
    opening: AbstractContextManager[Upload],
    cargo: Cargo,
    cancel: CancelToken,
    *observers: Callable[[Reader], T],
    phase: Phase = Phase.SENDING,
) -> Generator[Progress, None, tuple[Messages, list[T]]]:
    """Send a file to the engine and wait until it has dealt with it.

    Args:
        opening: the way to the engine, closed at the end.
        cargo: the file, or what is made of it.
        cancel: ends the job; an engine that has everything by then may finish all the same.
        observers: stages that see the bytes as they pass.
        phase: what it is called until the last byte is sent.

    Returns:
        The engine's answer, and what each observer gave.

    Raises:
        UserFacingError: FILE_…, also where the engine was first to notice; ENGINE_….
        Cancelled: the token was cancelled.
    """
    with (
        _blaming_a_change(cargo),
        opening as upload,
        cancel.closing_with(upload.cut),
        Pipeline(cancel, upload.cut) as pipeline,
    ):
        stream = pipeline.channel()
        messages = pipeline.spawn(_send, stream.reader(), upload)
        results = [pipeline.spawn(observe, stream.reader()) for observe in observers]
        pipeline.spawn(stream.fill_from, cargo.source.readinto)
        yield from pipeline.watch(lambda: _sent(stream, cargo, phase))
    return messages.result(), [result.result() for result in results]


@contextmanager
def _blaming_a_change(cargo: Cargo) -> Iterator[None]:
    """What was written to on the way is refused for that, whatever the engine makes of it."""
    try:
        yield
    except UserFacingError as error:
        if error.code is ErrorCode.ENGINE_REFUSED:
            cargo.file.check_unchanged()
        raise


def _send(blocks: Iterable[memoryview], upload: Upload) -> Messages:
    """An engine that has heard enough answers early; the rest is not sent then."""
    for block in blocks:
        if upload.answered:
            break
        upload.write(block)
    return list(upload.finish())


def _sent(stream: Channel, cargo: Cargo, phase: Phase) -> Progress:
    """After the last byte the engine is at work and mostly silent."""
    phase = Phase.UNPACKING if stream.has_ended else phase
    return Progress(phase, stream.passed_bytes, cargo.size_bytes)
