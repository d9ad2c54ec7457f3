"""An engine that exists only in memory: what it sends and answers is written down beforehand."""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from typing_extensions import override

from desktop_app.cancel import CancelToken
from desktop_app.engine import Download, Engine, Upload
from desktop_app.engine_info import (
    ContainerRecord,
    ContainerSizes,
    EngineInfo,
    ImageDetails,
    ImageRecord,
    ImageStore,
    LayerSizes,
)
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.portraits import ContainerPortrait, ImagePortrait, StartSettings
from tests.transfers.sources import source_of

INFO = EngineInfo(
    "unix:///stand-in", "20.10.24", "1.41", ImageStore.CLASSIC, False, "linux", "amd64"
)


_NOTHING_COUNTED = ContainerSizes(0, 0)
LOST = UserFacingError(ErrorCode.ENGINE_LOST)


class Sent(Download):
    """What an engine sends, as `Download` gives it.

    Args:
        data: all of it.
        failure: raised in place of the end.
        is_silent: whether it says nothing after that until it is cut.
    """

    def __init__(
        self, data: bytes = b"", failure: Exception | None = None, *, is_silent: bool = False
    ) -> None:
        self._read = source_of(data)
        self._failure = failure
        self._is_silent = is_silent
        self._cut = threading.Event()

    @override
    def __exit__(self, *_: object) -> None:
        self.cut()

    @property
    def was_cut(self) -> bool:
        return self._cut.is_set()

    @override
    def readinto(self, buffer: memoryview) -> int:
        count = self._read(buffer)
        if count == 0 and self._is_silent:
            assert self._cut.wait(10)
            raise LOST
        if count == 0 and self._failure is not None:
            raise self._failure
        return count

    @override
    def cut(self) -> None:
        self._cut.set()


class Received(Upload):
    """What an engine takes and then answers, as `Upload` does it.

    Args:
        messages: its answer.
        answers_after: so many bytes are enough for it to answer.
        on_write: called with the number of bytes that it has.
        is_silent: whether it says nothing at the end until it is cut.
    """

    def __init__(
        self,
        messages: Iterable[dict[str, object]] = (),
        answers_after: int | None = None,
        on_write: Callable[[int], object] = lambda _: None,
        *,
        is_silent: bool = False,
    ) -> None:
        self.data = bytearray()
        self.is_finished = False
        self._messages = messages
        self._answers_after = answers_after
        self._on_write = on_write
        self._is_silent = is_silent
        self._cut = threading.Event()

    @override
    def __exit__(self, *_: object) -> None:
        self.cut()

    @property
    @override
    def answered(self) -> bool:
        if self._cut.is_set():
            return True
        return self._answers_after is not None and len(self.data) >= self._answers_after

    @override
    def write(self, chunk: bytes | memoryview) -> None:
        self.data += chunk
        self._on_write(len(self.data))

    @override
    def finish(self) -> Iterator[dict[str, object]]:
        self.is_finished = not self._cut.is_set()
        if self._is_silent:
            assert self._cut.wait(10)
        if self._cut.is_set():
            raise LOST
        for message in self._messages:
            if "errorDetail" in message:
                raise UserFacingError(ErrorCode.ENGINE_REFUSED, detail=str(message))
            yield message

    @override
    def cut(self) -> None:
        self._cut.set()


@dataclass
class StandIn(Engine):
    """An engine as the transfers see it.

    Attributes:
        sends: what every save and export gives: bytes, or a stream with habits of its own.
        takes: what every load and import is written to.
        refuses: what the first loads are written to instead.
        has_sizes: of the layers of images, by name; of others it knows nothing.
        has_images: what it has, by name and by ID.
        gets_images: what it has as well once it was sent something.
        has_containers: what it has, by ID.
        has_container_sizes: of every container.
        asked_for: the names of each save, the IDs of each export.
    """

    sends: bytes | Sent = b""
    takes: Received = field(default_factory=Received)
    refuses: list[Received] = field(default_factory=list)
    has_images: dict[str, ImageDetails] = field(default_factory=dict)
    gets_images: dict[str, ImageDetails] = field(default_factory=dict)
    has_containers: dict[str, ContainerRecord] = field(default_factory=dict)
    has_container_sizes: ContainerSizes = _NOTHING_COUNTED
    has_sizes: dict[str, LayerSizes] = field(default_factory=dict)
    asked_for: list[Sequence[str]] = field(default_factory=list)
    info: EngineInfo = INFO
    is_closed: bool = False

    @override
    def close(self) -> None:
        self.is_closed = True

    @override
    def under(self, cancel: CancelToken, limit_seconds: float | None = None) -> Engine:
        return self

    @override
    def open_save(self, names: Sequence[str]) -> Sent:
        self.asked_for.append(names)
        return self.sends if isinstance(self.sends, Sent) else Sent(self.sends)

    @override
    def open_export(self, container_id: str) -> Sent:
        return self.open_save([container_id])

    @override
    def open_load(self) -> Received:
        return self.refuses.pop(0) if self.refuses else self.takes

    @override
    def open_import(self, _name: str) -> Received:
        return self.takes

    @property
    def _images(self) -> dict[str, ImageDetails]:
        return self.has_images | (self.gets_images if self.takes.is_finished else {})

    @override
    def images(self) -> tuple[ImageRecord, ...]:
        names: dict[str, list[str]] = {}
        for name, details in self._images.items():
            names.setdefault(details.image_id, [])
            if not name.startswith("sha256:"):
                names[details.image_id].append(name)
        return tuple(ImageRecord(each, tuple(own), 1000, None) for each, own in names.items())

    @override
    def image(self, reference: str) -> ImageDetails:
        try:
            return self._images[reference]
        except KeyError:
            raise UserFacingError(ErrorCode.IMAGE_GONE, {"image": reference}) from None

    @override
    def layer_sizes(self, reference: str) -> LayerSizes:
        return self.has_sizes.get(reference, LayerSizes({}))

    @override
    def container(self, container_id: str) -> ContainerRecord:
        try:
            return self.has_containers[container_id]
        except KeyError:
            raise UserFacingError(ErrorCode.CONTAINER_GONE, {"container": container_id}) from None

    @override
    def container_sizes(self, _reference: str) -> ContainerSizes:
        return self.has_container_sizes

    @override
    def image_portrait(self, reference: str) -> ImagePortrait:
        return ImagePortrait(self.image(reference).image_id, StartSettings())

    @override
    def container_portrait(self, reference: str) -> ContainerPortrait:
        return ContainerPortrait(self.container(reference).container_id, StartSettings())

    @override
    def tag(self, image_id: str, name: str) -> None:
        self.has_images[name] = self.image(image_id)

    @override
    def untag(self, name: str) -> None:
        self.has_images = {key: value for key, value in self._images.items() if key != name}
        self.gets_images = {}


def image(image_id: str, *diff_ids: str, names: tuple[str, ...] = ()) -> ImageDetails:
    """An image as an engine describes it."""
    return ImageDetails(image_id, names, diff_ids, "linux/amd64", 1000)


def container(container_id: str, state: str = "exited", volumes: tuple[str, ...] = ()):
    """A container as an engine lists it."""
    return ContainerRecord(container_id, "web", "postgres:9.6", state, None, volumes)
