"""Which method fits which file on which engine: one table and a few rules."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop_app.archives.arrival import (
    as_it_arrives,
    entry_count,
    has_several_platforms,
    is_for,
    is_read_as_layout,
    names_in_engine,
    own_platform,
    shown_images,
    takes_one_platform,
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
    """What was found; ``ui/texts`` has a sentence for each."""

    FITS = "fits"  # as it is, or as the conversion makes it
    IMAGES_NEED_LOAD = "images-need-load"  # warn: import would make an image that can never start
    FILESYSTEM_NEEDS_IMPORT = "filesystem-needs-import"  # refuse: load cannot read it
    REPLACES_NAMES = "replaces-names"  # warn: images in the engine lose their names
    OTHER_PROCESSOR = "other-processor"  # warn: loads, but will not run here
    OTHER_SYSTEM = "other-system"  # refuse: windows images on linux and the other way round
    LAYERS_MISSING = "layers-missing"  # refuse
    PARTS_MISSING = "parts-missing"  # refuse: of an archive in parts
    AMBIGUOUS = "ambiguous"  # warn: two lists that do not agree; the one that is shown is sent
    PLATFORM_MISSING = "platform-missing"  # warn: one of several is sent, none is for this engine
    ONE_PLATFORM_ONLY = "one-platform-only"  # warn: one of several is sent
    NOT_AN_ARCHIVE = "not-an-archive"  # refuse
    EMPTY = "empty"  # refuse
    DAMAGED = "damaged"  # refuse
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
        conversion: what is done to the file while it is sent; None sends it as it is.
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
    Of a file that is packed once more nobody knows what is inside before it is unwrapped, unless
    the report says so: what comes out of the conversion is to be judged again.

    Args:
        report: what the file is.
        method: what is to be done with it.
        info: the engine.
        existing: names in the engine whose images are others than those in the file, as the engine
            would call them (`names_in_engine`).
    """
    by_content = _by_content(report, method)
    if by_content.level is Level.REFUSE:
        return by_content
    if method is Method.IMPORT:
        return replace(by_content, conversion=_conversion(report, method, info))
    refusal = _missing_layers(report) or _unsuitable_system(report, info)
    if refusal is not None:
        return Verdict(Level.REFUSE, refusal)
    conversion = _conversion(report, method, info)
    arriving = as_it_arrives(report, conversion, own_platform(info))
    verdict = _replacing(arriving, info, existing) or _warning(report, conversion, info)
    return replace(verdict or by_content, conversion=conversion)


_FITS = Verdict(Level.OK, VerdictCode.FITS)
_EMPTY = Verdict(Level.REFUSE, VerdictCode.EMPTY)
_DAMAGED = Verdict(Level.REFUSE, VerdictCode.DAMAGED)
_NOT_AN_ARCHIVE = Verdict(Level.REFUSE, VerdictCode.NOT_AN_ARCHIVE)
_PARTS_MISSING = Verdict(Level.REFUSE, VerdictCode.PARTS_MISSING)
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

_OF_OTHERS = {
    (Evidence.NOT_AN_ARCHIVE, Method.LOAD): _NOT_AN_ARCHIVE,
    (Evidence.NOT_AN_ARCHIVE, Method.IMPORT): _NOT_AN_ARCHIVE,
    (Evidence.ZIP, Method.LOAD): _FITS,
    (Evidence.ZIP, Method.IMPORT): _FITS,
    (Evidence.WRAPPED, Method.LOAD): _FITS,
    (Evidence.WRAPPED, Method.IMPORT): _FITS,
    (Evidence.DOCKER_DIR, Method.IMPORT): Verdict(Level.REFUSE, _UNKNOWN),
}
"""Of what is neither images nor a root file system, the evidence says more than the kind."""


def _by_content(report: ArchiveReport, method: Method) -> Verdict:
    special = _OF_OTHERS.get((report.evidence, method))
    is_other = report.kind is ArchiveKind.OTHER
    return special if is_other and special else _BY_KIND[report.kind, method]


def _missing_layers(report: ArchiveReport) -> VerdictCode | None:
    is_missing = ReportWarning.LAYERS_MISSING in report.warnings
    return VerdictCode.LAYERS_MISSING if is_missing else None


def _unsuitable_system(report: ArchiveReport, info: EngineInfo) -> VerdictCode | None:
    is_other = any(image.os != info.os for image in shown_images(report, info))
    return VerdictCode.OTHER_SYSTEM if is_other else None


def _conversion(report: ArchiveReport, method: Method, info: EngineInfo) -> Conversion | None:
    """What helps. All conversions but the last take off a compression, too."""
    if report.evidence in (Evidence.ZIP, Evidence.WRAPPED):
        return Conversion.UNWRAP
    if method is Method.LOAD:
        for is_needed, conversion in _NEEDS:
            if is_needed(report, info):  # see `takes_one_platform`
                return Conversion.ONE_PLATFORM if has_several_platforms(report) else conversion
    is_unreadable = _has_unreadable_compression(report, method, info)
    return Conversion.DECOMPRESS if is_unreadable else None


def _lacks_own_platform(report: ArchiveReport, info: EngineInfo) -> bool:
    """Podman takes its own platform out of several, or none."""
    shown = shown_images(report, info)
    is_foreign = any(not is_for(image, own_platform(info)) for image in shown)
    return info.is_podman and has_several_platforms(report) and is_foreign


