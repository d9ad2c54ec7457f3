"""A page with a table: header, rows or what to do without any, and what is known of the selection.

A bar below says what can be done with the selected rows, a pane beside them what the engine tells.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Generic

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.models.record_table import RecordTableModel, Row
from desktop_app.transfers.requests import Question
from desktop_app.ui import theme
from desktop_app.ui.actions import Actions
from desktop_app.ui.asking import Asking
from desktop_app.ui.details import Details
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.icons import Icon
from desktop_app.ui.page_header import PageHeader
from desktop_app.ui.record_table import RecordTable
from desktop_app.ui.selection_bar import SelectionBar
from desktop_app.ui.stale_banner import StaleBanner
from desktop_app.ui.texts import Portrait, error_text, safe
from desktop_app.workers.queue import JobQueue
from desktop_app.workers.snapshot import EngineSnapshot


class ListPage(QWidget, Generic[Row]):
    """What the pages for images and for containers have in common.

    Attributes:
        splitter: between the table and the details.

    Signals:
        selection_changed(): other rows are selected, or the same ones have changed.

    Args:
        model: the rows.
        queue: carries questions about what is selected.
        actions: the program's.
        row_actions: what can be done with selected rows, the most important one last.
        rare_actions: those among them that are seen only while they can be used.
    """

    selection_changed = Signal()

    picture: Icon
    """Of what is listed."""

    spare_columns: Sequence[int] = ()
    """What a narrow window does without, the first one first."""

    def __init__(
        self,
        model: RecordTableModel[Row],
        queue: JobQueue,
        actions: Actions,
        row_actions: Sequence[QAction],
        rare_actions: Sequence[QAction] = (),
    ) -> None:
        super().__init__()
        self._model = model
        model.setParent(self)
        self._header = PageHeader(actions)
        self._header.filtered.connect(self._on_filtered)
        self._banner = StaleBanner(actions)
        self._table: RecordTable[Row] = RecordTable(model, row_actions[::-1], self.spare_columns)
        self._table.selection_changed.connect(self.selection_changed)
        self._empty = EmptyState(self.picture)
        self._bar = SelectionBar(row_actions, rare_actions)
        self._details = Details()
        self._details_action = actions.details
        self._details_action.toggled.connect(self.show_selection)
        self._asking = Asking(queue, self)
        self._asking.answered.connect(self.show_selection)
        self.splitter = QSplitter()
        self._lay_out()
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
        """Say how many rows there are by now, and if they are old."""
        self._show_count()
        self._banner.show_snapshot(snapshot)
        if snapshot.is_live:
            self._asking.ask_again()

    def focus_filter(self) -> None:
        """Let the next letters filter the rows."""
        self._header.focus_filter()

    def focus_rows(self) -> None:
        """Let the arrow keys move in the table."""
        self._table.setFocus()

    @Slot()
    def show_selection(self) -> None:
        """Say what is selected; called when the actions know what can be done with it."""
        has_bar = self._bar.isVisibleTo(self)
        self._ask_and_show_details()
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
        self._show_count()
        self.show_selection()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask_and_show_details()

    @property
    def _answer(self) -> object:
        """What the engine says of the selection; None before it has."""
        return self._asking.answer

    def _title(self) -> str:
        raise NotImplementedError

    def _empty_texts(self) -> tuple[str, str]:
        """Why there are no rows at all, and what to do."""
        raise NotImplementedError

    def _selection_texts(self, selected: tuple[Row, ...]) -> tuple[str, str]:
        """How many are selected, and a remark; both are empty for none."""
        raise NotImplementedError

    def _question(self, selected: tuple[Row, ...]) -> Question | None:
        """What the engine is to be asked about some rows; `_answer` will be its answer."""
        raise NotImplementedError

    def _portrait(self, selected: tuple[Row, ...]) -> Portrait:
        """What is known of some rows, which are more than none."""
        raise NotImplementedError

    def _ask_and_show_details(self) -> None:
        """Nobody is asked what nobody sees; several rows are asked about for the bar."""
        if not self.isVisible():
            return
        selected = self.selected
        has_room = self.width() >= theme.ROOM_FOR_DETAILS
        is_shown = bool(selected) and has_room and self._details_action.isChecked()
        is_wanted = is_shown or len(selected) > 1
        self._asking.ask(self._question(selected) if is_wanted else None)
        if is_shown:
            self._details.show_portrait(self._whole_portrait(selected))
        self._details.setVisible(is_shown)

    def _whole_portrait(self, selected: tuple[Row, ...]) -> Portrait:
        """With a word about what is missing still, or why it is."""
        portrait = self._portrait(selected)
        if (failure := self._asking.failure) is not None:
            return replace(portrait, remark=error_text(failure.code, failure.params).headline)
        if self._asking.is_waiting and self._answer is None:
            return replace(portrait, remark=self.tr("Asking the engine…"))
        return portrait

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
        self.splitter.addWidget(self._table_card)
        self.splitter.addWidget(self._details)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(theme.CARD_GAP)
        self._details.hide()
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self._bar)

    def _show_count(self) -> None:
        is_empty = not self._model.rowCount()
        self._header.show_count(self._model.rowCount(), self._model.count)
        self._table_or_empty.setCurrentWidget(self._empty if is_empty else self._table)
        if is_empty and self._model.count:
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
        self._model.filter(text)
        self._show_count()
