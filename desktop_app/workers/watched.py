"""What watching needs of an engine, said without knowing one: so it is tested without one, too."""

from collections.abc import Callable, Iterator
from typing import Protocol, TypeAlias, runtime_checkable

from desktop_app.cancel import CancelToken
from desktop_app.engine_info import Attempt, ContainerRecord, EngineInfo, ImageDetails, ImageRecord


class Notices(Protocol):
    """What happens in an engine: an item for each change, until `cut` or the engine's end."""

    def __iter__(self) -> Iterator[object]: ...

    def cut(self) -> None:
        """End the iteration; called from another thread."""


class WatchedEngine(Protocol):
    """A connection to an engine, as ``engine.Engine`` is one."""

    @property
    def info(self) -> EngineInfo:
        """What it is."""

    def images(self) -> tuple[ImageRecord, ...]:
        """All images, platforms left out."""

    def containers(self) -> tuple[ContainerRecord, ...]:
        """All containers, running or not."""

    def image(self, reference: str, /) -> ImageDetails:
        """One image."""

    def events(self) -> Notices:
        """What happens from now on."""

    def close(self) -> None:
        """End the connection."""


class BuiltInEngine(Protocol):
    """An engine that the program can bring up itself."""

    def is_installed(self) -> bool:
        """Whether it could be started here."""

    def is_needed(self) -> bool:
        """Whether it is the only one that can be had here."""

    def start(self, cancel: CancelToken, /) -> str:
        """Start it, unless it runs already, and say its address; a cancel ends the waiting."""

    def stop(self) -> None:
        """End it, if it runs."""


@runtime_checkable
class Searched(Protocol):
    """An error of a connect that tells where it has looked, as ``engine.NoEngineFound`` does."""

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """Each place and its answer."""


Connect: TypeAlias = Callable[[str | None, CancelToken], WatchedEngine]
"""Opens the engine at an address; at None, the first that is found. A cancel breaks off the
connecting, and whatever the engine is asked afterwards."""