def _reads_other_form(report: ArchiveReport, info: EngineInfo) -> bool:
    """Archives that this engine's load does not know.

    Docker up to 28 loads what was written before 1.10, but says nothing of it, and there are no
    digests by which it could be proved.
    """
    if report.evidence is Evidence.LEGACY_REPOSITORIES:
        return True
    if report.kind is not ArchiveKind.OCI_LAYOUT:
        return False
    return _is_classic_docker(info) or (info.is_podman and entry_count(report) > 1)


def _is_ambiguous(report: ArchiveReport, info: EngineInfo) -> bool:
    """The report follows manifest.json, and of members of one name the last, as classic Docker.

    Containerd stores and Podman read the index first, and Podman takes the first of two members.
    """
    if _is_classic_docker(info):
        return False
    reads_others = ReportWarning.INDEX_DISAGREES in report.warnings
    return reads_others or (info.is_podman and ReportWarning.REPEATED in report.warnings)


def _reads_other_layers(report: ArchiveReport, info: EngineInfo) -> bool:
    """Classic stores unpack layers as they do files; others leave them to containerd or Podman.

    For xz Docker calls a program that may not be there; Podman has it built in.
    """
    layers = [layer for image in report.images for layer in image.layers]
    compressions = {layer.compression for layer in layers}
    if info.is_podman:
        return _has_lone_hard_link(report)
    if info.store is ImageStore.CLASSIC:
        lacks_zstd = _major(info) < 23 and Compression.ZSTD in compressions
        return lacks_zstd or Compression.XZ in compressions
    is_unreadable = any(layer.is_hard_link for layer in layers)
    is_unreadable |= any(image.has_odd_paths for image in report.images)
    return is_unreadable or bool(compressions & {Compression.BZIP2, Compression.XZ})


def _has_lone_hard_link(report: ArchiveReport) -> bool:
    """Podman does not look at a layer that came with an image before, link or not."""
    known: set[str] = set()
    for image in report.images:
        if any(layer.is_hard_link and layer.diff_id not in known for layer in image.layers):
            return True
        known.update(layer.diff_id for layer in image.layers)
    return False


def _has_unreadable_compression(report: ArchiveReport, method: Method, info: EngineInfo) -> bool:
    """Zstandard came with Docker 23.0; the containerd store of 24 took no compression at all.

    For xz Docker calls a program that may not be there.
    """
    compression = report.compression
    if compression is Compression.NONE:
        return False
    if info.is_podman:
        return _confuses_podman(report, method, info)
    is_classic = info.store is ImageStore.CLASSIC
    lacks_zstd = is_classic and _major(info) < 23 and compression is Compression.ZSTD
    lacks_all = not is_classic and _major(info) < 25 and method is Method.LOAD
    return lacks_zstd or lacks_all or compression is Compression.XZ


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


def _is_nameless(report: ArchiveReport, info: EngineInfo) -> bool:
    """A containerd store knows an image by its manifest: made anew, it would be another image."""
    is_nameless = ReportWarning.NAMELESS in report.warnings
    return is_nameless and info.store is not ImageStore.CONTAINERD


_NEEDS: tuple[tuple[Callable[[ArchiveReport, EngineInfo], bool], Conversion], ...] = (
    (_lacks_own_platform, Conversion.ONE_PLATFORM),
    (_reads_other_form, Conversion.TO_DOCKER_FORM),
    (_is_ambiguous, Conversion.TO_DOCKER_FORM),
    (_reads_other_layers, Conversion.TO_DOCKER_FORM),
    (_is_nameless, Conversion.GIVE_NAMES),
)
"""What helps a load against what; the first is enough."""


def _replacing(
    report: ArchiveReport, info: EngineInfo, existing: AbstractSet[str]
) -> Verdict | None:
    names = [name for image in report.images for name in names_in_engine(report, image, info)]
    replaced = tuple(name for name in dict.fromkeys(names) if name in existing)
    code = VerdictCode.REPLACES_NAMES
    return Verdict(Level.WARN, code, replaced_names=replaced) if replaced else None


def _warning(
    report: ArchiveReport, conversion: Conversion | None, info: EngineInfo
) -> Verdict | None:
    """What else a person should know before a load."""
    shown = shown_images(report, info)
    is_foreign = any(image.architecture not in ("", info.architecture) for image in shown)
    if _is_ambiguous(report, info):
        return Verdict(Level.WARN, VerdictCode.AMBIGUOUS)
    if takes_one_platform(report, conversion, info):
        is_own = all(is_for(image, own_platform(info)) for image in shown)
        code = VerdictCode.ONE_PLATFORM_ONLY if is_own else VerdictCode.PLATFORM_MISSING
        return Verdict(Level.WARN, code)
    return Verdict(Level.WARN, VerdictCode.OTHER_PROCESSOR) if is_foreign else None


def _is_classic_docker(info: EngineInfo) -> bool:
    return info.store is ImageStore.CLASSIC and not info.is_podman


def _major(info: EngineInfo) -> int:
    """The first number of a version such as ``20.10.24+dfsg1``."""
    first = info.version.partition(".")[0]
    return int(first) if first.isdigit() else 0
