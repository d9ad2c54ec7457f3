"""Risk: a button and the menu entry of the same name do different things, or at different times."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui import theme
from desktop_app.ui.action_button import ActionButton, MenuButton
from tests.ui.helpers import called


@pytest.fixture
def action(window: QWidget) -> QAction:
    action = QAction("&Save to file…", window)
    action.setIconText("Save to file…")
    action.setShortcut("Ctrl+S")
    return action


def test_a_button_does_what_its_action_does(window: QWidget, action: QAction, qtbot: QtBot) -> None:
    button = ActionButton(action, window)
    button.show()
    with qtbot.waitSignal(action.triggered):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(action.triggered):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_a_button_follows_its_action(window: QWidget, action: QAction) -> None:
    button = ActionButton(action, window)
    assert (called(button), button.toolTip()) == ("Save to file…", "Ctrl+S")
    action.setEnabled(False)
    action.setIconText("保存")
    assert not button.isEnabled()
    assert called(button) == "保存"


def test_a_menu_button_has_one_thing_for_the_click_and_more_at_its_side(
    window: QWidget, action: QAction, qtbot: QtBot
) -> None:
    others = [QAction("Load…", window), QAction("Import…", window)]
    button = MenuButton(action, others)
    button.setParent(window)
    button.show()
    assert called(button) == "Save to file…"
    assert button.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert button.menu().actions() == others
    with qtbot.waitSignal(action.triggered):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(theme.GAP, theme.GAP))
