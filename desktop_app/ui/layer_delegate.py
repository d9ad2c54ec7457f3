"""Draws a layer of an image: its command, its size, and a bar that compares it with the others."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop_app.models.layers import LayerRow, layer_size_text
from desktop_app.models.record_table import Index, Role
from desktop_app.ui import theme

_FEWEST_CHARACTERS = 12


class LayerDelegate(QStyledItemDelegate):
    """Two lines a layer; the bar is nothing but the size, which is said in words, too."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(option.font)
        height = metrics.height() + theme.SMALL_GAP + theme.BAR + 2 * theme.SMALL_GAP
        return QSize(_FEWEST_CHARACTERS * metrics.averageCharWidth(), height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        style = whole.widget.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, whole, painter, whole.widget
        )
        row: LayerRow = index.data(Role.RECORD)
        painter.save()
        inside = whole.rect.marginsRemoved(theme.margins(theme.SMALL_GAP))
        _draw_words(painter, whole, inside, row)
        if row.step.size_bytes:
            _draw_bar(painter, whole, inside, row.share)
        painter.restore()


def _draw_words(
    painter: QPainter, option: QStyleOptionViewItem, inside: QRect, row: LayerRow
) -> None:
    is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
    palette, metrics = option.palette, QFontMetrics(option.font)
    painter.setFont(option.font)
    size = layer_size_text(row)
    size_width = metrics.horizontalAdvance(size)
    line = QRect(inside.topLeft(), QSize(inside.width(), metrics.height()))
    place = QRect(line).adjusted(0, 0, -size_width - theme.GAP, 0)
    text = metrics.elidedText(option.text, Qt.TextElideMode.ElideRight, place.width())
    chosen = QPalette.ColorRole.HighlightedText
    painter.setPen(palette.color(chosen if is_selected else QPalette.ColorRole.Text))
    _draw_text(painter, option, _mirrored(option, line, place), text, Qt.AlignmentFlag.AlignLeft)
    painter.setPen(palette.color(chosen if is_selected else QPalette.ColorRole.PlaceholderText))
    _draw_text(painter, option, line, size, Qt.AlignmentFlag.AlignRight)


def _draw_text(
    painter: QPainter,
    option: QStyleOptionViewItem,
    place: QRect,
    text: str,
    side: Qt.AlignmentFlag,
) -> None:
    side = QStyle.visualAlignment(option.direction, side)
    painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, text)


def _draw_bar(painter: QPainter, option: QStyleOptionViewItem, inside: QRect, share: float) -> None:
    is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
    whole = QRect(inside)
    whole.setTop(inside.bottom() + 1 - theme.BAR)
    part = QRect(whole)
    part.setWidth(max(round(share * whole.width()), theme.LINE))
    palette, radius = option.palette, theme.BAR / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen((palette.highlightedText() if is_selected else palette.midlight()).color())
    painter.setBrush(Qt.BrushStyle.NoBrush if is_selected else palette.alternateBase())
    painter.drawRoundedRect(whole, radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.highlightedText() if is_selected else palette.highlight())
    painter.drawRoundedRect(_mirrored(option, whole, part), radius, radius)


def _mirrored(option: QStyleOptionViewItem, whole: QRect, part: QRect) -> QRect:
    """Where a part lies in languages that are written from right to left."""
    return QStyle.visualRect(option.direction, whole, part)
