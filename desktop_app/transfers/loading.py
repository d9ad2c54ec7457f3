"""Load: the images of an archive into an engine, which is asked afterwards whether it has them."""

import re
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app import references
from desktop_app.archives import (
    ArchivedImage,
    ArchiveReport,
    Choices,
    Conversion,
    Method,
    VerdictCode,
)
from desktop_app.archives.arrival import is_for, own_platform, possible_names, shown_images
from desktop_app.cancel import CancelToken
from desktop_app.engine import Engine
from desktop_app.engine_info import EngineInfo, ImageDetails
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.cargo import opened
from desktop_app.transfers.looking import inspect
from desktop_app.transfers.requests import LoadedImage, LoadResult
from desktop_app.transfers.sending import Messages, fitting, send

_LOADED = re.compile(r"Loaded image(?: ID)?: *(\S.*)")
_UNPACK_FAILED = "Error unpacking image"
"""Containerd stores say this as plain text in a successful answer (moby docker-v29.0.0,
daemon/containerd/image_exporter.go)."""


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How to load.

    Attributes:
        given_names: for nameless images: config digest to the name to put on.
        platform: of an image for several the only one that is wanted, such as ``linux/arm64``;
            empty leaves it to the engine, which takes its own.
    """

    given_names: Mapping[str, str] = field(default_factory=dict)
    platform: str = ""


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
            load, whatever is done to it; ENGINE_… if it refuses; LOAD_… if it says yes and does not
            have the images.
        Cancelled: the token was cancelled.
    """
    options = options or LoadOptions()
    cancel = cancel or CancelToken()
    for name in options.given_names.values():
        references.parse(name)
    report = yield from inspect(Path(path), cancel)
    conversion = fitting(report, Method.LOAD, engine.info).conversion
    if options.platform:
        conversion = Conversion.ONE_PLATFORM
    with ExitStack() as stack:
        choices = _choices(options, conversion, engine.info)
        cargo = yield from opened(stack, report, conversion, choices, cancel)
        _check_platform(cargo.report, options)
        fitting(cargo.report, Method.LOAD, engine.info)
        messages, _ = yield from send(engine.open_load(), cargo, cancel)
    loaded = _loaded(messages)
    if not loaded:
        raise UserFacingError(ErrorCode.LOAD_NOTHING, {"path": str(path)}, _words(messages))
    yield Progress(Phase.CHECKING)
    images = tuple(
        _proved(engine, cargo.report, image, loaded, options.given_names.get(image.config_digest))
        for image in shown_images(cargo.report, engine.info)
    )
    return LoadResult(Path(path), images)


def _choices(options: LoadOptions, conversion: Conversion | None, info: EngineInfo) -> Choices:
    """An archive of both forms is taken by its manifest.json, which tells of no other platforms."""
    is_chosen = conversion in (Conversion.ONE_PLATFORM, Conversion.UNWRAP)
    platform = options.platform or (own_platform(info) if is_chosen else "")
    return Choices({digest: (name,) for digest, name in options.given_names.items()}, platform)


def _check_platform(report: ArchiveReport, options: LoadOptions) -> None:
    if options.platform and not all(is_for(each, options.platform) for each in report.images):
        params = {"path": str(report.path), "verdict": VerdictCode.PLATFORM_MISSING}
        raise UserFacingError(ErrorCode.FILE_UNSUITABLE, params, options.platform)


def _loaded(messages: Messages) -> list[str]:
    """Names and IDs that the engine says it loaded; Podman puts several into one line."""
    text = _words(messages)
    if _UNPACK_FAILED in text:
        raise UserFacingError(ErrorCode.ENGINE_REFUSED, detail=text)
    return [name.strip() for line in _LOADED.findall(text) for name in line.split(",")]


def _words(messages: Messages) -> str:
    return "".join(str(message.get("stream", "")) for message in messages)


def _proved(
    engine: Engine,
    report: ArchiveReport,
    image: ArchivedImage,
    loaded: list[str],
    given_name: str | None,
) -> LoadedImage:
    """Ask the engine for one image under each of its names and compare the layers.

    Raises:
        UserFacingError: LOAD_UNPROVEN.
    """
    if image.names:
        names = [possible_names(report, image, name, engine.info) for name in image.names]
        found = [_found(engine, reversed(candidates), image) for candidates in names]
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
