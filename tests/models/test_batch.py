"""Risk: the overall bar runs back, reaches its end too early, or promises minutes for hours."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.errors import ErrorCode
from desktop_app.models.batch import Batch, BatchProgress
from desktop_app.models.transfers import TransferRecord
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.requests import ExportRequest, LoadRequest, SaveRequest
from desktop_app.workers.job import JobState
from desktop_app.workers.outcome import Failed, Outcome, Stopped, Succeeded

_GB = 10**9


def _save(number: int, size_bytes: int | None = _GB) -> TransferRecord:
    request = SaveRequest((f"a:{number}",), Path(f"{number}.tar"), size_bytes)
    return TransferRecord(str(number), request, JobState.QUEUED)


def _at(record: TransferRecord, progress: Progress) -> TransferRecord:
    return replace(record, state=JobState.RUNNING, progress=progress)


def _over(record: TransferRecord, outcome: Outcome | None = None) -> TransferRecord:
    return replace(record, outcome=outcome or Succeeded(None))


def _batch(*records: TransferRecord) -> Batch:
    batch = Batch()
    for record in records:
        batch.add(replace(record, outcome=None))
    for record in records:
        batch.add(record)
    return batch


def test_without_transfers_there_is_nothing_to_do() -> None:
    assert Batch().progress == BatchProgress()
    assert Batch().progress.is_over


def test_large_ones_count_more() -> None:
    progress = _batch(_over(_save(1, 1 * _GB)), _save(2, 3 * _GB)).progress
    assert (progress.total, progress.ended, progress.permille) == (2, 1, 250)
    assert not progress.is_over


def test_what_nobody_knows_counts_as_the_others_do() -> None:
    export = TransferRecord("9", ExportRequest("c", "web", Path("w.tar")), JobState.QUEUED)
    assert _batch(_over(_save(1)), _save(2), export).progress.permille == 333
    assert _batch(_over(_save(1, None)), export).progress.permille == 500


def test_of_a_file_its_size_counts(tmp_path: Path) -> None:
    file = tmp_path / "a.tar"
    file.write_bytes(bytes(3_000))
    load = TransferRecord("9", LoadRequest(file), JobState.QUEUED)
    gone = TransferRecord("8", LoadRequest(tmp_path / "b.tar"), JobState.QUEUED)
    assert _batch(load, _over(_save(1, 1_000))).progress.permille == 250
    assert _batch(gone, _over(_save(1, 1_000))).progress.permille == 500


@pytest.mark.parametrize(
    ("progress", "permille"),
    [
        (Progress(Phase.WAITING), 0),
        (Progress(Phase.INSPECTING, 7, 8), 0),
        (Progress(Phase.RECEIVING, _GB // 2, _GB), 250),
        (Progress(Phase.RECEIVING, 5), 0),
        (Progress(Phase.RECEIVING, 9 * _GB, _GB), 495),
        (Progress(Phase.UNPACKING), 495),
        (Progress(Phase.CHECKING, 1, 5), 495),
    ],
    ids=["waiting", "looking", "half", "unknown", "too much", "unpacking", "checking"],
)
def test_a_running_one_counts_as_far_as_it_is(progress: Progress, permille: int) -> None:
    assert _batch(_at(_save(1), progress), _save(2)).progress.permille == permille


def test_ends_are_counted_by_their_kind() -> None:
    failed = Failed(ErrorCode.ENGINE_LOST, {})
    batch = _batch(_over(_save(1)), _over(_save(2), failed), _over(_save(3), Stopped()))
    assert batch.progress == BatchProgress(3, 3, 1, 1)
    assert batch.progress.is_over


def test_what_comes_after_the_end_is_another_batch() -> None:
    batch = _batch(_over(_save(1)), _over(_save(2)))
    batch.add(_save(3))
    batch.add(_over(_save(1)))
    assert [record.job_id for record in batch.records] == ["3"]
    assert batch.progress.total == 1


def test_the_time_left_is_that_of_all() -> None:
    running = replace(
        _at(_save(1), Progress(Phase.RECEIVING, 5, _GB)), bytes_per_second=_GB // 10, seconds_left=4
    )
    assert _batch(running, _save(2), _save(3)).progress.seconds_left == 24
    assert _batch(replace(running, seconds_left=None), _save(2)).progress.seconds_left is None
    assert _batch(_over(running)).progress.seconds_left is None
