"""Learning what a file is, with progress: for a person who has opened it, or before it is sent."""

from collections import deque
from collections.abc import Callable, Generator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from desktop_app.archives import (
    ArchiveReport,
    Choices,
    Conversion,
    Evidence,
    complete,
    identify,
    is_current,
)
from desktop_app.cancel import CancelToken
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.cargo import opened
from desktop_app.transfers.pipeline import Pipeline

S = TypeVar("S")

_WRAPPED = (Evidence.ZIP, Evidence.WRAPPED)


def inspect(
    path: Path, cancel: CancelToken, known: ArchiveReport | None = None
) -> Generator[Progress, None, ArchiveReport]:
    """Learn all of a file before a byte of it is sent.

    Args:
        path: the file.
        cancel: ends the reading.
        known: what was learnt of it earlier; it still holds if nobody has written to the file.

    Raises:
        UserFacingError: FILE_… or ARCHIVE_HOSTILE.
        Cancelled: the token was cancelled.
    """
    is_enough = known is not None and known.complete and known.evidence not in _WRAPPED
    if known is not None and is_enough and known.path == path and is_current(known):
        return known
    report = yield from _watched(identify, path, cancel)
    return (yield from _watched(complete, report, cancel))


def glance(path: Path, cancel: CancelToken) -> Generator[Progress, None, ArchiveReport]:
    """Learn what a file is; its report may still be incomplete. Raises what `inspect` raises.

    What is packed once more is known to be that, and `read_on` says what is inside.
    """
    report = yield from _watched(identify, path, cancel)
    return replace(report, complete=False) if report.evidence in _WRAPPED else report


def read_on(report: ArchiveReport, cancel: CancelToken) -> Generator[Progress, None, ArchiveReport]:
    """Learn the rest after a `glance`, of what is packed once more, too.

    Raises:
        UserFacingError: as of `inspect`; FILE_UNSUITABLE if nothing that is inside can be used.
        Cancelled: the token was cancelled.
    """
    if report.evidence not in _WRAPPED:
        report = yield from _watched(complete, report, cancel)
    if report.evidence not in _WRAPPED:
        return report
    with ExitStack() as stack:
        inner = yield from opened(stack, report, Conversion.UNWRAP, Choices(), cancel)
    found = inner.report
    return replace(
        report, kind=found.kind, images=found.images, warnings=found.warnings, complete=True
    )


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
