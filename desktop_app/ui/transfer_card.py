"""One transfer as a card: what it is, how far it is, what came of it, and what can be done."""

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.desktop.past_transfer import past_transfer
from desktop_app.models.transfers import TransferRecord
from desktop_app.progress import Progress
from desktop_app.transfers.requests import CheckResult, ExportRequest, SaveRequest
from desktop_app.ui import theme
from desktop_app.ui.dialogs.details_pane import DetailsPane
from desktop_app.ui.dialogs.dialog import DetailsButton, text_label
from desktop_app.ui.dialogs.link import Link
from desktop_app.ui.dialogs.show_command import show_command_text
from desktop_app.ui.elided_label import ElidedLabel
from desktop_app.ui.icons import Icon, pixmap
from desktop_app.ui.progress_bar import ProgressBar
from desktop_app.ui.texts import (
    check_report,
    past_report,
    progress_text,
    recent_text,
    request_title,
)
from desktop_app.ui.transfer_status import Status, Tone, status_of
from desktop_app.workers.job import JobState
from desktop_app.workers.outcome import Failed, Stopped, Succeeded

_TAB = Qt.FocusPolicy.TabFocus
_WHOLE = 1000
_ALMOST = 990  # an estimate never says that all is done

_SIGNS = {
    Tone.PLAIN: Icon.TRANSFERS,
    Tone.WAITING: Icon.WAITING,
    Tone.STOPPED: Icon.FAILED,
    Tone.WARNING: Icon.WARNING,
    Tone.GOOD: Icon.DONE,
    Tone.BAD: Icon.FAILED,
}
_LOOKS = {Tone.GOOD: theme.Look.GOOD, Tone.BAD: theme.Look.BAD, Tone.WARNING: theme.Look.BAD}


