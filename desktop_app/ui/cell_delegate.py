"""Draws the cells of a table of records."""

from typing import Generic

from PySide6.QtCore import QMargins, QObject
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop_app.models.record_table import Index, RecordTableModel, Row
from desktop_app.ui import theme

_MARGINS = QMargins(theme.CELL_GAP, 0, theme.CELL_GAP, 0)


class CellDelegate(QStyledItemDelegate, Generic[Row]):
    """A line of text on the colour of its row, as Qt's own delegate draws it, but sooner.

    That one asks the model seven times for each cell, in Python, and reckons with pictures and
    boxes to tick, which no cell has: half as long again for each letter in a filter.

    Args:
        model: has the texts.
        parent: owns the delegate.
    """

    def __init__(self, model: RecordTableModel[Row], parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        column = self._model.columns[index.column()]
        text = column.text(self._model.row_at(index.row()))
        role = QPalette.ColorRole.Text
        if QStyle.StateFlag.State_Selected in option.state:
            role = QPalette.ColorRole.HighlightedText
            panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
            option.widget.style().drawPrimitive(panel, option, painter, option.widget)
        place = option.rect.marginsRemoved(_MARGINS)
        painter.setLayoutDirection(option.direction)
        painter.setPen(option.palette.color(role))
        text = option.fontMetrics.elidedText(text, option.textElideMode, place.width())
        painter.drawText(place, column.alignment, text)
