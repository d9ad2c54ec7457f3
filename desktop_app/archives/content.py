"""What an archive is, given what was found in it: from names and documents to a kind.

Nothing is read here; ``identification.py`` does that.
"""

from dataclasses import dataclass, replace

from desktop_app.archives.docker_archive import read_docker_archive
from desktop_app.archives.filesystem import early_filesystem_evidence, filesystem_evidence
from desktop_app.archives.legacy_archive import read_legacy_archive
from desktop_app.archives.oci_layout import read_oci_layout
from desktop_app.archives.report import ArchivedImage, ArchiveKind, Evidence, ReportWarning
from desktop_app.archives.survey import Survey
from desktop_app.archives.tar_header import Member
from desktop_app.archives.wrapping import wrapped_in_tar


@dataclass(frozen=True, slots=True)
class Content:
    """What an archive is; the attributes are those of `ArchiveReport`."""

    kind: ArchiveKind
    evidence: Evidence
    images: tuple[ArchivedImage, ...] = ()
    warnings: tuple[ReportWarning, ...] = ()
    inner: str = ""


def content_of(found: Survey, *, is_followed: bool) -> Content:
    """What an archive is that was read to its end.

    Args:
        found: all that is in it.
        is_followed: whether anything but zeros comes after its end.

    Raises:
        HostileArchive: its documents were made to do harm.
    """
    content = _judged(found)
    return replace(
        content, warnings=(*content.warnings, *_end_warnings(found, is_followed=is_followed))
    )


def early_content(found: Survey) -> Content | None:
    """What an archive is, if that much is clear from its beginning; None if it is not."""
    evidence = early_filesystem_evidence(found)
    if evidence is not None:
        return Content(ArchiveKind.FILESYSTEM, evidence)
    if found.has_image_names and filesystem_evidence(found) is None:
        return Content(ArchiveKind.IMAGE_ARCHIVE, Evidence.IMAGE_PARTS)
    return None


def _judged(found: Survey) -> Content:
    if not found.top:  # nothing, or "./" alone
        return Content(ArchiveKind.EMPTY, Evidence.NO_MEMBERS)
    docker, oci = read_docker_archive(found), read_oci_layout(found)
    if docker:
        return _docker_content(docker, oci, found)
    if oci:
        return _images_content(ArchiveKind.OCI_LAYOUT, Evidence.OCI_INDEX, oci, found)
    legacy = read_legacy_archive(found)
    if legacy:
        evidence = Evidence.LEGACY_REPOSITORIES
        return _images_content(ArchiveKind.IMAGE_ARCHIVE, evidence, legacy, found)
    return _without_images(found, is_empty_manifest=docker is not None)


def _without_images(found: Survey, *, is_empty_manifest: bool) -> Content:
    if not found.has_end_marker:  # cut between two files, and perhaps before the manifest
        return Content(ArchiveKind.DAMAGED, Evidence.CUT_SHORT)
    evidence = filesystem_evidence(found)
    if evidence is not None:
        return Content(ArchiveKind.FILESYSTEM, evidence)
    if is_empty_manifest:  # "[]", which engines take for an archive of no images
        return Content(ArchiveKind.EMPTY, Evidence.DOCKER_MANIFEST)
    if isinstance(found.document("manifest.json"), dict) and "version" in found.members:
        return Content(ArchiveKind.OTHER, Evidence.DOCKER_DIR)
    if _claims_images(found):
        return Content(ArchiveKind.DAMAGED, Evidence.BAD_METADATA)
    inner = wrapped_in_tar(found)
    evidence = Evidence.WRAPPED if inner else Evidence.UNKNOWN_TAR
    return Content(ArchiveKind.OTHER, evidence, inner=inner)


def _docker_content(
    docker: tuple[ArchivedImage, ...], oci: tuple[ArchivedImage, ...] | None, found: Survey
) -> Content:
    """An archive of both forms is one of images in the docker form, with OCI digests beside it.

    Classic stores read manifest.json and others the index, so the two must say the same.
    """
    kind = ArchiveKind.IMAGE_ARCHIVE
    if not _is_layout(found):
        return _images_content(kind, Evidence.DOCKER_MANIFEST, docker, found)
    oci = oci or ()
    twins = {image.config_digest: image for image in oci}
    pairs = [(image, twins.get(image.config_digest)) for image in docker]
    merged = tuple(
        replace(image, manifest_digest=twin.manifest_digest) if twin else image
        for image, twin in pairs
    )
    content = _images_content(kind, Evidence.DOCKER_MANIFEST_AND_OCI, merged, found)
    is_same = all(twin and _holders(twin, found) == _holders(image, found) for image, twin in pairs)
    if is_same and _all_names(oci) == _all_names(docker):
        return content
    return replace(content, warnings=(*content.warnings, ReportWarning.INDEX_DISAGREES))


def _images_content(
    kind: ArchiveKind, evidence: Evidence, images: tuple[ArchivedImage, ...], found: Survey
) -> Content:
    warnings = []
    if any(layer.size_bytes is None for image in images for layer in image.layers):
        warnings.append(ReportWarning.LAYERS_MISSING)
    if found.repeated:
        warnings.append(ReportWarning.REPEATED)
    if not all(image.names for image in images):
        warnings.append(ReportWarning.NAMELESS)
    return Content(kind, evidence, images, tuple(warnings))


def _holders(image: ArchivedImage, found: Survey) -> list[Member | None]:
    """Docker 25.0.0 wrote OCI manifests without layers (github.com/moby/moby/issues/47065)."""
    return [found.holder(layer.member) for layer in image.layers]


def _all_names(images: tuple[ArchivedImage, ...]) -> set[str]:
    return {name for image in images for name in image.names}


def _claims_images(found: Survey) -> bool:
    """Whether it was to be an archive of images, but what it names is not there or unreadable."""
    return _is_layout(found) or isinstance(found.document("manifest.json"), list)


def _is_layout(found: Survey) -> bool:
    return "oci-layout" in found.members and "index.json" in found.members


def _end_warnings(found: Survey, *, is_followed: bool) -> tuple[ReportWarning, ...]:
    if not found.has_end_marker:
        return (ReportWarning.NO_END_MARKER,)
    return (ReportWarning.TRAILING_DATA,) if is_followed else ()
