"""The lines that reports are made of: a name, then what is to be known, in full.

What the report of something says, and in which order, is said beside that thing.
"""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app.models.words import size_text
from desktop_app.ui.texts.joints import joined, listed
from desktop_app.ui.texts.safe import safe

_LONGEST_PATH = 4096


def report_line(name: str, value: str) -> str:
    """``Result: Done``."""
    return QCoreApplication.translate("Reports", "{name}: {value}").format(name=name, value=value)


def file_line(path: Path) -> str:
    """``File: /media/stick/shop.tar``."""
    return report_line(QCoreApplication.translate("Reports", "File"), whole_path_text(path))


def whole_path_text(path: Path) -> str:
    """A path of any length, made fit to be shown."""
    return safe(str(path), _LONGEST_PATH)


def size_line(size_bytes: int) -> str:
    """``Size: 1.02 GB (1,023,456,789 bytes)``."""
    text = QCoreApplication.translate("Reports", "{size} ({count} bytes)")
    size = text.format(size=size_text(size_bytes), count=QLocale().toString(size_bytes))
    return report_line(QCoreApplication.translate("Reports", "Size"), size)


def image_line(names: Iterable[str], facts: Iterable[str]) -> str:
    """``Image: shop/web:2.1 · linux/amd64 · sha256:…``."""
    shown = listed(names) or QCoreApplication.translate("Reports", "(without a name)")
    name = QCoreApplication.translate("Reports", "Image")
    return report_line(name, joined([shown, *map(safe, facts)]))
