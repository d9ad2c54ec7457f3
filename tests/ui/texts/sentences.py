"""What every table of sentences must keep to."""

import string
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator
from typing_extensions import override


class Marking(QTranslator):
    """Stands in for a language: puts every text that it is asked for between guillemets."""

    @override
    def translate(
        self, context: str, source_text: str, /, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"«{source_text}»"

    @override
    def isEmpty(self) -> bool:
        return False


@contextmanager
def another_language(app: QCoreApplication) -> Iterator[None]:
    """Inside, every text that goes through the translator is marked."""
    translator = Marking(app)
    app.installTranslator(translator)
    try:
        yield
    finally:
        app.removeTranslator(translator)


def placeholders(source: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(source) if name is not None}
