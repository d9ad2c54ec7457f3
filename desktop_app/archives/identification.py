"""What a file is, by its content: the way from a path to an `ArchiveReport`, in up to two passes.

The first pass says what a file is as soon as that is clear; where the rest would take long to read
it ends there, and `complete` goes on. What a large compressed file says of itself at its end is
taken for the first pass, never for the second. Nothing is unpacked, and nothing in a file makes it
raise but an attack.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from desktop_app.archives.compression import (
    DamagedCompression,
    Decompressed,
    begins_with_empty_frame,
    compression_of,
)
from desktop_app.archives.content import Content, content_of, early_content
from desktop_app.archives.descriptions import described_content
from desktop_app.archives.file_source import FileSource, opened
from desktop_app.archives.joined_file import state_of
from desktop_app.archives.parts import parts_at
from desktop_app.archives.report import (
    ArchiveKind,
    ArchiveReport,
    Compression,
    Evidence,
    HostileArchive,
    ReportWarning,
)
from desktop_app.archives.survey import Survey, survey
from desktop_app.archives.tar_header import BadHeader
from desktop_app.archives.tar_reader import CutShort, Source, TarReader
from desktop_app.archives.wrapping import ZIP_MAGIC, archive_in_zip
from desktop_app.cancel import CancelToken
from desktop_app.progress import Progress

_CHEAP_BYTES = 1_000_000
"""What is read in a moment whatever it is, so that small files are known at once."""
_CHEAP_PACKED_BYTES = 8 << 20
_CHEAP_UNPACKED_BYTES = 32 << 20
_USABLE = (ArchiveKind.IMAGE_ARCHIVE, ArchiveKind.OCI_LAYOUT, ArchiveKind.FILESYSTEM)
_TAIL_BYTES = 1024
"""The two blocks of zeros that end an archive."""


def identify(
    path: Path,
    cancel: CancelToken | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> ArchiveReport:
    """Learn what a file is, and which images are in it where that does not take long.

    Args:
        path: a regular file.
        cancel: ends the reading.
        on_progress: told now and then how many of the file's bytes were passed over.

    Returns:
        A report that is not `complete` if the kind is clear and there is still much to read: of a
        large root file system, or of a large compressed file.

    Raises:
        UserFacingError: FILE_GONE, FILE_UNREADABLE, FILE_IS_FOLDER or FILE_NOT_REGULAR.
        HostileArchive: the file was made to do harm.
        Cancelled: the token was cancelled.
    """
    path = Path(path)
    with _opened(path, cancel, on_progress) as file:
        return _report(path, file, is_first=True)


def complete(
    report: ArchiveReport,
    cancel: CancelToken | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> ArchiveReport:
    """Read a file to its end that was identified from its beginning.

    Returns:
        What the whole file says. That may be another kind than its beginning promised.

    Raises:
        UserFacingError, HostileArchive, Cancelled: as of `identify`.
    """
    if report.complete:
        return report
    with _opened(report.path, cancel, on_progress) as file:
        return _report(report.path, file, is_first=False)


def is_current(report: ArchiveReport) -> bool:
    """Whether nobody has written to a file since its report was made.

    Raises:
        UserFacingError: FILE_…, as of `identify`.
    """
    with opened(report.path) as file:
        return state_of(file) == report.state


class _Enough(Exception):  # noqa: N818  a way out of the reading, not an error
    """The kind is clear, and what is left would take long to read."""

    def __init__(self, content: Content) -> None:
        super().__init__()
        self.content = content


class _Watched:
    """A source that is read for the first time, and only until enough is known.

    Args:
        source: gives the bytes of an archive.
        file: where they come from.
        found: what the reading has found so far.
    """

    def __init__(self, source: Source, file: FileSource, found: Survey) -> None:
        self._source = source
        self._file = file
        self._found = found
        self._is_packed = source is not file
        self._plain_bytes = 0
        self._may_be_cut = False

    def readinto(self, buffer: memoryview) -> int:
        """Read on while that costs little, or until the kind is clear.

        Raises:
            _Enough: it is.
        """
        if self._is_dear:
            content = early_content(self._found)
            if content is not None and self._is_sure(content):
                raise _Enough(content)
        count = self._source.readinto(buffer)
        self._plain_bytes += count
        return count

    @property
    def _is_dear(self) -> bool:
        """Whether much was read already."""
        if self._is_packed:
            is_long = self._plain_bytes >= _CHEAP_UNPACKED_BYTES
            return is_long or self._file.position >= _CHEAP_PACKED_BYTES
        return self._file.position >= _CHEAP_BYTES

    def _is_sure(self, content: Content) -> bool:
        """Whether the rest of the file has no surprise that is cheap to find.

        In a plain file images are found by passing over them, and a file system without zeros at
        its end was cut.
        """
        if self._is_packed:
            return True
        if content.kind is not ArchiveKind.FILESYSTEM or self._may_be_cut:
            return False
        start = max(0, self._file.size_bytes - _TAIL_BYTES)
        self._may_be_cut = any(self._file.look(start, _TAIL_BYTES))
        return not self._may_be_cut


def _report(path: Path, file: FileSource, *, is_first: bool) -> ArchiveReport:
    content, is_complete = _read(file, is_first=is_first)
    return report_on(path, file, content, is_complete=is_complete)


def report_on(
    path: Path, file: FileSource, content: Content, *, is_complete: bool = True
) -> ArchiveReport:
    """The report on a file, once it is known what it holds."""
    is_odd = begins_with_empty_frame(file.head)
    report = ArchiveReport(
        path,
        file.size_bytes,
        content.kind,
        compression_of(file.head),
        content.evidence,
        content.images,
        (*content.warnings, ReportWarning.EMPTY_FRAME) if is_odd else content.warnings,
        is_complete,
        content.inner,
        parts_at(path, may_be_lone=content.kind not in _USABLE),
        file.state,
    )
    if report.parts is None or report.parts.are_there:
        return report
    kind, evidence = ArchiveKind.ARCHIVE_PART, Evidence.PARTS_MISSING
    return replace(
        report, kind=kind, evidence=evidence, images=(), warnings=(), complete=True, inner=""
    )


def _read(file: FileSource, *, is_first: bool) -> tuple[Content, bool]:
    """What is in a file, and whether it was read to its end for that."""
    if file.size_bytes == 0:
        return Content(ArchiveKind.EMPTY, Evidence.NO_BYTES), True
    if file.head.startswith(ZIP_MAGIC):
        inner = archive_in_zip(file.look)
        evidence = Evidence.ZIP if inner else Evidence.NOT_AN_ARCHIVE
        return Content(ArchiveKind.OTHER, evidence, inner=inner), True
    compression = compression_of(file.head)
    is_packed = compression is not Compression.NONE
    if is_first and is_packed and file.size_bytes > _CHEAP_BYTES:
        described = described_content(file.look, file.size_bytes, compression)
        if described is not None:
            return described, False
    found = Survey()
    source: Source = Decompressed(file, compression) if is_packed else file
    if is_first:
        source = _Watched(source, file, found)
    try:
        return _read_tar(
            TarReader(source, None if is_packed else file.skip), found, file.tick
        ), True
    except _Enough as enough:
        return enough.content, False


def _read_tar(reader: TarReader, found: Survey, tick: Callable[[], None]) -> Content:
    try:
        survey(reader, tick, found)
        is_followed = any(reader.trailing())
    except (CutShort, BadHeader) as error:
        if not reader.has_begun:
            return Content(ArchiveKind.OTHER, Evidence.NOT_AN_ARCHIVE)
        is_cut = isinstance(error, CutShort)
        return Content(ArchiveKind.DAMAGED, Evidence.CUT_SHORT if is_cut else Evidence.BAD_HEADER)
    except DamagedCompression:
        return Content(ArchiveKind.DAMAGED, Evidence.BAD_COMPRESSION)
    return content_of(found, is_followed=is_followed)


@contextmanager
def _opened(
    path: Path, cancel: CancelToken | None, on_progress: Callable[[Progress], None] | None
) -> Iterator[FileSource]:
    """A file to read, by whose path an attack in it is told."""
    try:
        with opened(path) as file:
            yield FileSource(file, cancel or CancelToken(), on_progress)
    except HostileArchive as error:
        raise HostileArchive(error.reason, str(path), error.detail) from error
