"""Images as an OCI layout: ``index.json`` and blobs (OCI image-spec v1.1, image-layout.md)."""

from collections.abc import Iterator
from dataclasses import replace

from desktop_app import references
from desktop_app.archives.docker_archive import layer
from desktop_app.archives.image_config import read_config, text
from desktop_app.archives.report import ArchivedImage
from desktop_app.archives.survey import Survey

_DEEPEST_INDEX = 4
_FULL_NAME = "io.containerd.image.name"
_TAG = "org.opencontainers.image.ref.name"
_ATTESTATION = "vnd.docker.reference.type"


def read_oci_layout(found: Survey) -> tuple[ArchivedImage, ...] | None:
    """The images of index.json; None if this is no layout or it names what is not there."""
    mark, index = found.document("oci-layout"), found.document("index.json")
    if not isinstance(mark, dict) or "imageLayoutVersion" not in mark:
        return None
    manifests = list(_manifests(found, index, (), _DEEPEST_INDEX))
    images = [_image(found, descriptor, names) for descriptor, names in manifests]
    if not images or not all(images):
        return None
    return _merged([image for image in images if image is not None])


def blob(digest: str) -> str:
    """The member that holds a blob."""
    return f"blobs/{digest.replace(':', '/')}"


def _manifests(
    found: Survey, index: object, names: tuple[str, ...], depth: int
) -> Iterator[tuple[dict[str, object], tuple[str, ...]]]:
    """Descriptors of manifests with the names that lead to them, through nested indexes."""
    entries = index.get("manifests") if isinstance(index, dict) else None
    for entry in entries if isinstance(entries, list) and depth else []:
        if not isinstance(entry, dict) or _ATTESTATION in _annotations(entry):
            continue
        own_names = _names(entry) or names
        nested = found.document(blob(text(entry, "digest")))
        if isinstance(nested, dict) and "manifests" in nested:
            yield from _present(found, _manifests(found, nested, own_names, depth - 1))
        else:
            yield entry, own_names


def _present(
    found: Survey, manifests: Iterator[tuple[dict[str, object], tuple[str, ...]]]
) -> Iterator[tuple[dict[str, object], tuple[str, ...]]]:
    """An index lists all platforms; an archive may hold one of them only."""
    for entry, names in manifests:
        if found.holder(blob(text(entry, "digest"))) is not None:
            yield entry, names


def _image(
    found: Survey, descriptor: dict[str, object], names: tuple[str, ...]
) -> ArchivedImage | None:
    manifest = found.document(blob(text(descriptor, "digest")))
    if not isinstance(manifest, dict) or not isinstance(manifest.get("config"), dict):
        return None
    config_member = blob(text(manifest["config"], "digest"))
    data = found.documents.get(config_member, b"")
    config = read_config(found.document(config_member), data)
    if config is None:
        return None
    layers = manifest.get("layers")
    digests = [text(each, "digest") for each in layers] if isinstance(layers, list) else []
    diff_ids = (*config.diff_ids, *[""] * (len(digests) - len(config.diff_ids)))
    return ArchivedImage(
        names=names,
        config_digest=config.digest,
        architecture=config.architecture,
        os=config.os,
        created=config.created,
        layers=tuple(
            layer(found, diff_id, blob(digest))
            for diff_id, digest in zip(diff_ids, digests, strict=False)
        ),
        variant=config.variant,
        manifest_digest=text(descriptor, "digest"),
    )


def _annotations(entry: dict[str, object]) -> dict[str, object]:
    annotations = entry.get("annotations")
    return annotations if isinstance(annotations, dict) else {}


def _names(entry: dict[str, object]) -> tuple[str, ...]:
    """Containerd writes the full name; others write what they like, often a bare tag."""
    annotations = _annotations(entry)
    full = text(annotations, _FULL_NAME)
    short = text(annotations, _TAG)
    if full:
        return (references.familiar(full),)
    if ":" in short or "/" in short:
        return (references.familiar(short),)
    return ()


def _merged(images: list[ArchivedImage]) -> tuple[ArchivedImage, ...]:
    """One image for each manifest, with the names of all entries that lead to it."""
    merged: dict[str, ArchivedImage] = {}
    for image in images:
        known = merged.get(image.manifest_digest)
        names = image.names if known is None else (*known.names, *image.names)
        merged[image.manifest_digest] = replace(image, names=tuple(dict.fromkeys(names)))
    return tuple(merged.values())
