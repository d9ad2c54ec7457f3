"""Timing by turns: every contestant once in each round, so that a busy minute hits them all."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contestant:
    """One way of doing a job.

    Attributes:
        name: as printed.
        prepare: brings the engine and the disk to where the job starts; not timed.
        job: what is timed.
    """

    name: str
    prepare: Callable[[], object]
    job: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Timing:
    """How long one contestant took, in seconds, round by round."""

    name: str
    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The round in the middle."""
        return statistics.median(self.seconds)


def race(contestants: Sequence[Contestant], rounds: int) -> list[Timing]:
    """Let all contestants run in each round; who starts moves on by one each time."""
    seconds: dict[str, list[float]] = {each.name: [] for each in contestants}
    for number in range(rounds):
        start = number % len(contestants)
        for each in (*contestants[start:], *contestants[:start]):
            each.prepare()
            began = time.perf_counter()
            each.job()
            seconds[each.name].append(time.perf_counter() - began)
    return [Timing(each.name, tuple(seconds[each.name])) for each in contestants]


def table(title: str, timings: Sequence[Timing]) -> str:
    """Seconds and ratios as a Markdown table; the first row is this program.

    The ratio is ours by theirs: below 1 this program is the faster one.
    """
    ours = timings[0].median
    lines = [
        f"### {title}",
        "",
        "| who | median s | min s | max s | ours / theirs |",
        "|---|---:|---:|---:|---:|",
    ]
    lines += [
        f"| {each.name} | {each.median:.2f} | {min(each.seconds):.2f} | {max(each.seconds):.2f} "
        f"| {ours / each.median:.2f} |"
        for each in timings
    ]
    return "\n".join(lines)
