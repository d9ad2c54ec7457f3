"""How the images of a file arrive in an engine: under which names, and for which platform."""

from collections.abc import Mapping

from desktop_app import references
from desktop_app.archives.report import ArchivedImage, ArchiveKind, ArchiveReport, Evidence
from desktop_app.engine_info import EngineInfo

_OF_PODMAN = "localhost/"


def names_in_engine(
    report: ArchiveReport, image: ArchivedImage, info: EngineInfo
) -> tuple[str, ...]:
    """The names that an image of a file will have, or may have where that is not known.

    Podman puts ``localhost/`` before names that the file writes without a registry. From a layout
    it reads other names than those of manifest.json, and of those it is not known here how they are
    written; a layout with manifest.json has them in full.
    """
    if not info.is_podman:
        return image.names
    if report.kind is ArchiveKind.OCI_LAYOUT:
        local = [name for name in image.names if references.says_no_registry(name)]
        return (*image.names, *(f"{_OF_PODMAN}{name}" for name in local))
    if is_read_as_layout(report):
        return image.names
    return tuple(
        f"{_OF_PODMAN}{name}" if name in image.short_names else name for name in image.names
    )


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
    return tuple(_closest(group, info) for group in _groups(report).values())


def has_several_platforms(report: ArchiveReport) -> bool:
    """Whether images for several platforms share a name, so that an engine takes one of them."""
    return len(_groups(report)) < len(report.images)


def _groups(report: ArchiveReport) -> Mapping[tuple[str, ...], list[ArchivedImage]]:
    """Images that differ in nothing but their platform."""
    is_index = report.kind is ArchiveKind.OCI_LAYOUT
    groups: dict[tuple[str, ...], list[ArchivedImage]] = {}
    for position, image in enumerate(report.images):
        known = groups.get(image.names, [])
        is_same = is_index and image.platform not in {each.platform for each in known}
        groups.setdefault(image.names if is_same else (*image.names, str(position)), []).append(
            image
        )
    return groups


def _closest(images: list[ArchivedImage], info: EngineInfo) -> ArchivedImage:
    """The first one for the engine's platform, or for its system, or the first of all."""
    same_system = [image for image in images if image.os == info.os]
    native = [image for image in same_system if image.architecture == info.architecture]
    return (native or same_system or images)[0]
