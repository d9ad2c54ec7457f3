"""Risk: a file goes to another place than the person reads, or the stick is not to be found."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.desktop.disks import Disk
from desktop_app.ui.dialogs.folder_choice import FolderChoice, folders
from tests.ui.helpers import find
from tests.ui.texts.sentences import another_language

_STICK = Disk(Path("/media/me/STICK"), "STICK", 14_200_000_000)


@pytest.fixture
def choice(qtbot: QtBot, tmp_path: Path) -> FolderChoice:
    choice = FolderChoice([_STICK], str(tmp_path))
    qtbot.addWidget(choice)
    choice.show()
    return choice


def _list(choice: FolderChoice) -> QComboBox:
    found = choice.findChild(QComboBox)
    assert isinstance(found, QComboBox)
    return found


def test_removable_disks_come_first_then_the_last_folder(tmp_path: Path) -> None:
    assert folders([_STICK], str(tmp_path))[:2] == (_STICK.root, tmp_path)


def test_each_folder_is_offered_once_and_one_that_is_gone_not_at_all(tmp_path: Path) -> None:
    offered = folders([_STICK, _STICK], str(tmp_path / "gone"))
    assert offered == (_STICK.root, Path.home())
    assert folders([], "") == (Path.home(),)


def test_the_last_folder_is_chosen_if_it_is_there(choice: FolderChoice, tmp_path: Path) -> None:
    assert choice.folder == tmp_path
    assert _list(choice).currentText() == str(tmp_path)


@pytest.mark.parametrize("last", ["", "/nowhere/at/all", "/" + 100 * "too long"])
def test_else_the_first_stick_is(qtbot: QtBot, last: str) -> None:
    choice = FolderChoice([_STICK], last)
    qtbot.addWidget(choice)
    assert choice.folder == _STICK.root
    assert _list(choice).currentText() == "Removable drive STICK (14.2 GB free)"
    assert _list(choice).toolTip() == _list(choice).currentText()


def test_another_one_is_taken_with_the_arrow_keys(choice: FolderChoice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choice.changed):
        qtbot.keyClick(_list(choice), Qt.Key.Key_Up)
    assert choice.folder == _STICK.root


def test_any_folder_can_be_chosen(choice: FolderChoice, tmp_path: Path) -> None:
    other = tmp_path / "other"
    count = _list(choice).count()
    for _ in range(2):
        choice.choose(other)
    assert choice.folder == other
    assert _list(choice).currentText() == str(other)
    assert _list(choice).count() == count + 1


def test_the_button_asks_for_another_one(choice: FolderChoice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choice.browse_wanted):
        qtbot.mouseClick(find(choice, QPushButton, "Browse…"), Qt.MouseButton.LeftButton)


def test_everything_follows_the_language(choice: FolderChoice, qapp: QApplication) -> None:
    with another_language(qapp):
        QApplication.sendEvent(choice, QEvent(QEvent.Type.LanguageChange))
        assert _list(choice).itemText(0).startswith("«")
        assert choice.findChildren(QPushButton)[0].text().startswith("«")
