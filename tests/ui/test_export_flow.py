"""Risk: somebody exports a container and misses its data on the other computer."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.engine_info import ContainerRecord
from desktop_app.transfers.requests import ExportRequest
from desktop_app.ui.dialogs.message import MessageDialog
from desktop_app.ui.dialogs.show_command import ShowCommandDialog
from desktop_app.ui.dialogs.which_one import WhichOneDialog
from desktop_app.ui.export_flow import ExportFlow
from desktop_app.workers.queue import JobQueue
from tests.ui.helpers import choose_file, click, find, open_dialog, open_dialogs
from tests.ui.samples import connected

_WEB = ContainerRecord(64 * "c", "web", "shop/web:2.1", "exited", None, volumes=("/data", "/log"))


@pytest.fixture
def flow(window: QWidget, queue: JobQueue) -> ExportFlow:
    return ExportFlow(window, queue, connected)


def _texts() -> str:
    return "\n".join(label.text() for label in open_dialog(MessageDialog).findChildren(QLabel))


def test_what_is_not_in_the_file_is_said_before_it_is_chosen(flow: ExportFlow) -> None:
    flow.begin(_WEB)
    assert "history" in _texts()
    assert "/data and /log" in _texts()
    assert not open_dialogs(QFileDialog)


def test_a_container_without_volumes_has_nothing_to_miss(flow: ExportFlow) -> None:
    flow.begin(replace(_WEB, volumes=()))
    assert "no volumes" in _texts()


def test_the_file_is_named_after_the_container(
    flow: ExportFlow, queue: JobQueue, qtbot: QtBot, tmp_path: Path
) -> None:
    flow.begin(_WEB)
    go_on = find(open_dialog(MessageDialog), QPushButton, "Choose a file…")
    qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    dialog = open_dialog(QFileDialog)
    assert [Path(name).name for name in dialog.selectedFiles()] == ["web.tar"]
    choose_file(tmp_path / "mine")
    expected = ExportRequest(64 * "c", "web", tmp_path / "mine.tar")
    assert [job.request for job in queue.jobs] == [expected]


def test_whoever_cancels_exports_nothing(flow: ExportFlow, queue: JobQueue) -> None:
    flow.begin(_WEB)
    open_dialog(MessageDialog).reject()
    assert not open_dialogs(QFileDialog)
    assert not queue.jobs


def test_the_command_and_the_other_way_are_a_click_away(flow: ExportFlow) -> None:
    flow.begin(_WEB)
    question = open_dialog(MessageDialog)
    click(question, QPushButton, "Which one do I need?")
    open_dialog(WhichOneDialog).close()
    click(question, QPushButton, "Show the command…")
    field = find(open_dialog(ShowCommandDialog), QPlainTextEdit, "The command that does the same")
    assert field.toPlainText() == "docker export -o web.tar web"
