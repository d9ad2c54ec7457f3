"""How far a job is: what its generator yields, and how to run one to its end."""

import contextlib
from collections.abc import Callable, Generator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")


class Phase(StrEnum):
    """What a job is doing, in the order in which phases usually come."""

    INSPECTING = "inspecting"  # reading a file to learn what it is
    READING = "reading"  # all of a file, to see whether it is whole
    COMPARING = "comparing"  # all of a file, with the checksum beside it
    WAITING = "waiting"  # for the engine's first byte
    RECEIVING = "receiving"  # from the engine: reading, checking and writing at once
    SENDING = "sending"  # to the engine
    SENDING_ALL = "sending-all"  # after all: the engine lacks what was left out at first
    UNPACKING = "unpacking"  # the engine works on what it was sent and says nothing
    CHECKING = "checking"  # the engine or the disk is asked whether all is there


@dataclass(frozen=True, slots=True)
class Progress:
    """One moment of a job.

    Attributes:
        phase: what it is doing.
        done_bytes: how many bytes have passed in this phase.
        total_bytes: how many there will be; None where nobody knows.
        is_estimate: whether the total is only about right.
    """

    phase: Phase
    done_bytes: int = 0
    total_bytes: int | None = None
    is_estimate: bool = False


def run(
    body: Generator[Progress, None, T], on_progress: Callable[[Progress], None] | None = None
) -> T:
    """Run a job's generator to its end, on this thread, and return its result.

    Raises:
        UserFacingError: the job failed.
        Cancelled: its token was cancelled.
    """
    with contextlib.closing(body):
        while True:
            try:
                progress = next(body)
            except StopIteration as end:
                result: T = end.value
                return result
            if on_progress is not None:
                on_progress(progress)
