"""Offers the half files of an interrupted run for deletion; deletes nothing by itself."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.models.words import tip_text
from desktop_app.transfers.leftovers import Leftover
from desktop_app.transfers.requests import (
    FindLeftoversRequest,
    LeftoversResult,
    SettleLeftoversRequest,
)
from desktop_app.ui import theme
from desktop_app.ui.dialogs.dialog import text_label
from desktop_app.ui.icons import Icon, pixmap
from desktop_app.ui.texts import leftovers_text, whole_path_text
from desktop_app.workers.outcome import Outcome, Succeeded
from desktop_app.workers.queue import JobQueue


class LeftoversBanner(QWidget):
    """Seen only while there are half files that nobody has decided about; so is the room around it.

    Args:
        queue: looks for them and deletes them.
    """

    def __init__(self, queue: JobQueue) -> None:
        super().__init__()
        frame = QFrame()
        theme.set_look(frame, theme.Look.NOTICE)
        self._queue = queue
        self._leftovers: tuple[Leftover, ...] = ()
        self._resists = False
        self._sign = QLabel()
        self._text = text_label()
        self._delete = QPushButton()
        self._delete.clicked.connect(lambda: self._settle(deletes=True))
        self._keep = QPushButton()
        self._keep.clicked.connect(lambda: self._settle(deletes=False))
        around = QVBoxLayout(self)
        around.setContentsMargins(theme.WIDE, theme.WIDE, theme.WIDE, 0)
        around.addWidget(frame)
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(theme.line_margins())
        layout.setSpacing(theme.GAP)
        layout.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._text, 1)
        for button in (self._delete, self._keep):
            button.setAutoDefault(False)
            layout.addWidget(button)
        self.hide()
        self.retranslate()

    def look(self) -> None:
        """Look for half files, and be seen if there are any."""
        self._queue.run_errand(FindLeftoversRequest()).finished.connect(self._show)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._delete.setText(self.tr("Delete"))
        self._keep.setText(self.tr("Keep"))
        self._text.setText(leftovers_text(self._leftovers, resist=self._resists))
        self._sign.setPixmap(pixmap(Icon.WARNING, theme.bad_colour()))
        paths = "\n".join(whole_path_text(each.path) for each in self._leftovers)
        for button in (self._delete, self._keep):
            button.setAccessibleDescription(self._text.text())
            button.setToolTip(tip_text(paths))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.PaletteChange}:
            self.retranslate()
        super().changeEvent(event)

    def _settle(self, *, deletes: bool) -> None:
        self.setEnabled(False)
        errand = SettleLeftoversRequest(self._leftovers, deletes)
        self._queue.run_errand(errand).finished.connect(self._on_settled)

    @Slot(object)
    def _on_settled(self, outcome: Outcome) -> None:
        self._resists = True
        self._show(outcome)
        self.setEnabled(True)

    @Slot(object)
    def _show(self, outcome: Outcome) -> None:
        if isinstance(outcome, Succeeded) and isinstance(outcome.value, LeftoversResult):
            self._leftovers = outcome.value.leftovers
        self.setVisible(bool(self._leftovers))
        self.retranslate()
