"""Reports and engines to judge, each as simple as a rule allows."""

from dataclasses import replace
from pathlib import Path

from desktop_app.archives import (
    ArchivedImage,
    ArchiveKind,
    ArchiveReport,
    Compression,
    Evidence,
    Level,
    Method,
    ReportWarning,
)
from desktop_app.engine_info import EngineInfo, ImageStore

OK, WARN, REFUSE = Level.OK, Level.WARN, Level.REFUSE
LOAD, IMPORT = Method.LOAD, Method.IMPORT
GZIP, BZIP2, XZ, ZSTD = Compression.GZIP, Compression.BZIP2, Compression.XZ, Compression.ZSTD

ENGINE = EngineInfo("unix:///engine", "28.5.2", "1.51", ImageStore.CLASSIC, False, "linux", "amd64")


def docker(version: str) -> EngineInfo:
    return replace(ENGINE, version=version)


def containerd(version: str) -> EngineInfo:
    return replace(ENGINE, version=version, store=ImageStore.CONTAINERD)


def podman(version: str) -> EngineInfo:
    return replace(ENGINE, version=version, is_podman=True)


def image(*names: str, architecture: str = "amd64", os: str = "linux") -> ArchivedImage:
    return ArchivedImage(names, "sha256:c", architecture, os, None, ())


def report(
    evidence: Evidence = Evidence.DOCKER_MANIFEST,
    *images: ArchivedImage,
    compression: Compression = Compression.NONE,
    warnings: tuple[ReportWarning, ...] = (),
) -> ArchiveReport:
    kind = KINDS[evidence]
    has_images = kind in (ArchiveKind.IMAGE_ARCHIVE, ArchiveKind.OCI_LAYOUT)
    found = (images or (image("web:1"),)) if has_images else ()
    return ArchiveReport(Path("a.tar"), 1, kind, compression, evidence, found, warnings)


KINDS = {
    Evidence.DOCKER_MANIFEST: ArchiveKind.IMAGE_ARCHIVE,
    Evidence.DOCKER_MANIFEST_AND_OCI: ArchiveKind.IMAGE_ARCHIVE,
    Evidence.LEGACY_REPOSITORIES: ArchiveKind.IMAGE_ARCHIVE,
    Evidence.IMAGE_PARTS: ArchiveKind.IMAGE_ARCHIVE,
    Evidence.OCI_INDEX: ArchiveKind.OCI_LAYOUT,
    Evidence.DOCKERENV: ArchiveKind.FILESYSTEM,
    Evidence.CONTAINERENV: ArchiveKind.FILESYSTEM,
    Evidence.ROOT_FOLDERS: ArchiveKind.FILESYSTEM,
    Evidence.NO_BYTES: ArchiveKind.EMPTY,
    Evidence.NO_MEMBERS: ArchiveKind.EMPTY,
    Evidence.CUT_SHORT: ArchiveKind.DAMAGED,
    Evidence.BAD_HEADER: ArchiveKind.DAMAGED,
    Evidence.BAD_METADATA: ArchiveKind.DAMAGED,
    Evidence.BAD_COMPRESSION: ArchiveKind.DAMAGED,
    Evidence.ZIP: ArchiveKind.OTHER,
    Evidence.WRAPPED: ArchiveKind.OTHER,
    Evidence.DOCKER_DIR: ArchiveKind.OTHER,
    Evidence.UNKNOWN_TAR: ArchiveKind.OTHER,
    Evidence.PARTS_MISSING: ArchiveKind.ARCHIVE_PART,
    Evidence.NOT_AN_ARCHIVE: ArchiveKind.OTHER,
}
