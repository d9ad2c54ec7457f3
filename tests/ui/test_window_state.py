"""Risk: the window comes back somewhere nobody sees it, or forgets what people have arranged."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.desktop.settings import WindowState, remember_window_state, window_state
from desktop_app.ui import theme
from desktop_app.ui.actions import Page
from desktop_app.ui.main_window import MainWindow
from desktop_app.workers.feed import EngineFeed
from desktop_app.workers.queue import JobQueue
from tests.ui.helpers import see
from tests.ui.samples import connected, image

_SIZE = QSize(770, 580)


@pytest.fixture
def again(qtbot: QtBot, main_window: MainWindow, queue: JobQueue, feed: EngineFeed):
    """Closes the window and opens it once more."""

    def start() -> MainWindow:
        main_window.close()
        window = MainWindow(queue, feed)
        qtbot.addWidget(window)
        window.restore()
        with qtbot.waitExposed(window):
            window.show()
        return window

    return start


def test_size_place_page_and_order_are_found_again(
    main_window: MainWindow, again, feed: EngineFeed
) -> None:
    see(feed, connected([image("b:1"), image("a:1", digit="e")]))
    main_window.setGeometry(20, 50, _SIZE.width(), _SIZE.height())
    main_window._actions.pages[Page.CONTAINERS].trigger()
    main_window._images.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    window = again()
    assert (window.size(), window.geometry().topLeft()) == (_SIZE, QPoint(20, 50))
    assert window._actions.pages[Page.CONTAINERS].isChecked()
    header = window._images.table.horizontalHeader()
    assert header.sortIndicatorSection() == 1
    assert header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder


def test_a_width_that_somebody_has_set_stays(
    main_window: MainWindow, again, feed: EngineFeed
) -> None:
    see(feed, connected([image("b:1")]))
    main_window._images.table.horizontalHeader().resizeSection(0, 333)
    assert again()._images.table.columnWidth(0) == 333


def test_the_sides_of_the_details_and_whether_they_are_shown_are_found_again(
    main_window: MainWindow, again, feed: EngineFeed, qtbot: QtBot
) -> None:
    see(feed, connected([image("b:1")]))
    main_window._images.table.selectRow(0)
    splitter = main_window._images.splitter
    qtbot.waitUntil(lambda: all(splitter.sizes()))
    splitter.setSizes([sum(splitter.sizes()) - 380, 380])
    window = again()
    window.resize(*theme.WINDOW)  # tests have a small screen
    window._images.table.selectRow(0)
    qtbot.waitUntil(lambda: window._images.splitter.sizes()[1] == 380)
    window._actions.details.trigger()
    window.close()
    qtbot.waitUntil(window.isHidden)  # it may still have been asking for details
    main_window.restore()
    assert not main_window._actions.details.isChecked()


def test_a_window_off_all_screens_comes_back_to_one(main_window: MainWindow, again) -> None:
    main_window.move(90_000, 90_000)
    window = again()
    assert QApplication.primaryScreen().availableGeometry().intersects(window.frameGeometry())


@pytest.mark.parametrize(
    "table", [b"", b"x", b"1", b"1,7", b"99,0", b"0,0,100", b"0,0,-1,-1,-1,-1,-1,-1"]
)
def test_what_makes_no_sense_leaves_everything_as_usual(
    main_window: MainWindow, again, table: bytes
) -> None:
    usual = main_window._images.table.layout_state
    window_before = main_window.size()
    main_window.close()
    remember_window_state(WindowState(b"nonsense", 7, {"images": table}))
    broken = window_state()
    main_window.restore()
    assert broken.page == 7
    assert main_window._actions.pages[Page.IMAGES].isChecked()
    assert main_window._images.table.layout_state == usual
    assert main_window.size() == window_before
