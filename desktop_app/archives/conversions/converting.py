"""The one way into the conversions: a file, what is to be done to it, and the stream of it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from desktop_app.archives.compression import DamagedCompression
from desktop_app.archives.conversions import Conversion
from desktop_app.archives.conversions.docker_form import LayersMissing, Unusable, docker_form
from desktop_app.archives.conversions.origins import Opened, Opener, Origin, decompressing, whole
from desktop_app.archives.conversions.relocating import relocated
from desktop_app.archives.conversions.rewriting import rewritten
from desktop_app.archives.conversions.unwrapping import Found, archive_in
from desktop_app.archives.report import (
    ArchiveKind,
    ArchiveReport,
    Compression,
    Evidence,
    HostileArchive,
    ReportWarning,
)
from desktop_app.archives.tar_header import SPARSE, BadHeader
from desktop_app.archives.tar_reader import CutShort, Source
from desktop_app.cancel import CancelToken
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Progress

_DAMAGES = (CutShort, BadHeader, DamagedCompression)
_VERDICTS: Mapping[type[Exception], str] = {
    LayersMissing: "layers-missing",
    Unusable: "damaged",
    CutShort: "damaged",
    DamagedCompression: "damaged",
    BadHeader: "unknown-content",
}
"""What the first pass may find, and the verdict on the file then."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a conversion needs to be told.

    Attributes:
        names: to give, see `Names` of ``docker_form.py``.
        platform: of an image for several the one that comes out, such as ``linux/arm64``, or what
            is nearest to it; empty for all.
        left_out: diff IDs of layers that do not come out; the engine must have them already.
    """

    names: Mapping[str, tuple[str, ...]] | None = None
    platform: str = ""
    left_out: frozenset[str] = frozenset()


class Converted:
    """A file as it comes out of a conversion: an uncompressed archive, read once.

    Attributes:
        report: what comes out, as `identify` would say it of a file. The images are those to ask
            the engine for afterwards: the ones that had no digests have them here.
        size_bytes: of what comes out; None where nobody knows before it has.
    """

    def __init__(self, report: ArchiveReport, source: Source, size_bytes: int | None) -> None:
        self.report = report
        self.size_bytes = size_bytes
        self._source = source

    def readinto(self, buffer: memoryview) -> int:
        """Fill a buffer and give the number of bytes; 0 is the end.

        Raises:
            UserFacingError: FILE_CHANGED: it is no longer what it was a moment before, or is
                damaged where no conversion had looked.
            HostileArchive: far more comes out than any real file holds.
            Cancelled: the token was cancelled.
        """
        with _worded(self.report.path):
            return self._source.readinto(buffer)


@contextmanager
def converted(
    report: ArchiveReport,
    conversion: Conversion,
    choices: Choices | None = None,
    cancel: CancelToken | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Iterator[Converted]:
    """Open a file as a conversion makes it.

    Entering the block makes a first pass over the file, without reading layers where that is
    possible. All but DECOMPRESS undo whatever is around an archive, give images in the docker form
    and take every choice into account, so that one conversion is enough for any file. A root file
    system comes out as it is, or from under the folder around it.

    Args:
        report: the file, complete.
        conversion: what the verdict on it names.
        choices: names and platform.
        cancel: ends the first pass and the stream.
        on_progress: told how far the first pass is.

    Raises:
        UserFacingError: FILE_UNSUITABLE, with the verdict, if no engine could use what comes out.
        HostileArchive: the file was made to do harm.
        Cancelled: the token was cancelled.
    """
    origin = Origin(report.path, cancel or CancelToken(), on_progress)
    prepared = _prepared(report, conversion, choices or Choices(), origin)
    origin.on_progress = None
    # Closed, not left: what goes wrong in the caller's block is no fault of the file.
    with closing(ExitStack()) as stack:
        with _worded(report.path):
            opened = stack.enter_context(prepared.opener())
        size = opened.size_bytes if prepared.size_bytes is None else prepared.size_bytes
        yield Converted(prepared.report, prepared.rewrite(opened), size)


@contextmanager
def _worded(path: Path) -> Iterator[None]:
    """Say what goes wrong after the first pass in words that people know."""
    params = {"path": str(path)}
    try:
        yield
    except _DAMAGES as error:
        raise UserFacingError(ErrorCode.FILE_CHANGED, params) from error
    except OSError as error:
        raise UserFacingError(ErrorCode.FILE_UNREADABLE, params, str(error)) from error
    except HostileArchive as error:
        raise HostileArchive(error.reason, str(path), error.detail) from error


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A conversion after its first pass.

    Attributes:
        report: what will come out.
        opener: opens what is read for it.
        rewrite: makes the one of the other.
        size_bytes: of what will come out, where it is not that of what is read.
    """

    report: ArchiveReport
    opener: Opener
    rewrite: Callable[[Opened], Source]
    size_bytes: int | None = None


def _prepared(
    report: ArchiveReport, conversion: Conversion, choices: Choices, origin: Origin
) -> _Prepared:
    plain = replace(report, compression=Compression.NONE, inner="")
    try:
        if conversion is Conversion.DECOMPRESS:
            opener = decompressing(whole(origin), report.compression)
            return _Prepared(plain, opener, _as_it_is)
        found = archive_in(origin)
        return _images(plain, found, choices) if found.images else _filesystem(plain, found)
    except tuple(_VERDICTS) as error:
        verdict = next(code for kind, code in _VERDICTS.items() if isinstance(error, kind))
        params = {"path": str(origin.path), "verdict": verdict}
        raise UserFacingError(ErrorCode.FILE_UNSUITABLE, params) from error
    except HostileArchive as error:
        raise HostileArchive(error.reason, str(origin.path), error.detail) from error


def _images(report: ArchiveReport, found: Found, choices: Choices) -> _Prepared:
    plan, images = docker_form(
        found.opener, found.contents, choices.names, choices.platform, choices.left_out
    )
    are_named = all(image.names for image in images)
    report = replace(
        report,
        kind=ArchiveKind.IMAGE_ARCHIVE,
        evidence=Evidence.DOCKER_MANIFEST,
        images=images,
        warnings=() if are_named else (ReportWarning.NAMELESS,),
    )
    return _Prepared(report, found.opener, partial(rewritten, plan=plan), plan.size_bytes)


def _filesystem(report: ArchiveReport, found: Found) -> _Prepared:
    evidence = found.evidence or report.evidence
    report = replace(report, kind=ArchiveKind.FILESYSTEM, evidence=evidence, images=())
    if not found.folder:
        return _Prepared(report, found.opener, _as_it_is)
    if any(member.kind == SPARSE for member in found.contents.found.members.values()):
        raise BadHeader  # the holes are described where a name cannot be changed
    return _Prepared(report, found.opener, partial(relocated, folder=found.folder))


def _as_it_is(opened: Opened) -> Source:
    return opened.source
