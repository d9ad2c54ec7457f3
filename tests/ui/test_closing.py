"""Risk: a transfer is cut off unasked, or the window is gone and the program runs on."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.transfers.requests import InspectRequest
from desktop_app.ui.closing import Closing
from desktop_app.ui.dialogs.message import MessageDialog
from desktop_app.workers.job import JobState
from desktop_app.workers.queue import JobQueue
from tests.ui.helpers import click, find, open_dialog, open_dialogs
from tests.workers.bodies import Gate, request


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def queue(gate: Gate, qtbot: QtBot) -> Iterator[JobQueue]:
    queue = JobQueue(lambda _request, cancel: gate(cancel))
    yield queue
    gate.open()
    qtbot.waitUntil(lambda: not queue.has_live_jobs)


@pytest.fixture
def closing(window: QWidget, queue: JobQueue) -> Closing:
    return Closing(window, queue)


def test_a_window_without_jobs_closes_at_once(closing: Closing) -> None:
    assert closing.may_close()
    assert not open_dialogs(MessageDialog)


def test_running_transfers_are_a_question_and_enter_keeps_them(
    closing: Closing, queue: JobQueue, gate: Gate, qtbot: QtBot
) -> None:
    job = queue.submit(request())
    qtbot.waitUntil(gate.is_waiting.is_set)
    assert not closing.may_close()
    question = open_dialog(MessageDialog)
    assert find(question, QPushButton, "Keep running").isDefault()
    click(question, QPushButton, "Keep running")
    assert job.state is JobState.RUNNING


def test_the_window_closes_when_the_last_one_is_over(
    window: QWidget, closing: Closing, queue: JobQueue, gate: Gate, qtbot: QtBot
) -> None:
    jobs = [queue.submit(request("a.tar")), queue.submit(request("b.tar"))]
    qtbot.waitUntil(gate.is_waiting.is_set)
    assert not closing.may_close()
    with qtbot.waitSignal(closing.began):
        click(open_dialog(MessageDialog), QPushButton, "Stop and quit")
    assert window.isVisible()
    assert not closing.may_close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert [job.state for job in jobs] == 2 * [JobState.CANCELLED]
    assert closing.may_close()


def test_there_is_one_question_at_a_time(
    closing: Closing, queue: JobQueue, gate: Gate, qtbot: QtBot
) -> None:
    queue.submit(request())
    qtbot.waitUntil(gate.is_waiting.is_set)
    closing.may_close()
    closing.may_close()
    question = open_dialog(MessageDialog)
    question.reject()
    closing.may_close()
    assert open_dialog(MessageDialog) is not question


def test_a_look_at_a_file_is_stopped_without_a_question(
    window: QWidget, closing: Closing, queue: JobQueue, gate: Gate, qtbot: QtBot
) -> None:
    queue.run_errand(InspectRequest(()))
    qtbot.waitUntil(gate.is_waiting.is_set)
    assert not closing.may_close()
    assert not open_dialogs(MessageDialog)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_who_cannot_be_asked_is_not(
    window: QWidget, closing: Closing, queue: JobQueue, gate: Gate, qtbot: QtBot
) -> None:
    job = queue.submit(request())
    qtbot.waitUntil(gate.is_waiting.is_set)
    closing.close_unasked()
    closing.close_unasked()
    assert not open_dialogs(MessageDialog)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert job.state is JobState.CANCELLED


def test_without_jobs_who_is_not_asked_is_done_at_once(window: QWidget, closing: Closing) -> None:
    closing.close_unasked()
    assert not window.isVisible()
