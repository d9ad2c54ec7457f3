"""Risk: a failure or a question opens in a way that blocks, or with buttons that say nothing."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app import __version__
from desktop_app.errors import ErrorCode
from desktop_app.transfers.requests import UnreadableFile
from desktop_app.ui.dialogs.message import MessageDialog, MessageText
from desktop_app.ui.messages import (
    ask,
    ask_to_stop_jobs,
    show_about,
    show_failure,
    tell_no_engine_yet,
    tell_no_file_manager,
    tell_not_local,
)
from tests.ui.helpers import find, open_dialog, words
from tests.ui.samples import FILESYSTEM, SHOP


def test_a_failure_is_said_in_words_with_the_engines_own_under_details(window: QWidget) -> None:
    show_failure(window, ErrorCode.IMAGE_GONE, {"image": "web:1"}, "404 no such image")
    dialog = open_dialog(MessageDialog)
    assert dialog.windowTitle() == "The image web:1 is no longer there."
    assert find(dialog, QToolButton, "Details").isVisible()


def test_a_failure_without_details_has_none(window: QWidget) -> None:
    show_failure(window, ErrorCode.ENGINE_LOST, {})
    dialog = open_dialog(MessageDialog)
    assert not [button for button in dialog.findChildren(QToolButton) if button.isVisible()]


def test_a_question_is_answered_by_a_signal(window: QWidget, qtbot: QtBot) -> None:
    text = MessageText("Go?", "There is no way back.", close="Stay", go_on="Go")
    dialog = ask(window, lambda: text)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(find(dialog, QPushButton, "Go"), Qt.MouseButton.LeftButton)


def test_quitting_with_transfers_under_way_needs_more_than_enter(
    window: QWidget, qtbot: QtBot
) -> None:
    dialog = ask_to_stop_jobs(window, 2)
    assert dialog.windowTitle() == "2 transfer(s) are not done yet."
    assert find(dialog, QPushButton, "Keep running").isDefault()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(find(dialog, QPushButton, "Stop and quit"), Qt.MouseButton.LeftButton)


def test_an_address_that_is_no_file_is_explained(window: QWidget) -> None:
    dialog = tell_not_local(window, "https://example.org/\u202erat.bew")
    assert "Download https://example.org/�rat.bew first" in words(dialog)


def test_a_folder_that_nothing_opens_is_named(window: QWidget) -> None:
    dialog = tell_no_file_manager(window, Path("/media/stick/web.tar"))
    assert "web.tar is in the folder /media/stick." in words(dialog)


def test_the_program_says_its_version(window: QWidget) -> None:
    assert show_about(window).windowTitle() == f"Image Ferry {__version__}"


def test_what_files_are_is_said_without_an_engine_and_of_many_of_some(window: QWidget) -> None:
    gone = UnreadableFile(Path("/gone.tar"), ErrorCode.FILE_GONE, {"path": "/gone.tar"})
    said = words(tell_no_engine_yet(window, [SHOP, gone, *8 * [FILESYSTEM]])).splitlines()
    assert "shop.tar: Saved images · shop/web:2.1 and shop/api:2.1" in said
    assert "web-dev.tar: File system of a container" in said
    assert any(line.startswith("gone.tar: ") for line in said)
    assert "2 more" in said[9]


def test_files_that_are_gone_cannot_be_checked(window: QWidget) -> None:
    gone = UnreadableFile(Path("/gone.tar"), ErrorCode.FILE_GONE, {"path": "/gone.tar"})
    mixed = tell_no_engine_yet(window, [SHOP, gone])
    assert find(mixed, QPushButton, "Check 1 file(s)…").isVisible()
    nothing = tell_no_engine_yet(window, [gone, gone])
    assert "Check" not in words(nothing)
