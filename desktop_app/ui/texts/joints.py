"""Where languages differ in how words are put together: in rows and lists, with a key's letter."""

import re
from collections.abc import Iterable
from functools import reduce

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.texts.safe import safe

_MOST_NAMES = 3
_MNEMONIC = re.compile(r"\(&\w\)|&(?=\w)")


def sentences(texts: Iterable[str]) -> str:
    """One after the other; Chinese has no space between them."""
    return reduce(_followed_by, filter(None, texts), "")


def joined(parts: Iterable[str]) -> str:
    """In one line, with dots between those that are not empty."""
    return " · ".join(filter(None, parts))


def listed(names: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``; made fit to be shown.

    Qt's own list has no space around the Chinese “and”, so that two paths look like one.
    """
    *most, last = [safe(name) for name in names] or [""]
    if not most:
        return last
    separator = QCoreApplication.translate("Lists", ", ")
    text = QCoreApplication.translate("Lists", "{first} and {last}")
    return text.format(first=separator.join(most), last=last)


def briefly_listed(names: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``, ``a, b and 4 more``; made fit to be shown."""
    shown = list(names)
    if len(shown) > _MOST_NAMES:
        left = len(shown) - (_MOST_NAMES - 1)
        more = QCoreApplication.translate("Lists", "%n more", "", left)
        shown = [*shown[: _MOST_NAMES - 1], more]
    return listed(shown)


def without_mnemonic(text: str) -> str:
    """A menu's text as a button says it: ``打开文件…`` for ``打开文件(&O)…``."""
    return _MNEMONIC.sub("", text)


def _followed_by(first: str, second: str) -> str:
    if not first:
        return second
    text = QCoreApplication.translate("Sentences", "{first} {second}")
    return text.format(first=first, second=second)
