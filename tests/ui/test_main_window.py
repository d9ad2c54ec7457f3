"""Risk: the parts work and the window does not: an action leads nowhere, a page is in the way."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.transfers.requests import InspectRequest, InspectResult, LoadRequest, SaveRequest
from desktop_app.ui.actions import Page
from desktop_app.ui.dialogs.check_files import CheckFilesDialog
from desktop_app.ui.dialogs.message import MessageDialog
from desktop_app.ui.dialogs.name_image import NameImageDialog
from desktop_app.ui.dialogs.open_files import OpenFilesDialog
from desktop_app.ui.dialogs.save_images import SaveImagesDialog
from desktop_app.ui.dialogs.show_command import ShowCommandDialog
from desktop_app.ui.dialogs.which_one import WhichOneDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.sidebar import PageButton
from desktop_app.workers.feed import EngineFeed
from desktop_app.workers.queue import JobQueue
from tests.ui.conftest import ScriptedJobs
from tests.ui.helpers import choose_file, click, find, open_dialog, open_dialogs, see, select, words
from tests.ui.samples import ABSENT, SHOP, connected, container, image, lost
from tests.ui.texts.sentences import another_language

_ENGINE = connected(
    (image("web:1", "web:latest"), image("db:1", digit="e")), (container("web-dev"),)
)


@pytest.fixture
def ready(main_window: MainWindow, feed: EngineFeed) -> MainWindow:
    """The window with an engine."""
    see(feed, _ENGINE)
    return main_window


def _action(window: MainWindow, text: str) -> QAction:
    (action,) = (one for one in window.findChildren(QAction) if one.iconText() == text)
    return action


def test_without_an_engine_the_page_about_engines_stands_in(
    main_window: MainWindow, feed: EngineFeed
) -> None:
    assert "Looking for an engine…" in words(main_window)
    see(feed, ABSENT)
    assert "No engine was found on this computer." in words(main_window)
    click(main_window, PageButton, "Containers")
    assert "No engine was found on this computer." in words(main_window)
    click(main_window, PageButton, "Transfers")
    assert "Nothing has been saved or loaded yet." in words(main_window)


def test_the_lists_come_by_themselves_and_have_the_focus(
    main_window: MainWindow, feed: EngineFeed, qtbot: QtBot
) -> None:
    with qtbot.waitActive(main_window):
        main_window.activateWindow()
    see(feed, ABSENT)
    see(feed, _ENGINE)
    assert find(main_window, QTableView, "Images").hasFocus()


@pytest.mark.parametrize(
    ("page", "key"), [("Images", "1"), ("Containers", "2"), ("Transfers", "3")]
)
def test_every_page_is_reached_by_button_and_key(
    ready: MainWindow, qtbot: QtBot, page: str, key: str
) -> None:
    with qtbot.waitActive(ready):
        ready.activateWindow()
    other = "Images" if page != "Images" else "Transfers"
    for go in (
        lambda: click(ready, PageButton, page),
        lambda: qtbot.keyClick(ready, key, Qt.KeyboardModifier.ControlModifier),
    ):
        click(ready, PageButton, other)
        assert not find(ready, PageButton, page).isChecked()
        go()
        assert find(ready, PageButton, page).isChecked()
        assert page in words(ready).splitlines()


def test_from_the_sidebar_one_can_go_on_through_it(ready: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitActive(ready):
        ready.activateWindow()
    button = find(ready, PageButton, "Containers")
    click(ready, PageButton, "Containers")
    assert button.hasFocus()


def test_a_key_leads_to_the_rows_from_the_sidebar_too(ready: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitActive(ready):
        ready.activateWindow()
    table, button = find(ready, QTableView, "Images"), find(ready, PageButton, "Images")
    click(ready, PageButton, "Containers")
    qtbot.keyClick(ready, "1", Qt.KeyboardModifier.ControlModifier)
    assert table.hasFocus()
    button.setFocus()
    qtbot.keyClick(ready, "1", Qt.KeyboardModifier.ControlModifier)
    assert table.hasFocus()


def test_images_are_saved_and_the_transfer_is_seen(
    ready: MainWindow, queue: JobQueue, tmp_path: Path
) -> None:
    select(find(ready, QTableView, "Images"), "web:1", "db:1")
    assert "2 image(s) selected" in words(ready)
    click(ready, QPushButton, "Save to file…")
    click(open_dialog(SaveImagesDialog), QPushButton, "Browse…")
    choose_file(tmp_path / "x.tar")
    click(open_dialog(SaveImagesDialog), QPushButton, "Save 2 image(s)")
    expected = SaveRequest(("db:1", "web:1"), tmp_path / "x.tar", 456_000_000)
    assert [job.request for job in queue.jobs] == [expected]
    assert find(ready, PageButton, "Transfers").isChecked()


def test_the_actions_of_the_rows_lead_to_their_dialogs(ready: MainWindow) -> None:
    select(find(ready, QTableView, "Images"), "web:1")
    _action(ready, "Name…").trigger()
    open_dialog(NameImageDialog).reject()
    _action(ready, "Remove name…").trigger()
    assert open_dialog(MessageDialog).windowTitle() == "Remove the name web:1"
    open_dialog(MessageDialog).reject()
    click(ready, PageButton, "Containers")
    select(find(ready, QTableView, "Containers"), "web-dev")
    _action(ready, "Export to file…").trigger()
    assert open_dialog(MessageDialog).windowTitle() == "Export the container web-dev"


def test_the_context_menu_has_the_same_actions(ready: MainWindow) -> None:
    table = find(ready, QTableView, "Images")
    assert table.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    expected = [_action(ready, text) for text in ("Save to file…", "Name…", "Remove name…")]
    assert table.actions() == expected


@pytest.mark.parametrize(
    ("action", "caption"),
    [
        ("Open file…", "Open files"),
        ("Load images…", "Load images"),
        ("Import a file system…", "Import a file system"),
    ],
)
def test_files_are_chosen_by_one_entry_and_two_explicit_ones(
    ready: MainWindow, action: str, caption: str
) -> None:
    _action(ready, action).trigger()
    assert open_dialog(QFileDialog).windowTitle() == caption


def test_help_is_at_hand(ready: MainWindow) -> None:
    click(ready, QPushButton, "Which one do I need?")
    open_dialog(WhichOneDialog).reject()
    _action(ready, "About Image Ferry").trigger()
    assert open_dialog(MessageDialog).windowTitle().startswith("Image Ferry ")


def test_a_transfer_shows_its_command(ready: MainWindow, queue: JobQueue) -> None:
    queue.submit(LoadRequest(SHOP.path))
    click(ready, PageButton, "Transfers")
    click(ready, QPushButton, "Show the command…")
    shown = find(
        open_dialog(ShowCommandDialog), QPlainTextEdit, "The command that does the same"
    ).toPlainText()
    assert shown == "docker load -i shop.tar"


def test_refreshing_and_podman_reach_the_feed(
    main_window: MainWindow, feed: EngineFeed, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    watch = feed._thread.watch
    monkeypatch.setattr(watch, "refresh", lambda: asked.append("refresh"))
    monkeypatch.setattr(watch, "use_built_in", lambda: asked.append("podman"))
    _action(main_window, "Refresh").trigger()
    main_window._engine.again_wanted.emit()
    main_window._engine.podman_wanted.emit()
    assert asked == ["refresh", "refresh", "podman"]


def test_the_filter_is_reached_by_its_key(ready: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitActive(ready):
        ready.activateWindow()
    for page in ("Images", "Transfers"):
        click(ready, PageButton, page)
        qtbot.keyClick(ready, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert find(ready, QLineEdit, "Filter").hasFocus()


def test_a_lost_engine_leaves_the_rows_and_says_so(ready: MainWindow, feed: EngineFeed) -> None:
    see(feed, lost(_ENGINE))
    assert "The connection to the engine was lost." in words(ready)
    table = find(ready, QTableView, "Images")
    assert table.model().rowCount() == 3
    select(table, "web:1")
    assert not find(ready, QPushButton, "Save to file…").isEnabled()


def test_files_of_the_command_line_wait_for_the_engine(
    main_window: MainWindow, feed: EngineFeed, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    jobs.answers[InspectRequest] = InspectResult((SHOP,))
    main_window.open_files([SHOP.path])
    assert jobs.requests == []
    see(feed, _ENGINE)
    qtbot.waitUntil(lambda: bool(open_dialogs(OpenFilesDialog)))
    see(feed, lost(_ENGINE))
    assert jobs.requests == [InspectRequest((SHOP.path,))]


def test_a_file_that_no_engine_could_take_is_shown_when_there_is_one(
    main_window: MainWindow, feed: EngineFeed, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    jobs.answers[InspectRequest] = InspectResult((SHOP,))
    main_window.open_files([SHOP.path])
    see(feed, ABSENT)
    qtbot.waitUntil(lambda: bool(open_dialogs(MessageDialog)))
    see(feed, _ENGINE)
    assert not open_dialogs(MessageDialog)
    qtbot.waitUntil(lambda: bool(open_dialogs(OpenFilesDialog)))
    see(feed, lost(_ENGINE))
    assert jobs.requests == 2 * [InspectRequest((SHOP.path,))]


def test_a_file_opened_without_any_engine_is_explained(
    main_window: MainWindow, feed: EngineFeed, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    jobs.answers[InspectRequest] = InspectResult((SHOP,))
    see(feed, ABSENT)
    main_window.open_files([SHOP.path])
    qtbot.waitUntil(lambda: bool(open_dialogs(MessageDialog)))
    message = open_dialog(MessageDialog)
    assert message.windowTitle() == "No engine was found yet, neither Docker nor Podman."
    assert "shop.tar: Saved images · shop/web:2.1 and shop/api:2.1" in words(message)
    click(message, QPushButton, "Check 1 file(s)…")
    assert open_dialog(CheckFilesDialog).isVisible()


def test_a_copied_file_is_pasted(ready: MainWindow, jobs: ScriptedJobs, qtbot: QtBot) -> None:
    jobs.answers[InspectRequest] = InspectResult((SHOP,))
    QGuiApplication.clipboard().setText(str(Path("/media/shop.tar")))
    with qtbot.waitActive(ready):
        ready.activateWindow()
    qtbot.keyClick(ready, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(open_dialogs(OpenFilesDialog)))
    assert jobs.requests == [InspectRequest((Path("/media/shop.tar"),))]


def test_what_is_no_file_is_not_pasted(ready: MainWindow) -> None:
    QGuiApplication.clipboard().setText("some words")
    _action(ready, "Paste files").trigger()
    assert open_dialog(MessageDialog).windowTitle() == "There is no file to paste."


def _drop(window: QWidget, url: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl(url)])
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), copy, data, *keys))
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, data, *keys))


def test_a_dropped_file_is_shown_and_loaded(
    ready: MainWindow, queue: JobQueue, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    jobs.answers[InspectRequest] = InspectResult((SHOP,))
    _drop(ready, "file:///media/shop.tar")
    qtbot.waitUntil(lambda: bool(open_dialogs(OpenFilesDialog)))
    assert jobs.requests == [InspectRequest((Path("/media/shop.tar"),))]
    click(open_dialog(OpenFilesDialog), QPushButton, "Load 2 image(s)")
    assert [job.request for job in queue.jobs] == [LoadRequest(SHOP.path)]


def test_a_dropped_address_is_explained(ready: MainWindow, qtbot: QtBot) -> None:
    _drop(ready, "https://example.org/web.tar")
    qtbot.waitUntil(lambda: bool(open_dialogs(MessageDialog)))
    assert "Download https://example.org/web.tar first" in words(open_dialog(MessageDialog))


def test_another_start_brings_the_window_forward_with_its_files(
    ready: MainWindow, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    jobs.answers[InspectRequest] = InspectResult((SHOP,))
    ready.showMinimized()
    ready.come_forward(())
    assert not ready.isMinimized()
    assert jobs.requests == []
    ready.come_forward((SHOP.path,))
    qtbot.waitUntil(lambda: bool(open_dialogs(OpenFilesDialog)))


def test_a_file_whose_name_was_taken_is_opened_again(
    ready: MainWindow, queue: JobQueue, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    taken = {"path": str(SHOP.path), "name": "shop/web:2.1"}
    jobs.answers |= {
        LoadRequest: UserFacingError(ErrorCode.NAME_TAKEN, taken),
        InspectRequest: InspectResult((SHOP,)),
    }
    job = queue.submit(LoadRequest(SHOP.path))
    qtbot.waitUntil(lambda: job.is_over)
    click(ready, QPushButton, "Choose another name…")
    qtbot.waitUntil(lambda: bool(open_dialogs(OpenFilesDialog)))
    assert len(queue.jobs) == 1


def test_closing_with_a_running_transfer_asks_stops_and_closes(
    ready: MainWindow, queue: JobQueue, qtbot: QtBot
) -> None:
    job = queue.submit(LoadRequest(SHOP.path))
    assert not ready.close()
    assert ready.isVisible()
    click(open_dialog(MessageDialog), QPushButton, "Stop and quit")
    assert ready.windowTitle() == "Stopping…"
    qtbot.waitUntil(lambda: not ready.isVisible())
    assert job.is_over


def test_the_title_says_how_far_all_transfers_are(
    ready: MainWindow, queue: JobQueue, qtbot: QtBot
) -> None:
    job = queue.submit(LoadRequest(SHOP.path))
    assert ready.windowTitle() == "0% · Image Ferry"
    qtbot.waitUntil(lambda: job.is_over)
    assert ready.windowTitle() == "Image Ferry"


def test_whoever_looks_elsewhere_is_told_once_and_led_to_the_transfers(
    ready: MainWindow, queue: JobQueue, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, str]] = []
    monkeypatch.setattr(QApplication, "alert", lambda *_: told.append(("mark", "")))
    with qtbot.waitActive(ready):
        ready.activateWindow()
    jobs = [queue.submit(LoadRequest(SHOP.path))]
    qtbot.waitUntil(lambda: jobs[0].is_over)
    assert told == []
    click(ready, PageButton, "Images")
    monkeypatch.setattr(ready, "isActiveWindow", lambda: False)
    jobs += [queue.submit(LoadRequest(Path(name))) for name in ("a.tar", "b.tar")]
    qtbot.waitUntil(lambda: all(job.is_over for job in jobs))
    assert len(told) == 1
    click(ready, PageButton, "Images")
    ready.showMinimized()
    ready._notifications.clicked.emit()
    assert not ready.isMinimized()
    assert find(ready, PageButton, "Transfers").isChecked()


def test_everything_follows_the_language(ready: MainWindow, qapp: QApplication) -> None:
    with another_language(qapp):
        QApplication.sendEvent(ready, QEvent(QEvent.Type.LanguageChange))
    assert find(ready, PageButton, "«Images»").isVisible()
    assert ready.windowTitle() == QGuiApplication.applicationDisplayName() == "«Image Ferry»"
    assert all(entry.text().startswith("«") for entry in ready.menuBar().actions())


def test_the_icons_follow_the_palette(ready: MainWindow) -> None:
    action = ready._actions.pages[Page.IMAGES]
    before = action.icon().cacheKey()
    QApplication.sendEvent(ready, QEvent(QEvent.Type.PaletteChange))
    assert action.icon().cacheKey() != before
