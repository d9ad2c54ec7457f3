"""Load: the images of an archive into an engine, which is asked afterwards whether it has them."""

import re
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app import references
from desktop_app.archives import ArchivedImage, Method
from desktop_app.archives.arrival import shown_images
from desktop_app.cancel import CancelToken
from desktop_app.engine import Engine
from desktop_app.engine_info import ImageDetails
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.requests import LoadedImage, LoadResult
from desktop_app.transfers.sending import Messages, check_fit, inspect, send_file

_LOADED = re.compile(r"Loaded image(?: ID)?: *(\S.*)")
_UNPACK_FAILED = "Error unpacking image"
"""Containerd stores say this as plain text in a successful answer (moby docker-v29.0.0,
daemon/containerd/image_exporter.go)."""


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How to load.

    Attributes:
        given_names: for nameless images: config digest to the name to put on after the load.
    """

    given_names: Mapping[str, str] = field(default_factory=dict)


def load_archive(
    engine: Engine,
    path: Path,
    options: LoadOptions | None = None,
    cancel: CancelToken | None = None,
) -> Generator[Progress, None, LoadResult]:
    """Load every image of an archive.

    Args:
        engine: where the images go.
        path: a saved archive.
        options: see `LoadOptions`.
        cancel: ends the job. Once the engine has every byte it may finish all the same.

    Raises:
        UserFacingError: FILE_… before a byte is sent if this is no archive that this engine can
            load; ENGINE_… if it refuses; LOAD_… if it says yes and does not have the images.
        Cancelled: the token was cancelled.
    """
    options = options or LoadOptions()
    cancel = cancel or CancelToken()
    for name in options.given_names.values():
        references.parse(name)
    report = yield from inspect(Path(path), cancel)
    check_fit(report, Method.LOAD, engine.info)
    messages, _ = yield from send_file(engine.open_load(), report, cancel)
    loaded = _loaded(messages)
    if not loaded:
        raise UserFacingError(ErrorCode.LOAD_NOTHING, {"path": str(path)}, _words(messages))
    yield Progress(Phase.CHECKING)
    images = tuple(
        _proved(engine, image, loaded, options.given_names.get(image.config_digest))
        for image in shown_images(report, engine.info)
    )
    return LoadResult(Path(path), images)


def _loaded(messages: Messages) -> list[str]:
    """Names and IDs that the engine says it loaded; Podman puts several into one line."""
    text = _words(messages)
    if _UNPACK_FAILED in text:
        raise UserFacingError(ErrorCode.ENGINE_REFUSED, detail=text)
    return [name.strip() for line in _LOADED.findall(text) for name in line.split(",")]


def _words(messages: Messages) -> str:
    return "".join(str(message.get("stream", "")) for message in messages)


def _proved(
    engine: Engine, image: ArchivedImage, loaded: list[str], given_name: str | None
) -> LoadedImage:
    """Ask the engine for one image under each of its names and compare the layers.

    Raises:
        UserFacingError: LOAD_UNPROVEN.
    """
    if image.names:
        found = [_found(engine, _possible_names(engine, name), image) for name in image.names]
        return LoadedImage(found[0][1].image_id, tuple(name for name, _ in found))
    _, details = _found(engine, _possible_ids(image, loaded), image)
    if given_name is None:
        return LoadedImage(details.image_id, ())
    engine.tag(details.image_id, given_name)
    return LoadedImage(details.image_id, (references.familiar(given_name),))


def _found(
    engine: Engine, candidates: Iterable[str], image: ArchivedImage
) -> tuple[str, ImageDetails]:
    """The first of these references under which the engine has the image.

    Raises:
        UserFacingError: LOAD_UNPROVEN.
    """
    for reference in candidates:
        if details := _find(engine, reference, image):
            return reference, details
    shown = ", ".join(image.names) or image.config_digest
    raise UserFacingError(ErrorCode.LOAD_UNPROVEN, {"image": shown})


def _possible_names(engine: Engine, name: str) -> Iterator[str]:
    """Podman puts ``localhost/`` before a name that says no registry."""
    if engine.info.is_podman and references.says_no_registry(name):
        yield f"localhost/{name}"
    yield name


def _possible_ids(image: ArchivedImage, loaded: list[str]) -> Iterator[str]:
    """A classic store names an image by its config, a containerd store by its manifest."""
    yield image.config_digest
    if image.manifest_digest:
        yield image.manifest_digest
    yield from loaded


def _find(engine: Engine, reference: str, image: ArchivedImage) -> ImageDetails | None:
    """The image under this name or ID, if its layers are those of the file."""
    try:
        details = engine.image(reference)
    except UserFacingError as error:
        if error.code is ErrorCode.IMAGE_GONE:
            return None
        raise
    diff_ids = tuple(layer.diff_id for layer in image.layers)
    is_comparable = all(diff_ids)  # an archive from before Docker 1.10 has no diff IDs
    return details if not is_comparable or details.diff_ids == diff_ids else None
