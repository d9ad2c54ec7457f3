"""Risk: the wrong method is taken unawares, or the right one is not a click away."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.archives.compatibility import Method
from desktop_app.archives.report import ArchiveReport
from desktop_app.ui.dialogs.which_one import WhichOneDialog
from desktop_app.ui.dialogs.wrong_method import WrongMethodDialog
from desktop_app.ui.file_plan import plan
from tests.ui.helpers import click, find, open_dialog, words
from tests.ui.samples import ENGINE, FILESYSTEM, SHOP, UNKNOWN
from tests.ui.texts.sentences import another_language


def _dialog(window: QWidget, report: ArchiveReport, method: Method) -> WrongMethodDialog:
    dialog = WrongMethodDialog(window, plan(report, method, ENGINE, {}))
    dialog.open()
    return dialog


def _open_details(dialog: WrongMethodDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(find(dialog, QToolButton, "Details"), Qt.MouseButton.LeftButton)


def _button_texts(dialog: WrongMethodDialog) -> list[str]:
    return [button.text() for button in dialog.findChildren(QPushButton)]


def test_importing_saved_images_loads_them_instead_on_enter(window: QWidget, qtbot: QtBot) -> None:
    dialog = _dialog(window, SHOP, Method.IMPORT)
    assert dialog.windowTitle() == "This file holds saved images. Importing it would not work."
    assert find(dialog, QTableView, "Images in the file").isVisible()
    assert find(dialog, QPushButton, "Load 2 image(s) instead").isDefault()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert chosen.args == [Method.LOAD]


def test_importing_all_the_same_takes_two_clicks(window: QWidget, qtbot: QtBot) -> None:
    dialog = _dialog(window, SHOP, Method.IMPORT)
    anyway = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Import anyway")
    assert not anyway.isVisible()
    assert not anyway.autoDefault()
    _open_details(dialog, qtbot)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.mouseClick(find(dialog, QPushButton, "Import anyway"), Qt.MouseButton.LeftButton)
    assert chosen.args == [Method.IMPORT]


def test_loading_a_file_system_can_only_become_an_import(window: QWidget, qtbot: QtBot) -> None:
    dialog = _dialog(window, FILESYSTEM, Method.LOAD)
    assert sorted(_button_texts(dialog)) == ["Cancel", "Import instead…", "Which one do I need?"]
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert chosen.args == [Method.IMPORT]


def test_importing_what_nobody_knows_is_cancelled_by_enter(window: QWidget, qtbot: QtBot) -> None:
    dialog = _dialog(window, UNKNOWN, Method.IMPORT)
    assert find(dialog, QPushButton, "Cancel").isDefault()
    with qtbot.assertNotEmitted(dialog.chosen), qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_pictures_tell_it_too_and_the_two_ways_are_a_click_away(window: QWidget) -> None:
    dialog = _dialog(window, FILESYSTEM, Method.LOAD)
    assert "Nothing: the engine refuses it" in words(dialog)
    assert "A new image that you name" in words(dialog)
    click(dialog, QPushButton, "Which one do I need?")
    assert open_dialog(WhichOneDialog).isVisible()


def test_escape_changes_nothing(window: QWidget, qtbot: QtBot) -> None:
    dialog = _dialog(window, SHOP, Method.IMPORT)
    with qtbot.assertNotEmitted(dialog.chosen), qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_everything_follows_the_language(window: QWidget, qtbot: QtBot, qapp: QApplication) -> None:
    dialog = _dialog(window, SHOP, Method.IMPORT)
    _open_details(dialog, qtbot)
    with another_language(qapp):
        QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    shown = [text for text in labels + _button_texts(dialog) if text]
    assert all(text.startswith("«") for text in shown)
