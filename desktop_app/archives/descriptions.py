"""What a compressed file says of itself at its end, in a form that every decompressor skips.

By it a large file is known at once. It is a hint and no more: whoever reads the whole file goes by
what is in it. It is a small JSON document; ``description_frames.py`` knows where it stands.
"""

import json
from collections.abc import Callable

from desktop_app.archives.content import Content
from desktop_app.archives.description_frames import document_at_end, framed
from desktop_app.archives.digests import is_digest
from desktop_app.archives.image_config import moment, names_in, text
from desktop_app.archives.report import (
    ArchivedImage,
    ArchivedLayer,
    ArchiveKind,
    Compression,
    Evidence,
)
from desktop_app.archives.survey import parsed

_VERSION = 1
_EVIDENCE = {
    ArchiveKind.IMAGE_ARCHIVE: (Evidence.DOCKER_MANIFEST, Evidence.DOCKER_MANIFEST_AND_OCI),
    ArchiveKind.FILESYSTEM: (Evidence.DOCKERENV, Evidence.CONTAINERENV, Evidence.ROOT_FOLDERS),
}
"""What can be described, and what it can be told by."""


def description(content: Content, plain_bytes: int, compression: Compression) -> bytes:
    """What to put behind the compressed data; empty if there is nothing to say, or too much.

    Args:
        content: what is in the file.
        plain_bytes: its size without the compression.
        compression: ZSTD or GZIP.
    """
    if content.evidence not in _EVIDENCE.get(content.kind, ()):
        return b""
    document = {
        "image-ferry": _VERSION,
        "kind": content.kind,
        "evidence": content.evidence,
        "size": plain_bytes,
        "images": [_described(image) for image in content.images],
    }
    return framed(json.dumps(document, separators=(",", ":")).encode(), compression)


def described_content(
    look: Callable[[int, int], bytes], size_bytes: int, compression: Compression
) -> Content | None:
    """What a compressed file says is in it; None if it says nothing, or nothing that makes sense.

    Args:
        look: gives some bytes of the file: start and count.
        size_bytes: of the file.
        compression: of the file.

    Raises:
        HostileArchive: a description that no program writes.
    """
    document = parsed(document_at_end(look, size_bytes, compression))
    if not isinstance(document, dict) or document.get("image-ferry") != _VERSION:
        return None
    for kind, possible in _EVIDENCE.items():
        evidence = text(document, "evidence")
        if document.get("kind") == kind and evidence in possible:
            return _content(kind, Evidence(evidence), document.get("images"))
    return None


def _content(kind: ArchiveKind, evidence: Evidence, listed: object) -> Content | None:
    images = tuple(_image(each) for each in listed) if isinstance(listed, list) else (None,)
    known = tuple(image for image in images if image is not None)
    has_images = kind is ArchiveKind.IMAGE_ARCHIVE
    if len(known) < len(images) or bool(known) is not has_images:
        return None
    return Content(kind, evidence, known)


def _described(image: ArchivedImage) -> dict[str, object]:
    return {
        "names": image.names,
        "config": image.config_digest,
        "manifest": image.manifest_digest,
        "os": image.os,
        "architecture": image.architecture,
        "variant": image.variant,
        "created": image.created.isoformat() if image.created else "",
        "layers": [[layer.diff_id, layer.size_bytes] for layer in image.layers],
    }


def _image(document: object) -> ArchivedImage | None:
    if not isinstance(document, dict):
        return None
    names, listed = document.get("names"), document.get("layers")
    if not isinstance(names, list) or not isinstance(listed, list):
        return None
    layers = tuple(layer for layer in map(_layer, listed) if layer is not None)
    digest, manifest_digest = text(document, "config"), text(document, "manifest")
    are_digests = is_digest(digest) and (not manifest_digest or is_digest(manifest_digest))
    if not are_digests or len(layers) < len(listed):
        return None
    return ArchivedImage(
        names=names_in(names),
        config_digest=digest,
        architecture=text(document, "architecture"),
        os=text(document, "os"),
        created=moment(text(document, "created")),
        layers=layers,
        variant=text(document, "variant"),
        manifest_digest=manifest_digest,
    )


def _layer(pair: object) -> ArchivedLayer | None:
    match pair:
        case [str(diff_id), int(size_bytes)] if is_digest(diff_id) and size_bytes >= 0:
            return ArchivedLayer(diff_id, "", size_bytes)
    return None
