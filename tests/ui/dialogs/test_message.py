"""Risk: Enter does what a person did not mean, or the engine's words cannot be passed on."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.dialogs.message import MessageDialog, MessageText
from tests.ui.helpers import find


def _question() -> MessageText:
    return MessageText("Remove it?", "It will be gone.", close="Keep it", go_on="Remove it")


def _news() -> MessageText:
    return MessageText("It is gone.", "Somebody removed it.", close="Close")


def test_a_question_goes_on_with_its_own_button(window: QWidget, qtbot: QtBot) -> None:
    dialog = MessageDialog(window, _question)
    dialog.open()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(find(dialog, QPushButton, "Remove it"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("is_risky", "default"), [(False, "Remove it"), (True, "Keep it")])
def test_enter_goes_on_only_without_a_risk(
    window: QWidget, qtbot: QtBot, *, is_risky: bool, default: str
) -> None:
    dialog = MessageDialog(window, _question, is_risky=is_risky)
    dialog.open()
    assert find(dialog, QPushButton, default).isDefault()
    with qtbot.waitSignal(dialog.rejected if is_risky else dialog.accepted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_news_can_only_be_closed(window: QWidget) -> None:
    dialog = MessageDialog(window, _news)
    dialog.open()
    assert [button.text() for button in dialog.findChildren(QPushButton)] == ["Close"]


def test_somebody_elses_words_can_be_read_and_copied(window: QWidget, qtbot: QtBot) -> None:
    dialog = MessageDialog(window, _news, "open /var/lib/docker: <denied>")
    dialog.open()
    qtbot.mouseClick(find(dialog, QToolButton, "Details"), Qt.MouseButton.LeftButton)
    words = find(dialog, QPlainTextEdit, "Details")
    assert words.toPlainText() == "open /var/lib/docker: <denied>"
    assert words.isReadOnly()
    qtbot.mouseClick(find(dialog, QPushButton, "Copy"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "open /var/lib/docker: <denied>"


def test_the_text_is_made_anew_for_another_language(window: QWidget) -> None:
    words = iter(["It is gone.", "It is gone.", "Es ist weg."])
    dialog = MessageDialog(window, lambda: MessageText(next(words), "", close="Close"))
    dialog.open()
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    assert dialog.windowTitle() == "Es ist weg."
