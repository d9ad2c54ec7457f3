"""Risk: a job that never ends, ends twice, ends before its thread does, or hides how it ended."""

import logging
import threading
from collections.abc import Generator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress
from desktop_app.workers.job import Job, JobState
from desktop_app.workers.outcome import Failed, Stopped, Succeeded
from tests.workers.bodies import Gate, request


def finish(qtbot: QtBot, job: Job) -> None:
    with qtbot.waitSignal(job.finished):
        job.start()


def test_a_job_runs_in_a_thread_that_is_gone_when_it_is_over(qtbot: QtBot) -> None:
    gate = Gate(result=42)
    gate.open()
    job = Job(request(), gate)
    threads_at_the_end: list[bool] = []
    job.finished.connect(lambda _: threads_at_the_end.append(job._thread.isRunning()))
    with qtbot.waitSignals([job.state_changed, job.progressed, job.state_changed, job.finished]):
        job.start()
    assert gate.thread is not threading.current_thread()
    assert threads_at_the_end == [False]
    assert job.outcome == Succeeded(42)
    assert job.state is JobState.SUCCEEDED
    assert job.is_over
    assert job.started_at is not None
    assert job.ended_at is not None
    assert job.started_at <= job.ended_at


def test_outcomes_are_words_without_any_exception(qtbot: QtBot) -> None:
    def failing(_cancel: CancelToken) -> Generator[Progress, None, object]:
        yield Progress(Phase.WAITING)
        raise UserFacingError(ErrorCode.IMAGE_GONE, {"image": "a:1"}, "no such image")

    job = Job(request(), failing)
    finish(qtbot, job)
    assert job.outcome == Failed(ErrorCode.IMAGE_GONE, {"image": "a:1"}, "no such image")
    assert job.state is JobState.FAILED


