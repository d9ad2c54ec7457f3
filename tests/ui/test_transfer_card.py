"""Risk: a card shows a bar that lies, or lacks the button that is needed just now."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.archives import Depth, Finding, FindingCode, VerificationReport
from desktop_app.desktop.past_transfer import past_transfer
from desktop_app.errors import ErrorCode
from desktop_app.models.transfers import TransferRecord
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.requests import (
    CheckRequest,
    CheckResult,
    LoadRequest,
    SaveRequest,
    SaveResult,
)
from desktop_app.ui.dialogs.link import Link
from desktop_app.ui.texts import check_report, past_report
from desktop_app.ui.transfer_card import TransferCard
from desktop_app.workers.job import JobState
from desktop_app.workers.outcome import Failed, Stopped, Succeeded
from tests.ui.helpers import click, find, words
from tests.ui.samples import SHOP
from tests.ui.texts.sentences import another_language

_TARGET = Path("/media/stick/db.tar")
_REQUEST = SaveRequest(("db:1",), _TARGET, 660_000_000)
_WAITING = TransferRecord("7", _REQUEST, JobState.QUEUED)
_RUNNING = replace(
    _WAITING,
    state=JobState.RUNNING,
    progress=Progress(Phase.RECEIVING, 165_000_000, 660_000_000, is_estimate=True),
    bytes_per_second=186_000_000,
    seconds_left=3,
)
_TAKEN = {"path": str(_TARGET), "name": "db:1"}
_HUGE = 7_000_000_000
_NOW = datetime.now(UTC)
_SAVED = replace(_RUNNING, outcome=Succeeded(SaveResult(_TARGET, 95, ())), ended_at=_NOW)
_FAILED = replace(
    _RUNNING, outcome=Failed(ErrorCode.ENGINE_REFUSED, {}, "no such thing"), ended_at=_NOW
)
_BROKEN = CheckResult(
    VerificationReport(
        _TARGET,
        SHOP,
        Depth.FULL,
        (Finding(FindingCode.LAYER_MISSING, "e"), Finding(FindingCode.CUT_SHORT, "f")),
    )
)
_CHECKED = replace(
    _RUNNING, request=CheckRequest(_TARGET), outcome=Succeeded(_BROKEN), ended_at=_NOW
)
_NAME_TAKEN = replace(
    _FAILED, request=LoadRequest(_TARGET), outcome=Failed(ErrorCode.NAME_TAKEN, _TAKEN)
)
_CANCELLED = replace(_RUNNING, outcome=Stopped(), ended_at=_NOW)


def _card(window: QWidget, record: TransferRecord) -> TransferCard:
    card = TransferCard(record)
    QVBoxLayout(window).addWidget(card)
    card.show()
    return card


def _buttons(card: TransferCard) -> list[str]:
    kinds = (*card.findChildren(QPushButton), *card.findChildren(QToolButton))
    seen = (button for button in kinds if button.isVisible() and not isinstance(button, Link))
    return sorted(button.text() for button in seen)


@pytest.mark.parametrize("record", [_WAITING, _FAILED], ids=["waiting", "failed"])
def test_the_command_can_be_seen_at_any_time(
    window: QWidget, record: TransferRecord, qtbot: QtBot
) -> None:
    card = _card(window, record)
    with qtbot.waitSignal(card.command_wanted) as wanted:
        click(card, QPushButton, "Show the command…")
    assert wanted.args == [_REQUEST]


@pytest.mark.parametrize(
    ("record", "buttons"),
    [
        (_WAITING, ["Cancel"]),
        (_RUNNING, ["Cancel"]),
        (_SAVED, ["Copy report", "Show in folder"]),
        (replace(_SAVED, request=LoadRequest(_TARGET)), ["Copy report"]),
        (_FAILED, ["Copy report", "Details", "Try again"]),
        (_NAME_TAKEN, ["Choose another name…", "Copy report"]),
        (_CANCELLED, ["Copy report", "Try again"]),
        (_CHECKED, ["Copy report", "Details"]),
    ],
    ids=["waiting", "running", "saved", "loaded", "failed", "taken", "cancelled", "checked"],
)
def test_the_buttons_are_those_that_make_sense(
    window: QWidget, record: TransferRecord, buttons: list[str]
) -> None:
    assert _buttons(_card(window, record)) == buttons


@pytest.mark.parametrize(
    ("record", "most", "value"),
    [
        (_RUNNING, 1000, 250),
        (
            replace(_RUNNING, progress=Progress(Phase.SENDING, _HUGE, _HUGE)),
            1000,
            1000,
        ),
        (replace(_RUNNING, progress=Progress(Phase.RECEIVING, 9, 8, is_estimate=True)), 1000, 990),
        (replace(_RUNNING, progress=Progress(Phase.RECEIVING, 9)), 0, -1),
        (replace(_RUNNING, progress=None), 0, -1),
    ],
    ids=["a quarter", "the whole of 7 GB", "more than estimated", "unknown", "first"],
)
def test_the_bar_says_what_is_known(
    window: QWidget, record: TransferRecord, most: int, value: int
) -> None:
    bar = find(_card(window, record), QProgressBar, "Progress")
    assert bar.maximum() == most
    assert most == 0 or bar.value() == value


def test_it_says_what_how_far_how_fast_and_how_long(window: QWidget) -> None:
    card = _card(window, _RUNNING)
    assert "Saving db:1 → db.tar" in words(card)
    assert "165 MB of about 660 MB · 186 MB/s · 3 s left" in words(card)
    assert (card.accessibleName(), card.accessibleDescription()) == (
        "Saving db:1 → db.tar",
        "Reading, checking and writing",
    )


def test_it_changes_in_place(window: QWidget) -> None:
    card = _card(window, _WAITING)
    (bar,) = card.findChildren(QProgressBar)
    assert not bar.isVisible()
    assert "Save db:1 → db.tar" in words(card)
    card.show_record(_RUNNING)
    assert find(card, QProgressBar, "Progress").value() == 250
    card.show_record(_SAVED)
    assert not bar.isVisible()
    assert "Saved db:1 → db.tar" in words(card)
    assert "today" in words(card)


def test_a_click_asks_for_what_the_button_says(window: QWidget, qtbot: QtBot) -> None:
    card = _card(window, _RUNNING)
    with qtbot.waitSignal(card.cancel_wanted) as cancelled:
        click(card, QPushButton, "Cancel")
    card.show_record(_CANCELLED)
    with qtbot.waitSignal(card.retry_wanted) as retried:
        click(card, QPushButton, "Try again")
    card.show_record(_SAVED)
    with qtbot.waitSignal(card.folder_wanted) as shown:
        click(card, QPushButton, "Show in folder")
    assert (cancelled.args, retried.args, shown.args) == (["7"], [_REQUEST], [_TARGET])


def test_whoever_cancelled_can_only_wait(window: QWidget) -> None:
    card = _card(window, replace(_RUNNING, state=JobState.CANCELLING))
    assert not find(card, QPushButton, "Cancel").isEnabled()


def test_the_engines_words_stand_under_details(window: QWidget) -> None:
    card = _card(window, _FAILED)
    assert "The engine refused." in words(card)
    assert not any(pane.isVisible() for pane in card.findChildren(QPlainTextEdit))
    click(card, QToolButton, "Details")
    assert find(card, QPlainTextEdit, "Details").toPlainText() == "no such thing"


def test_the_report_of_a_check_can_be_read_and_copied(window: QWidget, qapp: QApplication) -> None:
    card = _card(window, _CHECKED)
    assert "2 problem(s) found. The file ends too early, at f." in words(card)
    click(card, QPushButton, "Copy report")
    assert QGuiApplication.clipboard().text() == check_report(_BROKEN)
    click(card, QToolButton, "Details")
    assert _buttons(card) == ["Copy report", "Details"]
    pane = find(card, QPlainTextEdit, "Details")
    assert pane.toPlainText() == check_report(_BROKEN)
    with another_language(qapp):
        card.retranslate()
        assert pane.toPlainText() == check_report(_BROKEN)


def test_of_every_other_end_there_is_a_report_to_copy(window: QWidget) -> None:
    card = _card(window, _FAILED)
    click(card, QPushButton, "Copy report")
    report = QGuiApplication.clipboard().text()
    assert report == past_report(past_transfer(_FAILED))
    assert report.endswith("Details: no such thing")


def test_it_follows_language_and_palette(window: QWidget, qapp: QApplication) -> None:
    card = _card(window, _CANCELLED)
    with another_language(qapp):
        QApplication.sendEvent(card, QEvent(QEvent.Type.LanguageChange))
        assert _buttons(card) == ["«Copy report»", "«Try again»"]
        assert card.accessibleName().startswith("«Save ")
    card.show_record(_FAILED)
    card._sign.clear()
    QApplication.sendEvent(card, QEvent(QEvent.Type.PaletteChange))
    assert not card._sign.pixmap().isNull()
