"""A table of frozen records that changes by difference, so that selection and scrolling stay.

Sorting and filtering happen here and in Python: Qt's own sorting compares sizes beyond 2 GiB
wrongly, and its filter asks Python about each row, one by one. What the columns show stands in the
modules of the records.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop_app.models.diff import Run, difference
from desktop_app.models.words import tip_text

if TYPE_CHECKING:
    from _typeshed import SupportsRichComparison

Row = TypeVar("Row")
Index: TypeAlias = QModelIndex | QPersistentModelIndex

LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class Role(IntEnum):
    """What a row has beyond its texts."""

    SORT = Qt.ItemDataRole.UserRole + 1  # what its column is sorted by
    RECORD = Qt.ItemDataRole.UserRole + 2  # the frozen record itself
    KEY = Qt.ItemDataRole.UserRole + 3  # what makes it the same row after a change


@dataclass(frozen=True)  # a generic class with slots cannot be made by its full name before 3.12
class Column(Generic[Row]):
    """One column.

    Attributes:
        header: its title, asked for whenever it is shown, so that it follows the language.
        text: of a cell.
        sort_key: of a cell; all of one column must compare with each other.
        alignment: of the header and the cells.
        tooltip: of a cell; the text itself if not given.
        accessible_text: what a screen reader says; the text itself if not given.
    """

    header: Callable[[], str]
    text: Callable[[Row], str]
    sort_key: "Callable[[Row], SupportsRichComparison]"
    alignment: Qt.AlignmentFlag = LEADING
    tooltip: Callable[[Row], str] | None = None
    accessible_text: Callable[[Row], str] | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """What a row is found by, whatever the case.

    Attributes:
        text: may hold a word anywhere.
        digits: an ID, of which a word may be the beginning; short words are in the midst of any.
    """

    text: str
    digits: str = ""


@dataclass(slots=True, eq=False)
class _Entry(Generic[Row]):
    """The row that has a key by now, and what is worked out of it once."""

    key: Hashable
    row: Row
    search_text: str = ""  # casefolded
    search_digits: str = ""
    sort_key: "SupportsRichComparison" = 0


class RecordTableModel(QAbstractTableModel, Generic[Row]):
    """Rows of one kind of record.

    Attributes:
        columns: from left to right.

    Args:
        columns: from left to right.
        key: tells which rows are the same one; every row has its own.
        search: tells what a row is found by.
        parent: owns the model.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        search: Callable[[Row], Search],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._search = search
        self._by_key: dict[Hashable, _Entry[Row]] = {}
        self._given: list[_Entry[Row]] = []  # in the order in which they were given
        self._sorted: list[_Entry[Row]] = []  # the same in the order in which they are shown
        self._entries: list[_Entry[Row]] = []  # those of them that the filter lets through
        self._sort_key: Callable[[Row], SupportsRichComparison] = _alike
        self._is_descending = False
        self._filter = ""  # casefolded

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are shown, in their order."""
        return tuple(entry.row for entry in self._entries)

    @property
    def count(self) -> int:
        """How many rows there are, whether the filter lets them be seen or not."""
        return len(self._given)

    def apply(self, rows: Iterable[Row]) -> None:
        """Show these rows from now on; what stays keeps its place, selection and focus.

        Args:
            rows: in the order that decides between rows that sort alike. Those that are the very
                objects of before cost next to nothing.
        """
        rows = list(rows)  # none of them may have the ID of one that is gone
        same = {id(entry.row): entry for entry in self._given}
        changed: set[_Entry[Row]] = set()
        given = [same.get(id(row)) or self._entry(row, changed) for row in rows]
        if given != self._given or changed:
            self._given = given
            self._by_key = {entry.key: entry for entry in given}
            self._sorted = self._in_order()
            self._become(self._let_through(self._sorted), changed)

    def replace(self, row: Row) -> None:
        """Show this in the place of the row with the same key, without a look at the others.

        Args:
            row: sorts and is found as the one before.
        """
        changed = self._by_key[self._key(row)]
        changed.row = row
        if changed in self._entries:
            place = self._entries.index(changed)
            self._tell_changed(Run(place, place))

    def filter(self, text: str) -> None:
        """Show only the rows that are found by every word of a text, in whatever case."""
        before, self._filter = self._filter, text.casefold()
        if self._filter.split() != before.split():
            is_stricter = self._filter.startswith(before)
            self._rearrange(self._let_through(self._entries if is_stricter else self._sorted))

    def row_at(self, position: int) -> Row:
        """The row that is shown there."""
        return self._entries[position].row

    def retranslate(self) -> None:
        """Let all texts be asked for again, in the language of now; some rows are found by them."""
        for entry in self._given:
            self._worked_out(entry)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._entries:
            self._tell_changed(Run(0, len(self._entries) - 1))
        if self._filter.split():
            self._rearrange(self._let_through(self._sorted))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._entries)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        show = _CELLS.get(role)  # a view asks for many roles, most of which no cell has
        if show is None or not index.isValid():
            return None
        return show(self.columns[index.column()], self._entries[index.row()])

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.columns[section].header()
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.columns[section].alignment
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column from now on; -1 is the order in which the rows were given."""
        sort_key = self.columns[column].sort_key if column >= 0 else _alike
        is_descending = order is Qt.SortOrder.DescendingOrder
        if (sort_key, is_descending) == (self._sort_key, self._is_descending):
            return  # a view asks twice
        self._sort_key, self._is_descending = sort_key, is_descending
        for entry in self._given:
            entry.sort_key = sort_key(entry.row)
        self._sorted = self._in_order()
        self._rearrange(self._let_through(self._sorted))

    def _entry(self, row: Row, changed: set[_Entry[Row]]) -> _Entry[Row]:
        """The one with this row's key, which has the row from now on."""
        key = self._key(row)
        entry = self._by_key.get(key)
        if entry is None:
            return self._worked_out(_Entry(key, row))
        if entry.row != row:
            entry.row = row
            changed.add(self._worked_out(entry))
        return entry

    def _worked_out(self, entry: _Entry[Row]) -> _Entry[Row]:
        search = self._search(entry.row)
        entry.search_text, entry.search_digits = search.text.casefold(), search.digits
        entry.sort_key = self._sort_key(entry.row)
        return entry

    def _in_order(self) -> list[_Entry[Row]]:
        return sorted(self._given, key=attrgetter("sort_key"), reverse=self._is_descending)

    def _let_through(self, entries: Sequence[_Entry[Row]]) -> list[_Entry[Row]]:
        found = list(entries)
        for word in self._filter.split():
            found = [
                entry
                for entry in found
                if word in entry.search_text or entry.search_digits.startswith(word)
            ]
        return found

    def _become(self, target: list[_Entry[Row]], changed: Collection[_Entry[Row]]) -> None:
        steps = difference(self._entries, target, changed)
        for run in steps.removals:
            self.beginRemoveRows(QModelIndex(), run.first, run.last)
            del self._entries[run.first : run.last + 1]
            self.endRemoveRows()
        if steps.order is not None:
            self._rearrange([self._entries[place] for place in steps.order])
        for run in steps.insertions:
            self.beginInsertRows(QModelIndex(), run.first, run.last)
            self._entries[run.first : run.first] = target[run.first : run.last + 1]
            self.endInsertRows()
        for run in steps.changes:
            self._tell_changed(run)

    def _rearrange(self, target: list[_Entry[Row]]) -> None:
        """Show these of the known rows, in this order; selection and current row go with them.

        All at once: a view takes long to follow row by row.
        """
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        entries = [self._entries[index.row()] for index in before]
        self._entries = target
        if before:
            places = {entry: place for place, entry in enumerate(target)}
            after = [
                self.index(places.get(entry, -1), index.column())
                for entry, index in zip(entries, before, strict=True)
            ]
            self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _tell_changed(self, run: Run) -> None:
        """All columns at once: each of them hands out the record, which is another one now."""
        last_column = len(self.columns) - 1
        self.dataChanged.emit(self.index(run.first, 0), self.index(run.last, last_column))


def _alike(_row: object) -> int:
    """In the order in which the rows were given."""
    return 0


_CELLS: Mapping[int, Callable[[Column[Any], _Entry[Any]], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda column, entry: column.text(entry.row),
    Qt.ItemDataRole.ToolTipRole: (
        lambda column, entry: tip_text((column.tooltip or column.text)(entry.row))
    ),
    Qt.ItemDataRole.AccessibleTextRole: (
        lambda column, entry: (column.accessible_text or column.text)(entry.row)
    ),
    Qt.ItemDataRole.TextAlignmentRole: lambda column, _entry: column.alignment,
    Role.SORT: lambda column, entry: column.sort_key(entry.row),
    Role.RECORD: lambda _column, entry: entry.row,
    Role.KEY: lambda _column, entry: entry.key,
}
