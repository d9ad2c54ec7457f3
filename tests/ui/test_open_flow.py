"""Risk: a file is sent before anybody saw what it is, or by a method that does not fit it."""

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.archives.compatibility import Method
from desktop_app.archives.report import ArchiveReport, Parts
from desktop_app.cancel import CancelToken
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.requests import (
    CompleteRequest,
    ImportRequest,
    InspectRequest,
    InspectResult,
    LoadRequest,
    UnreadableFile,
)
from desktop_app.ui.dialogs.message import MessageDialog
from desktop_app.ui.dialogs.open_files import OpenFilesDialog
from desktop_app.ui.dialogs.wrong_method import WrongMethodDialog
from desktop_app.ui.open_flow import OpenFlow
from desktop_app.workers.job import Request
from desktop_app.workers.queue import JobQueue
from desktop_app.workers.snapshot import EngineSnapshot
from tests.ui.conftest import ScriptedJobs
from tests.ui.helpers import choose_file, find, open_dialog, open_dialogs, words
from tests.ui.samples import (
    FILESYSTEM,
    NAMELESS,
    READ,
    SHOP,
    UNREAD,
    UNREAD_FILESYSTEM,
    archived_image,
    connected,
    image,
    image_archive,
)

_WEB = image_archive(archived_image("web:1"), path="web.tar")
_FOLDER = UnreadableFile(Path("/home/me"), ErrorCode.FILE_IS_FOLDER, {"path": "/home/me"})


@pytest.fixture
def flow(window: QWidget, queue: JobQueue) -> OpenFlow:
    return OpenFlow(window, queue, connected)


def _open(
    flow: OpenFlow,
    jobs: ScriptedJobs,
    *reports: ArchiveReport | UnreadableFile,
    method: Method | None = None,
) -> None:
    jobs.answers[InspectRequest] = InspectResult(reports)
    flow.begin([report.path for report in reports], method)


def _wait_for(qtbot: QtBot, kind: type[QWidget]) -> QWidget:
    qtbot.waitUntil(lambda: bool(open_dialogs(kind)))
    return open_dialog(kind)


def _click(qtbot: QtBot, dialog: QWidget, button: str) -> None:
    qtbot.mouseClick(find(dialog, QPushButton, button), Qt.MouseButton.LeftButton)


def _submitted(queue: JobQueue) -> list[Request]:
    return [job.request for job in queue.jobs]


def test_nothing_is_sent_before_it_was_seen(
    flow: OpenFlow, jobs: ScriptedJobs, queue: JobQueue, qtbot: QtBot
) -> None:
    _open(flow, jobs, _WEB)
    dialog = _wait_for(qtbot, OpenFilesDialog)
    assert _submitted(queue) == []
    _click(qtbot, dialog, "Load 1 image(s)")
    assert _submitted(queue) == [LoadRequest(_WEB.path)]


def test_parts_of_one_archive_that_were_dropped_together_are_loaded_once(
    flow: OpenFlow, jobs: ScriptedJobs, queue: JobQueue, qtbot: QtBot
) -> None:
    parts = Parts("one", ("web.tar.001", "web.tar.002"))
    reports = [replace(_WEB, path=Path(name), parts=parts) for name in parts.names]
    _open(flow, jobs, *reports)
    dialog = _wait_for(qtbot, OpenFilesDialog)
    _click(qtbot, dialog, "Load 1 image(s)")
    assert _submitted(queue) == [LoadRequest(Path("web.tar.001"))]


def test_several_files_are_queued_in_their_order(
    flow: OpenFlow, jobs: ScriptedJobs, queue: JobQueue, qtbot: QtBot
) -> None:
    _open(flow, jobs, FILESYSTEM, _FOLDER, _WEB)
    _click(qtbot, _wait_for(qtbot, OpenFilesDialog), "Load and import 2 file(s)")
    expected = [ImportRequest(FILESYSTEM.path, "web-dev:latest"), LoadRequest(_WEB.path)]
    assert _submitted(queue) == expected


def test_saved_images_that_were_to_be_imported_are_loaded_by_one_click(
    flow: OpenFlow, jobs: ScriptedJobs, queue: JobQueue, qtbot: QtBot
) -> None:
    _open(flow, jobs, _WEB, method=Method.IMPORT)
    _click(qtbot, _wait_for(qtbot, WrongMethodDialog), "Load 1 image(s) instead")
    assert _submitted(queue) == [LoadRequest(_WEB.path)]
    assert not open_dialogs(OpenFilesDialog)


