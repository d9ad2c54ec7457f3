"""What stands where a list has nothing to show: why, and what to do next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.dialogs.dialog import text_label


class EmptyState(QWidget):
    """Two sentences in the middle of the room that there is."""

    def __init__(self) -> None:
        super().__init__()
        self._headline = text_label()
        self._advice = text_label()
        theme.make_bold(self._headline)
        theme.make_quiet(self._advice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.margins(theme.WIDE))
        layout.setSpacing(theme.GAP)
        layout.addStretch(1)
        for label in (self._headline, self._advice):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addStretch(2)

    def set_texts(self, headline: str, advice: str) -> None:
        """Say that there is nothing, and what to do."""
        self._headline.setText(headline)
        self._advice.setText(advice)
