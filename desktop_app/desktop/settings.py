"""What people have chosen and find again the next time; what makes no sense is forgotten.

Each group is a frozen dataclass with a function that reads it and one that remembers it; whoever
needs a choice asks for it at the moment it counts. Where the file cannot be written, the choices
hold until the program ends.
"""

import functools
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

from desktop_app.archives import Compression

Choice = TypeVar("Choice", bound=StrEnum)

COMPRESSIONS = (Compression.NONE, Compression.ZSTD, Compression.GZIP)
"""What a save can be packed with, in the order in which it is offered."""

_YES, _NO = "yes", "no"


class Language(StrEnum):
    """What the program speaks."""

    SYSTEM = "system"
    ENGLISH = "en"
    CHINESE = "zh_CN"


class Theme(StrEnum):
    """What the program looks like."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What is chosen in the settings.

    Attributes:
        language: of all texts, dates and sizes.
        theme: of the window.
        folder: where every save begins; empty for the folder of the last time.
        compression: with which every save begins; None for that of the last time.
        notifies: whether the desktop tells of transfers while the window is not in front.
        keeps_awake: whether the computer stays awake while a transfer runs.
    """

    language: Language = Language.SYSTEM
    theme: Theme = Theme.SYSTEM
    folder: str = ""
    compression: Compression | None = None
    notifies: bool = True
    keeps_awake: bool = True


@dataclass(frozen=True, slots=True)
class EngineChoices:
    """The engines that somebody has written down.

    Attributes:
        addresses: in the order they were added.
        chosen: the one to use, which is one of them; empty to find one.
    """

    addresses: tuple[str, ...] = ()
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class SaveChoices:
    """How images were saved the last time.

    Attributes:
        folder: where to; empty before the first time.
        compression, part_bytes, checksum, is_separate: see `SaveRequest`.
    """

    folder: str = ""
    compression: Compression = Compression.NONE
    part_bytes: int | None = None
    checksum: bool = False
    is_separate: bool = False


@dataclass(frozen=True, slots=True)
class WindowState:
    """How the window was left.

    Attributes:
        geometry: as Qt writes it; empty before the first time.
        page: the number of the page; None before the first time.
        parts: the same for what is in it, tables and what can be moved, by name.
    """

    geometry: bytes = b""
    page: int | None = None
    parts: Mapping[str, bytes] = field(default_factory=dict)


def preferences() -> Preferences:
    """What is chosen now."""
    stored, usual = _stored(), Preferences()
    compression = _choice(stored, "preferences/compression", Compression)
    return Preferences(
        _choice(stored, "preferences/language", Language) or usual.language,
        _choice(stored, "preferences/theme", Theme) or usual.theme,
        _text(stored, "preferences/folder"),
        compression if compression in COMPRESSIONS else None,
        _text(stored, "preferences/notifies") != _NO,
        _text(stored, "preferences/keeps_awake") != _NO,
    )


def remember_preferences(chosen: Preferences) -> None:
    """Find these again the next time."""
    _remember(
        "preferences",
        language=chosen.language.value,
        theme=chosen.theme.value,
        folder=chosen.folder,
        compression=chosen.compression.value if chosen.compression else "",
        notifies=_YES if chosen.notifies else _NO,
        keeps_awake=_YES if chosen.keeps_awake else _NO,
    )


def engine_choices() -> EngineChoices:
    """The engines that are written down now."""
    stored = _stored()
    addresses = tuple(dict.fromkeys(_texts(stored, "engines/addresses")))
    chosen = _text(stored, "engines/chosen")
    return EngineChoices(addresses, chosen if chosen in addresses else "")


def remember_engine_choices(choices: EngineChoices) -> None:
    """Find these again the next time."""
    _remember("engines", addresses=list(choices.addresses), chosen=choices.chosen)


def save_choices() -> SaveChoices:
    """What a save begins with: what is always wanted, else what was chosen the last time."""
    stored, always = _stored(), preferences()
    compression = _choice(stored, "save/compression", Compression)
    part_bytes = None
    with suppress(ValueError):
        part_bytes = int(_text(stored, "save/part_bytes"))
    return SaveChoices(
        always.folder or _text(stored, "save/folder"),
        always.compression or (compression if compression in COMPRESSIONS else Compression.NONE),
        part_bytes if part_bytes and part_bytes > 0 else None,
        _text(stored, "save/checksum") == _YES,
        _text(stored, "save/is_separate") == _YES,
    )


def remember_save_choices(choices: SaveChoices) -> None:
    """Find these again the next time."""
    _remember(
        "save",
        folder=choices.folder,
        compression=choices.compression.value,
        part_bytes=str(choices.part_bytes or ""),
        checksum=_YES if choices.checksum else "",
        is_separate=_YES if choices.is_separate else "",
    )


def window_state() -> WindowState:
    """How the window was left the last time."""
    stored = _stored()
    page = None
    with suppress(ValueError):
        page = int(_text(stored, "window/page"))
    stored.beginGroup("window/parts")
    names = stored.childKeys()
    stored.endGroup()
    parts = {name: _bytes(stored, f"window/parts/{name}") for name in names}
    return WindowState(_bytes(stored, "window/geometry"), page, parts)


def remember_window_state(state: WindowState) -> None:
    """Find it again the next time."""
    page = "" if state.page is None else str(state.page)
    _remember("window", geometry=QByteArray(state.geometry), page=page)
    _remember("window/parts", **{name: QByteArray(part) for name, part in state.parts.items()})


def _remember(group: str, **values: object) -> None:
    """Written at once, as nobody tells this file when the program ends."""
    stored = _stored()
    for name, value in values.items():
        stored.setValue(f"{group}/{name}", value)
    stored.sync()


@functools.cache
def _stored() -> QSettings:
    """Always the same one: it alone knows what could not be written."""
    form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    return QSettings(form, scope, "image-ferry", "image-ferry")


def _text(stored: QSettings, name: str) -> str:
    value = stored.value(name, "")
    return value if isinstance(value, str) else ""


def _texts(stored: QSettings, name: str) -> list[str]:
    """Qt reads a list of one text as that text."""
    value = stored.value(name, "")
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, str) and each]


def _bytes(stored: QSettings, name: str) -> bytes:
    value = stored.value(name)
    return bytes(value.data()) if isinstance(value, QByteArray) else b""


def _choice(stored: QSettings, name: str, kind: type[Choice]) -> Choice | None:
    try:
        return kind(_text(stored, name))
    except ValueError:
        return None