def test_the_right_method_still_asks_what_has_to_be_asked(
    flow: OpenFlow, jobs: ScriptedJobs, queue: JobQueue, qtbot: QtBot
) -> None:
    _open(flow, jobs, NAMELESS, method=Method.IMPORT)
    _click(qtbot, _wait_for(qtbot, WrongMethodDialog), "Load 2 image(s) instead")
    dialog = open_dialog(OpenFilesDialog)
    assert find(dialog, QLineEdit, "Name for the image aaaaaaaaaaaa").isVisible()
    assert _submitted(queue) == []


def test_a_file_system_that_was_to_be_loaded_is_imported_under_a_name(
    flow: OpenFlow, jobs: ScriptedJobs, queue: JobQueue, qtbot: QtBot
) -> None:
    _open(flow, jobs, FILESYSTEM, method=Method.LOAD)
    _click(qtbot, _wait_for(qtbot, WrongMethodDialog), "Import instead…")
    _click(qtbot, open_dialog(OpenFilesDialog), "Import 1 file(s)")
    assert _submitted(queue) == [ImportRequest(FILESYSTEM.path, "web-dev:latest")]


def test_an_import_against_advice_is_marked_as_one(
    flow: OpenFlow, jobs: ScriptedJobs, queue: JobQueue, qtbot: QtBot
) -> None:
    _open(flow, jobs, _WEB, method=Method.IMPORT)
    _wait_for(qtbot, WrongMethodDialog)
    open_dialog(WrongMethodDialog).chosen.emit(Method.IMPORT)
    _click(qtbot, open_dialog(OpenFilesDialog), "Import 1 file(s)")
    assert _submitted(queue) == [ImportRequest(_WEB.path, "web:latest", despite_warning=True)]


def test_of_several_files_no_one_is_sent_by_the_wrong_method(
    flow: OpenFlow, jobs: ScriptedJobs, queue: JobQueue, qtbot: QtBot
) -> None:
    _open(flow, jobs, FILESYSTEM, SHOP, method=Method.IMPORT)
    _click(qtbot, _wait_for(qtbot, OpenFilesDialog), "Load and import 2 file(s)")
    expected = [ImportRequest(FILESYSTEM.path, "web-dev:latest"), LoadRequest(SHOP.path)]
    assert _submitted(queue) == expected


