"""Load: the images of an archive into an engine, which is asked afterwards whether it has them."""

import re
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app import references
from desktop_app.archives import (
    ArchivedImage,
    ArchiveReport,
    Choices,
    Compression,
    Conversion,
    Method,
    VerdictCode,
)
from desktop_app.archives.arrival import (
    as_it_arrives,
    is_for,
    names_in_engine,
    own_platform,
    possible_names,
    renamed,
    renaming,
    shown_images,
)
from desktop_app.cancel import CancelToken
from desktop_app.engine import Engine
from desktop_app.engine_info import ImageDetails, ImageStore
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.aftermath import images_of, look_before, told_truthfully
from desktop_app.transfers.cargo import Cargo, opened
from desktop_app.transfers.looking import inspect
from desktop_app.transfers.presence import (
    chain_of,
    find,
    images_there,
    is_told_by_digests,
    layers_there,
)
from desktop_app.transfers.requests import LoadedImage, LoadResult
from desktop_app.transfers.sending import Messages, fitting, send
from desktop_app.transfers.space import room_in_engine, size_of_layers

_WORTH_ANOTHER_TRY = {ErrorCode.ENGINE_REFUSED, ErrorCode.FILE_UNSUITABLE}
"""When layers were left out: an image may be gone since the engine was asked, and it may read what
no conversion does."""

_LOADED = re.compile(r"Loaded image(?: ID)?: *(\S.*)")
_UNPACK_FAILED = "Error unpacking image"
"""Containerd stores say this as plain text in a successful answer (moby docker-v29.0.0,
daemon/containerd/image_exporter.go)."""


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How to load.

    Attributes:
        given_names: names to put on: by the name in the file that they take the place of, or by
            the config digest of an image that has none.
        platform: of an image for several the only one that is wanted, such as ``linux/arm64``;
            empty leaves it to the engine, which takes its own.
        movable_names: names in the engine that other images may lose; None for any.
        known: what was learnt of the file before, which need not be read for it again.
    """

    given_names: Mapping[str, str] = field(default_factory=dict)
    platform: str = ""
    movable_names: frozenset[str] | None = None
    known: ArchiveReport | None = None


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
            load, whatever is done to it, and NAME_TAKEN if an image may not lose its name; ENGINE_…
            if it refuses; LOAD_… if it says yes and does not have the images.
        Cancelled: the token was cancelled.
    """
    options = options or LoadOptions()
    cancel = cancel or CancelToken()
    engine = engine.under(cancel)
    for name in options.given_names.values():
        references.parse(name)
    report = yield from inspect(Path(path), cancel, options.known)
    conversion = fitting(report, Method.LOAD, engine.info).conversion
    if options.platform:
        conversion = Conversion.ONE_PLATFORM
    else:
        conversion = renaming(report, conversion, options.given_names)
    job = _Job(engine, report, conversion, options, cancel)
    yield Progress(Phase.WAITING)
    job.check_names(job.arriving)
    images = job.images_there(job.arriving)
    if images is None and (left_out := job.layers_there()):
        try:
            images = yield from job.sent(left_out)
        except UserFacingError as error:
            if error.code not in _WORTH_ANOTHER_TRY:
                raise
            yield Progress(Phase.SENDING_ALL)
            images = yield from job.sent(phase=Phase.SENDING_ALL)
    elif images is None:
        images = yield from job.sent()
    return LoadResult(Path(path), images)


