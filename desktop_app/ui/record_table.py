"""A table of records as every list page shows it: whole rows, sorting, and columns that fit."""

from collections.abc import Sequence
from typing import Generic

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QRect,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
)
from typing_extensions import override

from desktop_app.models.record_table import Index, RecordTableModel, Role, Row
from desktop_app.ui import theme
from desktop_app.ui.cell_delegate import CellDelegate

_WIDEST_CHARACTERS = 26
"""No column but the first takes more where there is not room for all."""

_NARROWEST_FIRST = 30
_LOOKED_AT_ROWS = 100
_NAME = 0
_ORDERS = {
    order.value: order for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
}


class RecordTable(QTableView, Generic[Row]):
    """Shows a table; its first column takes the room that the others leave.

    Signals:
        selection_changed(): other rows are selected, or the same ones have changed.

    Args:
        model: what is shown.
        actions: what can be done with the selected rows; they make the context menu.
        spare_columns: where names would get too narrow, these are left out, the first one first.
    """

    selection_changed = Signal()

    def __init__(
        self,
        model: RecordTableModel[Row],
        actions: Sequence[QAction],
        spare_columns: Sequence[int] = (),
    ) -> None:
        super().__init__()
        self._spare_columns = spare_columns
        self._selected: tuple[Row, ...] | None = None
        self._wanted_widths: list[int] = []
        self._is_fitting = False
        self._is_fitted_by_hand = False
        self._records = model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(model, self))
        self._set_up_rows()
        self._set_up_header()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.addActions(actions)
        self._later = QTimer(self)  # many changes at once ask for one fit
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._measure_columns)
        for signal in (model.rowsInserted, model.dataChanged, model.headerDataChanged):
            signal.connect(self._later.start)
        for signal in (model.dataChanged, model.layoutChanged):
            signal.connect(self._tell_selection)
        model.layoutChanged.connect(self.doItemsLayout)  # or the header would be painted twice

    @property
    def selected(self) -> tuple[Row, ...]:
        """The records of the selected rows, from top to bottom."""
        if self._selected is None:  # of thousands it takes a moment, and many ask for them
            indexes = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
            self._selected = tuple(index.data(Role.RECORD) for index in indexes)
        return self._selected

    @property
    def layout_state(self) -> bytes:
        """How it is sorted, and its widths if somebody has set them; for `restore_layout`."""
        header = self.horizontalHeader()
        numbers = [header.sortIndicatorSection(), header.sortIndicatorOrder().value]
        if self._is_fitted_by_hand:
            numbers += [header.sectionSize(column) for column in range(header.count())]
        return ",".join(map(str, numbers)).encode()

    def restore_layout(self, state: bytes) -> None:
        """Be as it was left; what does not fit the columns of now is ignored."""
        try:
            sorted_by, order, *widths = map(int, state.split(b","))
        except ValueError:
            return
        count = self.horizontalHeader().count()
        if 0 <= sorted_by < count and order in _ORDERS:
            self.sortByColumn(sorted_by, _ORDERS[order])
        if len(widths) == count and widths[_NAME] > 0:
            self._is_fitted_by_hand = True
            for column, width in enumerate(widths):
                self.setColumnHidden(column, width <= 0)
                self.setColumnWidth(column, width)

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._tell_selection()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()  # the frame goes around whole rows

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        current = self.currentIndex()
        if not (current.isValid() and self.hasFocus()):
            return
        is_selected = self.selectionModel().isSelected(current)
        if is_selected and len(self.selected) == 1:
            return
        palette = self.palette()
        colour = palette.highlightedText() if is_selected else palette.highlight()
        painter = QPainter(self.viewport())
        painter.setPen(colour.color())
        top, height = self.rowViewportPosition(current.row()), self.rowHeight(current.row())
        row = QRect(0, top, self.viewport().width(), height)
        painter.drawRect(row.marginsRemoved(theme.margins(theme.LINE)))

    @Slot()
    def _tell_selection(self) -> None:
        self._selected = None
        self.selection_changed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _set_up_rows(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFrameShape(QFrame.Shape.NoFrame)
        theme.set_look(self, theme.Look.ROWS)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table, arrows move in it
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(
            self.fontMetrics().height() + 2 * (theme.GAP + theme.SMALL_GAP // 2)
        )

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(4 * self.fontMetrics().averageCharWidth())
        header.setSortIndicator(_NAME, Qt.SortOrder.AscendingOrder)
        header.sectionResized.connect(self._on_section_resized)
        self.setSortingEnabled(True)

    @Slot()
    def _on_section_resized(self) -> None:
        """Whoever sets a width keeps it."""
        if not self._is_fitting and self.isVisible():
            self._is_fitted_by_hand = True

    @Slot()
    def _measure_columns(self) -> None:
        """What is in them has changed; at each new width of the window it would take too long."""
        columns = range(self.model().columnCount())
        self._wanted_widths = [self._wanted_width(column) for column in columns]
        self._fit_columns()

    def _fit_columns(self) -> None:
        if self._is_fitted_by_hand or self._is_fitting or not self._wanted_widths:
            return
        self._is_fitting = True
        for column, width in enumerate(self._widths()):
            self.setColumnHidden(column, not width)
            if width:
                self.setColumnWidth(column, width)
        self._is_fitting = False

    def _widths(self) -> list[int]:
        """As wide as what is in them; where that is too much, long texts have to give way."""
        name, *others = self._wanted_widths
        room, character = self.viewport().width(), self.fontMetrics().averageCharWidth()
        others = _within(room - name, others, _WIDEST_CHARACTERS * character)
        least = _NARROWEST_FIRST * character
        for column in self._spare_columns:
            if room - sum(others) < min(name, least):
                others[column - 1] = 0
        return [max(room - sum(others), min(name, least)), *others]

    def _wanted_width(self, column: int) -> int:
        header_width = self.horizontalHeader().sectionSizeHint(column)
        return max(header_width, self.sizeHintForColumn(column) + theme.GAP)

    @override
    def sizeHintForColumn(self, column: int) -> int:
        """Of the rows in sight and some around them; Qt asks through the delegate, cell by cell."""
        count = self._records.rowCount()
        first = max(min(self.rowAt(0), count - _LOOKED_AT_ROWS), 0)
        text, width = self._records.columns[column].text, self.fontMetrics().horizontalAdvance
        places = range(first, min(first + _LOOKED_AT_ROWS, count))
        widths = [width(text(self._records.row_at(place))) for place in places]
        return max(widths, default=0) + 2 * theme.CELL_GAP


def _within(room: int, widths: Sequence[int], most: int) -> list[int]:
    """Widths that are cut down to `most` where there is no room for more."""
    narrow = [min(width, most) for width in widths]
    left = max(room - sum(narrow), 0)
    for place, width in enumerate(widths):
        more = min(width - narrow[place], left)
        narrow[place] += more
        left -= more
    return narrow
