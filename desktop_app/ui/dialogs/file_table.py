"""Many opened files as a table, a row for each: what will happen with it, and what keeps it back.

What is asked about the chosen one stands elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from desktop_app.archives.compatibility import Method, VerdictCode
from desktop_app.errors import ErrorCode
from desktop_app.models.record_table import Column, Index, RecordTableModel, Search
from desktop_app.ui import theme
from desktop_app.ui.file_plan import FilePlan
from desktop_app.ui.opened_file import OpenedFile
from desktop_app.ui.texts import error_text, listed, reason_text, safe

_SEEN_ROWS, _LEAST_ROWS = 8, 3
_UNREMARKABLE = {VerdictCode.FITS, VerdictCode.REPLACES_NAMES}
"""Nothing more is to be said of these once everything is answered."""


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    file: OpenedFile


class FileTable(QTableView):
    """One row is chosen at a time.

    Signals:
        chosen(int): the number of the file in this row is the chosen one now.

    Args:
        files: in the order in which they are shown.
    """

    chosen = Signal(object)

    def __init__(self, files: Sequence[OpenedFile]) -> None:
        super().__init__()
        self._files = RecordTableModel(_COLUMNS, _key, _search, self)
        self._files.apply(_Row(number, file) for number, file in enumerate(files))
        self.setModel(self._files)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        theme.set_look(self, theme.Look.ROWS)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.retranslate()

    def choose(self, number: int) -> None:
        """Choose the file with this number."""
        self.selectRow(number)

    def show_file(self, number: int, file: OpenedFile) -> None:
        """Show what is known of a file now."""
        self._files.replace(_Row(number, file))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(self.tr("Files"))
        self._files.retranslate()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self._files.row_at(current.row()).number)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def sizeHint(self) -> QSize:
        rows = min(self._files.rowCount(QModelIndex()), _SEEN_ROWS)
        return QSize(super().sizeHint().width(), self._height_of(rows))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height_of(_LEAST_ROWS))

    def _height_of(self, rows: int) -> int:
        header = self.horizontalHeader().sizeHint().height()
        return header + rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth()


def _key(row: _Row) -> int:
    return row.number


def _search(row: _Row) -> Search:
    return Search(row.file.path.name)


def _state_text(row: _Row) -> str:
    """What will be done with a file, or what keeps it back."""
    file = row.file
    if file.failure is not None:
        text = error_text(ErrorCode(file.failure.code), file.failure.params)
        return _warned(text.headline)
    if file.is_reading and file.transfer is None:
        return QCoreApplication.translate("FileTable", "Being read…")
    if file.is_unanswered:
        return _warned(QCoreApplication.translate("FileTable", "Waits for your answer"))
    return "" if file.plan is None else _plan_text(file.plan)


def _plan_text(plan: FilePlan) -> str:
    text = QCoreApplication.translate("FileTable", "Will be loaded")
    if plan.method is Method.IMPORT:
        text = QCoreApplication.translate("FileTable", "Will be imported")
    if not plan.is_startable:
        text = reason_text(plan.verdict.code)
    return _warned(text) if plan.verdict.code not in _UNREMARKABLE else text


def _warned(text: str) -> str:
    return f"⚠ {text}"


def _names_text(row: _Row) -> str:
    """Those that the images will have."""
    names = [name for name, _ in row.file.names]
    return listed(names) if names else ""


_COLUMNS = (
    Column[_Row](
        header=lambda: QCoreApplication.translate("FileTable", "File"),
        text=lambda row: safe(row.file.path.name),
        sort_key=lambda row: row.number,
        tooltip=lambda row: safe(str(row.file.path), 4096),
    ),
    Column[_Row](
        header=lambda: QCoreApplication.translate("FileTable", "Images"),
        text=_names_text,
        sort_key=_names_text,
    ),
    Column[_Row](
        header=lambda: QCoreApplication.translate("FileTable", "What happens"),
        text=_state_text,
        sort_key=_state_text,
    ),
)
