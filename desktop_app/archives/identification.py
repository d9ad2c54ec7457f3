"""What a file is, by its content: the way from a path to an `ArchiveReport`.

Nothing is unpacked, and nothing in a file makes it raise but an attack.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import FileIO
from pathlib import Path

from desktop_app.archives.compression import DamagedCompression, Decompressed, compression_of
from desktop_app.archives.docker_archive import read_docker_archive
from desktop_app.archives.filesystem import filesystem_evidence, looks_like_root
from desktop_app.archives.legacy_archive import read_legacy_archive
from desktop_app.archives.oci_layout import read_oci_layout
from desktop_app.archives.report import (
    ArchivedImage,
    ArchiveKind,
    ArchiveReport,
    Compression,
    Evidence,
    HostileArchive,
    ReportWarning,
)
from desktop_app.archives.survey import Survey, survey
from desktop_app.archives.tar_reader import BadHeader, CutShort, TarReader
from desktop_app.cancel import CancelToken
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ARCHIVE_ENDINGS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz", ".tar.zst", ".zip")
_PROGRESS_EVERY_BYTES = 16 << 20


@dataclass(frozen=True, slots=True)
class _Finding:
    kind: ArchiveKind
    evidence: Evidence
    images: tuple[ArchivedImage, ...] = ()
    warnings: tuple[ReportWarning, ...] = ()


def identify(
    path: Path,
    cancel: CancelToken | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> ArchiveReport:
    """Learn what a file is and which images are in it.

    Args:
        path: a regular file.
        cancel: ends the reading.
        on_progress: told now and then how many of the file's bytes were passed over.

    Raises:
        UserFacingError: FILE_GONE, FILE_UNREADABLE, FILE_IS_FOLDER or FILE_NOT_REGULAR.
        HostileArchive: the file was made to do harm.
        Cancelled: the token was cancelled.
    """
    path = Path(path)
    with _worded(path), _opened(path) as file:
        size = os.fstat(file.fileno()).st_size
        source = _FileSource(file, size, cancel or CancelToken(), on_progress)
        compression = compression_of(source.head)
        try:
            finding = _finding(source, compression)
        except HostileArchive as error:
            raise HostileArchive(error.reason, str(path), error.detail) from error
    return ArchiveReport(
        path, size, finding.kind, compression, finding.evidence, finding.images, finding.warnings
    )


def _finding(source: "_FileSource", compression: Compression) -> _Finding:
    if source.size_bytes == 0:
        return _Finding(ArchiveKind.EMPTY, Evidence.NO_BYTES)
    if source.head.startswith(_ZIP):
        return _Finding(ArchiveKind.OTHER, Evidence.ZIP)
    if compression is Compression.NONE:
        reader = TarReader(source, source.skip)
    else:
        reader = TarReader(Decompressed(source, compression))
    return _read(reader, source.tick)


def _read(reader: TarReader, tick: Callable[[], None]) -> _Finding:
    try:
        found = survey(reader, tick)
        trailing = any(reader.trailing())
    except (CutShort, BadHeader) as error:
        if not reader.has_begun:
            return _Finding(ArchiveKind.OTHER, Evidence.NOT_AN_ARCHIVE)
        is_cut = isinstance(error, CutShort)
        return _Finding(ArchiveKind.DAMAGED, Evidence.CUT_SHORT if is_cut else Evidence.BAD_HEADER)
    except DamagedCompression:
        return _Finding(ArchiveKind.DAMAGED, Evidence.BAD_COMPRESSION)
    finding = _judged(found)
    return replace(finding, warnings=(*finding.warnings, *_end_warnings(found, trailing)))


def _judged(found: Survey) -> _Finding:
    if not found.top:  # nothing, or "./" alone
        return _Finding(ArchiveKind.EMPTY, Evidence.NO_MEMBERS)
    docker, oci = read_docker_archive(found), read_oci_layout(found)
    if docker:
        return _docker_finding(docker, oci, has_layout=_is_layout(found))
    if oci:
        return _images_finding(ArchiveKind.OCI_LAYOUT, Evidence.OCI_INDEX, oci)
    legacy = read_legacy_archive(found)
    if legacy:
        return _images_finding(ArchiveKind.IMAGE_ARCHIVE, Evidence.LEGACY_REPOSITORIES, legacy)
    return _without_images(found, is_empty_manifest=docker is not None)


def _without_images(found: Survey, *, is_empty_manifest: bool) -> _Finding:
    if not found.has_end_marker:  # cut between two files, and perhaps before the manifest
        return _Finding(ArchiveKind.DAMAGED, Evidence.CUT_SHORT)
    evidence = filesystem_evidence(found)
    if evidence is not None:
        return _Finding(ArchiveKind.FILESYSTEM, evidence)
    if is_empty_manifest:  # "[]", which engines take for an archive of no images
        return _Finding(ArchiveKind.EMPTY, Evidence.DOCKER_MANIFEST)
    if isinstance(found.document("manifest.json"), dict) and "version" in found.members:
        return _Finding(ArchiveKind.OTHER, Evidence.DOCKER_DIR)
    if _claims_images(found):
        return _Finding(ArchiveKind.DAMAGED, Evidence.BAD_METADATA)
    return _Finding(
        ArchiveKind.OTHER, Evidence.WRAPPED if _is_wrapped(found) else Evidence.UNKNOWN_TAR
    )


def _docker_finding(
    docker: tuple[ArchivedImage, ...], oci: tuple[ArchivedImage, ...] | None, *, has_layout: bool
) -> _Finding:
    """An archive of both forms is one of images in the docker form, with OCI digests beside it.

    Classic stores read manifest.json and others the index, so the two must say the same.
    """
    if not has_layout:
        return _images_finding(ArchiveKind.IMAGE_ARCHIVE, Evidence.DOCKER_MANIFEST, docker)
    oci = oci or ()
    digests = {image.config_digest: image.manifest_digest for image in oci}
    merged = tuple(
        replace(image, manifest_digest=digests.get(image.config_digest, "")) for image in docker
    )
    finding = _images_finding(ArchiveKind.IMAGE_ARCHIVE, Evidence.DOCKER_MANIFEST_AND_OCI, merged)
    if all(image.manifest_digest for image in merged) and _all_names(oci) == _all_names(docker):
        return finding
    return replace(finding, warnings=(*finding.warnings, ReportWarning.INDEX_DISAGREES))


def _images_finding(
    kind: ArchiveKind, evidence: Evidence, images: tuple[ArchivedImage, ...]
) -> _Finding:
    warnings = []
    if any(layer.size_bytes is None for image in images for layer in image.layers):
        warnings.append(ReportWarning.LAYERS_MISSING)
    if not all(image.names for image in images):
        warnings.append(ReportWarning.NAMELESS)
    return _Finding(kind, evidence, images, tuple(warnings))


def _all_names(images: tuple[ArchivedImage, ...]) -> set[str]:
    return {name for image in images for name in image.names}


def _claims_images(found: Survey) -> bool:
    """Whether it was to be an archive of images, but what it names is not there or unreadable."""
    return _is_layout(found) or isinstance(found.document("manifest.json"), list)


def _is_layout(found: Survey) -> bool:
    return "oci-layout" in found.members and "index.json" in found.members


def _is_wrapped(found: Survey) -> bool:
    """An archive in an archive, or everything under one top folder."""
    if len(found.members) == 1:
        return next(iter(found.members)).endswith(_ARCHIVE_ENDINGS)
    if len(found.top) != 1:
        return False
    below = {name.split("/")[1] for name in found.members if "/" in name}
    return bool(below & {"manifest.json", "oci-layout"}) or looks_like_root(below)


def _end_warnings(found: Survey, trailing: bool) -> tuple[ReportWarning, ...]:  # noqa: FBT001
    if not found.has_end_marker:
        return (ReportWarning.NO_END_MARKER,)
    return (ReportWarning.TRAILING_DATA,) if trailing else ()


def _opened(path: Path) -> FileIO:
    """Open a regular file, and nothing that would make the opening wait."""
    params = {"path": str(path)}
    if "\0" in str(path):  # from a dropped address; Python refuses it with an error of another kind
        raise UserFacingError(ErrorCode.FILE_GONE, params)
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise UserFacingError(ErrorCode.FILE_IS_FOLDER, params)
    if not stat.S_ISREG(mode):
        raise UserFacingError(ErrorCode.FILE_NOT_REGULAR, params)
    return FileIO(path)


@contextmanager
def _worded(path: Path) -> Iterator[None]:
    """Say what the system says of a path in our words."""
    try:
        yield
    except OSError as error:
        is_gone = error.errno in (errno.ENOENT, errno.ENOTDIR)
        code = ErrorCode.FILE_GONE if is_gone else ErrorCode.FILE_UNREADABLE
        raise UserFacingError(code, {"path": str(path)}, str(error)) from error


class _FileSource:
    """A file for the reader: counts what was passed over, looks at the token, and can skip."""

    def __init__(
        self,
        file: FileIO,
        size_bytes: int,
        cancel: CancelToken,
        on_progress: Callable[[Progress], None] | None,
    ) -> None:
        self._file = file
        self._cancel = cancel
        self._on_progress = on_progress
        self._position = self._told = 0
        self.size_bytes = size_bytes
        self.head = self._file.read(16) or b""
        self._file.seek(0)

    def readinto(self, buffer: memoryview) -> int:
        """Read, unless the token was cancelled."""
        self.tick()
        count = self._file.readinto(buffer) or 0
        self._position += count
        return count

    def skip(self, count: int) -> None:
        """Pass over bytes without reading them; beyond the end there is nothing to pass over."""
        self._position += count
        if self._position > self.size_bytes:
            raise CutShort
        self._file.seek(count, os.SEEK_CUR)

    def tick(self) -> None:
        """Look at the token and tell how far it is."""
        self._cancel.raise_if_cancelled()
        if self._on_progress and self._position - self._told >= _PROGRESS_EVERY_BYTES:
            self._told = self._position
            self._on_progress(Progress(Phase.INSPECTING, self._position, self.size_bytes))
