"""Risk: two transfers fight for the disk, one is forgotten, or the program ends too early."""

import gc
import threading
import weakref
from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread, QTimer
from pytestqt.qtbot import QtBot

from desktop_app.cancel import CancelToken
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.requests import (
    Errand,
    InspectRequest,
    LoadRequest,
    NameRequest,
    PortrayImageRequest,
)
from desktop_app.workers.job import Job, JobState, Request
from desktop_app.workers.outcome import Failed, Stopped, Succeeded
from desktop_app.workers.queue import JobQueue
from tests.workers.bodies import Gate, request


class Bodies:
    """Performs every request by a gate of its own, which the test opens."""

    def __init__(self) -> None:
        self.gates: dict[str, Gate] = {}

    def __call__(self, request: Request, cancel: CancelToken) -> Generator[Progress, None, object]:
        return self.gate(str(_path(request)))(cancel)

    def gate(self, name: str) -> Gate:
        return self.gates.setdefault(name, Gate(result=name))


def _path(request: Request) -> Path:
    assert isinstance(request, LoadRequest | InspectRequest)
    return request.path if isinstance(request, LoadRequest) else request.paths[0]


@pytest.fixture
def bodies() -> Bodies:
    return Bodies()


@pytest.fixture
def queue(bodies: Bodies) -> JobQueue:
    return JobQueue(bodies)


def errand(name: str) -> InspectRequest:
    return InspectRequest((Path(name),))


def shut_down(qtbot: QtBot, queue: JobQueue) -> None:
    with qtbot.waitSignal(queue.drained):
        queue.shut_down()


def let_the_event_loop_turn(qtbot: QtBot) -> None:
    timer = QTimer()
    timer.setSingleShot(True)
    with qtbot.waitSignal(timer.timeout):
        timer.start(0)


def test_transfers_run_one_after_another_in_the_order_of_asking(
    qtbot: QtBot, queue: JobQueue, bodies: Bodies
) -> None:
    first, second = queue.submit(request("a")), queue.submit(request("b"))
    assert [job.state for job in queue.jobs] == [JobState.RUNNING, JobState.QUEUED]
    with qtbot.waitSignal(second.progressed):
        bodies.gate("a").open()
    assert first.outcome == Succeeded("a")
    with qtbot.waitSignal(second.finished):
        bodies.gate("b").open()
    assert queue.jobs == (first, second)
    assert not queue.has_live_jobs


def test_a_failed_transfer_does_not_hold_up_the_next(qtbot: QtBot) -> None:
    def perform(request: Request, _cancel: CancelToken) -> Generator[Progress, None, None]:
        yield Progress(Phase.WAITING)
        if _path(request) == Path("bad"):
            raise UserFacingError(ErrorCode.ENGINE_LOST)

    queue = JobQueue(perform)
    bad, good = queue.submit(request("bad")), queue.submit(request("good"))
    with qtbot.waitSignal(good.finished):
        pass
    assert bad.outcome == Failed(ErrorCode.ENGINE_LOST, {})
    assert good.outcome == Succeeded(None)


def test_a_waiting_transfer_that_is_cancelled_never_starts(
    qtbot: QtBot, queue: JobQueue, bodies: Bodies
) -> None:
    queue.submit(request("a"))
    waiting, last = queue.submit(request("b")), queue.submit(request("c"))
    waiting.cancel()
    with qtbot.waitSignal(last.progressed):
        bodies.gate("a").open()
    assert waiting.outcome == Stopped()
    assert bodies.gate("b").thread is None
    shut_down(qtbot, queue)


def test_a_transfer_is_announced_once_before_it_runs(qtbot: QtBot, queue: JobQueue) -> None:
    states: list[JobState] = []
    queue.job_added.connect(lambda job: states.append(job.state))
    queue.submit(request("a"))
    queue.run_errand(errand("b"))
    assert states == [JobState.QUEUED]
    shut_down(qtbot, queue)


def test_the_same_request_twice_is_one_job_until_it_is_over(
    qtbot: QtBot, queue: JobQueue, bodies: Bodies
) -> None:
    first = queue.submit(request("a"))
    assert queue.submit(request("a")) is first
    waiting = queue.submit(request("b"))
    assert queue.submit(request("b")) is waiting
    looking = queue.run_errand(errand("c"))
    assert queue.run_errand(errand("c")) is looking
    with qtbot.waitSignal(waiting.progressed):
        bodies.gate("a").open()
    assert queue.submit(request("a")) is not first
    shut_down(qtbot, queue)


