"""Images as Docker wrote them before 1.10: ``repositories`` and a chain of ``<id>/json``.

There is no configuration with a digest; the last layer's ID is the image (moby image/spec v1).
"""

from desktop_app.archives.docker_archive import MANIFEST, layer
from desktop_app.archives.image_config import moment, names_in, text
from desktop_app.archives.report import ArchivedImage
from desktop_app.archives.survey import Survey

_LONGEST_CHAIN = 1000


def read_legacy_archive(found: Survey) -> tuple[ArchivedImage, ...] | None:
    """The images of ``repositories``; None if there is none or it names what is not there."""
    document = found.document("repositories")
    is_older = MANIFEST not in found.members  # engines fall back on repositories only then
    if not is_older or not isinstance(document, dict) or not document:
        return None
    names: dict[str, list[str]] = {}
    for repository, tags in document.items():
        for tag, image_id in tags.items() if isinstance(tags, dict) else ():
            names.setdefault(str(image_id), []).append(f"{repository}:{tag}")
    images = [_image(found, image_id, names_in(own)) for image_id, own in names.items()]
    return tuple(image for image in images if image is not None) if all(images) else None


def _image(found: Survey, image_id: str, names: tuple[str, ...]) -> ArchivedImage | None:
    top = found.document(f"{image_id}/json")
    if not isinstance(top, dict):
        return None
    chain = _chain(found, image_id)
    return ArchivedImage(
        names=names,
        config_digest="",
        architecture=text(top, "architecture"),
        os=text(top, "os") or "linux",
        created=moment(text(top, "created")),
        layers=tuple(layer(found, "", f"{each}/layer.tar") for each in reversed(chain)),
    )


def _chain(found: Survey, image_id: str) -> list[str]:
    """From an image up to its first parent; a chain that bites its tail ends there."""
    chain: list[str] = []
    while image_id and image_id not in chain and len(chain) < _LONGEST_CHAIN:
        chain.append(image_id)
        document = found.document(f"{image_id}/json")
        image_id = text(document, "parent") if isinstance(document, dict) else ""
    return chain