def test_a_bug_is_logged_and_told_as_text(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    def buggy(_cancel: CancelToken) -> Generator[Progress, None, object]:
        yield Progress(Phase.WAITING)
        raise ZeroDivisionError

    job = Job(request(), buggy)
    with caplog.at_level(logging.ERROR, "desktop_app.workers.job"):
        finish(qtbot, job)
    assert isinstance(job.outcome, Failed)
    assert job.outcome.code is ErrorCode.BUG
    assert "ZeroDivisionError" in job.outcome.detail
    assert caplog.records


def test_a_body_that_fails_before_it_is_a_generator_is_an_outcome_too(qtbot: QtBot) -> None:
    def refusing(_cancel: CancelToken) -> Generator[Progress, None, object]:
        raise UserFacingError(ErrorCode.ENGINE_LOST)

    job = Job(request(), refusing)
    finish(qtbot, job)
    assert job.outcome == Failed(ErrorCode.ENGINE_LOST, {})


def test_cleaning_up_comes_before_the_outcome_and_in_the_jobs_thread(qtbot: QtBot) -> None:
    events: list[object] = []

    def tidy(_cancel: CancelToken) -> Generator[Progress, None, object]:
        try:
            yield Progress(Phase.WAITING)
            raise Cancelled
        finally:
            events.append(QThread.currentThread() is not job.thread())

    job = Job(request(), tidy)
    job.finished.connect(events.append)
    finish(qtbot, job)
    assert events == [True, Stopped()]


def test_what_a_cancelled_job_leaves_reaches_its_outcome(qtbot: QtBot) -> None:
    def body(_: CancelToken) -> Generator[Progress, None, object]:
        yield Progress(Phase.UNPACKING)
        raise Cancelled(("shop/web:1",))

    job = Job(request(), body)
    finish(qtbot, job)
    assert job.outcome == Stopped(("shop/web:1",))


def test_progress_beyond_32_bits_arrives_whole_and_the_last_one_always(qtbot: QtBot) -> None:
    steps = [Progress(Phase.SENDING, step * 2**31, 2**40) for step in range(200)]
    gate = Gate(*steps)
    gate.open()
    job = Job(request(), gate)
    seen: list[Progress] = []
    job.progressed.connect(seen.append)
    finish(qtbot, job)
    assert seen[0] == steps[0]
    assert seen[-1] == steps[-1] == job.progress
    assert len(seen) < len(steps)


def test_unpacking_and_checking_count_as_finishing(qtbot: QtBot) -> None:
    gate = Gate(
        *(Progress(phase) for phase in (Phase.SENDING, Phase.UNPACKING, Phase.CHECKING)),
    )
    gate.open()
    job = Job(request(), gate)
    states: list[JobState] = []
    job.state_changed.connect(states.append)
    finish(qtbot, job)
    assert states == [JobState.RUNNING, JobState.FINISHING, JobState.SUCCEEDED]


def test_cancelling_a_waiting_job_ends_it_at_once_and_for_good(qtbot: QtBot) -> None:
    gate = Gate()
    job = Job(request(), gate)
    with qtbot.waitSignal(job.finished):
        job.cancel()
    job.start()
    assert job.outcome == Stopped()
    assert job.state is JobState.CANCELLED
    assert gate.thread is None


@pytest.mark.parametrize("phase", [Phase.SENDING, Phase.UNPACKING])
def test_cancelling_reaches_a_body_that_waits(qtbot: QtBot, phase: Phase) -> None:
    gate = Gate(Progress(phase))
    job = Job(request(), gate)
    states: list[JobState] = []
    job.state_changed.connect(states.append)
    with qtbot.waitSignal(job.progressed):
        job.start()
    assert gate.is_waiting.wait(10)
    with qtbot.waitSignal(job.finished):
        job.cancel()
        job.cancel()
    assert states[-2:] == [JobState.CANCELLING, JobState.CANCELLED]
    assert job.outcome == Stopped()


def test_cancelling_between_start_and_the_first_step_is_not_lost(qtbot: QtBot) -> None:
    job = Job(request(), Gate())
    with qtbot.waitSignal(job.finished):
        job.start()
        job.cancel()
    assert job.outcome == Stopped()


def test_progress_that_was_under_way_does_not_undo_cancelling(qtbot: QtBot) -> None:
    job = Job(request(), Gate(Progress(Phase.SENDING), Progress(Phase.UNPACKING)))
    states: list[JobState] = []
    job.state_changed.connect(states.append)
    with qtbot.waitSignal(job.finished):
        job.start()
        job.cancel()
    assert states == [JobState.RUNNING, JobState.CANCELLING, JobState.CANCELLED]


def test_cancelling_an_ended_job_changes_nothing(qtbot: QtBot) -> None:
    gate = Gate()
    gate.open()
    job = Job(request(), gate)
    finish(qtbot, job)
    with qtbot.assertNotEmitted(job.state_changed):
        job.cancel()
    assert job.outcome == Succeeded("done")


def test_silence_is_noticed_and_the_next_step_ends_it(qtbot: QtBot) -> None:
    go_on = threading.Event()

    def silent(_cancel: CancelToken) -> Generator[Progress, None, None]:
        yield Progress(Phase.SENDING, 1)
        assert go_on.wait(10)
        yield Progress(Phase.CHECKING, 2)

    job = Job(request(), silent, stall_ms=1)
    with qtbot.waitSignal(job.stall_changed) as noticed:
        job.start()
    assert noticed.args == [True]
    with qtbot.waitSignals([job.stall_changed, job.finished]):
        go_on.set()
    assert not job.is_stalled


def test_a_job_that_is_over_is_not_stalled(qtbot: QtBot) -> None:
    gate = Gate()
    job = Job(request(), gate, stall_ms=1)
    with qtbot.waitSignal(job.stall_changed):
        job.start()
    with qtbot.waitSignal(job.finished):
        gate.open()
    assert not job.is_stalled
