"""Risk: what people chose is forgotten, or a broken file of settings keeps them from saving."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.archives import Compression
from desktop_app.desktop import settings
from desktop_app.desktop.settings import SaveChoices, remember_save_choices, save_choices

_CHOICES = SaveChoices(
    "/media/me/a, b", Compression.ZSTD, 4_000_000_000, checksum=True, is_separate=True
)


@pytest.fixture(autouse=True)
def _nothing_chosen() -> Iterator[None]:
    settings._stored().clear()
    yield
    settings._stored().clear()


def test_before_the_first_time_nothing_is_chosen() -> None:
    assert save_choices() == SaveChoices()


def test_choices_are_found_again_in_the_file() -> None:
    remember_save_choices(_CHOICES)
    stored = settings._stored()
    stored.sync()
    assert "zstd" in Path(stored.fileName()).read_text(encoding="utf-8")
    assert save_choices() == _CHOICES


def test_a_choice_can_be_taken_back() -> None:
    remember_save_choices(_CHOICES)
    remember_save_choices(SaveChoices())
    assert save_choices() == SaveChoices()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("compression", "xz"),
        ("compression", "none of these"),
        ("part_bytes", "-1"),
        ("part_bytes", "many"),
        ("folder", ["a", "b"]),
        ("checksum", "perhaps"),
    ],
)
def test_what_makes_no_sense_is_forgotten(name: str, value: object) -> None:
    settings._stored().setValue(f"save/{name}", value)
    assert save_choices() == SaveChoices()
