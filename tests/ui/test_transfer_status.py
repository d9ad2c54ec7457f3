"""Risk: a card looks well while its transfer is not, or says what only an expert understands."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.archives import Depth, Finding, FindingCode, VerificationReport
from desktop_app.errors import ErrorCode
from desktop_app.models.transfers import TransferRecord
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.requests import CheckResult, ImportResult, LoadRequest
from desktop_app.ui.transfer_status import Tone, status_of
from desktop_app.workers.job import JobState
from desktop_app.workers.outcome import Failed, Stopped, Succeeded
from tests.ui.samples import SHOP

_PATH = Path("/media/web.tar")
_WAITING = TransferRecord("1", LoadRequest(_PATH), JobState.QUEUED)
_WHOLE = VerificationReport(_PATH, SHOP, Depth.FULL, (Finding(FindingCode.HISTORY_COUNT),))
_BROKEN = replace(_WHOLE, findings=(Finding(FindingCode.NO_END_MARKER),))
_RUNNING = replace(_WAITING, state=JobState.RUNNING, progress=Progress(Phase.SENDING, 1, 2))


@pytest.mark.parametrize(
    ("record", "text", "tone"),
    [
        (_WAITING, "Waiting for its turn", Tone.WAITING),
        (replace(_WAITING, state=JobState.RUNNING), "Running", Tone.PLAIN),
        (_RUNNING, "Sending to the engine", Tone.PLAIN),
        (replace(_RUNNING, is_stalled=True), "taken nothing for 30 seconds", Tone.WARNING),
        (replace(_RUNNING, state=JobState.CANCELLING), "Stopping", Tone.PLAIN),
        (
            replace(_RUNNING, outcome=Succeeded(ImportResult(_PATH, "", "web:1"))),
            "Imported and checked: web:1",
            Tone.GOOD,
        ),
        (replace(_RUNNING, outcome=Succeeded(CheckResult(_WHOLE))), "Whole: ", Tone.GOOD),
        (replace(_RUNNING, outcome=Succeeded(CheckResult(_BROKEN))), "1 problem(s)", Tone.BAD),
        (
            replace(_RUNNING, state=JobState.SUCCEEDED, outcome=Succeeded(None)),
            "Done",
            Tone.GOOD,
        ),
        (
            replace(_RUNNING, outcome=Failed(ErrorCode.ENGINE_LOST, {})),
            "The connection to the engine was lost. It was stopped",
            Tone.BAD,
        ),
        (
            replace(_RUNNING, outcome=Failed(ErrorCode.ENGINE_LOST, {"remaining": "a:1, b:1"})),
            "In the engine all the same: a:1, b:1",
            Tone.BAD,
        ),
        (replace(_RUNNING, outcome=Stopped()), "Cancelled.", Tone.STOPPED),
        (
            replace(_RUNNING, outcome=Stopped(("a:1", "b:1"))),
            "Cancelled. In the engine all the same: a:1 and b:1",
            Tone.STOPPED,
        ),
    ],
)
def test_every_moment_has_words_and_a_tone(record: TransferRecord, text: str, tone: Tone) -> None:
    status = status_of(record)
    assert text in status.text
    assert status.tone is tone
