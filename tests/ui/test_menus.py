"""Risk: something can be done with a button only, which not everybody finds."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.ui.actions import Actions
from desktop_app.ui.menus import Menus
from tests.ui.texts.sentences import another_language


def _menus(qtbot: QtBot, owner: QObject) -> tuple[Actions, Menus]:
    actions = Actions(owner)
    menus = Menus(actions)
    qtbot.addWidget(menus)
    return actions, menus


def _opened(menus: Menus) -> list[QMenu]:
    return [menu for menu in menus.findChildren(QMenu) if menu.title()]


def test_every_action_stands_in_one_menu(qtbot: QtBot, qapp: QApplication) -> None:
    actions, menus = _menus(qtbot, qapp)
    shown = [entry for menu in _opened(menus) for entry in menu.actions()]
    shown = [entry for entry in shown if not entry.isSeparator()]
    assert len(shown) == len(set(shown))
    assert set(shown) == set(actions.findChildren(QAction))


def test_files_have_one_entry_and_two_explicit_ones(qtbot: QtBot, qapp: QApplication) -> None:
    _, menus = _menus(qtbot, qapp)
    texts = [entry.iconText() for entry in _opened(menus)[0].actions()]
    assert texts[:3] == ["Open file…", "Load images…", "Import a file system…"]
    assert texts[3:6] == ["Paste files", "", "Check a file…"]


def test_the_menus_follow_the_language(qtbot: QtBot, qapp: QApplication) -> None:
    _, menus = _menus(qtbot, qapp)
    with another_language(qapp):
        menus.retranslate()
    assert all(menu.text().startswith("«") for menu in menus.actions())
