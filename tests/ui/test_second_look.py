"""Risk: names that never come, come to the wrong file, or are read for a dialog that is gone."""

from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.archives.report import ArchiveReport
from desktop_app.cancel import CancelToken
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.requests import CompleteRequest, InspectResult, UnreadableFile
from desktop_app.ui.dialogs.open_files import OpenFilesDialog
from desktop_app.ui.file_plan import FilePlan, plan
from desktop_app.ui.second_look import SecondLook
from desktop_app.workers.job import Request
from desktop_app.workers.queue import JobQueue
from tests.ui.conftest import ScriptedJobs
from tests.ui.helpers import click, find, words
from tests.ui.samples import ENGINE, READ, SHOP, UNREAD, UNREAD_FILESYSTEM

_GONE = UnreadableFile(UNREAD.path, ErrorCode.FILE_GONE, {"path": str(UNREAD.path)})


def _plan(report: ArchiveReport | UnreadableFile) -> FilePlan | UnreadableFile:
    return report if isinstance(report, UnreadableFile) else plan(report, None, ENGINE, {})


def _dialog(window: QWidget, *reports: ArchiveReport) -> OpenFilesDialog:
    dialog = OpenFilesDialog(window, [_plan(report) for report in reports], lambda _: "")
    dialog.open()
    return dialog


class Gate:
    """A reading that says how far it is and then waits until it is cancelled."""

    def __init__(self) -> None:
        self.token: CancelToken | None = None

    def perform(self, _request: Request, cancel: CancelToken) -> Generator[Progress, None, object]:
        self.token = cancel
        yield Progress(Phase.INSPECTING, 250, 1000)
        cancel.wait(60)
        cancel.raise_if_cancelled()
        raise AssertionError("nobody cancelled")


def test_the_images_are_filled_in(
    window: QWidget, queue: JobQueue, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    jobs.answers[CompleteRequest] = InspectResult((READ,))
    dialog = _dialog(window, UNREAD)
    assert not find(dialog, QPushButton, "Load images").isEnabled()
    SecondLook(dialog, queue, _plan)
    qtbot.waitUntil(lambda: not dialog.incomplete_reports)
    assert find(dialog, QPushButton, "Load 2 image(s)").isEnabled()
    assert jobs.requests == [CompleteRequest(UNREAD)]


def test_files_are_read_one_after_the_other_and_whole_ones_not_at_all(
    window: QWidget, queue: JobQueue, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    jobs.answers[CompleteRequest] = UserFacingError(ErrorCode.FILE_GONE, {"path": "big.tar.gz"})
    dialog = _dialog(window, SHOP, UNREAD, UNREAD_FILESYSTEM)
    SecondLook(dialog, queue, _plan)
    qtbot.waitUntil(lambda: not dialog.incomplete_reports)
    assert jobs.requests == [CompleteRequest(UNREAD), CompleteRequest(UNREAD_FILESYSTEM)]
    assert find(dialog, QPushButton, "Load 2 image(s)").isEnabled()


@pytest.mark.parametrize(
    "answer",
    [InspectResult((_GONE,)), UserFacingError(ErrorCode.FILE_GONE, {"path": "big.tar.gz"})],
    ids=["seen", "failed"],
)
def test_a_file_that_is_gone_meanwhile_is_explained(
    window: QWidget, queue: JobQueue, jobs: ScriptedJobs, qtbot: QtBot, answer: object
) -> None:
    jobs.answers[CompleteRequest] = answer
    dialog = _dialog(window, UNREAD)
    SecondLook(dialog, queue, _plan)
    qtbot.waitUntil(lambda: not dialog.incomplete_reports)
    assert dialog.windowTitle() == "big.tar.gz cannot be used"
    assert "⚠ The file big.tar.gz is not there." in words(dialog)


def test_a_dialog_that_is_closed_ends_the_reading(window: QWidget, qtbot: QtBot) -> None:
    gate = Gate()
    queue = JobQueue(gate.perform)
    dialog = _dialog(window, UNREAD)
    SecondLook(dialog, queue, _plan)
    bar = find(dialog, QProgressBar, "Reading which images are in it…")
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() / 4)
    with qtbot.waitSignal(dialog.destroyed):
        click(dialog, QPushButton, "Cancel")
    qtbot.waitUntil(lambda: not queue.has_live_jobs)
    assert gate.token is not None
    assert gate.token.is_cancelled


def test_a_dialog_closed_after_the_reading_has_nothing_to_end(
    window: QWidget, queue: JobQueue, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    jobs.answers[CompleteRequest] = InspectResult((READ,))
    dialog = _dialog(window, UNREAD)
    SecondLook(dialog, queue, _plan)
    qtbot.waitUntil(lambda: not dialog.incomplete_reports)
    with qtbot.waitSignal(dialog.destroyed):
        click(dialog, QPushButton, "Cancel")
    assert not queue.has_live_jobs


def test_a_reading_that_ends_with_the_program_leaves_the_file_unread(
    window: QWidget, queue: JobQueue, qtbot: QtBot
) -> None:
    gate = Gate()
    queue = JobQueue(gate.perform)
    dialog = _dialog(window, UNREAD)
    SecondLook(dialog, queue, _plan)
    with qtbot.waitSignal(queue.drained):
        queue.shut_down()
    assert dialog.incomplete_reports == (UNREAD,)
    assert not find(dialog, QPushButton, "Load images").isEnabled()
    assert Path("big.tar.gz") == UNREAD.path
