"""A filter over a table of records. It never sorts: the table does, and this follows its order."""

from PySide6.QtCore import QObject, QSortFilterProxyModel, Qt
from typing_extensions import override

from desktop_app.models.record_table import Index, RecordTableModel, Row


class FilterProxy(QSortFilterProxyModel):
    """Shows the rows that are found by every word of a text, in whatever case.

    Args:
        model: the table; kept by whoever made it.
        parent: owns the proxy.
    """

    def __init__(self, model: RecordTableModel[Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matches = model.matches
        self._words: tuple[str, ...] = ()
        self.setSourceModel(model)

    def set_text(self, text: str) -> None:
        """Filter by these words; without any, all rows are shown."""
        words = tuple(text.casefold().split())
        if words != self._words:
            self._words = words
            self.invalidate()  # at once; row by row a view takes long to follow

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        return self._matches(source_row, self._words)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.sourceModel().sort(column, order)
