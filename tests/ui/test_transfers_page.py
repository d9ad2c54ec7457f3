"""Risk: a transfer is not seen, not in its place, or its buttons belong to another one."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.requests import LoadRequest, SaveRequest, SaveResult
from desktop_app.ui.actions import Actions
from desktop_app.ui.dialogs.message import MessageDialog
from desktop_app.ui.transfer_card import TransferCard
from desktop_app.ui.transfers_page import TransfersPage
from desktop_app.workers.job import JobState
from desktop_app.workers.queue import JobQueue
from tests.ui.conftest import ScriptedJobs
from tests.ui.helpers import click, open_dialog, words
from tests.ui.texts.sentences import another_language
from tests.workers.bodies import Gate


@pytest.fixture
def page(window: QWidget, queue: JobQueue) -> TransfersPage:
    page = TransfersPage(queue, Actions(window))
    QVBoxLayout(window).addWidget(page)
    page.show()
    return page


@pytest.fixture
def gate() -> Gate:
    return Gate(Progress(Phase.SENDING, 1, 2))


@pytest.fixture
def gated(window: QWidget, gate: Gate, qtbot: QtBot):
    """A page whose transfers all wait at one gate."""
    queue = JobQueue(lambda _request, cancel: gate(cancel))
    page = TransfersPage(queue, Actions(window))
    QVBoxLayout(window).addWidget(page)
    page.show()
    yield page, queue
    with qtbot.waitSignal(queue.drained):
        queue.shut_down()


def _load(name: str) -> LoadRequest:
    return LoadRequest(Path(name))


def _cards(page: TransfersPage) -> list[TransferCard]:
    """From top to bottom."""
    return sorted(page.findChildren(TransferCard), key=page._column.indexOf)


def _titles(page: TransfersPage) -> list[str]:
    return [card.accessibleName() for card in _cards(page)]


def test_at_first_it_says_what_to_do(page: TransfersPage) -> None:
    assert "Nothing has been saved or loaded yet." in words(page)
    assert "Earlier" not in words(page)


def test_waiting_ones_are_seen_and_ended_ones_go_below_the_line(
    gated: tuple[TransfersPage, JobQueue], gate: Gate, qtbot: QtBot
) -> None:
    page, queue = gated
    first = queue.submit(_load("a.tar"))
    second = queue.submit(_load("b.tar"))
    qtbot.waitUntil(gate.is_waiting.is_set)
    assert _titles(page) == ["Loading a.tar", "Loading b.tar"]
    assert "Waiting for its turn" in words(_cards(page)[1])
    with qtbot.waitSignals([first.finished, second.progressed]):
        click(_cards(page)[0], QPushButton, "Cancel")
    assert first.state is JobState.CANCELLED
    assert _titles(page) == ["Loading b.tar", "Loading a.tar"]
    assert "Earlier" in words(page)
    line = page._column.indexOf(page._earlier)
    assert page._column.indexOf(_cards(page)[0]) < line < page._column.indexOf(_cards(page)[1])


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


def test_what_failed_can_be_tried_again(
    page: TransfersPage, queue: JobQueue, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    jobs.answers[LoadRequest] = UserFacingError(ErrorCode.ENGINE_LOST)
    job = queue.submit(_load("a.tar"))
    qtbot.waitUntil(lambda: job.is_over)
    click(_cards(page)[0], QPushButton, "Try again")
    assert [job.request for job in queue.jobs] == 2 * [_load("a.tar")]


@pytest.fixture
def saved(page: TransfersPage, queue: JobQueue, jobs: ScriptedJobs, qtbot: QtBot) -> TransfersPage:
    target = Path("/media/stick/a.tar")
    jobs.answers[SaveRequest] = SaveResult(target, 1, ())
    job = queue.submit(SaveRequest(("a:1",), target))
    qtbot.waitUntil(lambda: job.is_over)
    return page


def test_a_file_is_shown_in_its_folder(
    saved: TransfersPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
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
    assert "«Earlier»" in words(saved)


def test_transfers_of_before_are_there_from_the_start(
    window: QWidget, queue: JobQueue, qtbot: QtBot
) -> None:
    job = queue.submit(_load("a.tar"))
    qtbot.waitUntil(lambda: job.is_over)
    page = TransfersPage(queue, Actions(window))
    QVBoxLayout(window).addWidget(page)
    assert len(_cards(page)) == 1
