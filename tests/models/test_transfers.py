"""Risk: a card that shows another job's state, an old one, or stands in the wrong place."""

from collections.abc import Generator
from pathlib import Path

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.cancel import CancelToken
from desktop_app.models import transfers
from desktop_app.models.record_table import Role
from desktop_app.models.transfers import TransferRecord, TransfersModel
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.requests import LoadRequest, SaveRequest
from desktop_app.workers.job import JobState, Request
from desktop_app.workers.outcome import Stopped, Succeeded
from desktop_app.workers.queue import JobQueue


def perform(request: Request, cancel: CancelToken) -> Generator[Progress, None, object]:
    """Send half, then wait for the cancel; a save is done at once."""
    yield Progress(Phase.SENDING, 2**33, 2**34)
    if isinstance(request, LoadRequest):
        assert cancel.wait(10)
        cancel.raise_if_cancelled()
    return request


def load(name: str) -> LoadRequest:
    return LoadRequest(Path("/folder", name))


def save(name: str) -> SaveRequest:
    return SaveRequest(("a:1",), Path("/folder", name))


@pytest.fixture
def queue(qtbot: QtBot) -> Generator[JobQueue, None, None]:
    queue = JobQueue(perform)
    yield queue
    with qtbot.waitSignal(queue.drained):
        queue.shut_down()


@pytest.fixture
def model(queue: JobQueue, qtmodeltester: ModelTester) -> TransfersModel:
    model = TransfersModel(queue)
    qtmodeltester.check(model)
    return model


def shown(model: TransfersModel) -> list[tuple[str, JobState]]:
    return [(model.index(row, 0).data(), record.state) for row, record in enumerate(model.rows)]


def test_live_jobs_stand_in_their_order_and_ended_ones_below_newest_first(
    qtbot: QtBot, queue: JobQueue, model: TransfersModel
) -> None:
    for number in (1, 2):
        with qtbot.waitSignal(queue.submit(save(f"saved{number}")).finished):
            pass
    running, waiting = queue.submit(load("running")), queue.submit(load("waiting"))
    assert shown(model) == [
        ("running", JobState.RUNNING),
        ("waiting", JobState.QUEUED),
        ("saved2", JobState.SUCCEEDED),
        ("saved1", JobState.SUCCEEDED),
    ]
    waiting.cancel()
    assert shown(model)[1] == ("waiting", JobState.CANCELLED)
    with qtbot.waitSignal(running.finished):
        running.cancel()
    assert [name for name, _ in shown(model)] == ["running", "waiting", "saved2", "saved1"]


def test_a_record_has_all_that_a_card_shows(
    qtbot: QtBot, queue: JobQueue, model: TransfersModel
) -> None:
    job = queue.submit(load("a"))
    with qtbot.waitSignal(job.progressed):
        pass
    record: TransferRecord = model.index(0, 0).data(Role.RECORD)
    assert record.request == load("a")
    assert record.progress == Progress(Phase.SENDING, 2**33, 2**34)
    assert record.started_at is not None
    assert not record.is_over
    assert model.job(record.job_id) is job
    with qtbot.waitSignal(job.finished):
        job.cancel()
        assert model.rows[0].state is JobState.CANCELLING
    assert model.rows[0].outcome == Stopped()
    assert model.rows[0].ended_at is not None


def test_jobs_that_were_there_before_the_table_are_shown_too(qtbot: QtBot, queue: JobQueue) -> None:
    job = queue.submit(save("early"))
    model = TransfersModel(queue)
    with qtbot.waitSignal(job.finished):
        pass
    assert model.rows[0].outcome == Succeeded(save("early"))


class SteadyMeter:
    bytes_per_second = 2**33
    seconds_left = 1

    def add(self, progress: Progress) -> None:
        """Keeps its speed, whatever comes."""


def test_a_speed_is_shown_while_a_job_moves_and_not_of_one_that_is_silent(
    qtbot: QtBot, queue: JobQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transfers, "RateMeter", SteadyMeter)
    model = TransfersModel(queue)
    job = queue.submit(load("a"))
    with qtbot.waitSignal(job.progressed):
        pass
    assert (model.rows[0].bytes_per_second, model.rows[0].seconds_left) == (2**33, 1)
    job._on_silence()
    record = model.rows[0]
    assert record.is_stalled
    assert (record.bytes_per_second, record.seconds_left) == (None, None)
