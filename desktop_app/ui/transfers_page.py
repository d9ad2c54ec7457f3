"""The page of the transfers: a card for each, the live ones first, then those of earlier."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.desktop.show_in_folder import show_in_folder
from desktop_app.models.transfers import TransferRecord, TransfersModel
from desktop_app.transfers.requests import Transfer
from desktop_app.ui import theme
from desktop_app.ui.actions import Actions
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.messages import tell_no_file_manager
from desktop_app.ui.page_header import PageHeader
from desktop_app.ui.transfer_card import TransferCard
from desktop_app.workers.queue import JobQueue


class TransfersPage(QWidget):
    """Follows the queue.

    Signals:
        live_count_changed(int): so many transfers wait or run.

    Args:
        queue: whose transfers are shown; gets those that are tried again.
        actions: the program's.
    """

    live_count_changed = Signal(object)

    def __init__(self, queue: JobQueue, actions: Actions) -> None:
        super().__init__()
        self._queue = queue
        self._model = TransfersModel(queue, self)
        self._cards: dict[str, TransferCard] = {}
        self._order: list[str] = []
        self._header = PageHeader(actions, has_filter=False)
        self._empty = EmptyState()
        self._earlier = QLabel()
        theme.make_bold(self._earlier)
        self._area = QScrollArea()
        self._lay_out()
        model = self._model
        for signal in (model.rowsInserted, model.dataChanged, model.layoutChanged):
            signal.connect(self._follow)
        self.retranslate()
        self._follow()

    def focus_rows(self) -> None:
        """Let the arrow keys scroll the cards."""
        self._area.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of now; the cards do so themselves."""
        self._header.set_title(self.tr("Transfers"))
        self._area.setAccessibleName(self.tr("Transfers"))
        self._earlier.setText(self.tr("Earlier"))
        self._empty.set_texts(
            self.tr("Nothing has been saved or loaded yet."),
            self.tr("Select images and save them to a file, or open a file that you were given."),
        )

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(theme.WIDE, 0, theme.WIDE, theme.WIDE)
        self._column.setSpacing(theme.CARD_GAP)
        self._column.addWidget(self._earlier)
        self._column.addStretch()
        self._area.setWidget(content)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._header.setContentsMargins(theme.WIDE, theme.WIDE, theme.WIDE, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.CARD_GAP)
        layout.addWidget(self._header)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._area, 1)

    @Slot()
    def _follow(self) -> None:
        records = self._model.rows
        for record in records:
            self._show(record)
        live = [record.job_id for record in records if not record.is_over]
        ended = [record.job_id for record in records if record.is_over]
        self._put_in_order([*live, "", *ended])
        self._earlier.setVisible(bool(ended))
        self._area.setVisible(bool(records))
        self._empty.setVisible(not records)
        self.live_count_changed.emit(len(live))

    def _show(self, record: TransferRecord) -> None:
        card = self._cards.get(record.job_id)
        if card is None:
            self._cards[record.job_id] = self._new_card(record)
            return
        was_over = card.record.is_over
        card.show_record(record)
        if record.is_over and not was_over:
            words = f"{card.accessibleName()}. {card.accessibleDescription()}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(card, words))

    def _new_card(self, record: TransferRecord) -> TransferCard:
        card = TransferCard(record)
        card.cancel_wanted.connect(lambda job_id: self._model.job(job_id).cancel())
        card.retry_wanted.connect(self._on_retry)
        card.folder_wanted.connect(self._on_folder)
        return card

    def _put_in_order(self, order: list[str]) -> None:
        """The empty ID stands for the line between the live ones and those of earlier."""
        if order == self._order:
            return
        self._order = order
        for place, job_id in enumerate(order):
            self._column.insertWidget(place, self._cards.get(job_id, self._earlier))

    @Slot(object)
    def _on_retry(self, request: Transfer) -> None:
        self._queue.submit(request)

    @Slot(object)
    def _on_folder(self, path: Path) -> None:
        if not show_in_folder(path):
            tell_no_file_manager(self.window(), path)
