"""Risk: sizes and ages that mislead: wrong unit, cut at 32 bits, or a future that was long ago."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from desktop_app.models.words import age_text, moment_text, short_id, size_text, tip_text

NOW = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("size_bytes", "text"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1_500, "1.50 kB"),
        (95_230_000, "95.2 MB"),
        (228_400_000, "228 MB"),
        (7_516_192_768, "7.52 GB"),
        (10**15, "1.00 PB"),
    ],
)
def test_sizes_have_three_digits_in_units_of_thousands(size_bytes: int, text: str) -> None:
    assert size_text(size_bytes) == text


def test_sizes_are_written_as_the_persons_language_does() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    assert size_text(1_500_000) == "1,50 MB"


@pytest.mark.parametrize(
    ("ago", "text"),
    [
        (timedelta(seconds=-90), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1 minute(s) ago"),
        (timedelta(hours=23, minutes=59), "23 hour(s) ago"),
        (timedelta(days=1), "yesterday"),
        (timedelta(days=13), "13 day(s) ago"),
        (timedelta(days=14), "2 week(s) ago"),
        (timedelta(days=60), "2 month(s) ago"),
        (timedelta(days=3 * 366), "3 year(s) ago"),
    ],
)
def test_ages_are_told_in_one_unit(ago: timedelta, text: str) -> None:
    assert age_text(NOW - ago, NOW) == text


def test_an_age_counts_from_the_moment_of_asking() -> None:
    assert age_text(datetime.now(UTC)) == "just now"


def test_moments_are_told_in_full() -> None:
    assert "2024" in moment_text(NOW) or "/24" in moment_text(NOW)


def test_short_ids_are_those_that_docker_shows() -> None:
    assert short_id("sha256:" + "0123456789abcdef" * 4) == "0123456789ab"
    assert short_id("0123456789abcdef") == "0123456789ab"


@pytest.mark.parametrize(
    ("text", "tip"),
    [
        ("a & b", "a & b"),
        ("a\nb", "a\nb"),
        ("<b>a & b</b>\nc", "<p>&lt;b&gt;a &amp; b&lt;/b&gt;<br>c</p>"),
        ("RUN " + 200 * "x", f"<p>RUN {200 * 'x'}</p>"),
    ],
)
def test_a_tool_tip_shows_markup_and_breaks_long_lines(text: str, tip: str) -> None:
    assert tip_text(text) == tip
