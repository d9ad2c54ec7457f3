"""Choosing the engine: the one that is found, or one of those that somebody has written down."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.desktop.settings import EngineChoices
from desktop_app.errors import ErrorCode
from desktop_app.transfers.requests import ReachResult
from desktop_app.ui import theme
from desktop_app.ui.dialogs.dialog import text_label
from desktop_app.ui.texts import error_text, safe, sentences
from desktop_app.workers.outcome import Failed, Outcome, Succeeded

_ADDRESS = re.compile(r"(unix|npipe|tcp|https?|ssh)://\S+")
_SHOWN_ROWS = 4


class EngineChoice(QWidget):
    """A list of addresses, what can be done with the selected one, and a field for one more.

    Signals:
        changed(EngineChoices): others are written down, or another one is to be used.
        test_wanted(str): an address is to be tried, empty for the engine that is found;
            `show_outcome` takes what came of it.
        answered(): what is said below has another length.
        address_changed(str): what is typed for one more.

    Attributes:
        add: the button that writes that down.

    Args:
        choices: at first.
    """

    changed = Signal(object)
    test_wanted = Signal(str)
    answered = Signal()

    def __init__(self, choices: EngineChoices) -> None:
        super().__init__()
        self._choices = choices
        self._is_asking = False
        self._say: Callable[[], tuple[str, theme.Look]] = _nothing
        self._list = QListWidget()
        self._list.ensurePolished()  # or rows are laid out as if they had no padding
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.currentRowChanged.connect(self._offer)
        self._list.itemActivated.connect(self._on_use)
        self._use, self._test, self._remove, self.add = (QPushButton() for _ in range(4))
        for button, do in (
            (self._use, self._on_use),
            (self._test, self._on_test),
            (self._remove, self._on_remove),
            (self.add, self._on_add),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(do)
        self._address_label = QLabel()
        self._address = QLineEdit()
        self._address_label.setBuddy(self._address)
        self.address_changed = self._address.textChanged
        self._address.textChanged.connect(self._offer)
        self._answer = text_label()
        self._lay_out()
        self.retranslate()
        self._list.setCurrentRow(self._row_of(choices.chosen))

    @property
    def buddy(self) -> QWidget:
        """What a label's mnemonic leads to."""
        return self._list

    @Slot(object)
    def show_outcome(self, outcome: Outcome) -> None:
        """Say what came of trying an address."""
        self._is_asking = False
        self._answer_with(partial(self._outcome_text, outcome))
        self._offer()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._use.setText(self.tr("&Use now"))
        self._test.setText(self.tr("&Test"))
        self._remove.setText(self.tr("&Remove"))
        self.add.setText(self.tr("&Add"))
        self._address_label.setText(self.tr("Addre&ss"))
        self._address.setPlaceholderText(
            self.tr("such as {address}").format(address="ssh://user@server")
        )
        self._answer_with(self._say)
        self._fill()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @property
    def _selected(self) -> str:
        """The address of the selected row; empty for the engine that is found."""
        return ("", *self._choices.addresses)[max(self._list.currentRow(), 0)]

    def _row_of(self, address: str) -> int:
        return ("", *self._choices.addresses).index(address)

    def _fill(self) -> None:
        row = self._list.currentRow()
        self._list.clear()
        for address in ("", *self._choices.addresses):
            name = safe(address) or self.tr("Find one automatically")
            is_used = address == self._choices.chosen
            self._list.addItem(
                self.tr("{engine} – in use").format(engine=name) if is_used else name
            )
        self._list.setCurrentRow(min(max(row, 0), self._list.count() - 1))

    def _offer(self) -> None:
        self._use.setEnabled(self._selected != self._choices.chosen)
        self._test.setEnabled(not self._is_asking)
        self._remove.setEnabled(bool(self._selected))
        self.add.setEnabled(bool(self._address.text().strip()))

    def _change(self, choices: EngineChoices, selected: str) -> None:
        self._choices = choices
        self._answer_with(_nothing)
        self._fill()
        self._list.setCurrentRow(self._row_of(selected))
        self._offer()
        self.changed.emit(choices)

    def _on_use(self) -> None:
        if self._selected != self._choices.chosen:
            self._change(replace(self._choices, chosen=self._selected), self._selected)

    def _on_test(self) -> None:
        self._is_asking = True
        self._answer_with(lambda: (self.tr("Asking it…"), theme.Look.NONE))
        self._offer()
        self.test_wanted.emit(self._selected)

    def _on_remove(self) -> None:
        """What is no longer written down cannot be used, either."""
        gone, chosen = self._selected, self._choices.chosen
        addresses = tuple(each for each in self._choices.addresses if each != gone)
        self._change(EngineChoices(addresses, "" if chosen == gone else chosen), "")

    def _on_add(self) -> None:
        address = self._address.text().strip()
        if not _ADDRESS.fullmatch(address):
            self._answer_with(lambda: (_invalid(address), theme.Look.BAD))
            return
        self._address.clear()
        addresses = tuple(dict.fromkeys([*self._choices.addresses, address]))
        self._change(replace(self._choices, addresses=addresses), address)

    def _answer_with(self, say: Callable[[], tuple[str, theme.Look]]) -> None:
        self._say = say
        text, look = say()
        theme.set_look(self._answer, look)
        self._answer.setText(text)
        self._answer.setVisible(bool(text))
        self.updateGeometry()  # now, for whoever asks for the size at once
        self.answered.emit()

    def _outcome_text(self, outcome: Outcome) -> tuple[str, theme.Look]:
        match outcome:
            case Succeeded(ReachResult(info)):
                text = self.tr("It answers: {engine} {version}, on {platform}.").format(
                    engine="Podman" if info.is_podman else "Docker",
                    version=safe(info.version),
                    platform=safe(f"{info.os}/{info.architecture}"),
                )
                return text, theme.Look.GOOD
            case Failed(code, params):
                words = error_text(code, params)
                return sentences([words.headline, words.advice]), theme.Look.BAD
        return _nothing()

    def _lay_out(self) -> None:
        row_height = self._list.fontMetrics().lineSpacing() + theme.GAP
        self._list.setMinimumHeight(_SHOWN_ROWS * row_height)
        # As high as the buttons beside it, and no higher.
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        buttons = QVBoxLayout()
        buttons.setSpacing(theme.SMALL_GAP)
        for button in (self._use, self._test, self._remove):
            buttons.addWidget(button)
        buttons.addStretch()
        grid = QGridLayout()
        grid.setSpacing(theme.GAP)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._list, 0, 0, 1, 2)
        grid.addLayout(buttons, 0, 2)
        grid.addWidget(self._address_label, 1, 0)
        grid.addWidget(self._address, 1, 1)
        grid.addWidget(self.add, 1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addLayout(grid)
        layout.addWidget(self._answer)


def _nothing() -> tuple[str, theme.Look]:
    return "", theme.Look.NONE


def _invalid(address: str) -> str:
    return error_text(ErrorCode.ENGINE_URL_INVALID, {"url": address}).headline
