"""Risk: speeds and times jump between units, or say nothing at their ends."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.models.words import moment_text
from desktop_app.ui.texts import recent_text, speed_text, time_left_text
from desktop_app.ui.texts.quantities import long_time_left_text


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "1 s left"),
        (2.4, "2 s left"),
        (59.6, "1 min left"),
        (300, "5 min left"),
        (3599, "59 min left"),
        (4800, "1 h 20 min left"),
        (90_000, "25 h 0 min left"),
    ],
)
def test_a_time_is_said_in_the_unit_that_fits(seconds: float, words: str) -> None:
    assert time_left_text(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "less than a minute left"),
        (29, "less than a minute left"),
        (170, "about 3 minute(s) left"),
        (8_000, "about 2 hour(s) left"),
    ],
)
def test_the_time_of_many_things_is_only_about_right(seconds: float, words: str) -> None:
    assert long_time_left_text(seconds) == words


def test_a_speed_is_a_size_a_second() -> None:
    assert speed_text(186_000_000.4) == "186 MB/s"


def test_a_moment_of_today_needs_no_date() -> None:
    now = datetime.now(UTC)
    assert recent_text(now).startswith("today ")
    last_week = now - timedelta(days=7)
    assert recent_text(last_week) == moment_text(last_week)
