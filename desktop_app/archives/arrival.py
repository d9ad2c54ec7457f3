"""How the images of a file arrive in an engine: under which names, and for which platform."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from desktop_app import references
from desktop_app.archives.conversions import Conversion
from desktop_app.archives.report import (
    ArchivedImage,
    ArchiveKind,
    ArchiveReport,
    Compression,
    Evidence,
)
from desktop_app.engine_info import EngineInfo

_OF_PODMAN = "localhost/"
_PACKED_AGAIN = (Evidence.ZIP, Evidence.WRAPPED)
_LEAVE_IMAGES = (None, Conversion.DECOMPRESS)


def as_it_arrives(
    report: ArchiveReport, conversion: Conversion | None, platform: str
) -> ArchiveReport:
    """What an engine will be sent of a file, as far as that is known before it was converted.

    Args:
        report: the file.
        conversion: what is done to it.
        platform: the one that is chosen of several, such as ``linux/arm64``.
    """
    if conversion is None:
        return report
    plain = replace(report, compression=Compression.NONE)
    if conversion in _LEAVE_IMAGES or not report.images:
        return plain
    is_chosen = has_several_platforms(report)
    chosen = of_one_platform(report.images, platform) if is_chosen else report.images
    images = tuple(
        replace(image, manifest_digest="", short_names=frozenset(), has_odd_paths=False)
        for image in chosen
    )
    kind, evidence = ArchiveKind.IMAGE_ARCHIVE, Evidence.DOCKER_MANIFEST
    return replace(plain, kind=kind, evidence=evidence, images=images)


def renaming(
    report: ArchiveReport, conversion: Conversion | None, names: Mapping[str, str]
) -> Conversion | None:
    """What writes names anew: an engine takes those of a file as they are, whoever has them.

    Args:
        report: the file.
        conversion: what is done to it anyway.
        names: those that are to be changed are among the keys.
    """
    if conversion not in _LEAVE_IMAGES or not names.keys() & set(report.names):
        return conversion
    is_choice = has_several_platforms(report)
    return Conversion.ONE_PLATFORM if is_choice else Conversion.TO_DOCKER_FORM


def renamed(report: ArchiveReport, names: Mapping[str, str]) -> ArchiveReport:
    """The same with other names in the place of some; those are the keys."""
    images = tuple(
        replace(
            image,
            names=tuple(dict.fromkeys(names.get(name, name) for name in image.names)),
            short_names=image.short_names - names.keys(),
        )
        for image in report.images
    )
    return replace(report, images=images)


def names_in_engine(
    report: ArchiveReport, image: ArchivedImage, info: EngineInfo
) -> tuple[str, ...]:
    """The names that an image of a file will have, or may have where that is not known."""
    return tuple(each for name in image.names for each in possible_names(report, image, name, info))


def possible_names(
    report: ArchiveReport, image: ArchivedImage, name: str, info: EngineInfo
) -> tuple[str, ...]:
    """What one of an image's names may become.

    Podman puts ``localhost/`` before names that the file writes without a registry. From a layout
    it reads other names than those of manifest.json, and of those it is not known here how they are
    written; a layout with manifest.json has them in full.
    """
    if not info.is_podman:
        return (name,)
    if report.kind is ArchiveKind.OCI_LAYOUT:
        is_either = references.says_no_registry(name)
        return (name, f"{_OF_PODMAN}{name}") if is_either else (name,)
    is_made_longer = name in image.short_names and not is_read_as_layout(report)
    return (f"{_OF_PODMAN}{name}",) if is_made_longer else (name,)


def is_read_as_layout(report: ArchiveReport) -> bool:
    """Whether Podman takes a file by its index, and not by its manifest.json."""
    has_both = report.evidence is Evidence.DOCKER_MANIFEST_AND_OCI
    return report.kind is ArchiveKind.OCI_LAYOUT or (has_both and entry_count(report) == 1)


def entry_count(report: ArchiveReport) -> int:
    """How many entries the index of a layout has: one for each name, whatever the platforms."""
    nameless = [image for image in report.images if not image.names]
    is_one_index = len({image.platform for image in nameless}) == len(nameless)
    return len(set(report.names)) + (min(1, len(nameless)) if is_one_index else len(nameless))


def shown_images(report: ArchiveReport, info: EngineInfo) -> tuple[ArchivedImage, ...]:
    """The images that an engine shows after a load: of several platforms under one name its own."""
    is_choice = _is_chosen_from(report)
    return of_one_platform(report.images, own_platform(info)) if is_choice else report.images


def own_platform(info: EngineInfo) -> str:
    """What an engine runs without help, such as ``linux/arm64``."""
    return f"{info.os}/{info.architecture}"


def has_several_platforms(report: ArchiveReport) -> bool:
    """Whether images for several platforms share a name, so that an engine takes one of them."""
    return _is_chosen_from(report) and len(_groups(report.images)) < len(report.images)


def takes_one_platform(
    report: ArchiveReport, conversion: Conversion | None, info: EngineInfo
) -> bool:
    """Whether only one of several platforms comes along: Podman takes no more.

    In the docker form, which all but the simplest conversions write, a name has no more.
    """
    is_rewritten = conversion not in _LEAVE_IMAGES
    return has_several_platforms(report) and (info.is_podman or is_rewritten)


def left_behind(
    report: ArchiveReport, conversion: Conversion | None, info: EngineInfo
) -> tuple[ArchivedImage, ...]:
    """The images for other platforms that do not come along."""
    if not takes_one_platform(report, conversion, info):
        return ()
    coming = of_one_platform(report.images, own_platform(info))
    return tuple(image for image in report.images if image not in coming)


def of_one_platform(images: Iterable[ArchivedImage], platform: str) -> tuple[ArchivedImage, ...]:
    """One image for each name: the one for a platform, or for its system, or the first of all."""
    return tuple(_nearest(group, platform) for group in _groups(images))


def is_for(image: ArchivedImage, platform: str) -> bool:
    """Whether an image is for a platform, or for a variant of it."""
    return f"{image.platform}/".startswith(f"{platform}/")


def _is_chosen_from(report: ArchiveReport) -> bool:
    """Whether images may share a name: in an index, and in what is packed once more, as in one."""
    return report.kind is ArchiveKind.OCI_LAYOUT or report.evidence in _PACKED_AGAIN


def _groups(images: Iterable[ArchivedImage]) -> list[list[ArchivedImage]]:
    """Images that differ in nothing but their platform."""
    groups: list[list[ArchivedImage]] = []
    open_groups: dict[tuple[str, ...], list[ArchivedImage]] = {}
    for image in images:
        known = open_groups.setdefault(image.names, [])
        if image.platform in {each.platform for each in known}:
            groups.append([image])
            continue
        if not known:
            groups.append(known)
        known.append(image)
    return groups


def _nearest(images: list[ArchivedImage], platform: str) -> ArchivedImage:
    system = platform.partition("/")[0]
    exact = [image for image in images if image.platform == platform]
    variants = [image for image in images if is_for(image, platform)]
    return (exact or variants or [each for each in images if each.os == system] or images)[0]
