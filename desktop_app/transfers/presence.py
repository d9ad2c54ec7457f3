"""What of a file an engine has already: asked before a byte is sent, so that only the rest is sent.

A containerd store lists an image, with its layers, of which it has nothing but the manifest. Only
what it says of each manifest, which Docker does from 28 on, proves that the image is there; else it
is sent everything.
"""

from collections.abc import Iterable, Iterator, Mapping

from desktop_app import references
from desktop_app.archives import ArchivedImage, ArchiveReport
from desktop_app.archives.arrival import has_several_platforms, possible_names
from desktop_app.cancel import CancelToken
from desktop_app.engine import Engine
from desktop_app.engine_info import ImageDetails, ImageRecord, ImageStore
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.transfers.requests import LoadedImage

_LOOK_BYTES = 1 << 20
"""In the time that it takes to ask for one image, a fast engine loads about so much."""
_MOST_LOOKS = 500

Chain = tuple[str, ...]
"""Diff IDs, lowest first; on each one stand all those before it."""


def chain_of(image: ArchivedImage) -> Chain:
    """The layers of an image in a file."""
    return tuple(layer.diff_id for layer in image.layers)


def is_told_by_digests(report: ArchiveReport) -> bool:
    """Whether a report says enough of its images to ask an engine for them.

    Archives from before Docker 1.10 and what is packed once more do not.
    """
    images = report.images
    return bool(images) and all(each.config_digest and all(chain_of(each)) for each in images)


def find(engine: Engine, reference: str) -> ImageDetails | None:
    """An image by name or ID, if the engine has it."""
    try:
        return engine.image(reference)
    except UserFacingError as error:
        if error.code is ErrorCode.IMAGE_GONE:
            return None
        raise


def images_there(
    engine: Engine, report: ArchiveReport, given_names: Mapping[str, str], cancel: CancelToken
) -> tuple[LoadedImage, ...] | None:
    """All images of a file, if nothing needs to be sent; those without their names then get them.

    Args:
        engine: is asked.
        report: what would be sent.
        given_names: for nameless images, by the digest of their configurations.
        cancel: ends the asking.

    Returns:
        None if anything is missing, or if that cannot be told.

    Raises:
        UserFacingError: ENGINE_…
        Cancelled: the token was cancelled.
    """
    if not is_told_by_digests(report) or has_several_platforms(report):
        return None
    found: list[tuple[ImageDetails, tuple[str, ...]]] = []
    for image in report.images:
        cancel.raise_if_cancelled()
        details = _whole(engine, image)
        if details is None or details.diff_ids != chain_of(image):
            return None
        names = _names(report, image, details, given_names, engine)
        if names is None:
            return None
        found.append((details, names))
    return tuple(_named(engine, details, names) for details, names in found)


def _whole(engine: Engine, image: ArchivedImage) -> ImageDetails | None:
    """An image of a file, if the engine has all of it.

    A classic store and Podman know an image by the digest of its configuration, and have the layers
    of every image that they know. A containerd store knows it by that of its manifest, or of the
    index that the manifest is in.
    """
    if engine.info.store is ImageStore.CLASSIC:
        return find(engine, image.config_digest)
    if image.manifest_digest:
        for reference in (image.manifest_digest, *image.names):
            details = find(engine, reference)
            if details is not None and image.manifest_digest in details.whole_manifests:
                return details
    return None


def _names(
    report: ArchiveReport,
    image: ArchivedImage,
    details: ImageDetails,
    given_names: Mapping[str, str],
    engine: Engine,
) -> tuple[str, ...] | None:
    """What a load would call an image; None if that is not known and the image has no such name."""
    given = given_names.get(image.config_digest)
    if not image.names:
        return () if given is None else (references.familiar(given),)
    names = []
    for name in image.names:
        candidates = possible_names(report, image, name, engine.info)
        there = [each for each in candidates if each in details.names]
        if not there and len(candidates) > 1:
            return None
        names.append((there or candidates)[0])
    return tuple(names)


def _named(engine: Engine, details: ImageDetails, names: tuple[str, ...]) -> LoadedImage:
    for name in names:
        if name not in details.names:
            engine.tag(details.image_id, name)
    return LoadedImage(details.image_id, names, was_there=True)


def layers_there(
    engine: Engine,
    report: ArchiveReport,
    cancel: CancelToken,
    *,
    is_packed: bool = False,
) -> frozenset[str]:
    """The layers of a file that need not be sent, by diff ID; empty where that would not pay.

    A classic Docker store does not open a layer in an archive if it has one that stands on the same
    layers (moby v20.10.27 and v28.5.2, image/tarexport/load.go). Podman wants them all.

    Args:
        engine: is asked for its images until the answer is clear, or would come too late to pay.
        report: what would be sent.
        cancel: ends the asking.
        is_packed: whether the file has to be unpacked once more to know what is where in it.

    Raises:
        UserFacingError: ENGINE_…
        Cancelled: the token was cancelled.
    """
    chains = [chain_of(image) for image in report.images]
    sizes = {
        layer.diff_id: layer.size_bytes or 0 for each in report.images for layer in each.layers
    }
    most_looks = min(_MOST_LOOKS, sum(sizes.values()) // _LOOK_BYTES)
    is_classic = engine.info.store is ImageStore.CLASSIC and not engine.info.is_podman
    if not is_classic or not is_told_by_digests(report) or not most_looks:
        return frozenset()
    likely = sorted(engine.images(), key=lambda record: _distance(record, report))[:most_looks]
    known = _known_lengths(chains, _chains(engine, likely, cancel))
    needed = {each for chain, count in zip(chains, known, strict=True) for each in chain[count:]}
    left_out = frozenset(sizes) - needed
    saved_bytes = sum(sizes[each] for each in left_out)
    least_bytes = sum(sizes.values()) // 2 if is_packed else _LOOK_BYTES
    return left_out if saved_bytes >= least_bytes else frozenset()


def _distance(record: ImageRecord, report: ArchiveReport) -> tuple[bool, float]:
    """Images of the same repositories come first, then the newest."""
    repositories = set(map(_repository, report.names))
    is_other = repositories.isdisjoint(map(_repository, record.names))
    return is_other, -record.created.timestamp() if record.created else 0.0


def _repository(name: str) -> str:
    return name.rpartition(":")[0]


def _chains(engine: Engine, records: Iterable[ImageRecord], cancel: CancelToken) -> Iterator[Chain]:
    for record in records:
        cancel.raise_if_cancelled()
        details = find(engine, record.image_id)
        if details is not None:
            yield details.diff_ids


def _known_lengths(chains: list[Chain], there: Iterable[Chain]) -> list[int]:
    """Of each chain, how many of the lowest layers are there; asks for no more than it needs."""
    known = [0] * len(chains)
    whole = [len(chain) for chain in chains]
    for other in there:
        known = [
            max(count, _common(chain, other)) for chain, count in zip(chains, known, strict=True)
        ]
        if known == whole:
            break
    return known


def _common(one: Chain, other: Chain) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
