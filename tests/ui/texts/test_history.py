"""Risk: a report leaves something out, or a past failure cannot be said any more."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app import __version__
from desktop_app.desktop.past_transfer import PastTransfer
from desktop_app.errors import ErrorCode
from desktop_app.transfers.requests import SaveResult
from desktop_app.ui.texts import (
    past_folder,
    past_outcome,
    past_path,
    past_report,
    past_result,
    past_title,
)
from desktop_app.workers.outcome import Failed, Succeeded
from tests.desktop.past import (
    ALL,
    CANCELLED,
    CHECKED,
    DIGEST,
    FAILED,
    IMPORTED,
    SAVED,
    SEPARATE,
    STICK,
    SUM,
)
from tests.ui.texts.sentences import another_language


@pytest.mark.parametrize(
    ("past", "title", "result"),
    [
        (SAVED, "Saved db:9.6 and shop/web:2.1 → db.tar", "Done"),
        (
            FAILED,
            "Export container web-dev → web-dev.tar",
            "web-dev.tar does not fit on",
        ),
        (CANCELLED, "Load shop.tar", "Cancelled"),
        (CHECKED, "Checked old\N{REPLACEMENT CHARACTER}.tar", "2 problem(s)"),
        (replace(CHECKED, problems=0), "Checked old", "No problem found"),
    ],
    ids=["saved", "failed", "cancelled", "checked", "whole"],
)
def test_a_row_says_what_it_was_and_what_came_of_it(
    past: PastTransfer, title: str, result: str
) -> None:
    assert past_title(past).startswith(title)
    assert past_result(past).startswith(result)


def test_where_is_the_folder_that_the_files_lie_in() -> None:
    assert (past_path(SAVED), past_folder(SAVED)) == (STICK / "db.tar", STICK)
    assert (past_path(SEPARATE), past_folder(SEPARATE)) == (STICK, STICK)
    assert past_folder(IMPORTED) == Path("/home/me")


def test_a_report_has_all_that_is_known() -> None:
    first, *lines = past_report(SAVED).split("\n")
    assert first == f"Image Ferry {__version__}"
    assert lines[:2] == ["What: Saved db:9.6 and shop/web:2.1 → db.tar", "Result: Done"]
    assert [line.partition(":")[0] for line in lines[2:4]] == ["Begun", "Ended"]
    assert lines[4:] == [
        "File: /media/me/STICK/db.tar",
        "Size: 95.0 MB (95,000,000 bytes)",
        f"SHA-256: {SUM}",
        f"Image: db:9.6 · {DIGEST}",
        f"Image: (without a name) · {DIGEST}",
    ]


def test_a_report_of_a_failure_says_what_to_do_and_has_the_systems_words() -> None:
    report = past_report(FAILED)
    assert past_outcome(FAILED) in report
    assert "7.00 GB" in past_outcome(FAILED)
    assert report.endswith("\nDetails: ENOSPC")
    assert "File: /media/me/STICK/web-dev.tar" in report


def test_what_a_cancelled_one_has_left_is_said() -> None:
    assert "In the engine all the same: shop/web:2.1" in past_report(CANCELLED)
    assert "Begun" not in past_report(CANCELLED)


def test_of_a_transfer_of_today_more_is_known() -> None:
    today = replace(SAVED, outcome=Succeeded(SaveResult(STICK / "db.tar", 95, ())))
    assert past_outcome(today) == "Checked: 0 layer(s), 95 bytes"


def test_a_failure_that_lacks_what_its_sentence_needs_is_said_all_the_same() -> None:
    wrong: tuple[dict[str, str | int], ...] = ({}, {"path": "/a", "needed_bytes": "much"})
    for params in wrong:
        past = replace(FAILED, outcome=Failed(ErrorCode.TARGET_TOO_SMALL, params))
        assert (past_result(past), past_outcome(past)) == ("Failed", "Failed")


@pytest.mark.parametrize("past", ALL, ids=lambda past: type(past.request).__name__)
def test_everything_is_said_in_the_language_of_the_window(
    qapp: QApplication, past: PastTransfer
) -> None:
    with another_language(qapp):
        assert past_title(past).startswith("«")
        assert past_result(past).startswith("«")
        lines = past_report(past).split("\n")[1:]
    assert all(line.startswith("«") for line in lines)
