"""Risk: a speed or a time left that jumps, divides by nothing, or is made up."""

from desktop_app.progress import Phase, Progress
from desktop_app.workers.rate import RateMeter

GIB = 2**30


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def metered(*samples: tuple[float, int], total: int | None = None) -> RateMeter:
    clock = Clock()
    meter = RateMeter(clock)
    for seconds, done_bytes in samples:
        clock.now = seconds
        meter.add(Progress(Phase.SENDING, done_bytes, total))
    return meter


def test_speed_and_time_left_of_sizes_beyond_32_bits() -> None:
    meter = metered((0, 0), (10, 5 * GIB), total=20 * GIB)
    assert meter.bytes_per_second == GIB // 2
    assert meter.seconds_left == 30


def test_only_the_last_half_minute_counts() -> None:
    meter = metered((0, 0), (100, 1000), (110, 2000), total=4000)
    assert meter.bytes_per_second == 100
    assert meter.seconds_left == 20


def test_nothing_is_said_before_there_is_something_to_measure() -> None:
    assert metered().bytes_per_second is None
    assert metered((0, 0)).seconds_left is None
    assert metered((0, 0), (0.1, 10**9)).bytes_per_second is None


def test_no_time_left_without_a_total_or_with_one_that_was_too_small() -> None:
    assert metered((0, 0), (1, 10)).seconds_left is None
    assert metered((0, 0), (1, 10), total=5).seconds_left is None


def test_a_standstill_has_a_speed_of_nothing_and_no_time_left() -> None:
    meter = metered((0, 10), (5, 10), total=20)
    assert meter.bytes_per_second == 0
    assert meter.seconds_left is None


def test_a_new_phase_starts_from_nothing() -> None:
    clock = Clock()
    meter = RateMeter(clock)
    meter.add(Progress(Phase.RECEIVING, 10**9))
    clock.now = 5
    meter.add(Progress(Phase.CHECKING, 0))
    assert meter.bytes_per_second is None
