"""What was transferred earlier: a table to search in, and what can be done with its rows."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.desktop.disks import is_there
from desktop_app.desktop.history import History
from desktop_app.desktop.show_in_folder import show_in_folder
from desktop_app.errors import UserFacingError
from desktop_app.transfers.target_errors import worded
from desktop_app.ui import theme
from desktop_app.ui.dialogs.dialog import text_label
from desktop_app.ui.dialogs.past_transfer import PastTransferDialog
from desktop_app.ui.file_dialog import file_dialog
from desktop_app.ui.history_csv import history_csv
from desktop_app.ui.history_table import HistoryTable
from desktop_app.ui.messages import (
    ask_to_forget,
    show_failure,
    tell_no_file_manager,
    tell_not_forgotten,
)
from desktop_app.ui.selection_bar import SelectionBar
from desktop_app.ui.texts import past_path, past_report, safe

_FEWEST_ROWS = 4


class Earlier(QWidget):
    """Seen only while there is something to show.

    Signals:
        selection_changed(): other rows are selected.

    Args:
        history: what is shown.
        parent: the page.
    """

    selection_changed = Signal()

    def __init__(self, history: History, parent: QWidget) -> None:
        super().__init__(parent)
        self._history = history
        self._shown_above: frozenset[str] = frozenset()
        self._details = self._action("Return", self._on_details)
        self._folder = self._action("", self._on_folder)
        self._sha256 = self._action("", self._on_sha256)
        self._report = self._action(QKeySequence.StandardKey.Copy, self._on_report)
        self._remove = self._action(QKeySequence.StandardKey.Delete, self._on_remove)
        self._title = QLabel()
        theme.make_bold(self._title)
        self._export = QPushButton()
        self._export.clicked.connect(self._on_export)
        self._remove_all = QPushButton()
        self._remove_all.clicked.connect(self._on_remove_all)
        found = (self._sha256, self._folder)  # only of some there is anything to be found
        self._table = HistoryTable((self._details, *found[::-1], self._report, self._remove))
        self._table.selection_changed.connect(self._on_selection)
        self._table.doubleClicked.connect(self._on_details)
        self._nothing = text_label()
        self._bar = SelectionBar((self._remove, *found, self._details), found)
        self._lay_out()
        history.changed.connect(self._follow)
        self.retranslate()
        self._follow()

    @property
    def table(self) -> HistoryTable:
        """The rows."""
        return self._table

    @property
    def has_selection(self) -> bool:
        """Whether its bar is seen, with a filled button."""
        return bool(self._table.selected)

    def leave_out(self, job_ids: Iterable[str]) -> None:
        """Do not show these: they are to be seen elsewhere."""
        shown_above = frozenset(job_ids)
        if shown_above != self._shown_above:
            self._shown_above = shown_above
            self._follow()

    def filter(self, text: str) -> None:
        """Show only what is found by every word."""
        self._table.filter(text)
        self._show_emptiness()

    def focus_rows(self) -> None:
        """Let the arrow keys move in the table."""
        self._table.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._title.setText(self.tr("Earlier"))
        self._table.setAccessibleName(self.tr("Earlier"))
        self._nothing.setText(self.tr("Nothing of earlier matches the filter."))
        self._export.setText(self.tr("&Export as CSV…"))
        self._remove_all.setText(self.tr("Remove &all…"))
        for action, text in (
            (self._details, self.tr("Details")),
            (self._folder, self.tr("Show in folder")),
            (self._sha256, self.tr("Copy SHA-256")),
            (self._report, self.tr("Copy report")),
            (self._remove, self.tr("Remove…")),
        ):
            action.setText(text)
            action.setIconText(text)
        self._table.retranslate()
        self._show_selection()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _action(self, key: QKeySequence.StandardKey | str, do: Callable[[], None]) -> QAction:
        """Its key works while the focus is in the table."""
        action = QAction(self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(do)
        return action

    def _lay_out(self) -> None:
        for button in (self._export, self._remove_all):
            button.setAutoDefault(False)
        top = QHBoxLayout()
        top.setSpacing(theme.GAP)
        top.addWidget(self._title)
        top.addStretch()
        top.addWidget(self._export)
        top.addWidget(self._remove_all)
        card = QFrame()
        theme.make_card(card)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(theme.margins(theme.SMALL_GAP))
        inside.addWidget(self._table)
        inside.addWidget(self._nothing)
        rows = _FEWEST_ROWS * self._table.verticalHeader().defaultSectionSize()
        self._table.setMinimumHeight(self._table.horizontalHeader().sizeHint().height() + rows)
        theme.make_quiet(self._nothing)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        titled = QVBoxLayout()
        titled.setSpacing(theme.GAP)
        titled.addLayout(top)
        titled.addWidget(card, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.CARD_GAP)
        layout.addLayout(titled, 1)
        layout.addWidget(self._bar)

    @Slot()
    def _follow(self) -> None:
        entries = self._history.entries[::-1]
        self._table.show_entries(e for e in entries if e.job_id not in self._shown_above)
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        self.setVisible(self._table.count > 0)
        self._table.setVisible(self._table.seen_count > 0)
        self._nothing.setVisible(self._table.seen_count == 0)

    @Slot()
    def _on_selection(self) -> None:
        self._show_selection()
        self.selection_changed.emit()

    def _show_selection(self) -> None:
        selected = self._table.selected
        one = selected[0] if len(selected) == 1 else None
        self._details.setEnabled(one is not None)
        self._folder.setEnabled(one is not None and is_there(past_path(one)))
        self._sha256.setEnabled(one is not None and bool(one.sha256))
        self._report.setEnabled(bool(selected))
        self._remove.setEnabled(bool(selected))
        count = self.tr("%n selected", "", len(selected)) if selected else ""
        self._bar.show_selection(count, safe(str(past_path(one))) if one else "")

    @Slot()
    def _on_details(self) -> None:
        for past in self._table.selected[:1]:
            PastTransferDialog(self.window(), past).open()

    @Slot()
    def _on_folder(self) -> None:
        for past in self._table.selected[:1]:
            path = past_path(past)
            if not show_in_folder(path):
                tell_no_file_manager(self.window(), path)

    @Slot()
    def _on_sha256(self) -> None:
        for past in self._table.selected[:1]:
            QGuiApplication.clipboard().setText(past.sha256)

    @Slot()
    def _on_report(self) -> None:
        reports = map(past_report, self._table.selected)
        QGuiApplication.clipboard().setText("\n\n".join(reports))

    @Slot()
    def _on_remove(self) -> None:
        selected = [past.job_id for past in self._table.selected]
        question = ask_to_forget(self.window(), len(selected))
        question.accepted.connect(partial(self._forget, partial(self._history.forget, selected)))

    @Slot()
    def _on_remove_all(self) -> None:
        question = ask_to_forget(self.window(), len(self._history.entries))
        question.accepted.connect(partial(self._forget, self._history.forget_all))

    def _forget(self, forget: Callable[[], bool]) -> None:
        if not forget():
            tell_not_forgotten(self.window())

    @Slot()
    def _on_export(self) -> None:
        dialog = file_dialog(self.window(), self.tr("Export the list of transfers"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Tables (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("image-ferry.csv")
        dialog.fileSelected.connect(self._write_csv)
        dialog.open()

    @Slot(str)
    def _write_csv(self, name: str) -> None:
        try:
            with worded(Path(name)):
                Path(name).write_bytes(history_csv(self._history.entries[::-1]))
        except UserFacingError as error:
            show_failure(self.window(), error.code, error.params, error.detail)
