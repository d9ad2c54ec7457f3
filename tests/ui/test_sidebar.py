"""Risk: nobody sees where they are, how to get elsewhere, or that something is still going on."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.actions import Actions, Page
from desktop_app.ui.sidebar import PageButton, Sidebar
from tests.ui.helpers import click, find
from tests.ui.samples import connected, container, image
from tests.ui.texts.sentences import another_language


@pytest.fixture
def actions(window: QWidget) -> Actions:
    return Actions(window)


@pytest.fixture
def sidebar(window: QWidget, actions: Actions) -> Sidebar:
    sidebar = Sidebar(actions)
    QHBoxLayout(window).addWidget(sidebar)
    return sidebar


def test_a_button_leads_to_its_page(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sidebar.page_wanted) as wanted:
        click(sidebar, PageButton, "Containers")
    assert wanted.args == [Page.CONTAINERS]


def test_the_page_that_is_shown_is_marked(sidebar: Sidebar, actions: Actions) -> None:
    actions.pages[Page.TRANSFERS].setChecked(True)
    names = ("Images", "Containers", "Transfers")
    marked = [find(sidebar, PageButton, name).isChecked() for name in names]
    assert marked == [False, False, True]


def test_the_numbers_are_said_and_painted(sidebar: Sidebar) -> None:
    button = find(sidebar, PageButton, "Images")

    def picture() -> QImage:
        return button.grab().toImage()

    before = picture()
    sidebar.show_snapshot(connected((image("a:1"), image("b:1", digit="e")), (container("c"),)))
    sidebar.show_live_transfers(3)
    assert button.accessibleDescription() == "2 image(s)"
    assert find(sidebar, PageButton, "Containers").accessibleDescription() == "1 container(s)"
    transfers = find(sidebar, PageButton, "Transfers")
    assert transfers.accessibleDescription() == "3 transfer(s) under way"
    assert picture() != before


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_a_number_stands_at_the_far_end(sidebar: Sidebar, direction: Qt.LayoutDirection) -> None:
    button = find(sidebar, PageButton, "Images")
    button.setLayoutDirection(direction)
    button.show_count(0, "")
    without = button.grab().toImage()
    button.show_count(7, "seven")
    with_number = button.grab().toImage()
    changed = [
        x
        for x in range(without.width())
        for y in range(without.height())
        if without.pixel(x, y) != with_number.pixel(x, y)
    ]
    is_right = min(changed) > without.width() / 2
    assert is_right is (direction is Qt.LayoutDirection.LeftToRight)


def test_everything_follows_the_language(
    sidebar: Sidebar, actions: Actions, qapp: QApplication
) -> None:
    with another_language(qapp):
        actions.retranslate()
        QApplication.sendEvent(sidebar, QEvent(QEvent.Type.LanguageChange))
    assert sidebar.accessibleName() == "«Pages»"
    texts = [button.text() for button in sidebar.findChildren(PageButton)]
    assert texts == ["«Images»", "«Containers»", "«Transfers»"]
