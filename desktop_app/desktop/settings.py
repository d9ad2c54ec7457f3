"""What people have chosen and find again the next time; what makes no sense is forgotten."""

from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QSettings

from desktop_app.archives import Compression

_SAVED_AS = (Compression.NONE, Compression.ZSTD, Compression.GZIP)
_YES = "yes"


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


def save_choices() -> SaveChoices:
    """What was chosen the last time."""
    stored = _stored()
    compression, part_bytes = Compression.NONE, None
    with suppress(ValueError):
        compression = Compression(_text(stored, "compression"))
    with suppress(ValueError):
        part_bytes = int(_text(stored, "part_bytes"))
    return SaveChoices(
        _text(stored, "folder"),
        compression if compression in _SAVED_AS else Compression.NONE,
        part_bytes if part_bytes and part_bytes > 0 else None,
        _text(stored, "checksum") == _YES,
        _text(stored, "is_separate") == _YES,
    )


def remember_save_choices(choices: SaveChoices) -> None:
    """Find these again the next time."""
    stored = _stored()
    stored.setValue("save/folder", choices.folder)
    stored.setValue("save/compression", choices.compression.value)
    stored.setValue("save/part_bytes", str(choices.part_bytes or ""))
    stored.setValue("save/checksum", _YES if choices.checksum else "")
    stored.setValue("save/is_separate", _YES if choices.is_separate else "")


def _stored() -> QSettings:
    form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    return QSettings(form, scope, "image-ferry", "image-ferry")


def _text(stored: QSettings, name: str) -> str:
    value = stored.value(f"save/{name}", "")
    return value if isinstance(value, str) else ""
