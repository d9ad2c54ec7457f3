"""A table of records as every list page shows it: whole rows, sorting, and columns that fit."""

from collections.abc import Sequence
from typing import Generic

from PySide6.QtCore import QItemSelection, QSortFilterProxyModel, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView
from typing_extensions import override

from desktop_app.models.record_table import Role, Row
from desktop_app.ui import theme

_WIDEST_CHARACTERS = 26
"""No column but the first takes more, whatever is in it."""

_NARROWEST_FIRST = 16
_LOOKED_AT_ROWS = 100
_NAME = 0


class RecordTable(QTableView, Generic[Row]):
    """Shows a filtered table; its first column takes the room that the others leave.

    Signals:
        selection_changed(): other rows are selected, or the same ones have changed.

    Args:
        proxy: what is shown, over a `RecordTableModel`.
        actions: what can be done with the selected rows; they make the context menu.
    """

    selection_changed = Signal()

    def __init__(self, proxy: QSortFilterProxyModel, actions: Sequence[QAction]) -> None:
        super().__init__()
        self._is_fitting = False
        self._is_fitted_by_hand = False
        self.setModel(proxy)
        self._set_up_rows()
        self._set_up_header()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.addActions(actions)
        self._later = QTimer(self)  # many changes at once ask for one fit
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._fit_columns)
        for signal in (proxy.rowsInserted, proxy.dataChanged, proxy.headerDataChanged):
            signal.connect(self._later.start)
        proxy.dataChanged.connect(self.selection_changed)

    @property
    def selected(self) -> tuple[Row, ...]:
        """The records of the selected rows, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.model().index(row, _NAME).data(Role.RECORD) for row in rows)

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
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
        header.setResizeContentsPrecision(_LOOKED_AT_ROWS)
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
    def _fit_columns(self) -> None:
        if self._is_fitted_by_hand or self._is_fitting:
            return
        self._is_fitting = True
        character = self.fontMetrics().averageCharWidth()
        left = self.viewport().width()
        for column in range(_NAME + 1, self.model().columnCount()):
            header_width = self.horizontalHeader().sectionSizeHint(column)
            cells_width = self.sizeHintForColumn(column) + 2 * theme.GAP
            width = max(header_width, min(cells_width, _WIDEST_CHARACTERS * character))
            self.setColumnWidth(column, width)
            left -= width
        self.setColumnWidth(_NAME, max(left, _NARROWEST_FIRST * character))
        self._is_fitting = False
