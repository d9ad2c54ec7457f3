"""Risk: a setting shows something else than what holds, or choosing one changes another."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.archives import Compression
from desktop_app.desktop.settings import EngineChoices, Language, Preferences, Theme
from desktop_app.ui.dialogs.settings import SettingsDialog
from tests.ui.helpers import click, find

_ALL = Preferences(
    Language.CHINESE, Theme.DARK, "/media/me", Compression.GZIP, notifies=False, keeps_awake=False
)


def _dialog(window: QWidget, chosen: Preferences) -> tuple[SettingsDialog, list[Preferences]]:
    dialog = SettingsDialog(window, chosen, EngineChoices())
    changes: list[Preferences] = []
    dialog.changed.connect(changes.append)
    dialog.open()
    return dialog, changes


def _list(dialog: SettingsDialog, name: str) -> QComboBox:
    """Qt names a list after what stands in it, and leaves it to the label to say the rest."""
    lists = dialog.findChildren(QComboBox)
    (found,) = (box for box in lists if box.accessibleName() == name)
    return found


def _choose(dialog: SettingsDialog, name: str, row: int) -> None:
    box = _list(dialog, name)
    box.setCurrentIndex(row)
    box.activated.emit(row)


def test_it_shows_what_is_chosen(window: QWidget) -> None:
    dialog, _ = _dialog(window, _ALL)
    shown = {name: _list(dialog, name).currentText() for name in ("Language", "Folder")}
    assert shown == {"Language": "简体中文", "Folder": "/media/me"}
    assert _list(dialog, "Look").currentText() == "Dark"
    assert _list(dialog, "Compression").currentText() == "Smaller, read everywhere (gzip)"
    assert not any(tick.isChecked() for tick in dialog.findChildren(QCheckBox))


def test_each_setting_is_told_at_once_and_changes_nothing_else(window: QWidget) -> None:
    dialog, changes = _dialog(window, Preferences())
    _choose(dialog, "Language", 2)
    _choose(dialog, "Look", 3)
    _choose(dialog, "Compression", 2)
    _choose(dialog, "Compression", 2)
    for tick in dialog.findChildren(QCheckBox):
        tick.click()
    assert changes == [
        Preferences(Language.CHINESE),
        Preferences(Language.CHINESE, Theme.CONTRAST),
        Preferences(Language.CHINESE, Theme.CONTRAST, "", Compression.ZSTD),
        Preferences(Language.CHINESE, Theme.CONTRAST, "", Compression.ZSTD, notifies=False),
        Preferences(
            Language.CHINESE,
            Theme.CONTRAST,
            "",
            Compression.ZSTD,
            notifies=False,
            keeps_awake=False,
        ),
    ]


def test_a_folder_is_chosen_and_can_be_taken_back(window: QWidget, qtbot: QtBot) -> None:
    dialog, changes = _dialog(window, Preferences())
    with qtbot.waitSignal(dialog.browse_wanted):
        click(dialog, QPushButton, "Browse…")
    dialog.choose_folder(Path("/media/me/a\nb"))
    assert "\n" not in _list(dialog, "Folder").currentText()
    _choose(dialog, "Folder", 0)
    _choose(dialog, "Folder", 1)
    assert [each.folder for each in changes] == ["/media/me/a\nb", "", "/media/me/a\nb"]


def test_enter_adds_an_address_while_there_is_one_and_closes_otherwise(
    window: QWidget, qtbot: QtBot
) -> None:
    dialog, _ = _dialog(window, Preferences())
    address = find(dialog, QLineEdit, "Address")
    qtbot.keyClicks(address, "tcp://server:2376")
    with qtbot.waitSignal(dialog.engines.changed):
        qtbot.keyClick(address, Qt.Key.Key_Return)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(address, Qt.Key.Key_Return)


@pytest.mark.parametrize("name", ["Language", "Look", "Folder", "Compression"])
def test_every_list_is_reached_by_its_letter(window: QWidget, name: str) -> None:
    dialog, _ = _dialog(window, Preferences())
    box = _list(dialog, name)
    assert [label for label in dialog._labels if label.buddy() is box and "&" in label.text()]
