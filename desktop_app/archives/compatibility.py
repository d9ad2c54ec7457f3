"""Which method fits which file on which engine: one table and a few rules."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.archives.report import (
    ArchiveKind,
    ArchiveReport,
    Compression,
    Evidence,
    ReportWarning,
)
from desktop_app.engine_info import EngineInfo, ImageStore


class Method(StrEnum):
    """The two ways of bringing a file into an engine. They must not be mixed."""

    LOAD = "load"
    IMPORT = "import"


class Level(StrEnum):
    """How much a method and a file fit together."""

    OK = "ok"
    WARN = "warn"
    REFUSE = "refuse"


class VerdictCode(StrEnum):
    """What was found; ``ui/texts.py`` has a sentence for each."""

    FITS = "fits"
    IMAGES_NEED_LOAD = "images-need-load"  # warn: import would make an image that can never start
    FILESYSTEM_NEEDS_IMPORT = "filesystem-needs-import"  # refuse: load cannot read it
    REPLACES_NAMES = "replaces-names"  # warn: images in the engine lose their names
    OTHER_PROCESSOR = "other-processor"  # warn: loads, but will not run here
    OTHER_SYSTEM = "other-system"  # refuse: windows images on linux and the other way round
    NEEDS_CONTAINERD_STORE = "needs-containerd-store"  # refuse: OCI only, the engine is classic
    LEGACY_FORMAT = "legacy-format"  # refuse: written before Docker 1.10, no longer read
    ONE_IMAGE_ONLY = "one-image-only"  # refuse: Podman reads OCI archives with one image only
    COMPRESSION_UNREADABLE = "compression-unreadable"  # refuse: this engine cannot decompress it
    LAYERS_MISSING = "layers-missing"  # refuse
    NOT_AN_ARCHIVE = "not-an-archive"  # refuse
    EMPTY = "empty"  # refuse
    DAMAGED = "damaged"  # refuse
    WRAPPED = "wrapped"  # refuse: unpack once, then use what is inside
    UNKNOWN_CONTENT = (
        "unknown-content"  # load: refuse; import: warn, it may be what the person wants
    )


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether to go ahead.

    Attributes:
        level: ok, warn or refuse.
        code: why.
        suggested_method: the one that fits, where it is the other one.
        replaced_names: names in the engine that will lose their images.
    """

    level: Level
    code: VerdictCode
    suggested_method: Method | None = None
    replaced_names: tuple[str, ...] = ()


def judge(
    report: ArchiveReport,
    method: Method,
    info: EngineInfo,
    existing: AbstractSet[str] = frozenset(),
) -> Verdict:
    """Say whether a method fits a file on an engine.

    Args:
        report: what the file is.
        method: what is to be done with it.
        info: the engine.
        existing: names in the engine whose images are others than those in the file.
    """
    by_content = _BY_EVIDENCE.get((report.evidence, method)) or _BY_KIND[report.kind, method]
    if by_content.level is Level.REFUSE:
        return by_content
    for rule in _ENGINE_RULES:
        code = rule(report, method, info)
        if code is not None:
            return Verdict(Level.REFUSE, code)
    if by_content.level is Level.WARN or method is Method.IMPORT:
        return by_content
    return _load_warning(report, info, existing) or by_content


_FITS = Verdict(Level.OK, VerdictCode.FITS)
_EMPTY = Verdict(Level.REFUSE, VerdictCode.EMPTY)
_DAMAGED = Verdict(Level.REFUSE, VerdictCode.DAMAGED)
_NOT_AN_ARCHIVE = Verdict(Level.REFUSE, VerdictCode.NOT_AN_ARCHIVE)
_WRAPPED = Verdict(Level.REFUSE, VerdictCode.WRAPPED)
_NEEDS_LOAD = Verdict(Level.WARN, VerdictCode.IMAGES_NEED_LOAD, Method.LOAD)
_NEEDS_IMPORT = Verdict(Level.REFUSE, VerdictCode.FILESYSTEM_NEEDS_IMPORT, Method.IMPORT)
_UNKNOWN = VerdictCode.UNKNOWN_CONTENT

_BY_KIND = {
    (ArchiveKind.IMAGE_ARCHIVE, Method.LOAD): _FITS,
    (ArchiveKind.IMAGE_ARCHIVE, Method.IMPORT): _NEEDS_LOAD,
    (ArchiveKind.OCI_LAYOUT, Method.LOAD): _FITS,
    (ArchiveKind.OCI_LAYOUT, Method.IMPORT): _NEEDS_LOAD,
    (ArchiveKind.FILESYSTEM, Method.LOAD): _NEEDS_IMPORT,
    (ArchiveKind.FILESYSTEM, Method.IMPORT): _FITS,
    (ArchiveKind.EMPTY, Method.LOAD): _EMPTY,
    (ArchiveKind.EMPTY, Method.IMPORT): _EMPTY,
    (ArchiveKind.DAMAGED, Method.LOAD): _DAMAGED,
    (ArchiveKind.DAMAGED, Method.IMPORT): _DAMAGED,
    (ArchiveKind.OTHER, Method.LOAD): Verdict(Level.REFUSE, _UNKNOWN),
    (ArchiveKind.OTHER, Method.IMPORT): Verdict(Level.WARN, _UNKNOWN),
    (ArchiveKind.UPDATE_PACK, Method.LOAD): Verdict(Level.REFUSE, _UNKNOWN),
    (ArchiveKind.UPDATE_PACK, Method.IMPORT): Verdict(Level.REFUSE, _UNKNOWN),
    (ArchiveKind.ARCHIVE_PART, Method.LOAD): Verdict(Level.REFUSE, _UNKNOWN),
    (ArchiveKind.ARCHIVE_PART, Method.IMPORT): Verdict(Level.REFUSE, _UNKNOWN),
}
"""What the content says to a method, whatever the engine is."""

