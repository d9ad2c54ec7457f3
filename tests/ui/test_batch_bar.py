"""Risk: all transfers are cancelled, or tried again, where only some were meant."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QProgressBar, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import ErrorCode
from desktop_app.models.batch import BatchProgress
from desktop_app.ui.batch_bar import BatchBar
from desktop_app.workers.outcome import Failed, Outcome, Stopped, Succeeded
from tests.ui.helpers import click, find, words
from tests.ui.texts.sentences import another_language

_LIVE = BatchProgress(5, 2, permille=400, seconds_left=170)
_OVER = BatchProgress(2, 2, 1)
_GOOD, _BAD = Succeeded(None), Failed(ErrorCode.ENGINE_LOST, {})
_ENDED = (_GOOD, _BAD, Stopped(), _BAD, _GOOD)


@pytest.fixture
def bar(window: QWidget) -> BatchBar:
    bar = BatchBar()
    QVBoxLayout(window).addWidget(bar)
    return bar


def _buttons(bar: BatchBar) -> list[str]:
    return [button.text() for button in bar.findChildren(QPushButton) if button.isVisible()]


@pytest.mark.parametrize(
    ("batch", "ended", "buttons"),
    [
        (BatchProgress(), (), []),
        (BatchProgress(1), (), []),
        (BatchProgress(1, 1, 1), (_BAD,), []),
        (BatchProgress(2, 1), (_GOOD,), ["Cancel a&ll"]),
        (_LIVE, (_GOOD, _GOOD), ["Clear the ended &ones", "Cancel a&ll"]),
        (_OVER, _ENDED, ["Clear the ended &ones", "&Try the failed ones again"]),
    ],
    ids=["none", "one runs", "one failed", "two", "five", "over"],
)
def test_it_is_seen_where_there_are_several(
    bar: BatchBar, batch: BatchProgress, ended: tuple[Outcome, ...], buttons: list[str]
) -> None:
    bar.show_batch(batch, ended)
    assert _buttons(bar) == buttons
    assert bar.isVisible() is bool(buttons)


def test_it_says_how_far_all_are_together(bar: BatchBar) -> None:
    bar.show_batch(_LIVE, (_GOOD, _GOOD))
    assert "2 of 5 done, about 3 minute(s) left" in words(bar)
    assert find(bar, QProgressBar, "Progress of all transfers").value() == 400


def test_in_the_end_it_says_what_came_of_all_that_is_seen_below(bar: BatchBar) -> None:
    bar.show_batch(_OVER, _ENDED)
    assert "5 transfer(s) ended, 2 failed, 1 cancelled" in words(bar)


def test_each_button_asks_for_what_it_says(bar: BatchBar, qtbot: QtBot) -> None:
    bar.show_batch(_LIVE, (_BAD, _BAD))
    for name, signal in (
        ("Cancel all", bar.cancel_wanted),
        ("Try the failed ones again", bar.retry_wanted),
        ("Clear the ended ones", bar.clear_wanted),
    ):
        with qtbot.waitSignal(signal):
            click(bar, QPushButton, name)


def test_it_follows_the_language(bar: BatchBar, qapp: QApplication) -> None:
    bar.show_batch(_LIVE, ())
    with another_language(qapp):
        QApplication.sendEvent(bar, QEvent(QEvent.Type.LanguageChange))
        assert _buttons(bar) == ["«Cancel a&ll»"]
        assert "«" in words(bar)
