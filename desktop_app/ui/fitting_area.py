"""A scroll area that is no higher than what is in it, so that others get the room."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.ui.one_layout import laid_out_once

_LARGE = QSize(36, 24)
"""In lines, both ways."""


class FittingArea(QScrollArea):
    """Scrolls up and down only; its bar stands in the margin and takes no room from the rest.

    Attributes:
        column: what is in it, from top to bottom; laid out once for all changes at a time.

    Args:
        margin: at both sides.
    """

    def __init__(self, margin: int) -> None:
        super().__init__()
        self._margin = margin
        self._content = QWidget()
        self.column = QVBoxLayout(self._content)
        self.column.setEnabled(False)
        self.setWidget(self._content)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def minimumSizeHint(self) -> QSize:
        """Nothing in it is cut off at a side."""
        hint = super().minimumSizeHint()
        return hint.expandedTo(QSize(self.column.totalMinimumSize().width() + self._margin, 0))

    @override
    def sizeHint(self) -> QSize:
        """As large as what is in it, but not as the whole screen."""
        return self._content.size().boundedTo(_LARGE * self.fontMetrics().height())

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
        """Lines that wrap make it higher where it is narrow.

        Qt would resize what is in it, too, but asks all of it for its height time and again.
        """
        left = self._margin - self.viewport().x()
        right = self._margin - (self.width() - self.viewport().geometry().right() - 1)
        self.column.setContentsMargins(max(left, 0), 0, max(right, 0), 0)
        width, least = self.viewport().width(), self.column.totalMinimumSize()
        height = max(self.column.totalHeightForWidth(width), least.height())
        with laid_out_once(self.column):  # or first at the height of before
            self._content.resize(max(width, least.width()), height)
        self.column.activate()
        self.column.setEnabled(False)
        self.setMaximumHeight(height)
        self.updateGeometry()
