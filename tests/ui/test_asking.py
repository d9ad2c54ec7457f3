"""Risk: the engine is flooded with questions, or the answer to an old one is shown as new."""

import threading
from collections.abc import Generator, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.requests import PortrayImageRequest
from desktop_app.ui.asking import Asking
from desktop_app.workers.job import Request
from desktop_app.workers.queue import JobQueue

_A, _B, _BAD = (PortrayImageRequest(name) for name in ("a", "b", "bad"))


class _Engine:
    """Answers every question with its own text; to `_A` when it is allowed to."""

    def __init__(self) -> None:
        self.asked: list[Request] = []
        self.may_answer = threading.Event()
        self.may_answer.set()

    def perform(self, request: Request, cancel: CancelToken) -> Generator[Progress, None, object]:
        yield Progress(Phase.WAITING)
        self.asked.append(request)
        if request == _BAD:
            raise UserFacingError(ErrorCode.ENGINE_LOST)
        if request == _A:
            assert self.may_answer.wait(10)
        if cancel.is_cancelled:
            raise Cancelled
        return request


@pytest.fixture
def engine() -> _Engine:
    return _Engine()


@pytest.fixture
def asking(qtbot: QtBot, engine: _Engine) -> Iterator[Asking]:
    owner = QObject()
    queue = JobQueue(engine.perform, owner)
    yield Asking(queue, owner)
    engine.may_answer.set()
    with qtbot.waitSignal(queue.drained):
        queue.shut_down()


def test_a_question_is_answered_once(asking: Asking, engine: _Engine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(asking.answered):
        asking.ask(_A)
        assert asking.is_waiting
    asking.ask(_A)
    assert (asking.answer, asking.failure, asking.is_waiting) == (_A, None, False)
    assert engine.asked == [_A]


def test_what_is_only_passed_by_is_not_asked(asking: Asking, engine: _Engine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(asking.answered):
        for question in (_A, _BAD, _B):
            asking.ask(question)
    assert asking.answer == _B
    assert engine.asked == [_B]


def test_the_answer_to_an_old_question_is_dropped(
    asking: Asking, engine: _Engine, qtbot: QtBot
) -> None:
    engine.may_answer.clear()
    asking.ask(_A)
    qtbot.waitUntil(lambda: engine.asked == [_A])
    with qtbot.waitSignal(asking.answered):
        asking.ask(_B)
    engine.may_answer.set()
    assert asking.answer == _B


def test_a_question_that_was_given_up_and_is_wanted_again_is_asked_again(
    asking: Asking, engine: _Engine, qtbot: QtBot
) -> None:
    engine.may_answer.clear()
    asking.ask(_A)
    qtbot.waitUntil(lambda: engine.asked == [_A])
    asking.ask(None)
    asking.ask(_A)
    qtbot.waitUntil(lambda: asking._job is not None)  # the one that is being given up
    with qtbot.waitSignal(asking.answered):
        engine.may_answer.set()
    assert asking.answer == _A
    assert engine.asked == [_A, _A]


def test_a_failure_is_kept_until_something_else_is_asked(asking: Asking, qtbot: QtBot) -> None:
    with qtbot.waitSignal(asking.answered):
        asking.ask(_BAD)
    failure = asking.failure
    assert failure is not None
    assert failure.code is ErrorCode.ENGINE_LOST
    asking.ask(None)
    assert asking.failure is None
    assert not asking.is_waiting


def test_what_could_not_be_answered_is_asked_again(
    asking: Asking, engine: _Engine, qtbot: QtBot
) -> None:
    asking.ask_again()
    assert not asking.is_waiting
    for _ in range(2):
        with qtbot.waitSignal(asking.answered):
            asking.ask(_BAD)
            asking.ask_again()
    assert engine.asked == [_BAD, _BAD]
