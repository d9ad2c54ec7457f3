"""Whether a file is whole: one pass over it in little memory, and a list of all that is not right.

Digests are taken of everything as it passes, because the lists that say what is what come last in
most archives; what they mean is judged at the end.
"""

from collections.abc import Generator
from pathlib import Path

from desktop_app.archives.checks.agreement import check_agreement
from desktop_app.archives.checks.findings import FindingCode
from desktop_app.archives.checks.images import Inventory, check_names_of_members
from desktop_app.archives.checks.layout import check_layout
from desktop_app.archives.checks.manifest import check_legacy, check_manifest
from desktop_app.archives.checks.members import Members
from desktop_app.archives.checks.part_digests import check_parts
from desktop_app.archives.compression import DamagedCompression, Decompressed, compression_of
from desktop_app.archives.content import Content, content_of
from desktop_app.archives.file_source import FileSource, opened
from desktop_app.archives.identification import identify, report_on
from desktop_app.archives.joined_file import JoinedFile
from desktop_app.archives.parts import PartSet, parts_at
from desktop_app.archives.report import (
    ArchiveKind,
    ArchiveReport,
    Compression,
    Depth,
    Evidence,
    HostileArchive,
    VerificationReport,
)
from desktop_app.archives.tar_header import BadHeader
from desktop_app.archives.tar_reader import CutShort, TarReader
from desktop_app.archives.wrapping import ZIP_MAGIC
from desktop_app.cancel import CancelToken
from desktop_app.progress import Phase, Progress

_TELL_EVERY_BYTES = 4 << 20
_TELL_EVERY_STEPS = 64
"""Megabytes, at most, that come out of a compressed file without it getting any further."""


def verify(
    path: Path, cancel: CancelToken | None = None, depth: Depth = Depth.FULL
) -> Generator[Progress, None, VerificationReport]:
    """Read a file from its beginning to its end and see whether it is whole.

    A damaged file is no error here: what is wrong with it is in the findings.

    Args:
        path: a regular file of any kind.
        cancel: ends the reading.
        depth: how much of it to read.

    Raises:
        UserFacingError: FILE_GONE, FILE_UNREADABLE, FILE_IS_FOLDER or FILE_NOT_REGULAR.
        HostileArchive: the file was made to do harm.
        Cancelled: the token was cancelled.
    """
    path = Path(path)
    try:
        with opened(path) as file:
            source = FileSource(file, cancel or CancelToken())
            check = _Check(source, depth)
            yield Progress(Phase.READING, 0, source.size_bytes)
            before = 0
            if isinstance(file, JoinedFile) and depth is Depth.FULL:
                before = source.size_bytes
                yield from _check_parts(file.parts, check, source)
            parts = parts_at(path, may_be_lone=False)
            is_alone = parts is not None and not parts.are_there
            if is_alone or source.size_bytes == 0 or source.head.startswith(ZIP_MAGIC):
                report = identify(path, cancel)
            else:
                content = yield from _told(check.read(), source, before)
                report = report_on(path, source, content)
            check.judge(report)
            total = before + source.size_bytes
            yield Progress(Phase.READING, total, total)
    except HostileArchive as error:
        raise HostileArchive(error.reason, str(path), error.detail) from error
    return VerificationReport(path, report, depth, check.seen.findings.all())


