"""A message: something to know, or a question with one answer that goes ahead.

The texts are made by a function that is handed in, and made again when the language changes.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from desktop_app.ui import theme
from desktop_app.ui.dialogs.details_pane import DetailsPane
from desktop_app.ui.dialogs.dialog import Dialog


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
        if detail:
            self.add_details(DetailsPane(detail))
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
