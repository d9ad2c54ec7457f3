"""Risk: the filter lags behind the letters, or takes a dropped file for a text."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.action_button import MenuButton
from desktop_app.ui.actions import Actions
from desktop_app.ui.page_header import PageHeader
from tests.ui.helpers import click, find, words
from tests.ui.texts.sentences import another_language


@pytest.fixture
def actions(window: QWidget) -> Actions:
    return Actions(window)


@pytest.fixture
def header(window: QWidget, actions: Actions) -> PageHeader:
    header = PageHeader(actions)
    QVBoxLayout(window).addWidget(header)
    header.show()
    return header


def test_what_is_typed_filters_once_after_the_last_letter(header: PageHeader, qtbot: QtBot) -> None:
    texts: list[str] = []
    header.filtered.connect(texts.append)
    with qtbot.waitSignal(header.filtered):
        qtbot.keyClicks(find(header, QLineEdit, "Filter"), "postgres")
    assert texts == ["postgres"]
    assert header.filter_text == "postgres"


def test_the_next_letters_take_the_place_of_the_old_ones(
    window: QWidget, header: PageHeader, qtbot: QtBot
) -> None:
    field = find(header, QLineEdit, "Filter")
    field.setText("old")
    with qtbot.waitActive(window):
        window.activateWindow()
    header.focus_filter()
    assert field.hasFocus()
    qtbot.keyClicks(field, "new")
    assert header.filter_text == "new"


def test_a_dropped_file_is_not_for_the_filter(header: PageHeader) -> None:
    assert not find(header, QLineEdit, "Filter").acceptDrops()


def test_files_are_opened_from_every_page(
    header: PageHeader, actions: Actions, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(actions.open_file.triggered):
        click(header, MenuButton, "Open file…")


def test_it_says_how_much_the_filter_hides_and_nothing_otherwise(header: PageHeader) -> None:
    header.show_count(3, 17)
    assert "3 of 17" in words(header)
    header.show_count(17, 17)
    assert "17" not in words(header)


def test_it_follows_the_language(header: PageHeader, qapp: QApplication) -> None:
    with another_language(qapp):
        QApplication.sendEvent(header, QEvent(QEvent.Type.LanguageChange))
    assert find(header, QLineEdit, "«Filter»").placeholderText() == "«Filter»"