class _Check:
    """One reading of one file.

    Attributes:
        seen: what is known so far.
    """

    def __init__(self, source: FileSource, depth: Depth) -> None:
        self.seen = Inventory(is_thorough=depth is Depth.FULL)
        self._add = self.seen.findings.add
        self._members = Members(self.seen)
        compression = compression_of(source.head)
        if compression is Compression.NONE:
            self._reader = TarReader(source, source.skip)
        else:
            self._reader = TarReader(Decompressed(source, compression))

    def read(self) -> Generator[None, None, Content]:
        """Go through the archive; yields for each member, and for each megabyte of large ones."""
        reader = self._reader
        is_followed = False
        try:
            for member in reader.members():
                yield from self._members.look_at(member, reader)
            for is_something in reader.trailing():
                is_followed |= is_something
                yield
        except (CutShort, BadHeader, DamagedCompression) as error:
            return self._broken(error)
        self.seen.found.has_end_marker = reader.has_end_marker
        if not reader.has_end_marker or reader.has_lone_end_block:
            self._add(FindingCode.NO_END_MARKER)
        if is_followed:
            self._add(FindingCode.TRAILING_DATA)
        return content_of(self.seen.found, is_followed=is_followed)

    def judge(self, report: ArchiveReport) -> None:
        """Say what the whole comes to, given what it is."""
        match report.kind:
            case ArchiveKind.IMAGE_ARCHIVE | ArchiveKind.OCI_LAYOUT:
                self._judge_images(report)
            case ArchiveKind.FILESYSTEM:
                self._members.check(is_of_images=False)
                self._add(FindingCode.NO_DIGESTS)
            case ArchiveKind.DAMAGED if report.evidence is Evidence.BAD_METADATA:
                self._judge_images(report)
            case ArchiveKind.DAMAGED if report.evidence is Evidence.CUT_SHORT:
                self._add(FindingCode.CUT_SHORT, self._members.last)
            case ArchiveKind.DAMAGED:
                pass  # said where it was met
            case ArchiveKind.ARCHIVE_PART:
                self._judge_part(report)
            case _:
                self._add(_OTHERS.get(report.evidence, FindingCode.NO_IMAGES))

    def _judge_part(self, report: ArchiveReport) -> None:
        for name in report.parts.missing if report.parts else ():
            self._add(FindingCode.PART_MISSING, name)
        for name in report.parts.damaged if report.parts else ():
            self._add(FindingCode.PART_DAMAGED, name)

    def _judge_images(self, report: ArchiveReport) -> None:
        self._members.check(is_of_images=True)
        check_names_of_members(self.seen)
        docker, oci = check_manifest(self.seen), check_layout(self.seen)
        if docker and report.evidence is Evidence.DOCKER_MANIFEST_AND_OCI:
            check_agreement(self.seen.findings, docker, oci)
        if report.kind is ArchiveKind.DAMAGED and not self.seen.findings.has_problems:
            self._add(FindingCode.NO_IMAGES)
        if report.evidence is Evidence.LEGACY_REPOSITORIES:
            check_legacy(self.seen)
            self._add(FindingCode.NO_DIGESTS)

    def _broken(self, error: Exception) -> Content:
        if not self._reader.has_begun and not isinstance(error, DamagedCompression):
            return Content(ArchiveKind.OTHER, Evidence.NOT_AN_ARCHIVE)
        code, sign = {
            CutShort: (FindingCode.CUT_SHORT, Evidence.CUT_SHORT),
            BadHeader: (FindingCode.BAD_HEADER, Evidence.BAD_HEADER),
            DamagedCompression: (FindingCode.BAD_COMPRESSION, Evidence.BAD_COMPRESSION),
        }[type(error)]
        self._add(code, self._members.last)
        return Content(ArchiveKind.DAMAGED, sign)


_OTHERS = {
    Evidence.NO_BYTES: FindingCode.NO_BYTES,
    Evidence.NO_MEMBERS: FindingCode.NO_MEMBERS,
    Evidence.NOT_AN_ARCHIVE: FindingCode.NOT_AN_ARCHIVE,
    Evidence.ZIP: FindingCode.PACKED_AGAIN,
    Evidence.WRAPPED: FindingCode.PACKED_AGAIN,
}
"""What is said of files that hold nothing to check."""


def _check_parts(
    parts: PartSet, check: _Check, source: FileSource
) -> Generator[Progress, None, None]:
    """Read each part by itself, and tell how far that is; all together are read once more."""
    told = done = 0
    for count in check_parts(parts, check.seen.findings):
        source.tick()
        done += count
        if done - told >= _TELL_EVERY_BYTES:
            told = done
            yield Progress(Phase.READING, done, 2 * source.size_bytes)


def _told(
    steps: Generator[None, None, Content], source: FileSource, before: int
) -> Generator[Progress, None, Content]:
    """Take the steps, and tell now and then how far they are, and how much was read before."""
    told = count = 0
    while True:
        source.tick()
        try:
            next(steps)
        except StopIteration as end:
            content: Content = end.value
            return content
        count += 1
        if source.position - told >= _TELL_EVERY_BYTES or count >= _TELL_EVERY_STEPS:
            told, count = source.position, 0
            yield Progress(Phase.READING, before + told, before + source.size_bytes)
