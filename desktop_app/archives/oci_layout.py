"""Images as an OCI layout: ``index.json`` and blobs (OCI image-spec v1.1, image-layout.md)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from desktop_app.archives.docker_archive import config_in, layers_in
from desktop_app.archives.image_config import names_in, text
from desktop_app.archives.report import ArchivedImage
from desktop_app.archives.survey import Survey, spells

DEEPEST_INDEX = 4
FULL_NAME = "io.containerd.image.name"
_TAG = "org.opencontainers.image.ref.name"
ATTESTATION = "vnd.docker.reference.type"


def read_oci_layout(found: Survey) -> tuple[ArchivedImage, ...] | None:
    """The images of index.json; None if this is no layout or it names what is not there."""
    mark, index = found.document("oci-layout"), found.document("index.json")
    is_marked = isinstance(mark, dict) and "imageLayoutVersion" in mark
    if not is_marked or not isinstance(index, dict):
        return None
    images = list(_images(found, index, (), DEEPEST_INDEX))
    whole = [image for image in images if image is not None]
    return _merged(whole) if whole and len(whole) == len(images) else None


def blob(digest: str) -> str:
    """The member that holds a blob."""
    return f"blobs/{digest.replace(':', '/')}"


def _images(
    found: Survey, index: dict[str, object], names: tuple[str, ...], depth: int
) -> Iterator[ArchivedImage | None]:
    """An image for each entry of an index, None for one that is not there or cannot be read."""
    entries = index.get("manifests")
    if not isinstance(entries, list) or not spells(index, "manifests") or not depth:
        yield None
        return
    for entry in entries:
        if not isinstance(entry, dict) or not spells(entry, "digest", "annotations"):
            yield None
        elif ATTESTATION not in annotations_of(entry) or names_of(entry):
            yield from _images_of(found, entry, names_of(entry) or names, depth)


def _images_of(
    found: Survey, entry: dict[str, object], names: tuple[str, ...], depth: int
) -> Iterator[ArchivedImage | None]:
    """The image of an entry, or those of the index that it leads to."""
    document = found.document(blob(text(entry, "digest")))
    if not isinstance(document, dict):
        yield None
    elif "manifests" in document and "config" not in document:
        # It lists all platforms; an archive may hold one of them only.
        present = filter(None, _images(found, document, names, depth - 1))
        first = next(present, None)
        yield first
        yield from present
    else:
        yield _image(found, document, text(entry, "digest"), names)


def _image(
    found: Survey, manifest: dict[str, object], digest: str, names: tuple[str, ...]
) -> ArchivedImage | None:
    reference, layers = manifest.get("config"), manifest.get("layers")
    if not isinstance(reference, dict) or "manifests" in manifest:
        return None
    config = config_in(found, blob(text(reference, "digest")))
    if config is None:
        return None
    members = [
        blob(text(each, "digest")) if isinstance(each, dict) else ""
        for each in (layers if isinstance(layers, list) else ())
    ]
    return ArchivedImage(
        names=names,
        config_digest=config.digest,
        architecture=config.architecture,
        os=config.os,
        created=config.created,
        layers=layers_in(found, members, config.diff_ids),
        variant=config.variant,
        manifest_digest=digest,
    )


def annotations_of(entry: dict[str, object]) -> dict[str, object]:
    """What an entry of an index says beside its digest."""
    annotations = entry.get("annotations")
    return annotations if isinstance(annotations, dict) else {}


def names_of(entry: dict[str, object]) -> tuple[str, ...]:
    """Containerd writes the full name of an image; others what they like, often a bare tag."""
    annotations = annotations_of(entry)
    full, short = text(annotations, FULL_NAME), text(annotations, _TAG)
    if not full and not re.search("[:/]", short):
        return ()
    return names_in([full or short])


def _merged(images: list[ArchivedImage]) -> tuple[ArchivedImage, ...]:
    """One image for each manifest, with the names of all entries that lead to it."""
    merged: dict[str, ArchivedImage] = {}
    for image in images:
        known = merged.get(image.manifest_digest)
        names = image.names if known is None else (*known.names, *image.names)
        merged[image.manifest_digest] = replace(image, names=tuple(dict.fromkeys(names)))
    return tuple(merged.values())
