"""A message: something to know, or a question with one answer that goes ahead.

The texts are made by a function that is handed in, and made again when the language changes.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.ui import theme
from desktop_app.ui.dialogs.dialog import Dialog

_LINES = 8
"""So many lines of somebody else's words are seen at once."""


@dataclass(frozen=True, slots=True)
class MessageText:
    """What a message says.

    Attributes:
        headline: what it is about, one sentence.
        explanation: what it means and what to do.
        close: the button that changes nothing.
        go_on: the button that does it, named after what it does; empty if there is nothing to do.
    """

    headline: str
    explanation: str
    close: str
    go_on: str = ""


class MessageDialog(Dialog):
    """A message. Its answer is ``accepted`` or ``rejected``, as with every QDialog.

    Args:
        parent: the window.
        make_text: what it says, in the language of now.
        detail: the engine's or the system's own words, for "Details".
        is_risky: whether Enter must not go ahead.
    """

    def __init__(
        self,
        parent: QWidget | None,
        make_text: Callable[[], MessageText],
        detail: str = "",
        *,
        is_risky: bool = False,
    ) -> None:
        super().__init__(parent)
        self._make_text = make_text
        is_question = bool(make_text().go_on)
        self._details_pane = _DetailsPane(detail) if detail else None
        if self._details_pane is not None:
            self.add_details(self._details_pane)
        self._close = self.add_button(is_default=is_risky or not is_question)
        self._close.clicked.connect(self.reject)
        self._go_on: QPushButton | None = None
        if is_question:
            self._go_on = self.add_button(is_default=not is_risky)
            self._go_on.clicked.connect(self.accept)
        theme.make_primary(self._close if is_risky or self._go_on is None else self._go_on)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        text = self._make_text()
        self.set_texts(text.headline, text.explanation)
        self._close.setText(text.close)
        if self._go_on is not None:
            self._go_on.setText(text.go_on)
        if self._details_pane is not None:
            self._details_pane.retranslate()


class _DetailsPane(QWidget):
    """Somebody else's words as they are, and a button that copies them."""

    def __init__(self, detail: str) -> None:
        super().__init__()
        self._detail = detail
        self._text = QPlainTextEdit(detail)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(_LINES * self.fontMetrics().lineSpacing())
        self._copy = QPushButton()
        self._copy.clicked.connect(self._on_copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text)
        layout.addWidget(self._copy, alignment=Qt.AlignmentFlag.AlignLeading)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._text.setAccessibleName(self.tr("Details"))
        self._copy.setText(self.tr("Copy"))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._detail)
