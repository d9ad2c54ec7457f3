"""Risk: one button sends what the person has not seen, or leaves out what they wanted."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.archives import ArchiveKind, Evidence
from desktop_app.errors import ErrorCode
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.requests import ImportRequest, LoadRequest, UnreadableFile
from desktop_app.ui.dialogs.file_table import FileTable
from desktop_app.ui.dialogs.link import Link
from desktop_app.ui.dialogs.open_files import OpenFilesDialog
from desktop_app.ui.dialogs.show_command import ShowCommandDialog
from desktop_app.ui.file_plan import FilePlan, name_owners, plan
from tests.ui.helpers import click, find, open_dialog
from tests.ui.samples import (
    DAMAGED,
    ENGINE,
    FILESYSTEM,
    READ,
    SHOP,
    UNREAD,
    UNREAD_FILESYSTEM,
    archived_image,
    digest,
    file_of,
    image,
    image_archive,
)
from tests.ui.texts.sentences import another_language

_FOLDER = UnreadableFile(
    Path("/home/Pictures"), ErrorCode.FILE_IS_FOLDER, {"path": "/home/Pictures"}
)
_SHOP = plan(SHOP, None, ENGINE, {})
_FILESYSTEM = plan(FILESYSTEM, None, ENGINE, {})
_DAMAGED = plan(DAMAGED, None, ENGINE, {})


def _dialog(window: QWidget, files: Sequence[FilePlan | UnreadableFile]) -> OpenFilesDialog:
    dialog = OpenFilesDialog(window, files, lambda name: digest("e") if name == "db:1" else "")
    dialog.open()
    return dialog


def _texts(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def _answers(buttons: Sequence[QPushButton]) -> list[str]:
    return [button.text() for button in buttons if not isinstance(button, Link)]


def test_one_archive_is_loaded_with_enter(window: QWidget, qtbot: QtBot) -> None:
    dialog = _dialog(window, [_SHOP])
    assert dialog.windowTitle() == "Load shop.tar"
    assert "Nothing has been sent to the engine yet." in _texts(dialog)
    assert find(dialog, QPushButton, "Load 2 image(s)").isDefault()
    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert confirmed.args == [(LoadRequest(SHOP.path),)]


def test_one_file_system_is_imported_under_the_name_typed(window: QWidget, qtbot: QtBot) -> None:
    dialog = _dialog(window, [_FILESYSTEM])
    edit = find(dialog, QLineEdit, "Name of the new image")
    edit.clear()
    start = find(dialog, QPushButton, "Import 1 file(s)")
    assert not start.isEnabled()
    qtbot.keyClicks(edit, "web:2")
    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    assert confirmed.args == [(ImportRequest(FILESYSTEM.path, "web:2"),)]


def test_of_many_files_all_that_can_be_started_are(window: QWidget, qtbot: QtBot) -> None:
    dialog = _dialog(window, [_SHOP, _DAMAGED, _FOLDER, _FILESYSTEM])
    assert dialog.windowTitle() == "What is in these 4 file(s)"
    for words in ("shop.tar", "This file is damaged.", "Pictures is a folder.", "web-dev.tar"):
        assert words in _texts(dialog)
    start = find(dialog, QPushButton, "Load and import 2 file(s)")
    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    expected = (LoadRequest(SHOP.path), ImportRequest(FILESYSTEM.path, "web-dev:latest"))
    assert confirmed.args == [expected]


@pytest.mark.parametrize("files", [[_DAMAGED], [_DAMAGED, _FOLDER]], ids=["one", "many"])
def test_files_that_cannot_be_used_can_be_checked_but_not_started(
    window: QWidget, qtbot: QtBot, files: list[FilePlan | UnreadableFile]
) -> None:
    dialog = _dialog(window, files)
    visible = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    assert _answers(visible) == ["Check…", "Close"]
    with qtbot.assertNotEmitted(dialog.confirmed), qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_enter_does_not_take_a_name_away(window: QWidget, qtbot: QtBot) -> None:
    dialog = _dialog(window, [plan(SHOP, None, ENGINE, name_owners([image("shop/web:2.1")]))])
    start = find(dialog, QPushButton, "Load 2 image(s)")
    assert not start.isEnabled()
    click(dialog, QRadioButton, "Replace: the image(s) in this file get the name(s)")
    assert find(dialog, QPushButton, "Cancel").isDefault()
    with qtbot.waitSignal(dialog.confirmed):
        qtbot.mouseClick(start, Qt.MouseButton.LeftButton)


def test_two_new_images_cannot_get_the_same_name(window: QWidget, qtbot: QtBot) -> None:
    other = file_of(FILESYSTEM.kind, FILESYSTEM.evidence, "/elsewhere/web-dev.tar")
    dialog = _dialog(window, [_FILESYSTEM, plan(other, None, ENGINE, {})])
    start = find(dialog, QPushButton, "Import 2 file(s)")
    assert not start.isEnabled()
    assert "Two images here would be called web-dev:latest." in _texts(dialog)
    edit = dialog.findChildren(QLineEdit)[0]
    qtbot.keyClick(edit, Qt.Key.Key_End)
    qtbot.keyClicks(edit, "-2")
    assert start.isEnabled()


def test_two_files_with_one_name_cannot_both_be_loaded_under_it(
    window: QWidget, qtbot: QtBot
) -> None:
    newer = image_archive(archived_image("shop/web:2.1", digit="c"), path="newer.tar")
    dialog = _dialog(window, [_SHOP, plan(newer, None, ENGINE, {})])
    start = find(dialog, QPushButton, "Load 3 image(s)")
    assert not start.isEnabled()
    assert "Two images here would be called shop/web:2.1." in _texts(dialog)
    change = [link for link in dialog.findChildren(Link) if link.text() == "Change names…"]
    change[1].click()
    qtbot.keyClicks(find(dialog, QLineEdit, "Load shop/web:2.1 as"), "-new")
    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    assert confirmed.args[0][1] == LoadRequest(newer.path, {"shop/web:2.1": "shop/web:2.1-new"})


def test_a_dialog_opens_before_the_names_are_known_and_waits_for_them(
    window: QWidget, qtbot: QtBot
) -> None:
    dialog = _dialog(window, [plan(UNREAD, None, ENGINE, {})])
    assert dialog.windowTitle() == "Load big.tar.gz"
    start = find(dialog, QPushButton, "Load images")
    assert not start.isEnabled()
    dialog.show_progress(UNREAD, Progress(Phase.INSPECTING, 1, 4))
    assert find(dialog, QProgressBar, "Reading which images are in it…").value() > 0
    with qtbot.assertNotEmitted(dialog.confirmed):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    dialog.fill_in(UNREAD, plan(READ, None, ENGINE, {}))
    assert not dialog.incomplete_reports
    assert dialog.focusWidget() is find(dialog, QPushButton, "Load 2 image(s)")
    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        qtbot.keyClick(start, Qt.Key.Key_Return)
    assert confirmed.args == [(LoadRequest(READ.path),)]


def test_of_several_files_one_that_is_still_read_holds_back_all(window: QWidget) -> None:
    dialog = _dialog(window, [_SHOP, plan(UNREAD, None, ENGINE, {})])
    start = find(dialog, QPushButton, "Load images")
    assert not start.isEnabled()
    dialog.fill_in(UNREAD, plan(READ, None, ENGINE, {}))
    assert start.isEnabled()
    assert start.text() == "Load 4 image(s)"


def test_a_file_system_need_not_be_read_to_its_end_first(window: QWidget, qtbot: QtBot) -> None:
    dialog = _dialog(window, [plan(UNREAD_FILESYSTEM, None, ENGINE, {})])
    edit = find(dialog, QLineEdit, "Name of the new image")
    assert find(dialog, QPushButton, "Import 1 file(s)").isEnabled()
    qtbot.keyClick(edit, Qt.Key.Key_End)
    dialog.fill_in(UNREAD_FILESYSTEM, _FILESYSTEM)
    assert dialog.focusWidget() is edit  # nobody is interrupted
    qtbot.keyClicks(edit, "-2")
    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        click(dialog, QPushButton, "Import 1 file(s)")
    assert confirmed.args == [(ImportRequest(FILESYSTEM.path, "web-dev:latest-2"),)]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (plan(replace(DAMAGED, path=UNREAD.path), None, ENGINE, {}), "This file is damaged."),
        (
            UnreadableFile(UNREAD.path, ErrorCode.FILE_GONE, {"path": "big.tar.gz"}),
            "big.tar.gz is not there.",
        ),
    ],
    ids=["damaged", "gone"],
)
def test_a_file_whose_end_is_bad_cannot_be_started(
    window: QWidget, found: FilePlan | UnreadableFile, words: str
) -> None:
    dialog = _dialog(window, [plan(UNREAD, None, ENGINE, {})])
    dialog.fill_in(UNREAD, found)
    assert dialog.windowTitle() == "big.tar.gz cannot be used"
    assert words in _texts(dialog)
    visible = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    assert _answers(visible) == ["Check…", "Close"]


def test_all_files_can_be_checked_first(window: QWidget, qtbot: QtBot) -> None:
    dialog = _dialog(window, [_DAMAGED, _FOLDER, _SHOP])
    with qtbot.assertNotEmitted(dialog.confirmed), qtbot.waitSignal(dialog.check_wanted) as wanted:
        click(dialog, QPushButton, "Check…")
    assert wanted.args == [(SHOP.path, DAMAGED.path)]  # what can be done comes first
    assert not dialog.isVisible()


def test_what_cannot_be_read_cannot_be_checked_either(window: QWidget) -> None:
    dialog = _dialog(window, [_FOLDER, _FOLDER])
    visible = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    assert _answers(visible) == ["Close"]


def test_details_show_how_a_file_was_told(window: QWidget, qtbot: QtBot) -> None:
    dialog = _dialog(window, [_SHOP])
    qtbot.mouseClick(find(dialog, QToolButton, "Details"), Qt.MouseButton.LeftButton)
    details = find(dialog, QPlainTextEdit, "Details").toPlainText()
    assert "It has a manifest.json" in details


def test_the_command_is_shown_as_far_as_it_is_known(window: QWidget) -> None:
    dialog = _dialog(window, [_DAMAGED, _FILESYSTEM, plan(UNREAD, None, ENGINE, {})])
    find(dialog, QLineEdit, "Name of the new image").clear()
    click(dialog, QPushButton, "Show the command…")
    field = find(open_dialog(ShowCommandDialog), QPlainTextEdit, "The command that does the same")
    assert field.toPlainText() == ("docker import web-dev.tar NAME:TAG\ndocker load -i big.tar.gz")


def test_details_name_the_archive_that_is_packed_once_more(window: QWidget) -> None:
    packed = replace(
        file_of(ArchiveKind.OTHER, Evidence.ZIP, "shop.zip"), inner="a\u202e<b>shop.tar</b>"
    )
    dialog = _dialog(window, [plan(packed, None, ENGINE, {})])
    click(dialog, QToolButton, "Details")
    details = find(dialog, QPlainTextEdit, "Details").toPlainText()
    assert "It is a zip file with an archive in it.\n→ a" in details
    assert "<b>shop.tar</b>" in details  # and no markup
    assert "\u202e" not in details


def test_everything_follows_the_language(window: QWidget, qapp: QApplication) -> None:
    dialog = _dialog(window, [_SHOP, _FOLDER])
    with another_language(qapp):
        QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    buttons = [button.text() for button in dialog.findChildren(QPushButton)]
    assert all(text.startswith("«") for text in buttons)
    assert "«{file} is a folder.»".format(file="Pictures") in _texts(dialog)


_KEEP_BOTH = "Keep both: the image(s) in this file get other name(s)"
_REPLACE = "Replace: the image(s) in this file get the name(s)"


def _is_fitting(dialog: OpenFilesDialog) -> bool:
    layout = dialog.layout()
    assert layout is not None
    return dialog.height() == layout.totalHeightForWidth(dialog.width())


def test_the_dialog_is_as_high_as_what_is_asked_for(window: QWidget) -> None:
    dialog = _dialog(window, [plan(SHOP, None, ENGINE, name_owners([image("db", "shop/web:2.1")]))])
    low = dialog.height()
    click(dialog, QRadioButton, _KEEP_BOTH)
    assert dialog.height() > low
    click(dialog, QRadioButton, _REPLACE)
    assert dialog.height() == low


def test_nothing_is_left_of_a_link_that_was_followed(window: QWidget) -> None:
    dialog = _dialog(window, [_SHOP])
    click(dialog, Link, "Change names…")
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    assert _is_fitting(dialog)


def test_what_keeps_several_files_back_is_said(window: QWidget) -> None:
    taken = plan(SHOP, None, ENGINE, name_owners([image("db", "shop/web:2.1")]))
    dialog = _dialog(window, [taken, _FILESYSTEM])
    said = "To be answered first: the question about shop.tar."
    assert said in _texts(dialog)
    click(dialog, QRadioButton, _REPLACE)
    assert said not in _texts(dialog)
    assert find(dialog, QPushButton, "Load and import 2 file(s)").isEnabled()


def test_one_types_only_where_one_can_see_it(window: QWidget) -> None:
    taken = plan(SHOP, None, ENGINE, name_owners([image("db", "shop/web:2.1")]))
    dialog = _dialog(window, [taken, _FILESYSTEM])
    focused = dialog.focusWidget()
    assert focused is not None
    assert not focused.visibleRegion().isEmpty()


def test_where_nothing_can_be_done_closing_is_the_button(window: QWidget) -> None:
    dialog = _dialog(window, [_DAMAGED])
    assert find(dialog, QPushButton, "Close").property("look") == "primary"


_MANY: list[FilePlan | UnreadableFile] = [
    _DAMAGED,
    _FOLDER,
    plan(SHOP, None, ENGINE, name_owners([image("db", "shop/web:2.1")])),
    plan(UNREAD, None, ENGINE, {}),
    _FILESYSTEM,
]


def _words_of(table: FileTable, number: int) -> str:
    model = table.model()
    return " | ".join(model.index(number, column).data() for column in range(model.columnCount()))


def test_many_files_are_a_table_and_the_one_that_waits_for_an_answer(
    window: QWidget, qtbot: QtBot
) -> None:
    dialog = _dialog(window, _MANY)
    table = find(dialog, FileTable, "Files")
    start = find(dialog, QPushButton, "Load and import 3 file(s)")
    rows = ("shop.tar", "big.tar.gz", "web-dev.tar", "backup.tar", "Pictures")
    assert [_words_of(table, number).split(" | ")[0] for number in range(5)] == list(rows)
    assert table.currentIndex().row() == 0
    click(dialog, QRadioButton, _REPLACE)
    assert "Will be loaded" in _words_of(table, 0)
    assert not start.isEnabled()
    dialog.show_progress(UNREAD, Progress(Phase.INSPECTING, 1, 4))  # of one that is not shown
    dialog.fill_in(UNREAD, plan(READ, None, ENGINE, {}))
    assert "Will be loaded" in _words_of(table, 1)
    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    assert confirmed.args[0] == (
        LoadRequest(SHOP.path, movable_names=frozenset({"shop/web:2.1"})),
        LoadRequest(READ.path),
        ImportRequest(FILESYSTEM.path, "web-dev:latest"),
    )


def test_of_many_files_the_chosen_one_is_shown_and_keeps_what_was_typed(
    window: QWidget, qtbot: QtBot
) -> None:
    dialog = _dialog(window, _MANY)
    table = find(dialog, FileTable, "Files")
    table.choose(2)
    qtbot.keyClicks(find(dialog, QLineEdit, "Name of the new image"), "-2")
    assert "web-dev:latest-2" in _words_of(table, 2)
    table.choose(4)
    assert "⚠ Pictures is a folder." in _texts(dialog)
    assert not [edit for edit in dialog.findChildren(QLineEdit) if edit.isVisible()]
    table.choose(1)
    dialog.show_progress(UNREAD, Progress(Phase.INSPECTING, 1, 4))
    assert find(dialog, QProgressBar, "Reading which images are in it…").value() > 0
    dialog.fill_in(UNREAD, _DAMAGED)
    assert "⚠ This file is damaged." in _texts(dialog)
    table.choose(2)
    edit = find(dialog, QLineEdit, "Name of the new image")
    assert edit.text() == "web-dev:latest-2"


def test_tab_leads_from_the_table_to_the_chosen_file_and_on(window: QWidget, qtbot: QtBot) -> None:
    dialog = _dialog(window, _MANY)
    table = find(dialog, FileTable, "Files")
    table.choose(4)
    table.choose(2)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    edit = find(dialog, QLineEdit, "Name of the new image")
    assert dialog.focusWidget() is edit
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is find(dialog, QToolButton, "Details")


def test_whoever_goes_through_the_table_is_not_interrupted(window: QWidget) -> None:
    dialog = _dialog(window, _MANY)
    table = find(dialog, FileTable, "Files")
    table.setFocus()
    dialog.fill_in(UNREAD, plan(READ, None, ENGINE, {}))
    assert dialog.focusWidget() is table


def test_beside_a_table_the_dialog_keeps_its_height(window: QWidget, qtbot: QtBot) -> None:
    dialog = _dialog(window, _MANY)
    high = dialog.height()
    find(dialog, FileTable, "Files").choose(2)
    qtbot.keyClicks(find(dialog, QLineEdit, "Name of the new image"), "-2")
    assert dialog.height() == high
