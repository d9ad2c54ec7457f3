"""Above the cards: how far all transfers together are, and what can be done with all of them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout
from typing_extensions import override

from desktop_app.models.batch import BatchProgress
from desktop_app.ui import theme
from desktop_app.ui.dialogs.dialog import text_label
from desktop_app.ui.progress_bar import ProgressBar
from desktop_app.ui.texts import batch_text
from desktop_app.workers.outcome import Failed, Outcome, Stopped


class BatchBar(QFrame):
    """Seen only where there is more than one transfer to speak of.

    Signals:
        cancel_wanted(): all that waits or runs.
        retry_wanted(): all that failed, and nothing else.
        clear_wanted(): let those that have ended be seen under "Earlier" only.
    """

    cancel_wanted = Signal()
    retry_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        theme.make_card(self)
        self._batch = BatchProgress()
        self._text = text_label()
        theme.make_bold(self._text)
        self._bar = ProgressBar()
        self._clear, self._retry, self._cancel = QPushButton(), QPushButton(), QPushButton()
        self._clear.clicked.connect(self.clear_wanted)
        self._retry.clicked.connect(self.retry_wanted)
        self._cancel.clicked.connect(self.cancel_wanted)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self._text, 1)
        for button in (self._clear, self._retry, self._cancel):
            button.setAutoDefault(False)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.line_margins())
        layout.setSpacing(theme.GAP)
        layout.addLayout(row)
        layout.addWidget(self._bar)
        self.hide()
        self.retranslate()

    def show_batch(self, batch: BatchProgress, ended: Sequence[Outcome]) -> None:
        """Say how far it is; once nothing is under way, what came of all that has a card.

        Args:
            batch: all that were asked for together.
            ended: what the cards of those that are over tell of.
        """
        failed_count = sum(isinstance(outcome, Failed) for outcome in ended)
        cancelled_count = sum(isinstance(outcome, Stopped) for outcome in ended)
        of_cards = BatchProgress(len(ended), len(ended), failed_count, cancelled_count)
        self._batch = of_cards if batch.is_over else batch
        is_live = batch.total > 1 and not batch.is_over
        self._bar.setVisible(is_live)
        self._bar.set_permille(batch.permille)
        self._cancel.setVisible(is_live)
        self._retry.setVisible(failed_count > 1)
        self._clear.setVisible(len(ended) > 1)
        self._show_text()
        self.setVisible(is_live or len(ended) > 1)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._bar.setAccessibleName(self.tr("Progress of all transfers"))
        self._cancel.setText(self.tr("Cancel a&ll"))
        self._retry.setText(self.tr("&Try the failed ones again"))
        self._clear.setText(self.tr("Clear the ended &ones"))
        self._clear.setToolTip(self.tr("They are still found under “Earlier”."))
        self._show_text()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_text(self) -> None:
        self._text.setText(batch_text(self._batch))
