"""Risk: people delete more of their history than they meant, or cannot get it out."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.desktop.history import History
from desktop_app.desktop.history_line import to_line
from desktop_app.desktop.past_transfer import PastTransfer
from desktop_app.transfers.requests import SaveRequest
from desktop_app.ui.dialogs.message import MessageDialog
from desktop_app.ui.dialogs.past_transfer import PastTransferDialog
from desktop_app.ui.earlier import Earlier
from desktop_app.ui.history_csv import history_csv
from desktop_app.ui.texts import past_report
from desktop_app.workers.queue import JobQueue
from tests.desktop.past import ALL, CANCELLED, SAVED, SUM
from tests.ui.helpers import cells, choose_file, click, find, open_dialog, open_dialogs, words
from tests.ui.texts.sentences import another_language


@pytest.fixture
def remember(queue: JobQueue, tmp_path: Path) -> Callable[..., History]:
    """Makes a history of these."""

    def make(*entries: PastTransfer) -> History:
        file = tmp_path / "history.jsonl"
        file.write_bytes(b"\n".join(map(to_line, entries)))
        history = History(queue, file)
        history.read()
        return history

    return make


@pytest.fixture
def show(window: QWidget) -> Callable[[History], Earlier]:
    layout = QVBoxLayout(window)

    def make(history: History) -> Earlier:
        earlier = Earlier(history, window)
        layout.addWidget(earlier)
        return earlier

    return make


@pytest.fixture
def history(remember: Callable[..., History]) -> History:
    return remember(*ALL)


@pytest.fixture
def earlier(history: History, show: Callable[[History], Earlier]) -> Earlier:
    return show(history)


def _table(earlier: Earlier) -> QTableView:
    return find(earlier, QTableView, "Earlier")


def _select(earlier: Earlier, *words: str) -> None:
    """The rows with these words."""
    table = _table(earlier)
    mode = QTableView.SelectionMode.MultiSelection
    table.setSelectionMode(mode)
    table.clearSelection()
    for row, title in enumerate(cells(table)):
        if any(word in title for word in words):
            table.selectRow(row)


def _offered(earlier: Earlier) -> list[str]:
    buttons = earlier._bar.findChildren(QPushButton)
    return [each.text() for each in buttons if each.isVisible() and each.isEnabled()]


def test_it_is_seen_only_with_something_in_it(
    remember: Callable[..., History], show: Callable[[History], Earlier]
) -> None:
    history = remember()
    earlier = show(history)
    assert not earlier.isVisible()
    remember(SAVED)
    history.read()
    assert earlier.isVisible()
    earlier.leave_out([SAVED.job_id])
    assert not earlier.isVisible()


def test_what_can_be_done_depends_on_what_is_selected(
    earlier: Earlier, history: History, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(earlier.selection_changed):
        _select(earlier, "db.tar")
    assert earlier.has_selection
    assert _offered(earlier) == ["Remove…", "Copy SHA-256", "Details"]
    assert "1 selected" in words(earlier)
    _select(earlier, "db.tar", "shop.tar")
    assert _offered(earlier) == ["Remove…"]
    _select(earlier, "shop.tar")
    assert _offered(earlier) == ["Remove…", "Details"]
    _select(earlier)
    assert not earlier._bar.isVisible()


def test_a_file_that_is_still_there_is_shown_in_its_folder(
    remember: Callable[..., History],
    show: Callable[[History], Earlier],
    tmp_path: Path,
    opened: list[QUrl],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = tmp_path / "db.tar"
    here.touch()
    earlier = show(remember(replace(SAVED, request=SaveRequest(("db:9.6",), here))))
    _select(earlier, "db.tar")
    click(earlier, QPushButton, "Show in folder")
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    click(earlier, QPushButton, "Show in folder")
    assert "No file manager was found here." in words(open_dialog(MessageDialog))


def test_a_place_that_may_not_be_looked_at_is_not_offered(
    earlier: Earlier, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "exists", refuse)
    _select(earlier, "db.tar")
    assert "Show in folder" not in _offered(earlier)


def test_reports_and_checksums_are_copied(earlier: Earlier, qtbot: QtBot) -> None:
    with qtbot.waitActive(earlier.window()):
        earlier.window().activateWindow()
    _select(earlier, "db.tar")
    click(earlier, QPushButton, "Copy SHA-256")
    assert QGuiApplication.clipboard().text() == SUM
    _select(earlier, "db.tar", "shop.tar")
    earlier.focus_rows()
    qtbot.keyClick(_table(earlier), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied == f"{past_report(CANCELLED)}\n\n{past_report(SAVED)}"


def test_a_row_opens_by_key_and_by_mouse(earlier: Earlier, qtbot: QtBot) -> None:
    with qtbot.waitActive(earlier.window()):
        earlier.window().activateWindow()
    earlier.focus_rows()
    _select(earlier, "shop.tar")
    qtbot.keyClick(_table(earlier), Qt.Key.Key_Return)
    dialog = open_dialog(PastTransferDialog)
    assert "Load shop.tar" in words(dialog)
    dialog.close()
    _table(earlier).doubleClicked.emit(_table(earlier).currentIndex())
    assert len(open_dialogs(PastTransferDialog)) == 1


def test_rows_are_removed_after_a_question_that_says_what_is_not(
    earlier: Earlier, history: History
) -> None:
    _select(earlier, "db.tar", "shop.tar")
    click(earlier, QPushButton, "Remove…")
    question = open_dialog(MessageDialog)
    assert "Remove 2 transfer(s) from the list?" in words(question)
    assert "The files and images stay as they are." in words(question)
    assert find(question, QPushButton, "Keep in the list").isDefault()
    click(question, QPushButton, "Remove from the list")
    assert len(history.entries) == len(cells(_table(earlier))) == 4


def test_all_are_removed_after_a_question(earlier: Earlier, history: History) -> None:
    click(earlier, QPushButton, "Remove all…")
    click(open_dialog(MessageDialog), QPushButton, "Keep in the list")
    assert len(history.entries) == len(ALL)
    click(earlier, QPushButton, "Remove all…")
    click(open_dialogs(MessageDialog)[-1], QPushButton, "Remove from the list")
    assert not history.entries
    assert not earlier.isVisible()


def test_where_nothing_can_be_removed_that_is_said(
    earlier: Earlier, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "forget_all", lambda: False)
    click(earlier, QPushButton, "Remove all…")
    click(open_dialog(MessageDialog), QPushButton, "Remove from the list")
    assert any("could not be changed" in words(each) for each in open_dialogs(MessageDialog))


def test_everything_can_be_exported_whatever_is_filtered(
    earlier: Earlier, history: History, tmp_path: Path
) -> None:
    earlier.filter("db.tar")
    click(earlier, QPushButton, "Export as CSV…")
    choose_file(tmp_path / "list.csv")
    assert (tmp_path / "list.csv").read_bytes() == history_csv(ALL[::-1])


def test_a_table_that_cannot_be_written_is_told(earlier: Earlier, tmp_path: Path) -> None:
    earlier._write_csv(str(tmp_path / "nowhere" / "list.csv"))
    assert "nowhere" in words(open_dialog(MessageDialog))


def test_a_filter_that_finds_nothing_says_so(earlier: Earlier) -> None:
    earlier.filter("no such thing")
    assert "Nothing of earlier matches the filter." in words(earlier)
    assert not earlier._table.isVisible()
    earlier.filter("")
    assert earlier._table.isVisible()


def test_it_follows_the_language(earlier: Earlier, qapp: QApplication) -> None:
    with another_language(qapp):
        QApplication.sendEvent(earlier, QEvent(QEvent.Type.LanguageChange))
        assert "«Earlier»" in words(earlier)
        assert cells(find(earlier, QTableView, "«Earlier»"))[0].startswith("«")
