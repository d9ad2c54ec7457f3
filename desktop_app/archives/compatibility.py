"""Which method fits which file on which engine: one table and a few rules."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop_app.archives.arrival import (
    entry_count,
    has_several_platforms,
    is_read_as_layout,
    names_in_engine,
    shown_images,
)
from desktop_app.archives.conversions import Conversion
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
    LAYERS_UNREADABLE = "layers-unreadable"  # refuse: packed or linked in a way it does not know
    LAYERS_MISSING = "layers-missing"  # refuse
    PARTS_MISSING = "parts-missing"  # refuse: of an archive in parts
    AMBIGUOUS = "ambiguous"  # refuse: the engine would read other lists than those that are shown
    PLATFORM_MISSING = "platform-missing"  # refuse: Podman takes its own platform or none
    ONE_PLATFORM_ONLY = "one-platform-only"  # warn: Podman takes one of several
    NEEDS_XZ = "needs-xz"  # warn: Docker calls a program that may not be there
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
        conversion: what would make the file fit, or fit better, while it is sent.
    """

    level: Level
    code: VerdictCode
    suggested_method: Method | None = None
    replaced_names: tuple[str, ...] = ()
    conversion: Conversion | None = None


def judge(
    report: ArchiveReport,
    method: Method,
    info: EngineInfo,
    existing: AbstractSet[str] = frozenset(),
) -> Verdict:
    """Say whether a method fits a file on an engine.

    A report that is not complete is judged by its kind and its compression; ask again when it is.

    Args:
        report: what the file is.
        method: what is to be done with it.
        info: the engine.
        existing: names in the engine whose images are others than those in the file, as the engine
            would call them (`names_in_engine`).
    """
    by_content = _BY_EVIDENCE.get((report.evidence, method)) or _BY_KIND[report.kind, method]
    if by_content.level is Level.REFUSE:
        return by_content
    for rule in _REFUSALS:
        code = rule(report, method, info)
        if code is not None:
            return Verdict(Level.REFUSE, code, conversion=_conversion(code, report))
    if by_content.level is Level.WARN:
        return by_content
    verdict = _replacing(report, method, info, existing)
    for rule in _WARNINGS:
        code = None if verdict else rule(report, method, info)
        if code is not None:
            verdict = Verdict(Level.WARN, code, conversion=_CONVERSIONS.get(code))
    verdict = verdict or by_content
    is_nameless = method is Method.LOAD and ReportWarning.NAMELESS in report.warnings
    return replace(verdict, conversion=Conversion.GIVE_NAMES) if is_nameless else verdict


_FITS = Verdict(Level.OK, VerdictCode.FITS)
_EMPTY = Verdict(Level.REFUSE, VerdictCode.EMPTY)
_DAMAGED = Verdict(Level.REFUSE, VerdictCode.DAMAGED)
_NOT_AN_ARCHIVE = Verdict(Level.REFUSE, VerdictCode.NOT_AN_ARCHIVE)
_PARTS_MISSING = Verdict(Level.REFUSE, VerdictCode.PARTS_MISSING)
_WRAPPED = Verdict(Level.REFUSE, VerdictCode.WRAPPED, conversion=Conversion.UNWRAP)
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
    (ArchiveKind.ARCHIVE_PART, Method.LOAD): _PARTS_MISSING,
    (ArchiveKind.ARCHIVE_PART, Method.IMPORT): _PARTS_MISSING,
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


_CONVERSIONS = {
    VerdictCode.NEEDS_CONTAINERD_STORE: Conversion.TO_DOCKER_FORM,
    VerdictCode.LEGACY_FORMAT: Conversion.TO_DOCKER_FORM,
    VerdictCode.ONE_IMAGE_ONLY: Conversion.TO_DOCKER_FORM,
    VerdictCode.AMBIGUOUS: Conversion.TO_DOCKER_FORM,
    VerdictCode.LAYERS_UNREADABLE: Conversion.TO_DOCKER_FORM,
    VerdictCode.COMPRESSION_UNREADABLE: Conversion.DECOMPRESS,
    VerdictCode.NEEDS_XZ: Conversion.DECOMPRESS,
    VerdictCode.PLATFORM_MISSING: Conversion.ONE_PLATFORM,
    VerdictCode.ONE_PLATFORM_ONLY: Conversion.ONE_PLATFORM,
}
"""What helps against what."""


def _conversion(code: VerdictCode, report: ArchiveReport) -> Conversion | None:
    conversion = _CONVERSIONS.get(code)
    if conversion is Conversion.TO_DOCKER_FORM and has_several_platforms(report):
        return Conversion.ONE_PLATFORM  # in that form a name can have one only
    return conversion


def _missing_layers(report: ArchiveReport, method: Method, info: EngineInfo) -> VerdictCode | None:
    del info
    if method is Method.LOAD and ReportWarning.LAYERS_MISSING in report.warnings:
        return VerdictCode.LAYERS_MISSING
    return None


def _unsuitable_form(report: ArchiveReport, method: Method, info: EngineInfo) -> VerdictCode | None:
    """Archives that this engine's load does not know."""
    if method is Method.IMPORT:
        return None
    if report.evidence is Evidence.LEGACY_REPOSITORIES:
        # Docker 29.0 removed the reading of it; containerd stores and Podman never had it.
        can_read = _is_classic_docker(info) and _major(info) < 29
        return None if can_read else VerdictCode.LEGACY_FORMAT
    if report.kind is ArchiveKind.OCI_LAYOUT and _is_classic_docker(info):
        return VerdictCode.NEEDS_CONTAINERD_STORE
    if report.kind is ArchiveKind.OCI_LAYOUT and info.is_podman and entry_count(report) > 1:
        return VerdictCode.ONE_IMAGE_ONLY
    return None


