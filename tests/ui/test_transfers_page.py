"""Risk: a transfer is not seen, not in its place, or its buttons belong to another one."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.desktop.folders import history_file
from desktop_app.desktop.history import History
from desktop_app.desktop.history_line import to_line
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.models.transfers import TransferRecord
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.requests import LoadRequest, SaveRequest, SaveResult, Transfer
from desktop_app.ui import theme
from desktop_app.ui.actions import Actions
from desktop_app.ui.dialogs.message import MessageDialog
from desktop_app.ui.transfer_card import TransferCard
from desktop_app.ui.transfers_page import TransfersPage
from desktop_app.workers.job import JobState
from desktop_app.workers.queue import JobQueue
from tests.desktop.past import SAVED
from tests.ui.conftest import ScriptedJobs
from tests.ui.helpers import cells, click, find, open_dialog, words
from tests.ui.texts.sentences import another_language
from tests.workers.bodies import Gate


def _page(window: QWidget, queue: JobQueue) -> TransfersPage:
    page = TransfersPage(queue, Actions(window), History(queue, history_file(), window))
    (window.layout() or QVBoxLayout(window)).addWidget(page)
    page.show()
    return page


@pytest.fixture
def page(window: QWidget, queue: JobQueue) -> TransfersPage:
    return _page(window, queue)


@pytest.fixture
def gate() -> Gate:
    return Gate(Progress(Phase.SENDING, 1, 2))


@pytest.fixture
def gated(window: QWidget, gate: Gate, qtbot: QtBot):
    """A page whose transfers all wait at one gate."""
    queue = JobQueue(lambda _request, cancel: gate(cancel))
    page = _page(window, queue)
    yield page, queue
    with qtbot.waitSignal(queue.drained):
        queue.shut_down()


def _load(name: str) -> LoadRequest:
    return LoadRequest(Path(name))


def _cards(page: TransfersPage) -> list[TransferCard]:
    """From top to bottom."""
    return sorted(page.findChildren(TransferCard), key=page._area.column.indexOf)


def _titles(page: TransfersPage) -> list[str]:
    return [card.accessibleName() for card in _cards(page)]


def test_at_first_it_says_what_to_do(page: TransfersPage) -> None:
    assert "Nothing has been saved or loaded yet." in words(page)
    assert "Earlier" not in words(page)


def test_waiting_ones_are_seen_and_ended_ones_go_below_them(
    gated: tuple[TransfersPage, JobQueue], gate: Gate, qtbot: QtBot
) -> None:
    page, queue = gated
    first = queue.submit(_load("a.tar"))
    second = queue.submit(_load("b.tar"))
    qtbot.waitUntil(gate.is_waiting.is_set)
    assert _titles(page) == ["Loading a.tar", "Load b.tar"]
    assert "Waiting for its turn" in words(_cards(page)[1])
    with qtbot.waitSignals([first.finished, second.progressed]):
        click(_cards(page)[0], QPushButton, "Cancel")
    assert first.state is JobState.CANCELLED
    assert _titles(page) == ["Loading b.tar", "Load a.tar"]


def test_the_number_of_live_ones_is_told(
    window: QWidget, gated: tuple[TransfersPage, JobQueue], gate: Gate, qtbot: QtBot
) -> None:
    page, queue = gated
    counts: list[int] = []
    page.live_count_changed.connect(counts.append)
    job = queue.submit(_load("a.tar"))
    gate.open()
    qtbot.waitUntil(lambda: job.is_over)
    assert counts[0] == 1
    assert counts[-1] == 0


def test_a_card_is_the_same_widget_all_its_life(
    page: TransfersPage, queue: JobQueue, qtbot: QtBot
) -> None:
    job = queue.submit(_load("a.tar"))
    (card,) = _cards(page)
    qtbot.waitUntil(lambda: job.is_over)
    assert _cards(page) == [card]
    assert card.record.is_over


def _submit(queue: JobQueue, qtbot: QtBot, *requests: Transfer) -> None:
    done = [queue.submit(request) for request in requests]
    qtbot.waitUntil(lambda: all(job.is_over for job in done))


def test_a_transfer_that_moves_or_ends_leaves_the_cards_of_the_others_alone(
    gated: tuple[TransfersPage, JobQueue],
    gate: Gate,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page, queue = gated
    running, waiting, _ = [queue.submit(_load(f"{number}.tar")) for number in range(3)]
    qtbot.waitUntil(gate.is_waiting.is_set)
    qtbot.waitUntil(lambda: running.progress is not None)
    shown: list[str] = []
    show = TransferCard.show_record

    def show_and_note(card: TransferCard, record: TransferRecord) -> None:
        shown.append(record.job_id)
        show(card, record)

    moved: list[QWidget] = []

    def move_and_note(first: QWidget, second: QWidget) -> None:
        moved.append(second)
        QWidget.setTabOrder(first, second)

    monkeypatch.setattr(TransferCard, "show_record", show_and_note)
    monkeypatch.setattr(TransfersPage, "setTabOrder", staticmethod(move_and_note))
    running._on_progressed(Progress(Phase.SENDING, 2, 2))
    assert set(shown) == {running.job_id}
    shown.clear()
    waiting.cancel()
    assert set(shown) == {waiting.job_id}
    assert _titles(page) == ["Loading 0.tar", "Load 2.tar", "Load 1.tar"]
    assert moved == list(_cards(page)[2].tab_stops)


def test_tab_goes_from_card_to_card_and_through_their_details(
    page: TransfersPage, queue: JobQueue, jobs: ScriptedJobs, window: QWidget, qtbot: QtBot
) -> None:
    jobs.answers[LoadRequest] = UserFacingError(ErrorCode.ENGINE_LOST, detail="whatever")
    _submit(queue, qtbot, *map(_load, ("a.tar", "b.tar", "c.tar")))
    for card in _cards(page):
        click(card, QAbstractButton, "Details")
    with qtbot.waitActive(window):
        window.activateWindow()
    wanted = [each for card in _cards(page) for each in card.tab_stops if each.isVisibleTo(page)]
    wanted[0].setFocus()
    for before, after in pairwise(wanted):
        assert before.hasFocus()
        qtbot.keyClick(before, Qt.Key.Key_Tab)
        assert after.hasFocus()


def test_what_failed_is_tried_again_in_the_place_of_the_failure(
    page: TransfersPage, queue: JobQueue, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    jobs.answers[LoadRequest] = UserFacingError(ErrorCode.ENGINE_LOST)
    _submit(queue, qtbot, _load("a.tar"))
    click(_cards(page)[0], QPushButton, "Try again")
    assert [job.request for job in queue.jobs] == 2 * [_load("a.tar")]
    assert len(page._cards) == 1
    qtbot.waitUntil(lambda: all(job.is_over for job in queue.jobs))
    assert cells(find(page, QTableView, "Earlier")) == ["Load a.tar"]


def test_of_several_only_the_failed_ones_are_tried_again(
    page: TransfersPage, queue: JobQueue, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    jobs.answers[LoadRequest] = UserFacingError(ErrorCode.ENGINE_LOST)
    saved = SaveRequest(("a:1",), Path("c.tar"))
    _submit(queue, qtbot, _load("a.tar"), _load("b.tar"), saved)
    assert "3 transfer(s) ended, 2 failed" in words(page)
    click(page, QPushButton, "Try the failed ones again")
    assert [job.request for job in queue.jobs[3:]] == [_load("a.tar"), _load("b.tar")]
    qtbot.waitUntil(lambda: all(job.is_over for job in queue.jobs))
    assert sorted(_titles(page)) == ["Load a.tar", "Load b.tar", "Saved a:1 → c.tar"]


def test_where_a_name_is_taken_the_file_is_wanted_and_nothing_tried_in_vain(
    page: TransfersPage, queue: JobQueue, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    taken = UserFacingError(ErrorCode.NAME_TAKEN, {"path": "a.tar", "name": "a:1"})
    jobs.answers |= {LoadRequest: taken, SaveRequest: UserFacingError(ErrorCode.ENGINE_LOST)}
    save = SaveRequest(("a:1",), Path("c.tar"))
    _submit(queue, qtbot, _load("a.tar"), save)
    with qtbot.waitSignal(page.files_wanted) as of_one:
        click(page, QPushButton, "Choose another name…")
    with qtbot.waitSignal(page.files_wanted) as of_all:
        click(page, QPushButton, "Try the failed ones again")
    assert of_one.args == of_all.args == [(Path("a.tar"),)]
    assert [job.request for job in queue.jobs[2:]] == [save]
    assert "Load a.tar" in _titles(page)  # until somebody has chosen a name
    qtbot.waitUntil(lambda: all(job.is_over for job in queue.jobs))


def test_all_are_cancelled_at_once(
    gated: tuple[TransfersPage, JobQueue], gate: Gate, qtbot: QtBot
) -> None:
    page, queue = gated
    for name in ("a.tar", "b.tar", "c.tar"):
        queue.submit(_load(name))
    qtbot.waitUntil(gate.is_waiting.is_set)
    assert "0 of 3 done" in words(page)
    click(page, QPushButton, "Cancel all")
    qtbot.waitUntil(lambda: all(job.is_over for job in queue.jobs))
    assert [job.started_at is None for job in queue.jobs] == [False, True, True]


def test_what_has_ended_is_cleared_and_found_under_earlier(
    gated: tuple[TransfersPage, JobQueue], gate: Gate, qtbot: QtBot
) -> None:
    page, queue = gated
    jobs = [queue.submit(_load(name)) for name in ("a.tar", "b.tar", "c.tar")]
    qtbot.waitUntil(gate.is_waiting.is_set)
    for job in jobs[1:]:
        job.cancel()
    assert not page._earlier.isVisible()
    click(page, QPushButton, "Clear the ended ones")
    assert [card.isVisible() for card in page._cards.values()] == [True]
    assert cells(find(page, QTableView, "Earlier")) == ["Load c.tar", "Load b.tar"]


@pytest.fixture
def later_page(window: QWidget, queue: JobQueue, qtbot: QtBot) -> TransfersPage:
    """A page of a later start: there is something from earlier."""
    history_file().parent.mkdir(parents=True, exist_ok=True)
    history_file().write_bytes(to_line(SAVED))
    page = _page(window, queue)
    qtbot.waitUntil(page._earlier.isVisible)
    return page


def test_those_of_earlier_starts_are_read_when_the_page_is_looked_at(
    later_page: TransfersPage,
) -> None:
    assert cells(find(later_page, QTableView, "Earlier")) == [
        "Saved db:9.6 and shop/web:2.1 → db.tar"
    ]
    assert "Nothing has been saved or loaded yet." not in words(later_page)
    later_page.focus_filter()
    later_page._header.filtered.emit("no such thing")
    assert "Nothing of earlier matches the filter." in words(later_page)


def test_the_filter_is_for_all_that_has_ended(
    page: TransfersPage, queue: JobQueue, qtbot: QtBot
) -> None:
    _submit(queue, qtbot, _load("a.tar"), _load("b.tar"))
    page._header.filtered.emit("B.tar")
    assert "1 of 2" in words(page)
    assert [
        title for card, title in zip(_cards(page), _titles(page), strict=True) if card.isVisible()
    ] == ["Loaded b.tar"]


def test_selected_rows_have_the_one_filled_button(later_page: TransfersPage) -> None:
    later_page.focus_rows()
    find(later_page, QTableView, "Earlier").selectRow(0)
    filled = [
        button.text()
        for button in later_page.findChildren(QAbstractButton)
        if button.isVisible() and button.property("look") == theme.Look.PRIMARY
    ]
    assert filled == ["Details"]


def test_the_end_of_a_batch_is_told_once(
    page: TransfersPage, queue: JobQueue, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    told: list[tuple[str, str]] = []
    page.batch_ended.connect(lambda *texts: told.append(texts))
    jobs.answers[LoadRequest] = UserFacingError(ErrorCode.ENGINE_LOST)
    _submit(queue, qtbot, _load("a.tar"), _load("b.tar"))
    assert told == [("Transfers", "2 transfer(s) ended, 2 failed")]


def test_phases_and_ends_are_announced_and_waiting_is_not(
    page: TransfersPage, queue: JobQueue, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    _submit(queue, qtbot, _load("a.tar"), _load("b.tar"))
    assert [words for words in said if "Waiting for the engine" in words] == [
        "Loading a.tar. Waiting for the engine",
        "Loading b.tar. Waiting for the engine",
    ]
    assert said[-1] == "Loaded b.tar. Done"
    assert not any("Waiting for its turn" in words for words in said)


@pytest.fixture
def saved(page: TransfersPage, queue: JobQueue, jobs: ScriptedJobs, qtbot: QtBot) -> TransfersPage:
    target = Path("/media/stick/a.tar")
    jobs.answers[SaveRequest] = SaveResult(target, 1, ())
    job = queue.submit(SaveRequest(("a:1",), target))
    qtbot.waitUntil(lambda: job.is_over)
    return page


def test_a_file_is_shown_in_its_folder(saved: TransfersPage, opened: list[QUrl]) -> None:
    click(saved, QPushButton, "Show in folder")
    assert opened == [QUrl("file:///media/stick")]


def test_without_a_file_manager_the_folder_is_named(
    saved: TransfersPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    click(saved, QPushButton, "Show in folder")
    assert "a.tar is in the folder /media/stick." in words(open_dialog(MessageDialog))


def test_the_arrow_keys_scroll(window: QWidget, saved: TransfersPage, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    saved.focus_rows()
    assert saved._area.hasFocus()
    assert saved._area.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_it_follows_the_language(saved: TransfersPage, qapp: QApplication) -> None:
    with another_language(qapp):
        QApplication.sendEvent(saved, QEvent(QEvent.Type.LanguageChange))
    assert "«Transfers»" in words(saved)


def test_transfers_of_before_are_there_from_the_start(
    window: QWidget, queue: JobQueue, qtbot: QtBot
) -> None:
    job = queue.submit(_load("a.tar"))
    qtbot.waitUntil(lambda: job.is_over)
    assert len(_cards(_page(window, queue))) == 1
