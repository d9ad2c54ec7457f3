"""Timing by turns: every contestant once in each round, so that a busy minute hits them all."""

import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Contestant:
    """One way of doing a job.

    Attributes:
        name: as printed.
        prepare: brings the engine and the disk to where the job starts; not timed.
        job: what is timed.
        most: what our time may be as a part of this one's; None where nothing is to be reached.
    """

    name: str
    prepare: Callable[[], object]
    job: Callable[[], object]
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Contest:
    """A job and all that do it.

    Attributes:
        title: what the job is.
        contestants: this program first.
        remark: made after the last round, such as the sizes of what was written.
    """

    title: str
    contestants: Sequence[Contestant]
    remark: Callable[[], str] = str


@dataclass(frozen=True, slots=True)
class Timing:
    """How long one contestant took, round by round.

    Attributes:
        name: as printed.
        seconds: of each round.
        read_bytes: what it and the programs that it ran have read, of each round.
        most: as of the contestant.
    """

    name: str
    seconds: tuple[float, ...]
    read_bytes: tuple[int, ...] = ()
    most: float | None = None

    @property
    def median(self) -> float:
        """The round in the middle."""
        return statistics.median(self.seconds)


def race(contestants: Sequence[Contestant], rounds: int) -> list[Timing]:
    """Let all contestants run in each round; who starts moves on by one each time."""
    seconds: dict[str, list[float]] = {each.name: [] for each in contestants}
    read: dict[str, list[int]] = {each.name: [] for each in contestants}
    for number in range(rounds):
        start = number % len(contestants)
        for each in (*contestants[start:], *contestants[:start]):
            each.prepare()
            os.sync()  # nobody waits for what another one has left to be written
            read_before, began = _read_bytes(), time.perf_counter()
            each.job()
            seconds[each.name].append(time.perf_counter() - began)
            read[each.name].append(_read_bytes() - read_before)
    return [
        Timing(each.name, tuple(seconds[each.name]), tuple(read[each.name]), each.most)
        for each in contestants
    ]


def table(contest: Contest, rounds: int) -> Iterator[str]:
    """Run a contest; seconds and ratios as the lines of a Markdown table.

    The ratio is ours by theirs: below 1 this program is the faster one.
    """
    timings = race(contest.contestants, rounds)
    ours = timings[0].median
    yield from ("", f"### {contest.title}", "")
    yield "| who | median s | min s | max s | ours / theirs | to reach |"
    yield "|---|---:|---:|---:|---:|---:|"
    for each in timings:
        times = f"{each.median:.2f} | {min(each.seconds):.2f} | {max(each.seconds):.2f}"
        yield f"| {each.name} | {times} | {ours / each.median:.2f} | {_aim(ours, each)} |"
    if remark := contest.remark():
        yield from ("", remark)


def _aim(ours: float, timing: Timing) -> str:
    if timing.most is None:
        return ""
    is_met = ours / timing.median <= timing.most
    return f"≤ {timing.most:.2f}" + ("" if is_met else ", missed")


def reading_table(title: str, timings: Sequence[Timing]) -> str:
    """Milliseconds, megabytes read and ratios as a Markdown table; the first row is this program.

    The ratio is theirs by ours: how many times as long they take.
    """
    ours = timings[0].median
    lines = [
        f"### {title}",
        "",
        "| who | median ms | min ms | max ms | MB read | theirs / ours |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    lines += [
        f"| {each.name} | {1000 * each.median:.1f} | {1000 * min(each.seconds):.1f} "
        f"| {1000 * max(each.seconds):.1f} | {statistics.median(each.read_bytes) / 1e6:.2f} "
        f"| {each.median / ours:.1f} |"
        for each in timings
    ]
    return "\n".join(lines)


def _read_bytes() -> int:
    """What this process and its children that have ended have read (rchar, proc_pid_io(5))."""
    counts = Path("/proc/self/io").read_text(encoding="ascii")
    return int(counts.partition("rchar:")[2].split()[0])