def test_names_that_move_are_taken_from_the_list_of_now(
    window: QWidget, queue: JobQueue, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    flow = OpenFlow(window, queue, lambda: connected((image("web:1"),)))
    _open(flow, jobs, _WEB)
    dialog = _wait_for(qtbot, OpenFilesDialog)
    assert find(dialog, QPushButton, "Cancel").isDefault()


def test_one_file_that_cannot_be_read_is_explained(
    flow: OpenFlow, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    _open(flow, jobs, _FOLDER)
    assert _wait_for(qtbot, MessageDialog).windowTitle() == "me is a folder."


def test_a_look_that_fails_is_explained(flow: OpenFlow, jobs: ScriptedJobs, qtbot: QtBot) -> None:
    jobs.answers[InspectRequest] = UserFacingError(ErrorCode.BUG)
    flow.begin([_WEB.path])
    assert _wait_for(qtbot, MessageDialog).windowTitle() == "The program made a mistake."


def test_a_look_that_takes_long_can_be_stopped(window: QWidget, qtbot: QtBot) -> None:
    def wait_for_cancel(
        _request: Request, cancel: CancelToken
    ) -> Generator[Progress, None, object]:
        yield Progress(Phase.INSPECTING)
        cancel.wait(60)
        cancel.raise_if_cancelled()
        raise AssertionError("nobody cancelled")

    queue = JobQueue(wait_for_cancel)
    flow = OpenFlow(window, queue, connected)
    flow.begin([_WEB.path])
    (busy,) = window.findChildren(QProgressDialog)
    busy.show()
    with qtbot.waitSignal(busy.destroyed):
        _click(qtbot, busy, "Cancel")
    assert not queue.has_live_jobs
    assert not open_dialogs(OpenFilesDialog)
    assert not open_dialogs(MessageDialog)


def test_a_large_archive_is_shown_before_its_names_are_read(
    flow: OpenFlow, jobs: ScriptedJobs, queue: JobQueue, qtbot: QtBot
) -> None:
    jobs.answers[CompleteRequest] = InspectResult((READ,))
    _open(flow, jobs, UNREAD)
    _wait_for(qtbot, OpenFilesDialog)
    dialog = open_dialog(OpenFilesDialog)
    qtbot.waitUntil(lambda: not dialog.incomplete_reports)
    assert jobs.requests == [InspectRequest((UNREAD.path,)), CompleteRequest(UNREAD)]
    _click(qtbot, dialog, "Load 2 image(s)")
    assert _submitted(queue) == [LoadRequest(READ.path)]


def test_a_file_system_that_turns_out_to_be_images_is_loaded(
    flow: OpenFlow, jobs: ScriptedJobs, queue: JobQueue, qtbot: QtBot
) -> None:
    jobs.answers[CompleteRequest] = InspectResult((replace(SHOP, path=FILESYSTEM.path),))
    _open(flow, jobs, UNREAD_FILESYSTEM)
    _wait_for(qtbot, OpenFilesDialog)
    dialog = open_dialog(OpenFilesDialog)
    qtbot.waitUntil(lambda: not dialog.incomplete_reports)
    assert "You chose" not in words(dialog)
    _click(qtbot, dialog, "Load 2 image(s)")
    assert _submitted(queue) == [LoadRequest(FILESYSTEM.path)]


def test_a_warning_about_images_comes_when_they_are_known(
    flow: OpenFlow, jobs: ScriptedJobs, queue: JobQueue, qtbot: QtBot
) -> None:
    jobs.answers[CompleteRequest] = InspectResult((replace(READ, images=_WEB.images),))
    _open(flow, jobs, UNREAD, method=Method.IMPORT)
    dialog = _wait_for(qtbot, WrongMethodDialog)
    assert jobs.requests == [InspectRequest((UNREAD.path,)), CompleteRequest(UNREAD)]
    _click(qtbot, dialog, "Load 1 image(s) instead")
    assert _submitted(queue) == [LoadRequest(READ.path)]


def test_a_warning_about_a_file_system_needs_no_reading(
    flow: OpenFlow, jobs: ScriptedJobs, queue: JobQueue, qtbot: QtBot
) -> None:
    jobs.answers[CompleteRequest] = InspectResult((FILESYSTEM,))
    _open(flow, jobs, UNREAD_FILESYSTEM, method=Method.LOAD)
    _click(qtbot, _wait_for(qtbot, WrongMethodDialog), "Import instead…")
    _click(qtbot, open_dialog(OpenFilesDialog), "Import 1 file(s)")
    assert _submitted(queue) == [ImportRequest(FILESYSTEM.path, "web-dev:latest")]


def test_without_an_engine_nothing_is_offered(
    window: QWidget, queue: JobQueue, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    flow = OpenFlow(window, queue, EngineSnapshot)
    _open(flow, jobs, _WEB)
    assert "engine" in _wait_for(qtbot, MessageDialog).windowTitle()


def test_no_files_are_no_question(flow: OpenFlow, jobs: ScriptedJobs, queue: JobQueue) -> None:
    flow.begin([])
    assert not queue.has_live_jobs


@pytest.mark.parametrize(
    ("method", "caption"),
    [(None, "Open files"), (Method.LOAD, "Load images"), (Method.IMPORT, "Import a file system")],
)
def test_files_are_chosen_for_the_method_that_was_asked_for(
    flow: OpenFlow, method: Method | None, caption: str
) -> None:
    flow.choose(method)
    assert open_dialog(QFileDialog).windowTitle() == caption


def test_the_file_that_was_chosen_is_looked_at_for_the_method(
    flow: OpenFlow, jobs: ScriptedJobs, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "web.tar").touch()
    jobs.answers[InspectRequest] = InspectResult((_WEB,))
    flow.choose(Method.IMPORT)
    choose_file(tmp_path / "web.tar")
    _wait_for(qtbot, WrongMethodDialog)
    assert jobs.requests == [InspectRequest((tmp_path / "web.tar",))]
