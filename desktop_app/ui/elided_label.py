"""A line of text that gives way: where there is no room its middle is left out."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from desktop_app.models.words import tip_text


class ElidedLabel(QLabel):
    """One line of plain text; all of it is said to screen readers and in the tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._whole = ""

    def set_whole_text(self, text: str) -> None:
        """Show this, as far as there is room."""
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self._fit()

    @override
    def sizeHint(self) -> QSize:
        sides = self.contentsMargins()
        width = self.fontMetrics().horizontalAdvance(self._whole) + sides.left() + sides.right()
        return QSize(width, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideMiddle, self.contentsRect().width()
        )
        self.setText(shown)
        self.setToolTip(tip_text(self._whole) if shown != self._whole else "")
