"""The docker form of images: layers, configurations and manifest.json, which every engine reads.

An archive with both forms, or only the other one, comes out without ``oci-layout`` and
``index.json``: containerd stores and Podman read those first where they are.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from desktop_app import references
from desktop_app.archives.compression import compression_of, decompressed
from desktop_app.archives.conversions.contents import Contents
from desktop_app.archives.conversions.legacy_configs import legacy_config
from desktop_app.archives.conversions.origins import Opener, Pieces
from desktop_app.archives.conversions.rewriting import Kept, Plan
from desktop_app.archives.docker_archive import MANIFEST
from desktop_app.archives.image_config import digest_of
from desktop_app.archives.report import ArchivedImage, ArchivedLayer, Compression
from desktop_app.archives.tar_reader import Member, TarReader

_DIGEST = re.compile(r"sha256:([0-9a-f]{64})")
_KEPT_COMPRESSIONS = {Compression.NONE, Compression.GZIP}
"""Of layers. Docker before 23 does not know zstd there, containerd neither bzip2 nor xz."""

_MAGIC_BYTES = 8

Names = Mapping[str, tuple[str, ...]]
"""Names to give: by the name that they take the place of, or by the digest of the configuration of
an image that has none."""


class Unusable(Exception):  # noqa: N818  becomes a verdict, not a message
    """No engine could read what would come out."""


class LayersMissing(Unusable):
    """Images name layers that are not there."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """A layer in the source.

    Attributes:
        ordinal: how many members stand before the one that holds it.
        diff_id: of its plain data.
        kept: as it comes out.
        compression: of what comes out.
    """

    ordinal: int
    diff_id: str
    kept: Kept
    compression: Compression


def docker_form(
    opener: Opener,
    contents: Contents,
    names: Names | None = None,
    platform: str = "",
    left_out: AbstractSet[str] = frozenset(),
) -> tuple[Plan, tuple[ArchivedImage, ...]]:
    """Plan the docker form of an archive's images.

    Args:
        opener: opens the archive.
        contents: of the archive.
        names: to give, where they are to be others.
        platform: of an image for several the one that comes out, such as ``linux/arm64``, or what
            is nearest to it; empty for all.
        left_out: diff IDs of layers that are named in what comes out and not in it.

    Returns:
        The plan, and the images that will be in what comes out.

    Raises:
        Unusable: layers are missing, or the metadata do not fit each other.
        CutShort, BadHeader, DamagedCompression: the archive is damaged.
        HostileArchive: it was made to do harm.
    """
    images = contents.images(platform)
    layers = _measured(opener, contents, images)
    configs: dict[str, bytes] = {}
    found = []
    for image in images:
        own = [layers[contents.ordinals[name]] for name in _holders(contents, image)]
        config = _config(contents, image, own)
        configs[digest_of(config)] = config
        found.append(_image(image, digest_of(config), own, _names(image, names or {})))
    coming = [layer for layer in layers.values() if layer.diff_id not in left_out]
    kept = {layer.ordinal: layer.kept for layer in coming}
    documents = [(_config_name(digest), data) for digest, data in configs.items()]
    return Plan(kept, (*documents, (MANIFEST, _manifest(found)))), tuple(found)


def _names(image: ArchivedImage, names: Names) -> tuple[str, ...]:
    """Those under which an image comes out, each once."""
    if not image.names:
        return names.get(image.config_digest, ())
    return tuple(dict.fromkeys(new for name in image.names for new in names.get(name, (name,))))


def _measured(
    opener: Opener, contents: Contents, images: Iterable[ArchivedImage]
) -> dict[int, _Layer]:
    """Every layer by its place. Most are passed over; what must be is read to its end.

    Of equal layers the first one stands for all.
    """
    wanted = {
        contents.ordinals[holder]: layer.diff_id
        for image in images
        for holder, layer in zip(_holders(contents, image), image.layers, strict=True)
    }
    layers: dict[int, _Layer] = {}
    with opener() as opened:
        reader = TarReader(opened.source, opened.skip)
        for ordinal, member in enumerate(reader.members() if wanted else ()):
            if ordinal in wanted:
                layers[ordinal] = _layer(ordinal, member, reader, wanted[ordinal])
            if len(layers) == len(wanted):
                break
    first = {layer.kept.name: layer for layer in reversed(layers.values())}
    return {ordinal: first[layer.kept.name] for ordinal, layer in layers.items()}


def _holders(contents: Contents, image: ArchivedImage) -> list[str]:
    """The members that hold an image's layers.

    Raises:
        Unusable: there are none, or the configuration does not fit them.
    """
    holders = [contents.found.holder(layer.member) for layer in image.layers]
    found = [holder.name for holder in holders if holder is not None]
    if len(found) < len(holders):
        raise LayersMissing
    is_legacy = not image.config_digest
    if not is_legacy and not all(_DIGEST.fullmatch(layer.diff_id) for layer in image.layers):
        raise Unusable
    return found


def _layer(ordinal: int, member: Member, reader: TarReader, diff_id: str) -> _Layer:
    data = Pieces(reader.data())
    compression = compression_of(data.beginning(_MAGIC_BYTES))
    taken_off = Compression.NONE if compression in _KEPT_COMPRESSIONS else compression
    size = member.size_bytes
    if not diff_id or taken_off is not Compression.NONE:
        diff_id_found, plain_bytes = _read_plain(data, compression)
        if diff_id not in ("", diff_id_found):
            raise Unusable  # engines would say so, but only after they were sent all of it
        diff_id = diff_id_found
        size = size if taken_off is Compression.NONE else plain_bytes
    left = Compression.NONE if taken_off is compression else compression
    ending = ".tar" if left is Compression.NONE else ".tar.gz"
    return _Layer(ordinal, diff_id, Kept(_hex(diff_id) + ending, size, taken_off), left)


def _read_plain(data: Pieces, compression: Compression) -> tuple[str, int]:
    """The digest and the size of a layer without its compression."""
    digest, size = hashlib.sha256(), 0
    for view in decompressed(data, compression):
        digest.update(view)
        size += len(view)
    return f"sha256:{digest.hexdigest()}", size


def _config(contents: Contents, image: ArchivedImage, layers: list[_Layer]) -> bytes:
    if image.config_digest:
        return contents.config(image.config_digest)
    folders = [layer.member.rpartition("/")[0] for layer in image.layers]
    chain = [contents.found.document(f"{folder}/json") for folder in folders]
    return legacy_config(chain, [layer.diff_id for layer in layers])


def _image(
    image: ArchivedImage, config_digest: str, layers: list[_Layer], names: tuple[str, ...]
) -> ArchivedImage:
    """The image as it will be found in what comes out."""
    return replace(
        image,
        names=tuple(references.familiar(name) for name in names),
        config_digest=config_digest,
        architecture=image.architecture or "amd64" * (not image.config_digest),
        layers=tuple(
            ArchivedLayer(each.diff_id, each.kept.name, each.kept.size_bytes, each.compression)
            for each in layers
        ),
        manifest_digest="",
        short_names=frozenset(),
        has_odd_paths=False,
    )


def _manifest(images: Iterable[ArchivedImage]) -> bytes:
    """With names in full: Podman takes those without a registry for its own, ``localhost/…``."""
    records = [
        {
            "Config": _config_name(image.config_digest),
            "RepoTags": [references.parse(name).full for name in image.names] or None,
            "Layers": [layer.member for layer in image.layers],
        }
        for image in images
    ]
    return json.dumps(records).encode()


def _config_name(digest: str) -> str:
    return f"{_hex(digest)}.json"


def _hex(digest: str) -> str:
    return digest.removeprefix("sha256:")