class _Job:
    """One load: a file that was judged, and the engine that is to have its images.

    Attributes:
        arriving: what the engine would be sent, as far as that is known before it is converted.
    """

    def __init__(
        self,
        engine: Engine,
        report: ArchiveReport,
        conversion: Conversion | None,
        options: LoadOptions,
        cancel: CancelToken,
    ) -> None:
        self._engine = engine
        self._report = report
        self._conversion = conversion
        self._options = options
        self._cancel = cancel
        platform = options.platform or own_platform(engine.info)
        arriving = as_it_arrives(report, conversion, platform)
        self.arriving = renamed(arriving, options.given_names)
        self._check_platform(self.arriving)
        # An archive of both forms is taken by its manifest.json, which tells of no other platforms.
        is_chosen = conversion in (Conversion.ONE_PLATFORM, Conversion.UNWRAP)
        names = {key: (name,) for key, name in options.given_names.items()}
        self._choices = Choices(names, platform if is_chosen else "")

    def check_names(self, report: ArchiveReport) -> None:
        """See that no other image loses a name unasked, also not one that came since then."""
        movable = self._options.movable_names
        if movable is None:
            return
        info = self._engine.info
        owners = {name: each.image_id for each in self._engine.images() for name in each.names}
        for image in report.images:
            for name in names_in_engine(report, image, info):
                is_free = name not in owners or name in movable
                if not is_free and not self._is_same(owners[name], image):
                    params = {"path": str(report.path), "name": name}
                    raise UserFacingError(ErrorCode.NAME_TAKEN, params)

    def _is_same(self, image_id: str, image: ArchivedImage) -> bool:
        """Whether an image in the engine is one of the file.

        A containerd store may know it by another manifest than that of the file.
        """
        if image_id in (image.config_digest, image.manifest_digest):
            return True
        is_told_by_id = self._engine.info.store is ImageStore.CLASSIC
        return not is_told_by_id and _find(self._engine, image_id, image) is not None

    def images_there(self, report: ArchiveReport) -> tuple[LoadedImage, ...] | None:
        """The images, if the engine has all of them; see ``presence.py``."""
        return images_there(self._engine, report, self._options.given_names, self._cancel)

    def layers_there(self) -> frozenset[str]:
        """The layers that need not be sent; see ``presence.py``."""
        is_packed = self._report.compression is not Compression.NONE
        return layers_there(self._engine, self.arriving, self._cancel, is_packed=is_packed)

    def sent(
        self, left_out: frozenset[str] = frozenset(), phase: Phase = Phase.SENDING
    ) -> Generator[Progress, None, tuple[LoadedImage, ...]]:
        """Send the file, without the layers that are left out, and prove what the engine has."""
        conversion = self._conversion
        if left_out and conversion in (None, Conversion.DECOMPRESS):
            conversion = Conversion.TO_DOCKER_FORM
        choices = replace(self._choices, left_out=left_out)
        with ExitStack() as stack:
            cargo = yield from opened(stack, self._report, conversion, choices, self._cancel)
            self._check_platform(cargo.report)
            fitting(cargo.report, Method.LOAD, self._engine.info)
            self.check_names(cargo.report)
            if not is_told_by_digests(self.arriving) and (
                images := self.images_there(cargo.report)
            ):
                return images
            before = look_before(self._engine)
            room_in_engine(
                self._engine.info,
                copied_bytes=cargo.size_bytes or 0,
                new_bytes=0 if before.image_ids else size_of_layers(cargo.report),
            )
            belongs = images_of(cargo.report)
            with told_truthfully(self._engine, before, belongs, self._cancel):
                return (yield from self._sent_and_proved(cargo, phase))

    def _sent_and_proved(
        self, cargo: Cargo, phase: Phase
    ) -> Generator[Progress, None, tuple[LoadedImage, ...]]:
        messages, _ = yield from send(self._engine.open_load(), cargo, self._cancel, phase=phase)
        loaded = _loaded(messages)
        if not loaded:
            params = {"path": str(self._report.path)}
            raise UserFacingError(ErrorCode.LOAD_NOTHING, params, _words(messages))
        yield Progress(Phase.CHECKING)
        return tuple(
            self._proved(cargo.report, image, loaded)
            for image in shown_images(cargo.report, self._engine.info)
        )

    def _check_platform(self, report: ArchiveReport) -> None:
        platform = self._options.platform
        if platform and not all(is_for(image, platform) for image in report.images):
            params = {"path": str(report.path), "verdict": VerdictCode.PLATFORM_MISSING}
            raise UserFacingError(ErrorCode.FILE_UNSUITABLE, params, platform)

    def _proved(
        self, report: ArchiveReport, image: ArchivedImage, loaded: list[str]
    ) -> LoadedImage:
        """Ask the engine for one image under each of its names and compare the layers.

        Raises:
            UserFacingError: LOAD_UNPROVEN.
        """
        engine = self._engine
        if image.names:
            names = [possible_names(report, image, name, engine.info) for name in image.names]
            found = [_found(engine, reversed(candidates), image) for candidates in names]
            return LoadedImage(found[0][1].image_id, tuple(name for name, _ in found))
        _, details = _found(engine, _possible_ids(image, loaded), image)
        given_name = self._options.given_names.get(image.config_digest)
        if given_name is None:
            return LoadedImage(details.image_id, ())
        engine.tag(details.image_id, given_name)
        return LoadedImage(details.image_id, (references.familiar(given_name),))


def _loaded(messages: Messages) -> list[str]:
    """Names and IDs that the engine says it loaded; Podman puts several into one line."""
    text = _words(messages)
    if _UNPACK_FAILED in text:
        raise UserFacingError(ErrorCode.ENGINE_REFUSED, detail=text)
    return [name.strip() for line in _LOADED.findall(text) for name in line.split(",")]


def _words(messages: Messages) -> str:
    return "".join(str(message.get("stream", "")) for message in messages)


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
    details = find(engine, reference)
    return details if details is not None and details.diff_ids == chain_of(image) else None
