"""Risk: a job floods the window with progress, or the last word of it is swallowed."""

from desktop_app.progress import Phase, Progress
from desktop_app.workers.throttle import Throttle


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def at(done_bytes: int, phase: Phase = Phase.SENDING) -> Progress:
    return Progress(phase, done_bytes)


def test_at_most_ten_a_second_pass_and_the_first_and_the_last_always_do() -> None:
    seen: list[Progress] = []
    clock = Clock()
    throttle = Throttle(seen.append, clock)
    for step in range(1000):
        clock.now = 1000 + step / 1000
        throttle(at(step))
    throttle.flush()
    assert seen[0] == at(0)
    assert seen[-1] == at(999)
    assert 10 <= len(seen) <= 12


def test_every_new_phase_passes_at_once() -> None:
    seen: list[Progress] = []
    throttle = Throttle(seen.append, Clock())
    passing = [at(0), at(0, Phase.UNPACKING), at(0, Phase.CHECKING), at(5)]
    for progress in passing:
        throttle(progress)
    assert seen == passing


def test_nothing_is_said_twice() -> None:
    seen: list[Progress] = []
    throttle = Throttle(seen.append, Clock())
    throttle(at(1))
    throttle.flush()
    throttle.flush()
    assert seen == [at(1)]


def test_a_job_that_never_moved_says_nothing() -> None:
    seen: list[Progress] = []
    Throttle(seen.append).flush()
    assert seen == []
