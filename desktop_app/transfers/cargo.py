"""What is sent: a file as it lies there, or what a conversion makes of it on the way."""

from collections import deque
from collections.abc import Generator
from contextlib import ExitStack
from dataclasses import dataclass

from desktop_app.archives import ArchiveReport, Choices, Conversion, converted
from desktop_app.archives.tar_reader import Source
from desktop_app.cancel import CancelToken
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.pipeline import Pipeline
from desktop_app.transfers.source_file import SourceFile


@dataclass(frozen=True, slots=True)
class Cargo:
    """Open for as long as the stack that it was opened on.

    Attributes:
        report: what the engine gets, which is not the file where that is converted.
        source: read once.
        size_bytes: of it; None where nobody knows before it was read.
        file: what it comes from, which must stay as it is.
    """

    report: ArchiveReport
    source: Source
    size_bytes: int | None
    file: SourceFile


def opened(
    stack: ExitStack,
    report: ArchiveReport,
    conversion: Conversion | None,
    choices: Choices,
    cancel: CancelToken,
) -> Generator[Progress, None, Cargo]:
    """Open a file for sending; a conversion goes through it once before.

    Args:
        stack: closes it.
        report: the file, complete.
        conversion: what is done to it; None leaves it as it is.
        choices: what the conversion needs to be told.
        cancel: ends the first pass, and the stream of a conversion.

    Raises:
        UserFacingError: FILE_…, FILE_UNSUITABLE if no engine could use what would come out.
        HostileArchive: the file was made to do harm.
        Cancelled: the token was cancelled.
    """
    file = stack.enter_context(SourceFile(report.path, report.size_bytes))
    if conversion is None:
        return Cargo(report, file, report.size_bytes, file)
    latest = deque([Progress(Phase.INSPECTING)], maxlen=1)
    opening = converted(report, conversion, choices, cancel, latest.append)
    with Pipeline(cancel, lambda: None) as pipeline:
        entered = pipeline.spawn(stack.enter_context, opening)
        yield from pipeline.watch(lambda: latest[0])
    stream = entered.result()
    return Cargo(stream.report, _Unchanged(stream, file), stream.size_bytes, file)


class _Unchanged:
    """A stream out of a file that must stay as it was from the first pass to its end."""

    def __init__(self, stream: Source, file: SourceFile) -> None:
        self._stream = stream
        self._file = file

    def readinto(self, buffer: memoryview) -> int:
        """Fill a buffer; 0 is the end, at which the file is looked at once more."""
        count = self._stream.readinto(buffer)
        if count == 0:
            self._file.check_unchanged()
        return count
