"""An engine that exists only in memory: what it sends and answers is written down beforehand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from desktop_app.engine_info import ContainerRecord, EngineInfo, ImageDetails, ImageStore
from desktop_app.errors import ErrorCode, UserFacingError
from tests.transfers.sources import source_of

INFO = EngineInfo(
    "unix:///stand-in", "20.10.24", "1.41", ImageStore.CLASSIC, False, "linux", "amd64"
)


class Sent:
    """What an engine sends, as `Download` gives it."""

    def __init__(self, data: bytes) -> None:
        self.readinto = source_of(data)
        self.was_cut = False

    def __enter__(self) -> "Sent":
        return self

    def __exit__(self, *_: object) -> None:
        self.cut()

    def cut(self) -> None:
        self.was_cut = True


class Received:
    """What an engine takes and then answers, as `Upload` does it."""

    def __init__(self, messages: Iterable[dict[str, object]], answers_after: int | None) -> None:
        self.data = bytearray()
        self._messages = messages
        self._answers_after = answers_after

    def __enter__(self) -> "Received":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    @property
    def answered(self) -> bool:
        return self._answers_after is not None and len(self.data) >= self._answers_after

    def write(self, chunk: memoryview) -> None:
        self.data += chunk

    def finish(self) -> Iterator[dict[str, object]]:
        for message in self._messages:
            if "errorDetail" in message:
                raise UserFacingError(ErrorCode.ENGINE_REFUSED, detail=str(message))
            yield message

    def cut(self) -> None:
        pass


@dataclass
class StandIn:
    """An engine as the transfers see it.

    Attributes:
        sends: the bytes of every save and export.
        answers: its messages to every upload.
        answers_after: so many bytes are enough for it to answer.
        images: what it has, by name and by ID.
        containers: what it has, by ID.
        uploads: what it was sent.
        asked_for: the names of each save.
    """

    sends: bytes = b""
    answers: Sequence[dict[str, object]] = ()
    answers_after: int | None = None
    images: dict[str, ImageDetails] = field(default_factory=dict)
    containers: dict[str, ContainerRecord] = field(default_factory=dict)
    uploads: list[Received] = field(default_factory=list)
    asked_for: list[Sequence[str]] = field(default_factory=list)
    info: EngineInfo = INFO
    is_closed: bool = False

    def __enter__(self) -> "StandIn":
        return self

    def __exit__(self, *_: object) -> None:
        self.is_closed = True

    def open_save(self, names: Sequence[str]) -> Sent:
        self.asked_for.append(names)
        return Sent(self.sends)

    def open_export(self, _container_id: str) -> Sent:
        return Sent(self.sends)

    def open_load(self) -> Received:
        self.uploads.append(Received(self.answers, self.answers_after))
        return self.uploads[-1]

    def open_import(self, _name: str) -> Received:
        return self.open_load()

    def image(self, reference: str) -> ImageDetails:
        try:
            return self.images[reference]
        except KeyError:
            raise UserFacingError(ErrorCode.IMAGE_GONE, {"image": reference}) from None

    def container(self, container_id: str) -> ContainerRecord:
        try:
            return self.containers[container_id]
        except KeyError:
            raise UserFacingError(ErrorCode.CONTAINER_GONE, {"container": container_id}) from None

    def tag(self, image_id: str, name: str) -> None:
        self.images[name] = self.image(image_id)

    def untag(self, name: str) -> None:
        del self.images[name]


def image(image_id: str, *diff_ids: str, names: tuple[str, ...] = ()) -> ImageDetails:
    """An image as an engine describes it."""
    return ImageDetails(image_id, names, diff_ids, "linux/amd64", 1000)


def container(container_id: str, state: str = "exited", volumes: tuple[str, ...] = ()):
    """A container as an engine lists it."""
    return ContainerRecord(container_id, "web", "postgres:9.6", state, None, volumes)
