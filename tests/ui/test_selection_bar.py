"""Risk: nobody sees what is selected and what the filled button will do with it."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.selection_bar import SelectionBar
from desktop_app.ui.theme import Look
from tests.ui.helpers import click, words


@pytest.fixture
def actions(window: QWidget) -> list[QAction]:
    return [QAction(text, window) for text in ("Remove", "Save")]


@pytest.fixture
def bar(window: QWidget, actions: list[QAction]) -> SelectionBar:
    bar = SelectionBar(actions, actions[:1])
    QVBoxLayout(window).addWidget(bar)
    return bar


def _seen(bar: SelectionBar) -> list[str]:
    return [button.text() for button in bar.findChildren(QPushButton) if button.isVisibleTo(bar)]


def test_it_comes_and_goes_with_the_selection(bar: SelectionBar) -> None:
    assert bar.isHidden()
    bar.show_selection("2 images selected", "about 660 MB in a file")
    assert not bar.isHidden()
    assert words(bar) == "2 images selected\nabout 660 MB in a file"
    bar.show_selection("", "")
    assert bar.isHidden()


def test_the_last_button_is_the_filled_one(
    bar: SelectionBar, actions: list[QAction], qtbot: QtBot
) -> None:
    bar.show_selection("1 image selected", "")
    looks = {button.text(): button.property("look") for button in bar.findChildren(QPushButton)}
    assert looks["Save"] == Look.PRIMARY
    assert looks["Remove"] != Look.PRIMARY
    with qtbot.waitSignal(actions[1].triggered):
        click(bar, QPushButton, "Save")


def test_a_rare_button_is_seen_only_while_it_can_be_used(
    bar: SelectionBar, actions: list[QAction]
) -> None:
    actions[0].setEnabled(False)
    bar.show_selection("1 image selected", "")
    assert _seen(bar) == ["Save"]
    actions[0].setEnabled(True)
    bar.show_selection("1 image selected", "")
    assert _seen(bar) == ["Remove", "Save"]
