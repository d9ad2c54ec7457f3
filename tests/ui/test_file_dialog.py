"""Risk: where the desktop has no file dialog, nobody finds the way back in Qt's own."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QToolButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.desktop.settings import Theme
from desktop_app.ui import theme
from desktop_app.ui.file_dialog import file_dialog


@pytest.fixture
def dark(qapp: QApplication):
    theme.choose(qapp, Theme.DARK)
    yield
    theme.choose(qapp, Theme.SYSTEM)


def _colours(picture: QImage) -> set[str]:
    """Those that cover all below them."""
    spots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    drawn = (QColor(picture.pixelColor(x, y)) for x, y in spots)
    return {colour.name() for colour in drawn if colour.alpha() == 255}


@pytest.mark.usefixtures("dark")
@pytest.mark.parametrize("name", ["backButton", "forwardButton", "toParentButton"])
def test_the_arrows_are_seen_on_a_dark_ground(window: QWidget, name: str) -> None:
    arrow = file_dialog(window, "Open files").findChild(QToolButton, name)
    assert isinstance(arrow, QToolButton)
    picture = arrow.icon().pixmap(arrow.iconSize()).toImage()
    text = QApplication.palette().buttonText().color()
    assert _colours(picture) == {text.name()}


def test_dates_have_the_room_that_is_left(window: QWidget) -> None:
    dialog = file_dialog(window, "Open files")
    dialog.open()
    files = dialog.findChild(QTreeView, "treeView")
    assert isinstance(files, QTreeView)
    assert files.header().length() == files.viewport().width()


def test_it_begins_in_the_folder_and_leaves_nothing_behind(
    window: QWidget, qtbot: QtBot, tmp_path
) -> None:
    dialog = file_dialog(window, "Open files", str(tmp_path))
    assert isinstance(dialog, QFileDialog)
    assert dialog.directory().path() == str(tmp_path)
    dialog.open()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
