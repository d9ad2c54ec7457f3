"""What the feed knows of the engine at one moment, as frozen data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop_app.engine_info import Attempt, ContainerRecord, EngineInfo, ImageRecord
from desktop_app.errors import ErrorCode, Param


class FeedState(StrEnum):
    """Whether there is an engine to show."""

    SEARCHING = "searching"  # looking for the first time, or again because somebody asked
    CONNECTED = "connected"  # its lists are here; `stale_because` says if it was lost since
    ABSENT = "absent"  # none answered so far; the next try comes by itself


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there is no engine, or none any more; ``ui/texts`` has the sentence.

    Attributes:
        code: what happened.
        params: what the sentence is filled with.
        detail: the engine's or the system's own words.
    """

    code: ErrorCode
    params: Mapping[str, Param] = field(default_factory=dict)
    detail: str = ""


@dataclass(frozen=True, slots=True)
class EngineSnapshot:
    """One moment.

    An engine that was connected once and is lost stays CONNECTED with the rows of `listed_at`, and
    `stale_because` says why they are no longer new; it is tried again by itself.

    Attributes:
        state: whether there is an engine to show.
        info: the engine; its ``url`` is where to open another connection. None before the first.
        images: of the last list that succeeded, the same tuple while nothing changed.
        containers: likewise.
        listed_at: when that was, aware; None before the first.
        stale_because: why there is no newer list; None while the engine answers.
        attempts: where an engine was looked for last and what each place answered; empty while
            one answers.
        can_use_podman: whether Podman is here and could be started as an engine of its own.
    """

    state: FeedState = FeedState.SEARCHING
    info: EngineInfo | None = None
    images: tuple[ImageRecord, ...] = ()
    containers: tuple[ContainerRecord, ...] = ()
    listed_at: datetime | None = None
    stale_because: Problem | None = None
    attempts: tuple[Attempt, ...] = ()
    can_use_podman: bool = False

    @property
    def is_live(self) -> bool:
        """Whether the engine answers and the lists are those of now."""
        return self.state is FeedState.CONNECTED and self.stale_because is None
