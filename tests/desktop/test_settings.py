"""Risk: what people chose is forgotten, or a broken file of settings keeps them from saving."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from desktop_app.archives import Compression
from desktop_app.desktop import settings
from desktop_app.desktop.settings import (
    EngineChoices,
    Language,
    Preferences,
    SaveChoices,
    Theme,
    WindowState,
    engine_choices,
    preferences,
    remember_engine_choices,
    remember_preferences,
    remember_save_choices,
    remember_window_state,
    save_choices,
    window_state,
)
from tests.helpers.choices import forget_settings

_CHOICES = SaveChoices(
    "/media/me/a, b", Compression.ZSTD, 4_000_000_000, checksum=True, is_separate=True
)
_PREFERENCES = Preferences(
    Language.CHINESE,
    Theme.CONTRAST,
    "/srv/图像",
    Compression.GZIP,
    notifies=False,
    keeps_awake=False,
)
_SERVER = "ssh://me@server"
_ENGINES = EngineChoices(("tcp://server:2376", _SERVER), _SERVER)
_WINDOW = WindowState(b"\x01\xd9\x00", 2, {"images": b"\x00\xff", "containers": b""})


@pytest.fixture(autouse=True)
def _nothing_chosen() -> Iterator[None]:
    forget_settings()
    yield
    forget_settings()


def _remember_all() -> None:
    remember_save_choices(_CHOICES)
    remember_preferences(_PREFERENCES)
    remember_engine_choices(_ENGINES)
    remember_window_state(_WINDOW)


def test_before_the_first_time_nothing_is_chosen() -> None:
    assert save_choices() == SaveChoices()
    assert preferences() == Preferences()
    assert engine_choices() == EngineChoices()
    assert window_state() == WindowState()


def test_choices_are_found_again_in_the_file() -> None:
    _remember_all()
    stored = settings._stored()
    stored.sync()
    assert "zstd" in Path(stored.fileName()).read_text(encoding="utf-8")
    assert preferences() == _PREFERENCES
    assert engine_choices() == _ENGINES
    assert window_state() == _WINDOW
    remember_preferences(Preferences())
    assert save_choices() == _CHOICES


def test_a_choice_can_be_taken_back() -> None:
    _remember_all()
    remember_save_choices(SaveChoices())
    remember_preferences(Preferences())
    remember_engine_choices(EngineChoices())
    assert save_choices() == SaveChoices()
    assert preferences() == Preferences()
    assert engine_choices() == EngineChoices()


def test_what_is_always_wanted_comes_before_the_last_time() -> None:
    remember_save_choices(_CHOICES)
    remember_preferences(_PREFERENCES)
    always = save_choices()
    assert (always.folder, always.compression) == (_PREFERENCES.folder, Compression.GZIP)
    assert always.part_bytes == _CHOICES.part_bytes


def test_one_engine_alone_is_found_again_too() -> None:
    remember_engine_choices(EngineChoices((_SERVER,)))
    assert engine_choices() == EngineChoices((_SERVER,))


@pytest.mark.parametrize(
    ("name", "value", "read", "usual"),
    [
        ("save/compression", "xz", save_choices, SaveChoices()),
        ("save/compression", "none of these", save_choices, SaveChoices()),
        ("save/part_bytes", "-1", save_choices, SaveChoices()),
        ("save/part_bytes", "many", save_choices, SaveChoices()),
        ("save/folder", ["a", "b"], save_choices, SaveChoices()),
        ("save/checksum", "perhaps", save_choices, SaveChoices()),
        ("preferences/language", "tlh", preferences, Preferences()),
        ("preferences/theme", ["dark", "light"], preferences, Preferences()),
        ("preferences/compression", "xz", preferences, Preferences()),
        ("preferences/notifies", "perhaps", preferences, Preferences()),
        ("engines/chosen", "tcp://forgotten:2376", engine_choices, EngineChoices()),
        ("engines/addresses", ["", ""], engine_choices, EngineChoices()),
        ("window/page", "first", window_state, WindowState()),
        ("window/geometry", "large", window_state, WindowState()),
    ],
)
def test_what_makes_no_sense_is_forgotten(
    name: str, value: object, read: Callable[[], object], usual: object
) -> None:
    settings._stored().setValue(name, value)
    assert read() == usual


def test_a_file_that_cannot_be_written_costs_nothing_but_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "settings.ini"
    folder.mkdir()  # a folder in its place; even an administrator cannot write into that
    stored = QSettings(str(folder), QSettings.Format.IniFormat)
    monkeypatch.setattr(settings, "_stored", lambda: stored)
    _remember_all()
    assert stored.status() is not QSettings.Status.NoError
    assert preferences() == _PREFERENCES
    assert engine_choices() == _ENGINES
