"""A scroll area that is no higher than what is in it, so that others get the room."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override


class FittingArea(QScrollArea):
    """Scrolls up and down only; its bar stands in the margin and takes no room from the rest.

    Attributes:
        column: what is in it, from top to bottom.

    Args:
        margin: at both sides.
    """

    def __init__(self, margin: int) -> None:
        super().__init__()
        self._margin = margin
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def minimumSizeHint(self) -> QSize:
        """Nothing in it is cut off at a side."""
        hint = super().minimumSizeHint()
        return hint.expandedTo(QSize(self.column.totalMinimumSize().width() + self._margin, 0))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Lines that wrap make it higher where it is narrow."""
        left = self._margin - self.viewport().x()
        right = self._margin - (self.width() - self.viewport().geometry().right() - 1)
        self.column.setContentsMargins(max(left, 0), 0, max(right, 0), 0)
        height = self.column.totalHeightForWidth(self.viewport().width())
        self.setMaximumHeight(max(height, self.column.totalMinimumSize().height()))
        self.updateGeometry()
