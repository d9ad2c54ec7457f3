"""A button that looks like a link, for what leads away from what a dialog is for."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from desktop_app.ui import theme


class Link(QPushButton):
    """Something to look at beside the question; `clicked` says that it is wanted.

    Args:
        make_text: what it says, in the language of now.
    """

    def __init__(self, make_text: Callable[[], str]) -> None:
        super().__init__()
        self._make_text = make_text
        self.setAutoDefault(False)
        theme.set_look(self, theme.Look.LINK)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setText(self._make_text())

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
