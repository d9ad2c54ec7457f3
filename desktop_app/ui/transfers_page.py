"""The page of the transfers: a card for each, the live ones first; below, those of earlier."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app import ui
from desktop_app.desktop.history import History
from desktop_app.desktop.show_in_folder import show_in_folder
from desktop_app.models.batch import Batch
from desktop_app.models.transfers import TransferRecord, TransfersModel
from desktop_app.ui import theme
from desktop_app.ui.actions import Actions
from desktop_app.ui.batch_bar import BatchBar
from desktop_app.ui.earlier import Earlier
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.fitting_area import FittingArea
from desktop_app.ui.history_table import HistoryTable
from desktop_app.ui.icons import Icon
from desktop_app.ui.messages import tell_no_file_manager
from desktop_app.ui.page_header import PageHeader
from desktop_app.ui.texts import ended_texts
from desktop_app.workers.outcome import Failed
from desktop_app.workers.queue import JobQueue


class TransfersPage(QWidget):
    """Follows the queue.

    Signals:
        live_count_changed(int): so many transfers wait or run.
        batch_changed(BatchProgress): how far all that were asked for together are.
        command_wanted(Transfer): the docker command of one of them is to be shown.
        batch_ended(str, str): they are over; a headline and a sentence that say how.
        files_wanted(tuple[Path, ...]): files that are to be opened, for the names in them to be
            chosen anew.

    Args:
        queue: whose transfers are shown; gets those that are tried again.
        actions: the program's.
        history: what is shown below.
    """

    live_count_changed = Signal(object)
    batch_changed = Signal(object)
    command_wanted = Signal(object)
    batch_ended = Signal(str, str)
    files_wanted = Signal(object)

    def __init__(self, queue: JobQueue, actions: Actions, history: History) -> None:
        super().__init__()
        self._queue = queue
        self._history: History | None = history
        self._model = TransfersModel(queue, self)
        self._batch = Batch()
        self._progress = self._batch.progress
        self._cards: dict[str, ui.TransferCard] = {}
        self._cleared: set[str] = set()
        self._order: list[str] = []
        self._header = PageHeader(actions)
        self._header.filtered.connect(self._on_filtered)
        self._all = BatchBar()
        self._all.cancel_wanted.connect(self._on_cancel_all)
        self._all.retry_wanted.connect(self._on_retry_failed)
        self._all.clear_wanted.connect(self._on_clear)
        self._empty = EmptyState(Icon.TRANSFERS)
        self._area = FittingArea(theme.WIDE)
        self._earlier = Earlier(history, self)
        self._earlier.selection_changed.connect(self._on_selection)
        history.changed.connect(self._show_emptiness)
        self._lay_out()
        self._model.dataChanged.connect(self._on_changed)
        for signal in (self._model.rowsInserted, self._model.layoutChanged):
            signal.connect(self._follow)
        self.retranslate()
        self._follow()

    @property
    def table(self) -> HistoryTable:
        """Those of earlier."""
        return self._earlier.table

    def focus_rows(self) -> None:
        """Let the arrow keys scroll the cards; without any, move in the table."""
        if self._cards:
            self._area.setFocus()
        else:
            self._earlier.focus_rows()

    def focus_filter(self) -> None:
        """Let the next letters filter what has ended."""
        self._header.focus_filter()

    def retranslate(self) -> None:
        """Say everything in the language of now; the cards do so themselves."""
        self._header.set_title(self.tr("Transfers"))
        self._area.setAccessibleName(self.tr("Transfers"))
        self._empty.set_texts(
            self.tr("Nothing has been saved or loaded yet."),
            self.tr("Select images and save them to a file, or open a file that you were given."),
        )

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """The history is read when it is first looked at: a start need not wait for it."""
        super().showEvent(event)
        if self._history is not None:
            QTimer.singleShot(0, self._history, self._history.read)
            self._history = None

    def _lay_out(self) -> None:
        self._area.column.setSpacing(theme.CARD_GAP)
        for each in (self._header, self._earlier):
            each.setContentsMargins(theme.WIDE, 0, theme.WIDE, 0)
        around = QHBoxLayout()
        around.setContentsMargins(theme.WIDE, 0, theme.WIDE, 0)
        around.addWidget(self._all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.WIDE, 0, theme.WIDE)
        layout.setSpacing(theme.CARD_GAP)
        layout.addWidget(self._header)
        layout.addWidget(self._empty, 1)
        layout.addLayout(around)
        layout.addWidget(self._area, 3)  # its bar is beside the cards, at the edge of the window
        layout.addWidget(self._earlier, 2)
        layout.addStretch()

    @Slot()
    def _follow(self) -> None:
        records = [each for each in self._model.rows if each.job_id not in self._cleared]
        self._follow_order(records)
        self._earlier.leave_out(self._cards)
        self._show_emptiness()
        if self._header.filter_text:
            self._on_filtered(self._header.filter_text)
        self.live_count_changed.emit(sum(not record.is_over for record in records))
        self._show_batch()

    def _follow_order(self, records: Sequence[TransferRecord]) -> None:
        """From below, because a transfer that ends goes down: so its card alone is moved."""
        for place, record in enumerate(records):
            if record.job_id not in self._cards:
                self._show(record)
                self._place(place, record.job_id)
        for place, record in reversed([*enumerate(records)]):
            if self._order[place] != record.job_id:
                self._order.remove(record.job_id)
                self._place(place, record.job_id)

    def _place(self, place: int, job_id: str) -> None:
        """Put a card there, also for the Tab key."""
        self._order.insert(place, job_id)
        card = self._cards[job_id]
        self._area.column.insertWidget(place, card)
        above = self._cards[self._order[place - 1]].tab_stops[-1] if place else self._area
        for first, second in pairwise((above, *card.tab_stops)):
            self.setTabOrder(first, second)

    @Slot(QModelIndex, QModelIndex)
    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            record = self._model.row_at(row)
            if record.job_id not in self._cleared:
                self._show(record)
        self.live_count_changed.emit(len(self._queue.live_transfers))
        self._show_batch()

    def _show(self, record: TransferRecord) -> None:
        self._batch.add(record)
        card = self._cards.get(record.job_id)
        if card is None:
            self._cards[record.job_id] = self._new_card(record)
            return
        before = card.accessibleDescription()
        card.show_record(record)
        if record.started_at is not None and card.accessibleDescription() != before:
            words = f"{card.accessibleName()}. {card.accessibleDescription()}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(card, words))

    def _new_card(self, record: TransferRecord) -> "ui.TransferCard":
        card = ui.TransferCard(record)
        card.cancel_wanted.connect(lambda job_id: self._model.job(job_id).cancel())
        card.retry_wanted.connect(lambda _: self._try_again([card.record]))
        card.folder_wanted.connect(self._on_folder)
        card.command_wanted.connect(self.command_wanted)
        return card

    def _show_batch(self) -> None:
        before, self._progress = self._progress, self._batch.progress
        outcomes = [record.outcome for record in self._ended if record.outcome is not None]
        self._all.show_batch(self._progress, outcomes)
        self.batch_changed.emit(self._progress)
        if self._progress.is_over and not before.is_over:
            self.batch_ended.emit(*ended_texts(self._batch.records, self._progress))

    def _show_emptiness(self) -> None:
        self._area.setVisible(bool(self._cards))
        self._empty.setVisible(not self._cards and self._earlier.isHidden())

    @property
    def _ended(self) -> list[TransferRecord]:
        records = (self._cards[job_id].record for job_id in self._order)
        return [record for record in records if record.is_over]

    @Slot(str)
    def _on_filtered(self, text: str) -> None:
        self._earlier.filter(text)
        shown, all_ = self.table.seen_count, self.table.count
        for record in self._ended:
            card = self._cards[record.job_id]
            words = f"{card.accessibleName()} {card.accessibleDescription()}".casefold()
            is_found = all(word in words for word in text.casefold().split())
            card.setVisible(is_found)
            shown, all_ = shown + is_found, all_ + 1
        self._header.show_count(shown, all_)

    @Slot()
    def _on_selection(self) -> None:
        self._header.set_open_primary(is_primary=not self._earlier.has_selection)

    @Slot()
    def _on_cancel_all(self) -> None:
        for job in reversed(self._queue.live_transfers):  # so that none of them begins
            job.cancel()

    @Slot()
    def _on_retry_failed(self) -> None:
        failed = [record for record in self._ended if isinstance(record.outcome, Failed)]
        self._try_again(sorted(failed, key=_by_end))

    def _try_again(self, records: Sequence[TransferRecord]) -> None:
        """As it was asked for, or where that cannot be, from the file on."""
        same = [record for record in records if record.file_with_taken_name is None]
        self._clear([record.job_id for record in same])
        for record in same:
            self._queue.submit(record.request)
        if files := tuple(filter(None, (record.file_with_taken_name for record in records))):
            self.files_wanted.emit(files)

    @Slot()
    def _on_clear(self) -> None:
        self._clear([record.job_id for record in self._ended])

    def _clear(self, job_ids: Sequence[str]) -> None:
        """From now on these are seen in the table only."""
        self._cleared.update(job_ids)
        for job_id in job_ids:
            card = self._cards.pop(job_id)
            self._area.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._order = [job_id for job_id in self._order if job_id in self._cards]
        self._follow()

    @Slot(object)
    def _on_folder(self, path: Path) -> None:
        if not show_in_folder(path):
            tell_no_file_manager(self.window(), path)


def _by_end(record: TransferRecord) -> float:
    return record.ended_at.timestamp() if record.ended_at else 0.0
