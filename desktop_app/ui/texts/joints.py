"""Where languages differ in how words are put together: sentences in a row, letters for keys."""

import re
from collections.abc import Iterable
from functools import reduce

from PySide6.QtCore import QCoreApplication

_MNEMONIC = re.compile(r"\(&\w\)|&(?=\w)")


def sentences(texts: Iterable[str]) -> str:
    """One after the other; Chinese has no space between them."""
    return reduce(_followed_by, filter(None, texts), "")


def without_mnemonic(text: str) -> str:
    """A menu's text as a button says it: ``打开文件…`` for ``打开文件(&O)…``."""
    return _MNEMONIC.sub("", text)


def _followed_by(first: str, second: str) -> str:
    if not first:
        return second
    text = QCoreApplication.translate("Sentences", "{first} {second}")
    return text.format(first=first, second=second)
