"""Words in full, mostly somebody else's, and a button that copies them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.ui import theme

_LINES = 10
"""So many are seen at once."""


class DetailsPane(QWidget):
    """What stands under "Details".

    Args:
        detail: the engine's or the system's own words, or a report.
        can_copy: whether it has a button of its own that copies them.
    """

    def __init__(self, detail: str, *, can_copy: bool = True) -> None:
        super().__init__()
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._copy = QPushButton()
        self._copy.setAutoDefault(False)
        self._copy.clicked.connect(self._on_copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self._text)
        layout.addWidget(self._copy, alignment=Qt.AlignmentFlag.AlignLeading)
        self._copy.setVisible(can_copy)
        self._show(detail)
        self.retranslate()

    def set_detail(self, detail: str) -> None:
        """Show other words; whoever is reading stays where they are if they are the same."""
        if detail != self._detail:
            self._show(detail)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._text.setAccessibleName(self.tr("Details"))
        self._copy.setText(self.tr("Copy"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show(self, detail: str) -> None:
        self._detail = detail
        self._text.setPlainText(detail)
        lines = min(_LINES, detail.count("\n") + 3)
        self._text.setFixedHeight(lines * self.fontMetrics().lineSpacing() + theme.CARD_GAP)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._detail)
