"""Risk: somebody takes a compression that the other computer cannot read, and was not told."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from desktop_app.archives import Compression
from desktop_app.ui.dialogs.compression_choice import CompressionChoice
from tests.ui.helpers import find
from tests.ui.texts.sentences import another_language

_NAMES = {
    Compression.NONE: "Not compressed (tar)",
    Compression.ZSTD: "Smaller and quick (zstd)",
    Compression.GZIP: "Smaller, for everyone (gzip)",
}


@pytest.fixture
def choice(qtbot: QtBot) -> CompressionChoice:
    choice = CompressionChoice(Compression.NONE)
    qtbot.addWidget(choice)
    choice.show()
    return choice


@pytest.mark.parametrize("compression", _NAMES)
def test_what_was_chosen_is_marked(qtbot: QtBot, compression: Compression) -> None:
    choice = CompressionChoice(compression)
    qtbot.addWidget(choice)
    assert find(choice, QRadioButton, _NAMES[compression]).isChecked()
    assert choice.compression is compression


def test_another_one_is_taken_with_the_arrow_keys(choice: CompressionChoice, qtbot: QtBot) -> None:
    with qtbot.waitActive(choice):
        choice.activateWindow()
    first = find(choice, QRadioButton, _NAMES[Compression.NONE])
    first.setFocus()
    with qtbot.waitSignal(choice.changed):
        qtbot.keyClick(first, Qt.Key.Key_Down)
    assert choice.compression is Compression.ZSTD


def test_each_has_a_sentence_that_is_read_aloud_too(choice: CompressionChoice) -> None:
    said = [button.accessibleDescription() for button in choice.findChildren(QRadioButton)]
    assert said == [label.text() for label in choice.findChildren(QLabel)]
    assert all(said)
    assert "version 23 or later" in said[1]


def test_everything_follows_the_language(choice: CompressionChoice, qapp: QApplication) -> None:
    with another_language(qapp):
        QApplication.sendEvent(choice, QEvent(QEvent.Type.LanguageChange))
        texts = [label.text() for label in choice.findChildren(QLabel)]
        texts += [button.text() for button in choice.findChildren(QRadioButton)]
    assert all(text.startswith("«") for text in texts)
