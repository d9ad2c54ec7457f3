"""Risk: Enter takes a name away from another image, or an image is saved without a name."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.models.images import ImageRow
from desktop_app.ui.dialogs.name_image import NameImageDialog
from tests.ui.helpers import find
from tests.ui.samples import digest, image
from tests.ui.texts.sentences import another_language


def _owner_of(name: str) -> str:
    return {"web:1": digest("d"), "db:1": digest("e")}.get(name, "")


@pytest.fixture
def dialog(window: QWidget) -> NameImageDialog:
    dialog = NameImageDialog(window, ImageRow(image("web:1"), "web:1"), _owner_of)
    dialog.open()
    return dialog


def _texts(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_a_free_name_is_given_with_enter(dialog: NameImageDialog, qtbot: QtBot) -> None:
    edit = find(dialog, QLineEdit, "Name")
    qtbot.keyClicks(edit, "web:2")
    with qtbot.waitSignal(dialog.named) as named:
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert named.args == ["web:2"]


def test_the_names_it_has_are_shown(dialog: NameImageDialog) -> None:
    assert "Its name(s) now: web:1" in _texts(dialog)


def test_a_name_that_will_not_do_cannot_be_given(dialog: NameImageDialog, qtbot: QtBot) -> None:
    give = find(dialog, QPushButton, "Give this name")
    assert not give.isEnabled()
    qtbot.keyClicks(find(dialog, QLineEdit, "Name"), "Web 2")
    assert not give.isEnabled()
    assert "spaces" in _texts(dialog)


def test_a_name_in_use_is_moved_by_a_click_and_not_by_enter(
    dialog: NameImageDialog, qtbot: QtBot
) -> None:
    qtbot.keyClicks(find(dialog, QLineEdit, "Name"), "db:1")
    assert "another image (eeeeeeeeeeee)" in _texts(dialog)
    assert find(dialog, QPushButton, "Cancel").isDefault()
    move = find(dialog, QPushButton, "Move the name")
    assert not move.isDefault()
    with qtbot.waitSignal(dialog.named) as named:
        qtbot.mouseClick(move, Qt.MouseButton.LeftButton)
    assert named.args == ["db:1"]


def test_enter_cancels_while_a_name_would_move(dialog: NameImageDialog, qtbot: QtBot) -> None:
    edit = find(dialog, QLineEdit, "Name")
    qtbot.keyClicks(edit, "db:1")
    with qtbot.assertNotEmitted(dialog.named), qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(edit, Qt.Key.Key_Return)


def test_before_saving_the_reason_is_said(window: QWidget) -> None:
    row = ImageRow(image(), "")
    dialog = NameImageDialog(window, row, _owner_of, is_before_saving=True)
    dialog.open()
    assert "Give the image a name before it is saved" in _texts(dialog)
    assert "The image dddddddddddd has no name." in _texts(dialog)
    assert "Its name(s) now" not in _texts(dialog)


def test_everything_follows_the_language(dialog: NameImageDialog, qapp: QApplication) -> None:
    with another_language(qapp):
        QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
        shown = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
        buttons = [button.text() for button in dialog.findChildren(QPushButton)]
    assert all(text.startswith("«") for text in shown + buttons)
