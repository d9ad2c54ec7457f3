"""Risk: the one page that explains the two ways leaves a difference out."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.dialogs.which_one import WhichOneDialog
from tests.ui.helpers import find
from tests.ui.texts.sentences import another_language


def test_both_ways_are_explained_in_every_respect(window: QWidget) -> None:
    dialog = WhichOneDialog(window)
    dialog.open()
    texts = {label.text() for label in dialog.findChildren(QLabel) if label.isVisible()}
    subjects = {"Good for", "Several in one file", "Name", "History", "Size of the file"}
    assert subjects < texts
    assert {"docker save, docker load", "docker export, docker import"} < texts


def test_enter_closes(window: QWidget, qtbot: QtBot) -> None:
    dialog = WhichOneDialog(window)
    dialog.open()
    assert find(dialog, QPushButton, "Close").isDefault()
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_everything_follows_the_language(window: QWidget, qapp: QApplication) -> None:
    dialog = WhichOneDialog(window)
    dialog.open()
    with another_language(qapp):
        QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    shown = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    assert all(text.startswith(("«", "docker ")) for text in shown)
