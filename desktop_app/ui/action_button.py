"""Buttons that do what an action does and follow it: text, tool tip, and whether it can be used."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from desktop_app.ui import theme


class ActionButton(QPushButton):
    """A push button for an action.

    Args:
        action: what it does.
        parent: owns the button.
    """

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self.setAutoDefault(False)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.setText(self._action.iconText())
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))


class MenuButton(QToolButton):
    """A button for an action with a small menu of more special ones at its side.

    Args:
        action: what a click does.
        others: what the menu offers.
    """

    def __init__(self, action: QAction, others: Sequence[QAction]) -> None:
        super().__init__()
        menu = QMenu(self)
        menu.addActions(others)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setDefaultAction(action)
        self.set_primary(is_primary=True)

    def set_primary(self, *, is_primary: bool) -> None:
        """Be the one filled button of the window, or leave that to another."""
        theme.set_look(self, theme.Look.PRIMARY if is_primary else theme.Look.MENU_BUTTON)