def _ambiguous(report: ArchiveReport, method: Method, info: EngineInfo) -> VerdictCode | None:
    """The report follows manifest.json, and of members of one name the last, as classic Docker.

    Containerd stores and Podman read the index first, and Podman takes the first of two members.
    """
    if method is Method.IMPORT or _is_classic_docker(info):
        return None
    reads_others = ReportWarning.INDEX_DISAGREES in report.warnings
    reads_others |= info.is_podman and ReportWarning.REPEATED in report.warnings
    return VerdictCode.AMBIGUOUS if reads_others else None


def _unsuitable_system(
    report: ArchiveReport, method: Method, info: EngineInfo
) -> VerdictCode | None:
    if method is Method.IMPORT:
        return None
    shown = shown_images(report, info)
    if any(image.os != info.os for image in shown):
        return VerdictCode.OTHER_SYSTEM
    is_foreign = any(image.architecture != info.architecture for image in shown)
    if info.is_podman and has_several_platforms(report) and is_foreign:
        return VerdictCode.PLATFORM_MISSING
    return None


def _unreadable_layers(
    report: ArchiveReport, method: Method, info: EngineInfo
) -> VerdictCode | None:
    """Classic stores unpack layers as they do files; others leave them to containerd or Podman."""
    if method is Method.IMPORT:
        return None
    layers = [layer for image in report.images for layer in image.layers]
    compressions = {layer.compression for layer in layers}
    if info.is_podman:
        is_unreadable = _has_lone_hard_link(report)
    elif info.store is ImageStore.CLASSIC:
        is_unreadable = _major(info) < 23 and Compression.ZSTD in compressions
    else:
        is_unreadable = any(layer.is_hard_link for layer in layers)
        is_unreadable |= any(image.has_odd_paths for image in report.images)
        is_unreadable |= bool(compressions & {Compression.BZIP2, Compression.XZ})
    return VerdictCode.LAYERS_UNREADABLE if is_unreadable else None


def _has_lone_hard_link(report: ArchiveReport) -> bool:
    """Podman does not look at a layer that came with an image before, link or not."""
    known: set[str] = set()
    for image in report.images:
        if any(layer.is_hard_link and layer.diff_id not in known for layer in image.layers):
            return True
        known.update(layer.diff_id for layer in image.layers)
    return False


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
        is_unreadable = _confuses_podman(report, method, info)
    return VerdictCode.COMPRESSION_UNREADABLE if is_unreadable else None


def _confuses_podman(report: ArchiveReport, method: Method, info: EngineInfo) -> bool:
    """Podman's import unpacks all four, but knows only gzip when it takes the layer's digest.

    The image then has a digest that no layer has, and what is saved of it loads nowhere. Podman 4.3
    as Debian 12 builds it does not load gzip around the docker form
    (github.com/containers/podman/issues/15944).
    """
    is_gzip = report.compression is Compression.GZIP
    if method is Method.IMPORT:
        return not is_gzip
    if ReportWarning.EMPTY_FRAME in report.warnings:  # it takes this for no compression at all
        return True
    is_affected = info.version.startswith(("3.", "4.0.", "4.1.", "4.2.", "4.3."))
    return is_gzip and is_affected and not is_read_as_layout(report)


_Rule = Callable[[ArchiveReport, Method, EngineInfo], VerdictCode | None]

_REFUSALS: tuple[_Rule, ...] = (
    _missing_layers,
    _unsuitable_form,
    _ambiguous,
    _unsuitable_system,
    _unreadable_layers,
    _unreadable_compression,
)


def _replacing(
    report: ArchiveReport, method: Method, info: EngineInfo, existing: AbstractSet[str]
) -> Verdict | None:
    if method is Method.IMPORT:
        return None
    names = [name for image in report.images for name in names_in_engine(report, image, info)]
    replaced = tuple(name for name in dict.fromkeys(names) if name in existing)
    code = VerdictCode.REPLACES_NAMES
    return Verdict(Level.WARN, code, replaced_names=replaced) if replaced else None


def _one_of_several(report: ArchiveReport, method: Method, info: EngineInfo) -> VerdictCode | None:
    """Containerd stores keep all platforms of an index, Podman only its own."""
    is_chosen = method is Method.LOAD and info.is_podman and has_several_platforms(report)
    return VerdictCode.ONE_PLATFORM_ONLY if is_chosen else None


def _other_processor(report: ArchiveReport, method: Method, info: EngineInfo) -> VerdictCode | None:
    shown = shown_images(report, info) if method is Method.LOAD else ()
    is_foreign = any(image.architecture not in ("", info.architecture) for image in shown)
    return VerdictCode.OTHER_PROCESSOR if is_foreign else None


def _needs_xz(report: ArchiveReport, method: Method, info: EngineInfo) -> VerdictCode | None:
    """Docker calls the program; Podman has it built in, as both have the other three.

    A containerd store does so for files only, and reads no layers that are packed so.
    """
    del method
    layers = [layer for image in report.images for layer in image.layers]
    is_packed = report.compression is Compression.XZ
    is_packed |= any(layer.compression is Compression.XZ for layer in layers)
    return VerdictCode.NEEDS_XZ if is_packed and not info.is_podman else None


_WARNINGS: tuple[_Rule, ...] = (_one_of_several, _other_processor, _needs_xz)


def _is_classic_docker(info: EngineInfo) -> bool:
    return info.store is ImageStore.CLASSIC and not info.is_podman


def _major(info: EngineInfo) -> int:
    """The first number of a version such as ``20.10.24+dfsg1``."""
    first = info.version.partition(".")[0]
    return int(first) if first.isdigit() else 0
