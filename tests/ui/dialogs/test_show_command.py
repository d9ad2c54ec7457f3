"""Risk: the command that is copied is not the one that is shown, or nobody learns what it does."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.transfers.commands import Shown
from desktop_app.transfers.requests import SaveRequest
from desktop_app.ui.dialogs.show_command import ShowCommandDialog, command_link, show_command
from tests.ui.helpers import find, open_dialog, open_dialogs, words
from tests.ui.samples import ENGINE
from tests.ui.texts.sentences import another_language

_SAVE = SaveRequest(("web:1", "db:1"), Path("/media/shop.tar"))
_COMMAND = "docker save -o /media/shop.tar web:1 db:1"


@pytest.fixture
def dialog(window: QWidget) -> ShowCommandDialog:
    return show_command(window, [_SAVE], ENGINE)


def test_the_command_and_its_pieces_are_shown(dialog: ShowCommandDialog) -> None:
    field = find(dialog, QPlainTextEdit, "The command that does the same")
    assert field.toPlainText() == _COMMAND
    assert field.isReadOnly()
    for word in ("-o /media/shop.tar", "web:1 db:1", "Writes images", "The file that is written."):
        assert word in words(dialog)


def test_enter_copies_and_says_so(dialog: ShowCommandDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == _COMMAND
    assert find(dialog, QPushButton, "✓ Copied").isVisible()
    qtbot.mouseClick(find(dialog, QPushButton, "Close"), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_everything_follows_the_language(dialog: ShowCommandDialog, qapp: QApplication) -> None:
    with another_language(qapp):
        QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    labels = [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]
    pieces = set(dialog._commands.explained.values())
    assert all(text.startswith("«") for text in labels if text not in pieces)


def test_a_link_shows_what_stands_there_when_it_is_clicked(window: QWidget) -> None:
    requests: list[Shown] = []
    link = command_link(lambda: requests, lambda: None)
    link.setParent(window)
    link.click()
    assert not open_dialogs(ShowCommandDialog)
    requests.append(_SAVE)
    link.click()
    assert (
        find(
            open_dialog(ShowCommandDialog), QPlainTextEdit, "The command that does the same"
        ).toPlainText()
        == _COMMAND
    )
