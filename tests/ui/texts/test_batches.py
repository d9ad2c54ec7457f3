"""Risk: five transfers are called done of which one has failed."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.errors import ErrorCode
from desktop_app.models.batch import BatchProgress
from desktop_app.models.transfers import TransferRecord
from desktop_app.transfers.requests import SaveRequest, SaveResult
from desktop_app.ui.texts import batch_text, ended_texts
from desktop_app.workers.job import JobState
from desktop_app.workers.outcome import Failed, Outcome, Stopped, Succeeded

_FILE = Path("/stick/db.tar")


@pytest.mark.parametrize(
    ("batch", "text"),
    [
        (BatchProgress(5, 2), "2 of 5 done"),
        (BatchProgress(5, 2, seconds_left=170), "2 of 5 done, about 3 minute(s) left"),
        (BatchProgress(5, 3, 1), "3 of 5 done, 1 failed"),
        (BatchProgress(5, 5), "5 transfer(s) done"),
        (BatchProgress(5, 5, 2), "5 transfer(s) ended, 2 failed"),
        (BatchProgress(5, 5, 2, 1), "5 transfer(s) ended, 2 failed, 1 cancelled"),
    ],
    ids=["live", "with time", "with a failure", "good", "failed", "cancelled, too"],
)
def test_a_batch_says_how_far_it_is(batch: BatchProgress, text: str) -> None:
    assert batch_text(batch) == text


@pytest.mark.parametrize(
    ("outcome", "state", "texts"),
    [
        (
            Succeeded(SaveResult(_FILE, 95, ())),
            JobState.SUCCEEDED,
            ("Saved db:1 → db.tar", "Checked: 0 layer(s), 95 bytes"),
        ),
        (Succeeded(None), JobState.SUCCEEDED, ("Saved db:1 → db.tar", "Done")),
        (Stopped(), JobState.CANCELLED, ("Save db:1 → db.tar", "Cancelled")),
    ],
    ids=["done", "no result", "cancelled"],
)
def test_a_single_one_is_called_by_its_name(
    outcome: Outcome, state: JobState, texts: tuple[str, str]
) -> None:
    record = TransferRecord("7", SaveRequest(("db:1",), _FILE), state, outcome=outcome)
    assert ended_texts([record], BatchProgress(1, 1)) == texts


def test_a_failure_says_what_to_do() -> None:
    outcome = Failed(ErrorCode.ENGINE_REFUSED, {})
    record = TransferRecord("7", SaveRequest(("db:1",), _FILE), JobState.FAILED, outcome=outcome)
    headline, text = ended_texts([record], BatchProgress(1, 1, 1))
    assert headline == "Save db:1 → db.tar"
    assert text.startswith("The engine refused.")


def test_several_are_told_together() -> None:
    record = TransferRecord("7", SaveRequest(("db:1",), _FILE), JobState.FAILED)
    records = [record, replace(record, job_id="8")]
    headline, text = ended_texts(records, BatchProgress(2, 2, 1))
    assert (headline, text) == ("Transfers", "2 transfer(s) ended, 1 failed")
