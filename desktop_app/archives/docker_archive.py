"""Images as ``docker save`` writes them: ``manifest.json``, an array with a record for each.

The form is that of moby v20.10.27, image/tarexport/save.go, and its successors.
"""

from desktop_app import references
from desktop_app.archives.image_config import ImageConfig, digest_of, read_config
from desktop_app.archives.report import ArchivedImage, ArchivedLayer
from desktop_app.archives.survey import Survey
from desktop_app.archives.tar_reader import key

MANIFEST = "manifest.json"


def is_docker_manifest(document: object) -> bool:
    """Whether a manifest.json is Docker's: an array of records with configuration and layers."""
    return isinstance(document, list) and all(
        isinstance(record, dict)
        and isinstance(record.get("Config"), str)
        and isinstance(record.get("Layers") or [], list)
        for record in document
    )


def read_docker_archive(found: Survey) -> tuple[ArchivedImage, ...] | None:
    """The images of manifest.json; None if there is no such manifest or it names what is not there.

    A root file system may hold a file of this name by chance, so the configurations must be there.
    """
    document = found.document(MANIFEST)
    if not is_docker_manifest(document) or not isinstance(document, list):
        return None
    images = [_image(found, record) for record in document]
    return tuple(image for image in images if image is not None) if all(images) else None


def _image(found: Survey, record: dict[str, object]) -> ArchivedImage | None:
    config_name = key(str(record["Config"]))
    holder = found.holder(config_name)
    data = found.documents.get(holder.name, b"") if holder is not None else b""
    config = read_config(found.document(config_name), data)
    if config is None:
        return None
    names = record.get("RepoTags")
    return ArchivedImage(
        names=tuple(references.familiar(str(n)) for n in names) if isinstance(names, list) else (),
        config_digest=digest_of(data),
        architecture=config.architecture,
        os=config.os,
        created=config.created,
        layers=_layers(found, record.get("Layers"), config),
        variant=config.variant,
    )


def _layers(found: Survey, layers: object, config: ImageConfig) -> tuple[ArchivedLayer, ...]:
    members = [key(str(name)) for name in layers] if isinstance(layers, list) else []
    count = max(len(members), len(config.diff_ids))
    members += [""] * (count - len(members))
    diff_ids = (*config.diff_ids, *[""] * (count - len(config.diff_ids)))
    return tuple(
        layer(found, diff_id, member) for diff_id, member in zip(diff_ids, members, strict=True)
    )


def layer(found: Survey, diff_id: str, member: str) -> ArchivedLayer:
    """A layer with the size of the member that holds it."""
    holder = found.holder(member)
    return ArchivedLayer(diff_id, member, None if holder is None else holder.size_bytes)
