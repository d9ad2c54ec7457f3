"""A page with a table: header, rows or what to do without any, and a bar for the selection."""

from collections.abc import Sequence
from typing import Generic

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.models.filter_proxy import FilterProxy
from desktop_app.models.record_table import RecordTableModel, Row
from desktop_app.ui import theme
from desktop_app.ui.actions import Actions
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.page_header import PageHeader
from desktop_app.ui.record_table import RecordTable
from desktop_app.ui.selection_bar import SelectionBar
from desktop_app.ui.stale_banner import StaleBanner
from desktop_app.ui.texts import safe
from desktop_app.workers.snapshot import EngineSnapshot


class ListPage(QWidget, Generic[Row]):
    """What the pages for images and for containers have in common.

    Signals:
        selection_changed(): other rows are selected, or the same ones have changed.

    Args:
        model: the rows.
        actions: the program's.
        row_actions: what can be done with selected rows, the most important one last.
        rare_actions: those among them that are seen only while they can be used.
        spare_columns: columns that a narrow window does without.
    """

    selection_changed = Signal()

    def __init__(
        self,
        model: RecordTableModel[Row],
        actions: Actions,
        row_actions: Sequence[QAction],
        rare_actions: Sequence[QAction] = (),
        spare_columns: Sequence[int] = (),
    ) -> None:
        super().__init__()
        self._model = model
        model.setParent(self)
        self._proxy = FilterProxy(model, self)
        self._header = PageHeader(actions)
        self._header.filtered.connect(self._on_filtered)
        self._banner = StaleBanner(actions)
        self._table: RecordTable[Row] = RecordTable(self._proxy, row_actions[::-1], spare_columns)
        self._table.selection_changed.connect(self.selection_changed)
        self._empty = EmptyState()
        self._bar = SelectionBar(row_actions, rare_actions)
        self._lay_out()
        for signal in (self._proxy.rowsInserted, self._proxy.rowsRemoved):
            signal.connect(self._on_rows_changed)
        self.retranslate()

    @property
    def table(self) -> RecordTable[Row]:
        """The rows."""
        return self._table

    @property
    def selected(self) -> tuple[Row, ...]:
        """The records of the selected rows."""
        return self._table.selected

    def show_snapshot(self, snapshot: EngineSnapshot) -> None:
        """Say if the rows are old."""
        self._banner.show_snapshot(snapshot)

    def focus_filter(self) -> None:
        """Let the next letters filter the rows."""
        self._header.focus_filter()

    def focus_rows(self) -> None:
        """Let the arrow keys move in the table."""
        self._table.setFocus()

    def show_selection(self) -> None:
        """Say what is selected; called when the actions know what can be done with it."""
        has_bar = self._bar.isVisibleTo(self)
        self._bar.show_selection(*self._selection_texts(self.selected))
        self._header.set_open_primary(is_primary=not self.selected)
        if self.selected and not has_bar:  # the bar took room from the table
            self._layout.activate()
            self._table.scrollTo(self._table.currentIndex())

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._header.set_title(self._title())
        self._table.setAccessibleName(self._title())
        self._model.retranslate()
        self._on_rows_changed()
        self.show_selection()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _title(self) -> str:
        raise NotImplementedError

    def _empty_texts(self) -> tuple[str, str]:
        """Why there are no rows at all, and what to do."""
        raise NotImplementedError

    def _selection_texts(self, selected: tuple[Row, ...]) -> tuple[str, str]:
        """How many are selected, and a remark; both are empty for none."""
        raise NotImplementedError

    def _lay_out(self) -> None:
        self._table_card = QFrame()
        theme.make_card(self._table_card)
        self._table_or_empty = QStackedWidget()
        self._table_or_empty.addWidget(self._table)
        self._table_or_empty.addWidget(self._empty)
        inside = QVBoxLayout(self._table_card)
        inside.setContentsMargins(theme.margins(theme.SMALL_GAP))
        inside.addWidget(self._table_or_empty)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.margins(theme.WIDE))
        layout.setSpacing(theme.CARD_GAP)
        layout.addWidget(self._header)
        layout.addWidget(self._banner)
        layout.addWidget(self._table_card, 1)
        layout.addWidget(self._bar)

    @Slot()
    def _on_rows_changed(self) -> None:
        is_empty = not self._proxy.rowCount()
        self._table_or_empty.setCurrentWidget(self._empty if is_empty else self._table)
        if is_empty and self._model.rowCount():
            self._empty.set_texts(
                self.tr("Nothing here matches “{text}”.").format(
                    text=safe(self._header.filter_text)
                ),
                self.tr("Change or clear the filter to see more."),
            )
        else:
            self._empty.set_texts(*self._empty_texts())

    @Slot(str)
    def _on_filtered(self, text: str) -> None:
        self._proxy.set_text(text)
        self._on_rows_changed()
