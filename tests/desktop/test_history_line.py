"""Risk: one odd line in the history, of a crash or a newer program, hides all the others."""

import json
from dataclasses import replace

import pytest

from desktop_app.desktop.history_line import from_line, id_of, to_line
from desktop_app.desktop.past_transfer import PastTransfer
from desktop_app.errors import ErrorCode
from desktop_app.workers.outcome import Failed
from tests.desktop.past import ALL, FAILED, SAVED


@pytest.mark.parametrize("past", ALL, ids=lambda past: type(past.request).__name__)
def test_a_line_tells_all_of_it(past: PastTransfer) -> None:
    line = to_line(past)
    assert b"\n" not in line
    assert from_line(line) == past
    assert id_of(line) == past.job_id


def test_what_a_newer_program_adds_is_passed_over() -> None:
    line = json.loads(to_line(FAILED)) | {"mood": "good", "params": {"path": "/a", "new": [1]}}
    read = from_line(json.dumps(line).encode())
    assert read is not None
    assert isinstance(read.outcome, Failed)
    assert read.outcome.params == {"path": "/a"}


@pytest.mark.parametrize(
    "change",
    [
        {"what": "teleport"},
        {"result": "maybe"},
        {"result": "failed", "code": "no-such-code", "params": {}, "detail": ""},
        {"result": "failed", "code": "bug", "params": [], "detail": ""},
        {"ended": "yesterday"},
        {"ended": "2026-05-04T12:00:00"},
        {"names": "db:1"},
        {"names": [1]},
        {"path": 7},
        {"files": {}},
        {"images": [3]},
        {"problems": "two"},
    ],
    ids=str,
)
def test_what_nobody_knows_is_passed_over(change: dict[str, object]) -> None:
    line = json.dumps(json.loads(to_line(SAVED)) | change).encode()
    assert from_line(line) is None
    assert id_of(line) == SAVED.job_id


@pytest.mark.parametrize(
    "line",
    [to_line(SAVED)[:100], b"\xff", b"[]", b"{}", b'{"id": 7}', 100_000 * b"["],
    ids=["cut off", "no text", "no object", "empty", "no id", "deep"],
)
def test_damage_is_passed_over(line: bytes) -> None:
    assert from_line(line) is None
    assert id_of(line) == ""


def test_a_long_traceback_is_kept_by_its_end() -> None:
    long = replace(FAILED, outcome=Failed(ErrorCode.BUG, {}, f"{9_000 * 'a'}end"))
    kept = json.loads(to_line(long))["detail"]
    assert len(kept) == 4_000
    assert kept.endswith("end")
