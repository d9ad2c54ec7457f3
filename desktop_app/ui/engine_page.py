"""What is seen while there is no engine: where one was looked for, what came of it, what to do."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.engine_info import Attempt
from desktop_app.ui import theme
from desktop_app.ui.dialogs.details_pane import DetailsPane
from desktop_app.ui.dialogs.dialog import DetailsButton, text_label
from desktop_app.ui.elided_label import ElidedLabel
from desktop_app.ui.texts import attempt_text, error_text, safe
from desktop_app.workers.snapshot import EngineSnapshot, FeedState


class EnginePage(QWidget):
    """Stands in for the lists until there is an engine.

    Signals:
        again_wanted(): try at once.
        podman_wanted(): start Podman as an engine of its own.
        another_wanted(): the address of another engine is to be written down.
    """

    again_wanted = Signal()
    podman_wanted = Signal()
    another_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._snapshot = EngineSnapshot()
        self._heading = text_label()
        theme.set_look(self._heading, theme.Look.TITLE)
        self._advice = text_label()
        self._places_heading = text_label()
        theme.make_bold(self._places_heading)
        self._places = QFrame()
        theme.make_card(self._places)
        self._again = QPushButton()
        self._again.clicked.connect(self.again_wanted)
        theme.make_primary(self._again)
        self._podman = QPushButton()
        self._podman.clicked.connect(self.podman_wanted)
        self._another = QPushButton()
        self._another.clicked.connect(self.another_wanted)
        self._details_button = DetailsButton()
        self._details_button.toggled.connect(self._on_details_toggled)
        self._details: DetailsPane | None = None
        self._lay_out()
        self.retranslate()

    def show_snapshot(self, snapshot: EngineSnapshot) -> None:
        """Say what came of the search."""
        if snapshot != self._snapshot:
            self._snapshot = snapshot
            self._show_details()
            self.retranslate()

    def focus_rows(self) -> None:
        """Let Enter try again."""
        self._again.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        is_searching = self._snapshot.state is FeedState.SEARCHING
        self._heading.setText(self._heading_text())
        self._advice.setText(self._advice_text())
        self._places_heading.setText(self.tr("Places that were tried"))
        self._places_heading.setVisible(bool(self._snapshot.attempts))
        self._places.setVisible(bool(self._snapshot.attempts))
        _fill(self._places, self._snapshot.attempts)
        self._again.setText(self.tr("Try again"))
        self._again.setVisible(not is_searching)
        self._podman.setText(self.tr("Use Podman instead (its own, separate images)"))
        self._podman.setVisible(self._snapshot.can_use_podman)
        self._another.setText(self.tr("Use another engine…"))
        self._another.setVisible(not is_searching)
        self._details_button.setText(self.tr("Details"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _heading_text(self) -> str:
        problem = self._snapshot.stale_because
        if self._snapshot.state is FeedState.SEARCHING or problem is None:
            return self.tr("Looking for an engine…")
        return error_text(problem.code, problem.params).headline

    def _advice_text(self) -> str:
        problem = self._snapshot.stale_because
        if self._snapshot.state is FeedState.SEARCHING or problem is None:
            return self.tr("Images live in an engine, Docker or Podman. This takes a moment.")
        return error_text(problem.code, problem.params).advice

    def _show_details(self) -> None:
        """The systems' own words; what was open before is closed."""
        problem = self._snapshot.stale_because
        words = [f"{attempt.url}: {attempt.detail}" for attempt in self._snapshot.attempts]
        own = [problem.detail] if problem is not None and problem.detail else []
        detail = "\n".join([*own, *(word for word in words if not word.endswith(": "))])
        if self._details is not None:
            self._details.deleteLater()
        self._details = DetailsPane(detail) if detail else None
        if self._details is not None:
            self._details.setVisible(self._details_button.isChecked())
            self._column.insertWidget(self._column.count() - 1, self._details)
        self._details_button.setVisible(bool(detail))

    def _on_details_toggled(self, is_wanted: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._details is not None:
            self._details.setVisible(is_wanted)

    def _lay_out(self) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(theme.margins(theme.WIDE))
        self._column.setSpacing(theme.CARD_GAP)
        for widget in (self._heading, self._advice, self._places_heading, self._places):
            self._column.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GAP)
        buttons.addWidget(self._again)
        buttons.addWidget(self._podman)
        buttons.addWidget(self._another)
        buttons.addStretch()
        self._column.addLayout(buttons)
        self._column.addWidget(self._details_button, alignment=Qt.AlignmentFlag.AlignLeading)
        self._column.addStretch()
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the focus makes what it is on visible
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(area)


def _fill(card: QFrame, attempts: Sequence[Attempt]) -> None:
    """One line a place: what it is called, what it answered, where it is."""
    old = card.layout()
    if old is not None:
        QWidget().setLayout(old)  # a widget gives its layout away only to another one
    grid = QGridLayout(card)
    grid.setContentsMargins(theme.margins(theme.CARD_GAP))
    grid.setHorizontalSpacing(theme.WIDE)
    grid.setVerticalSpacing(theme.GAP)
    grid.setColumnStretch(2, 1)
    for row, attempt in enumerate(attempts):
        place, url, answer = QLabel(safe(attempt.place)), ElidedLabel(), QLabel()
        for label in (place, answer):
            label.setTextFormat(Qt.TextFormat.PlainText)
        url.set_whole_text(safe(attempt.url))
        theme.make_quiet(url)
        answer.setText(attempt_text(attempt))
        for column, label in enumerate((place, answer, url)):
            grid.addWidget(label, row, column)
