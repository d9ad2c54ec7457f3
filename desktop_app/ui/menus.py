"""The menu bar: the program's actions in their places."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop_app.ui.actions import Actions


class Menus(QMenuBar):
    """File, Image, Container, View and Help.

    Args:
        actions: what stands in them.
    """

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._file = self._menu(
            [actions.open_file, actions.load, actions.import_, actions.paste],
            [actions.check],
            [actions.settings],
            [actions.quit],
        )
        self._image = self._menu([actions.save], [actions.name, actions.remove_name])
        self._container = self._menu([actions.export])
        self._view = self._menu(
            [*actions.pages.values()], [actions.details], [actions.filter, actions.refresh]
        )
        self._help = self._menu(
            [actions.guide, actions.which_one],
            [actions.show_log, actions.report],
            [actions.about],
        )
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now; the actions do so themselves."""
        self._file.setTitle(self.tr("&File"))
        self._image.setTitle(self.tr("&Image"))
        self._container.setTitle(self.tr("&Container"))
        self._view.setTitle(self.tr("&View"))
        self._help.setTitle(self.tr("&Help"))

    def _menu(self, *groups: list[QAction]) -> QMenu:
        menu = self.addMenu("")
        for group in groups:
            if not menu.isEmpty():
                menu.addSeparator()
            menu.addActions(group)
        return menu