_BY_EVIDENCE = {
    (Evidence.NOT_AN_ARCHIVE, Method.LOAD): _NOT_AN_ARCHIVE,
    (Evidence.NOT_AN_ARCHIVE, Method.IMPORT): _NOT_AN_ARCHIVE,
    (Evidence.ZIP, Method.LOAD): _WRAPPED,
    (Evidence.ZIP, Method.IMPORT): _WRAPPED,
    (Evidence.WRAPPED, Method.LOAD): _WRAPPED,
    (Evidence.WRAPPED, Method.IMPORT): _WRAPPED,
    (Evidence.DOCKER_DIR, Method.IMPORT): Verdict(Level.REFUSE, _UNKNOWN),
}
"""Where the kind alone says too little."""


def _unsuitable_content(
    report: ArchiveReport, method: Method, info: EngineInfo
) -> VerdictCode | None:
    del info
    if method is Method.LOAD and ReportWarning.LAYERS_MISSING in report.warnings:
        return VerdictCode.LAYERS_MISSING
    return None


def _unsuitable_form(report: ArchiveReport, method: Method, info: EngineInfo) -> VerdictCode | None:
    """Archives that this engine's load does not know."""
    if method is Method.IMPORT:
        return None
    is_classic_docker = info.store is ImageStore.CLASSIC and not info.is_podman
    if report.evidence is Evidence.LEGACY_REPOSITORIES:
        # Docker 29.0 removed the reading of it; containerd stores and Podman never had it.
        can_read = is_classic_docker and _major(info) < 29
        return None if can_read else VerdictCode.LEGACY_FORMAT
    if report.kind is ArchiveKind.OCI_LAYOUT and is_classic_docker:
        return VerdictCode.NEEDS_CONTAINERD_STORE
    entries = sum(max(1, len(image.names)) for image in report.images)
    if report.kind is ArchiveKind.OCI_LAYOUT and info.is_podman and entries > 1:
        return VerdictCode.ONE_IMAGE_ONLY
    return None


def _unsuitable_system(
    report: ArchiveReport, method: Method, info: EngineInfo
) -> VerdictCode | None:
    is_foreign = any(image.os != info.os for image in report.images)
    return VerdictCode.OTHER_SYSTEM if method is Method.LOAD and is_foreign else None


def _unreadable_compression(
    report: ArchiveReport, method: Method, info: EngineInfo
) -> VerdictCode | None:
    """Zstandard came with Docker 23.0; the containerd store of 24 took no compression at all."""
    compression = report.compression
    if compression is Compression.NONE:
        return None
    is_classic = info.store is ImageStore.CLASSIC
    lacks_zstd = is_classic and _major(info) < 23 and compression is Compression.ZSTD
    lacks_all = not is_classic and _major(info) < 25 and method is Method.LOAD
    is_unreadable = lacks_zstd or lacks_all
    if info.is_podman:
        is_unreadable = _confuses_podman(compression, method, info)
    return VerdictCode.COMPRESSION_UNREADABLE if is_unreadable else None


def _confuses_podman(compression: Compression, method: Method, info: EngineInfo) -> bool:
    """Podman's import unpacks all four, but knows only gzip when it takes the layer's digest.

    The image then has a digest that no layer has, and what is saved of it loads nowhere. Podman 4.3
    as Debian 12 builds it does not load gzip (github.com/containers/podman/issues/15944).
    """
    if method is Method.IMPORT:
        return compression is not Compression.GZIP
    is_affected = info.version.startswith(("3.", "4.0.", "4.1.", "4.2.", "4.3."))
    return compression is Compression.GZIP and is_affected


_Rule = Callable[[ArchiveReport, Method, EngineInfo], VerdictCode | None]

_ENGINE_RULES: tuple[_Rule, ...] = (
    _unsuitable_content,
    _unsuitable_form,
    _unsuitable_system,
    _unreadable_compression,
)


def _load_warning(
    report: ArchiveReport, info: EngineInfo, existing: AbstractSet[str]
) -> Verdict | None:
    replaced = tuple(name for name in report.names if name in existing)
    if replaced:
        return Verdict(Level.WARN, VerdictCode.REPLACES_NAMES, replaced_names=replaced)
    if any(image.architecture not in ("", info.architecture) for image in report.images):
        return Verdict(Level.WARN, VerdictCode.OTHER_PROCESSOR)
    return None


def _major(info: EngineInfo) -> int:
    """The first number of a version such as ``20.10.24+dfsg1``."""
    first = info.version.partition(".")[0]
    return int(first) if first.isdigit() else 0