class TransferCard(QFrame):
    """Follows one transfer; it is changed in place, never made anew.

    Signals:
        cancel_wanted(str): the job's ID.
        retry_wanted(Transfer): what to ask for again.
        folder_wanted(Path): the file to show in its folder.
        command_wanted(Transfer): what to show the docker command of.

    Args:
        record: its first moment.
    """

    cancel_wanted = Signal(str)
    retry_wanted = Signal(object)
    folder_wanted = Signal(object)
    command_wanted = Signal(object)

    def __init__(self, record: TransferRecord) -> None:
        super().__init__()
        theme.make_card(self)
        self._record = record
        self._title = ElidedLabel()
        theme.make_bold(self._title)
        self._numbers = QLabel()
        theme.make_quiet(self._numbers)
        self._bar = ProgressBar()
        self._sign = QLabel()
        self._status = text_label()
        self._details_button = DetailsButton()
        self._details_button.toggled.connect(self._on_details_toggled)
        self._details: DetailsPane | None = None
        self._cancel = self._button()
        self._cancel.clicked.connect(lambda: self.cancel_wanted.emit(self._record.job_id))
        self._retry = self._button()
        self._retry.clicked.connect(lambda: self.retry_wanted.emit(self._record.request))
        self._folder = self._button()
        self._folder.clicked.connect(self._on_folder)
        self._command = Link(show_command_text)
        self._command.clicked.connect(lambda: self.command_wanted.emit(self._record.request))
        self._copy = self._button()
        self._copy.clicked.connect(self._on_copy)
        self._lay_out()
        self.retranslate()

    @property
    def record(self) -> TransferRecord:
        """The moment that is shown."""
        return self._record

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in the order of reading; some may be hidden."""
        inside = () if self._details is None else self._details.findChildren(QWidget)
        return (*self._buttons, *(part for part in inside if part.focusPolicy() & _TAB))

    def show_record(self, record: TransferRecord) -> None:
        """Show a newer moment of the same transfer."""
        if record != self._record:
            self._record = record
            self._show()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._bar.setAccessibleName(self.tr("Progress"))
        self._details_button.setText(self.tr("Details"))
        self._cancel.setText(self.tr("Cancel"))
        self._folder.setText(self.tr("Show in folder"))
        self._copy.setText(self.tr("Copy report"))
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.PaletteChange:
            self._show_status(status_of(self._record))
        super().changeEvent(event)

    def _button(self) -> QPushButton:
        button = QPushButton()
        button.setAutoDefault(False)
        return button

    def _show(self) -> None:
        record, outcome = self._record, self._record.outcome
        is_waiting = record.state is JobState.QUEUED
        title = request_title(record.request, outcome, is_waiting=is_waiting)
        self._title.set_whole_text(title)
        self._numbers.setText(self._numbers_text())
        self._bar.setVisible(not (record.is_over or is_waiting))
        self._show_progress(record.progress)
        status = status_of(record)
        self._show_status(status)
        self._show_buttons(title)
        if detail := _detail_of(record):
            self._show_details(detail)
        self.setAccessibleName(title)
        self.setAccessibleDescription(status.text)

    def _numbers_text(self) -> str:
        record = self._record
        if record.ended_at is not None:
            return recent_text(record.ended_at)
        if record.progress is None:
            return ""
        return progress_text(record.progress, record.bytes_per_second, record.seconds_left)

    def _show_progress(self, progress: Progress | None) -> None:
        """Of a length that nobody knows it only moves."""
        if progress is None or not progress.total_bytes:
            self._bar.set_permille(None)
        else:
            most = _ALMOST if progress.is_estimate else _WHOLE
            self._bar.set_permille(min(most, progress.done_bytes * _WHOLE // progress.total_bytes))

    def _show_status(self, status: Status) -> None:
        self._status.setText(status.text)
        theme.set_look(self._status, _LOOKS.get(status.tone, theme.Look.QUIET))
        colour = {
            Tone.GOOD: theme.good_colour(),
            Tone.BAD: theme.bad_colour(),
            Tone.WARNING: theme.bad_colour(),
        }.get(status.tone, self.palette().placeholderText().color())
        self._sign.setPixmap(pixmap(_SIGNS[status.tone], colour))

    def _show_buttons(self, title: str) -> None:
        record = self._record
        writes_file = isinstance(record.request, SaveRequest | ExportRequest)
        self._cancel.setVisible(not record.is_over)
        self._cancel.setEnabled(record.state is not JobState.CANCELLING)
        self._retry.setVisible(isinstance(record.outcome, Failed | Stopped))
        names, again = self.tr("Choose another name…"), self.tr("Try again")
        self._retry.setText(names if record.file_with_taken_name else again)
        self._folder.setVisible(isinstance(record.outcome, Succeeded) and writes_file)
        self._copy.setVisible(record.is_over)
        for button in self._buttons:
            button.setAccessibleDescription(title)

    def _show_details(self, detail: str) -> None:
        if self._details is not None:
            self._details.set_detail(detail)
            return
        self._details = DetailsPane(detail, can_copy=not _is_check(self._record))
        self._details.hide()
        self._column.addWidget(self._details)
        for first, second in pairwise(self.tab_stops):
            self.setTabOrder(first, second)
        self._details_button.show()

    def _on_details_toggled(self, is_wanted: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._details is not None:
            self._details.setVisible(is_wanted)

    def _on_folder(self) -> None:
        request = self._record.request
        if isinstance(request, SaveRequest | ExportRequest):
            self.folder_wanted.emit(request.target)

    def _on_copy(self) -> None:
        record = self._record
        is_check = _is_check(record)
        report = _detail_of(record) if is_check else past_report(past_transfer(record))
        QGuiApplication.clipboard().setText(report)

    @property
    def _buttons(self) -> tuple[QAbstractButton, ...]:
        answers = (self._copy, self._folder, self._retry, self._cancel)
        return (self._details_button, self._command, *answers)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.CARD_GAP)
        top.addWidget(self._title, 1)
        top.addWidget(self._numbers)
        bottom = QHBoxLayout()
        bottom.setSpacing(theme.GAP)
        bottom.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignVCenter)
        bottom.addWidget(self._status, 1)
        for button in self._buttons:
            bottom.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.margins(theme.CARD_GAP))
        self._column.setSpacing(theme.GAP)
        self._column.addLayout(top)
        self._column.addWidget(self._bar)
        self._column.addLayout(bottom)


def _is_check(record: TransferRecord) -> bool:
    return isinstance(record.outcome, Succeeded) and isinstance(record.outcome.value, CheckResult)


def _detail_of(record: TransferRecord) -> str:
    """What stands under "Details": of a check its report, of a failure somebody's own words."""
    match record.outcome:
        case Failed(detail=detail):
            return detail
        case Succeeded(CheckResult() as result):
            return check_report(result)
        case _:
            return ""
