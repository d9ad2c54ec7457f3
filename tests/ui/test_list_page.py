"""Risk: an empty page leaves people alone, or two buttons both claim to be the right one."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.action_button import ActionButton, MenuButton
from desktop_app.ui.actions import Actions, Page
from desktop_app.ui.images_page import ImagesPage
from desktop_app.ui.theme import Look
from desktop_app.workers.queue import JobQueue
from tests.ui.helpers import cells, find, select, words
from tests.ui.samples import connected, image
from tests.ui.texts.sentences import another_language

_MANY = tuple(image(f"m{number:03}:1", digit=f"{number:064x}") for number in range(200))


@pytest.fixture
def page(window: QWidget, queue: JobQueue) -> ImagesPage:
    actions = Actions(window)
    page = ImagesPage(queue, actions)
    QVBoxLayout(window).addWidget(page)
    page.show()

    def offer() -> None:
        actions.offer(Page.IMAGES, page.selected, ())
        page.show_selection()

    page.selection_changed.connect(offer)
    return page


def _filter(page: ImagesPage, qtbot: QtBot, text: str) -> None:
    field = find(page, QLineEdit, "Filter")
    with qtbot.waitSignal(page._header.filtered):
        field.setText(text)


def test_without_rows_it_says_what_to_do(page: ImagesPage) -> None:
    page.show_snapshot(connected())
    assert "There are no images" in words(page)
    assert "Open a file" in words(page)
    page.show_snapshot(connected((image("a:1"),)))
    assert "There are no images" not in words(page)
    page.show_snapshot(connected())
    assert "There are no images" in words(page)
    assert " of " not in words(page)


def test_a_filter_that_hides_all_says_so(page: ImagesPage, qtbot: QtBot) -> None:
    page.show_snapshot(connected((image("web:1"), image("db:1", digit="e"))))
    _filter(page, qtbot, "web")
    assert cells(find(page, QTableView, "Images")) == ["web:1"]
    assert "1 of 2" in words(page)
    page.show_snapshot(connected((image("web:1"), image("db:1", digit="e"), image("db:2"))))
    assert "1 of 3" in words(page)
    _filter(page, qtbot, "nothing")
    assert "Nothing here matches “nothing”." in words(page)
    _filter(page, qtbot, "")
    assert len(cells(find(page, QTableView, "Images"))) == 3


def _primary(page: ImagesPage) -> list[str]:
    buttons = [*page.findChildren(ActionButton), *page.findChildren(MenuButton)]
    filled = [button for button in buttons if button.property("look") == Look.PRIMARY]
    return [button.text() for button in filled if button.isVisibleTo(page)]


def test_there_is_one_filled_button_at_a_time(page: ImagesPage) -> None:
    page.show_snapshot(connected((image("a:1"),)))
    assert _primary(page) == ["Open file…"]
    select(find(page, QTableView, "Images"), "a:1")
    assert _primary(page) == ["Save to file…"]
    select(find(page, QTableView, "Images"))
    assert _primary(page) == ["Open file…"]


def test_the_bar_does_not_hide_the_row_that_was_selected(page: ImagesPage) -> None:
    page.show_snapshot(connected(_MANY))
    table = find(page, QTableView, "Images")
    last = table.rowAt(table.viewport().height() - 2)
    table.selectRow(last)
    seen = table.visualRect(table.model().index(last, 0))
    assert seen.bottom() <= table.viewport().height()


def test_what_the_filter_hides_is_not_selected_any_more(page: ImagesPage, qtbot: QtBot) -> None:
    page.show_snapshot(connected((image("web:1"), image("db:1", digit="e"))))
    select(find(page, QTableView, "Images"), "web:1", "db:1")
    _filter(page, qtbot, "web")
    assert [row.name for row in page.selected] == ["web:1"]
    assert "1 image(s) selected" in words(page)


def test_everything_follows_the_language(page: ImagesPage, qapp: QApplication) -> None:
    page.show_snapshot(connected())
    with another_language(qapp):
        QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
        header = page._table.model().headerData(0, page._table.horizontalHeader().orientation())
    assert "«Images»" in words(page)
    assert "«There are no images in this engine yet.»" in words(page)
    assert header == "«Name»"
