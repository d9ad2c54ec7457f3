"""Risk: somebody takes a quick look for a proof, because nothing said what it leaves out."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.archives import Depth
from desktop_app.ui.dialogs.check_files import CheckFilesDialog
from tests.ui.helpers import find, words
from tests.ui.texts.sentences import another_language

_SHOP = Path("/media/shop.tar")


@pytest.fixture
def dialog(window: QWidget, qtbot: QtBot) -> CheckFilesDialog:
    dialog = CheckFilesDialog(window, [_SHOP])
    with qtbot.waitActive(dialog):
        dialog.open()
    return dialog


def test_enter_checks_every_byte(dialog: CheckFilesDialog, qtbot: QtBot) -> None:
    assert dialog.windowTitle() == "Check shop.tar"
    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert confirmed.args == [Depth.FULL]
    assert not dialog.isVisible()


def test_the_quick_way_is_chosen_by_its_key(dialog: CheckFilesDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(find(dialog, QRadioButton, "Quick").isChecked)
    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        qtbot.mouseClick(find(dialog, QPushButton, "Check 1 file(s)"), Qt.MouseButton.LeftButton)
    assert confirmed.args == [Depth.QUICK]


def test_each_way_says_what_it_sees_also_to_those_who_listen(dialog: CheckFilesDialog) -> None:
    for name, sentence in (("Full", "every byte"), ("Quick", "goes unnoticed")):
        button = find(dialog, QRadioButton, name)
        description = QAccessible.queryAccessibleInterface(button).text(
            QAccessible.Text.Description
        )
        assert sentence in description
        assert description in words(dialog)


def test_nothing_is_checked_unasked(dialog: CheckFilesDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.confirmed), qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_many_files_are_counted(window: QWidget) -> None:
    dialog = CheckFilesDialog(window, [Path(f"/media/{name}.tar") for name in "abcde"])
    dialog.open()
    assert dialog.windowTitle() == "Check a.tar, b.tar and 3 more"
    assert find(dialog, QPushButton, "Check 5 file(s)").isDefault()


def test_everything_follows_the_language(dialog: CheckFilesDialog, qapp: QApplication) -> None:
    with another_language(qapp):
        QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    shown = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    shown += [button.text() for button in dialog.findChildren(QRadioButton)]
    shown += [button.text() for button in dialog.findChildren(QPushButton)]
    assert all(text.startswith("«") for text in shown)