def test_errands_run_at_once_beside_a_transfer_and_are_not_listed(
    qtbot: QtBot, queue: JobQueue, bodies: Bodies
) -> None:
    transfer = queue.submit(request("a"))
    looking = queue.run_errand(errand("b"))
    bodies.gate("b").open()
    with qtbot.waitSignal(looking.finished) as finished:
        pass
    assert finished.args == [Succeeded("b")]
    assert queue.jobs == (transfer,)
    assert transfer.state is JobState.RUNNING
    shut_down(qtbot, queue)


def test_an_errand_alone_keeps_the_program_from_ending(qtbot: QtBot, queue: JobQueue) -> None:
    queue.run_errand(errand("a"))
    assert queue.has_live_jobs
    assert queue.live_transfers == ()
    shut_down(qtbot, queue)
    assert not queue.has_live_jobs


def test_shutting_down_cancels_all_and_tells_once_when_all_threads_are_gone(
    qtbot: QtBot, queue: JobQueue
) -> None:
    jobs = [queue.submit(request("a")), queue.submit(request("b")), queue.run_errand(errand("c"))]
    outcomes: list[object] = []
    for job in jobs:
        job.finished.connect(outcomes.append)
    drained: list[bool] = []
    queue.drained.connect(lambda: drained.append(queue.has_live_jobs))
    shut_down(qtbot, queue)
    assert outcomes == [Stopped()] * 3
    assert queue.submit(request("late")).outcome == Stopped()
    let_the_event_loop_turn(qtbot)
    assert drained == [False]


def test_shutting_down_an_idle_queue_tells_it_but_not_before_one_can_listen(
    qtbot: QtBot, queue: JobQueue
) -> None:
    with qtbot.waitSignal(queue.drained):
        queue.shut_down()


def test_what_is_asked_for_while_shutting_down_does_not_start(
    qtbot: QtBot, queue: JobQueue, bodies: Bodies
) -> None:
    queue.submit(request("a"))
    with qtbot.waitSignal(queue.drained):
        queue.shut_down()
        assert queue.submit(request("late")).outcome == Stopped()
        assert queue.run_errand(errand("later")).outcome == Stopped()
    assert bodies.gate("late").thread is None
    assert bodies.gate("later").thread is None


def test_three_hundred_jobs_at_once_leave_nothing_behind(qtbot: QtBot) -> None:
    started = threading.Barrier(301)

    def perform(request: Request, cancel: CancelToken) -> Generator[Progress, None, object]:
        yield Progress(Phase.WAITING)
        started.wait(30)
        number = int(str(_path(request)))
        if number % 3 == 0:
            raise UserFacingError(ErrorCode.ENGINE_LOST)
        if number % 3 == 1:
            assert cancel.wait(30)
            cancel.raise_if_cancelled()
        return number

    queue = JobQueue(perform)
    outcomes: list[object] = []
    jobs = [queue.run_errand(errand(str(number))) for number in range(300)]
    for job in jobs:
        job.finished.connect(outcomes.append)
    workers = [weakref.ref(job._worker) for job in jobs if job._worker]
    qtbot.waitUntil(lambda: started.n_waiting == len(jobs), timeout=30_000)
    started.wait(30)
    jobs.clear()
    del job
    shut_down(qtbot, queue)
    gc.collect()
    assert len(workers) == len(outcomes) == 300
    assert outcomes.count(Stopped()) >= 100
    assert [ref() for ref in workers if ref() is not None] == []
    qtbot.waitUntil(lambda: not queue.findChildren(QThread) and not queue.findChildren(Job))


def test_the_end_of_every_job_is_told(qtbot: QtBot, queue: JobQueue, bodies: Bodies) -> None:
    for gate in (bodies.gate("a"), bodies.gate("b")):
        gate.open()
    with qtbot.waitSignals([queue.job_finished, queue.job_finished]):
        queue.submit(request("a"))
        queue.run_errand(errand("b"))
    shut_down(qtbot, queue)


@pytest.mark.parametrize(
    ("errand", "is_touched"), [(PortrayImageRequest("a"), False), (NameRequest("a", "b:1"), True)]
)
def test_whoever_only_asks_has_not_touched_the_engine(
    qtbot: QtBot, errand: Errand, is_touched: bool
) -> None:
    """Otherwise every look at an image would make the engine list all of them."""
    gate = Gate()
    gate.open()
    queue = JobQueue(lambda _request, cancel: gate(cancel))
    touched: list[int] = []
    queue.engine_touched.connect(lambda: touched.append(1))
    with qtbot.waitSignal(queue.job_finished):
        queue.run_errand(errand)
    assert bool(touched) is is_touched
    shut_down(qtbot, queue)
