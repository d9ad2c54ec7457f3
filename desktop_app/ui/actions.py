"""Everything that can be done, once each: menus, buttons and context menus share these actions.

What an action does is wired by the window; here are its text, key and icon, and when it can be
used.
"""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from desktop_app.engine_info import ContainerRecord
from desktop_app.models.images import ImageRow
from desktop_app.ui.dialogs.dialog import GUIDE_ACTION
from desktop_app.ui.icons import Icon, icon
from desktop_app.ui.texts import without_mnemonic


class Page(IntEnum):
    """The pages of the window, from top to bottom of its sidebar."""

    IMAGES = 0
    CONTAINERS = 1
    TRANSFERS = 2


_ICONS = {
    Page.IMAGES: Icon.IMAGES,
    Page.CONTAINERS: Icon.CONTAINERS,
    Page.TRANSFERS: Icon.TRANSFERS,
}


class Actions(QObject):
    """The program's actions.

    Args:
        parent: owns them.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.open_file = self._action(QKeySequence.StandardKey.Open)
        self.load = self._action()
        self.import_ = self._action()
        self.paste = self._action(QKeySequence.StandardKey.Paste)
        self.check = self._action("Ctrl+K")
        self.settings = self._action("Ctrl+,", QAction.MenuRole.PreferencesRole)
        self.quit = self._action("Ctrl+Q", QAction.MenuRole.QuitRole)
        self.save = self._action(QKeySequence.StandardKey.Save)
        self.name = self._action("F2")
        self.remove_name = self._action()
        self.export = self._action("Ctrl+E")
        self.refresh = self._action(QKeySequence.StandardKey.Refresh)
        self.filter = self._action(QKeySequence.StandardKey.Find)
        self.pages = {page: self._action(f"Ctrl+{page + 1}") for page in Page}
        self.guide = self._action(QKeySequence.StandardKey.HelpContents)
        self.guide.setObjectName(GUIDE_ACTION)
        self.which_one = self._action("Shift+F1")
        self.show_log = self._action()
        self.report = self._action()
        self.details = self._action("Ctrl+I")
        self.about = self._action(role=QAction.MenuRole.AboutRole)
        self.details.setCheckable(True)
        self.details.setChecked(True)
        group = QActionGroup(self)
        for action in self.pages.values():
            action.setCheckable(True)
            action.setIconVisibleInMenu(False)
            group.addAction(action)
        self.retranslate()
        self.paint_icons()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        for action, text in (
            (self.open_file, self.tr("&Open file…")),
            (self.load, self.tr("&Load images…")),
            (self.import_, self.tr("&Import a file system…")),
            (self.paste, self.tr("&Paste files")),
            (self.check, self.tr("&Check a file…")),
            (self.settings, self.tr("S&ettings…")),
            (self.quit, self.tr("&Quit")),
            (self.save, self.tr("&Save to file…")),
            (self.name, self.tr("&Name…")),
            (self.remove_name, self.tr("&Remove name…")),
            (self.export, self.tr("&Export to file…")),
            (self.refresh, self.tr("&Refresh")),
            (self.filter, self.tr("&Filter")),
            (self.pages[Page.IMAGES], self.tr("&Images")),
            (self.pages[Page.CONTAINERS], self.tr("&Containers")),
            (self.pages[Page.TRANSFERS], self.tr("&Transfers")),
            (self.guide, self.tr("User &guide")),
            (self.details, self.tr("&Details")),
            (self.which_one, self.tr("&Which one do I need?")),
            (self.show_log, self.tr("Show the &log")),
            (self.report, self.tr("Copy &diagnostic report…")),
            (self.about, self.tr("&About Image Ferry")),
        ):
            action.setText(text)
            action.setIconText(without_mnemonic(text))  # what a button says

    def paint_icons(self) -> None:
        """Draw the icons of the pages in the colours of now; they are for the sidebar only."""
        for page, name in _ICONS.items():
            self.pages[page].setIcon(icon(name))

    def offer(
        self,
        page: Page,
        images: Sequence[ImageRow],
        containers: Sequence[ContainerRecord],
        *,
        is_live: bool = True,
    ) -> None:
        """Enable what can be done with what is seen and selected.

        Args:
            page: the one that is shown.
            images: the selected ones.
            containers: the selected ones.
            is_live: whether the engine answers.
        """
        images = images if is_live and page is Page.IMAGES else ()
        containers = containers if is_live and page is Page.CONTAINERS else ()
        is_one = len(images) == 1
        self.save.setEnabled(bool(images))
        self.name.setEnabled(is_one)
        self.remove_name.setEnabled(is_one and len(images[0].record.names) > 1)
        self.export.setEnabled(len(containers) == 1)

    def _action(
        self,
        key: QKeySequence.StandardKey | str | None = None,
        role: QAction.MenuRole = QAction.MenuRole.NoRole,
    ) -> QAction:
        action = QAction(self)
        action.setMenuRole(role)
        if isinstance(key, str):
            action.setShortcut(QKeySequence(key))
        elif key is not None:
            action.setShortcuts(key)
        return action
