"""Risk: all transfers are cancelled, or tried again, where only some were meant."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QProgressBar, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.models.batch import BatchProgress
from desktop_app.ui.batch_bar import BatchBar
from tests.ui.helpers import click, find, words
from tests.ui.texts.sentences import another_language

_LIVE = BatchProgress(5, 2, permille=400, seconds_left=170)
_OVER = BatchProgress(5, 5, 2)


@pytest.fixture
def bar(window: QWidget) -> BatchBar:
    bar = BatchBar()
    QVBoxLayout(window).addWidget(bar)
    return bar


def _buttons(bar: BatchBar) -> list[str]:
    return [button.text() for button in bar.findChildren(QPushButton) if button.isVisible()]


@pytest.mark.parametrize(
    ("batch", "failed", "ended", "buttons"),
    [
        (BatchProgress(), 0, 0, []),
        (BatchProgress(1), 0, 0, []),
        (BatchProgress(1, 1, 1), 1, 1, []),
        (BatchProgress(2, 1), 0, 1, ["Cancel a&ll"]),
        (_LIVE, 0, 2, ["Clear the ended &ones", "Cancel a&ll"]),
        (_OVER, 2, 5, ["Clear the ended &ones", "&Try the failed ones again"]),
    ],
    ids=["none", "one runs", "one failed", "two", "five", "over"],
)
def test_it_is_seen_where_there_are_several(
    bar: BatchBar, batch: BatchProgress, failed: int, ended: int, buttons: list[str]
) -> None:
    bar.show_batch(batch, failed, ended)
    assert _buttons(bar) == buttons
    assert bar.isVisible() is bool(buttons)


def test_it_says_how_far_all_are_together(bar: BatchBar) -> None:
    bar.show_batch(_LIVE, 0, 2)
    assert "2 of 5 done, about 3 minute(s) left" in words(bar)
    assert find(bar, QProgressBar, "Progress of all transfers").value() == 400


def test_each_button_asks_for_what_it_says(bar: BatchBar, qtbot: QtBot) -> None:
    bar.show_batch(_LIVE, 2, 2)
    for name, signal in (
        ("Cancel all", bar.cancel_wanted),
        ("Try the failed ones again", bar.retry_wanted),
        ("Clear the ended ones", bar.clear_wanted),
    ):
        with qtbot.waitSignal(signal):
            click(bar, QPushButton, name)


def test_it_follows_the_language(bar: BatchBar, qapp: QApplication) -> None:
    bar.show_batch(_LIVE, 0, 0)
    with another_language(qapp):
        QApplication.sendEvent(bar, QEvent(QEvent.Type.LanguageChange))
        assert _buttons(bar) == ["«Cancel a&ll»"]
        assert "«" in words(bar)
