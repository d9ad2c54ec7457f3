"""Images as ``docker save`` writes them: ``manifest.json``, an array with a record for each.

The form is that of moby v20.10.27, image/tarexport/save.go, and its successors.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from desktop_app.archives.image_config import ImageConfig, names_in, read_config, short_names_in
from desktop_app.archives.report import ArchivedImage, ArchivedLayer, Compression
from desktop_app.archives.survey import Survey, spells
from desktop_app.archives.tar_reader import HARD_LINK, SYMBOLIC_LINK, key

MANIFEST = "manifest.json"


def is_docker_manifest(document: object) -> bool:
    """Whether a manifest.json is Docker's: an array of records with configuration and layers."""
    return isinstance(document, list) and all(
        isinstance(record, dict)
        and spells(record, "Config", "RepoTags", "Layers")
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
    if not all(images):
        return None
    is_odd = _has_dangling_link(found)
    return tuple(
        replace(image, has_odd_paths=is_odd or image.has_odd_paths) for image in images if image
    )


def missing_images(found: Survey) -> tuple[str, ...]:
    """Names of the images that manifest.json lists and whose configurations are not there."""
    document = found.document(MANIFEST)
    if not is_docker_manifest(document) or not isinstance(document, list):
        return ()
    missing = [record for record in document if config_in(found, key(record["Config"])) is None]
    return tuple(name for record in missing for name in _names(record))


def _image(found: Survey, record: dict[str, object]) -> ArchivedImage | None:
    config_name, listed = str(record["Config"]), record.get("Layers")
    config = config_in(found, key(config_name))
    if config is None:
        return None
    names = [str(name) for name in listed] if isinstance(listed, list) else []
    members = [key(name) for name in names]
    return ArchivedImage(
        names=_names(record),
        config_digest=config.digest,
        architecture=config.architecture,
        os=config.os,
        created=config.created,
        layers=layers_in(found, members, config.diff_ids),
        variant=config.variant,
        short_names=short_names_in(_listed(record)),
        has_odd_paths=[key(config_name), *members] != [config_name, *names]
        or any(_is_respelt_link(found, member) for member in members),
    )


def _has_dangling_link(found: Survey) -> bool:
    """Whether a link leads nowhere, which containerd takes amiss even where no image needs it."""
    links = [name for name, member in found.members.items() if member.kind == SYMBOLIC_LINK]
    return any(found.holder(name) is None for name in links)


def _is_respelt_link(found: Survey, name: str) -> bool:
    member = found.members.get(name)
    return member is not None and member.kind == SYMBOLIC_LINK and member.is_respelt


def _names(record: dict[str, object]) -> tuple[str, ...]:
    return names_in(_listed(record))


def _listed(record: dict[str, object]) -> Sequence[object]:
    names = record.get("RepoTags")
    return names if isinstance(names, list) else ()


def config_in(found: Survey, name: str) -> ImageConfig | None:
    """The configuration in a member; None if it is not there or is none."""
    holder = found.holder(name)
    data = found.documents.get(holder.name, b"") if holder is not None else b""
    return read_config(found.document(name), data)


def layers_in(
    found: Survey, members: Sequence[str], diff_ids: Sequence[str]
) -> tuple[ArchivedLayer, ...]:
    """The layers that a manifest and a configuration name; they should be equally many."""
    pairs = zip_longest(diff_ids, members, fillvalue="")
    return tuple(layer(found, diff_id, member) for diff_id, member in pairs)


def layer(found: Survey, diff_id: str, member: str) -> ArchivedLayer:
    """A layer with what is known of the member that holds it."""
    found.spend()
    holder = found.holder(member)
    if holder is None:
        return ArchivedLayer(diff_id, member, None)
    is_hard_link = found.members[member].kind == HARD_LINK
    compression = found.compressions.get(holder.name, Compression.NONE)
    return ArchivedLayer(diff_id, member, holder.size_bytes, compression, is_hard_link)
