"""Risk: a file that somebody needs is replaced because ``.tar`` was added after they were asked."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.desktop.settings import Preferences, remember_preferences
from desktop_app.transfers.requests import ExportRequest, SaveRequest
from desktop_app.ui.dialogs.message import MessageDialog
from desktop_app.ui.target_chooser import TargetChooser
from desktop_app.workers.job import Job
from desktop_app.workers.queue import JobQueue
from tests.ui.helpers import choose_file, find, open_dialog, open_dialogs, words


@pytest.fixture
def chosen() -> list[Path]:
    return []


@pytest.fixture
def chooser(window: QWidget, queue: JobQueue, chosen: list[Path]) -> TargetChooser:
    """Has the file of an export chosen, and notes what its transfer is to write."""

    def note(job: Job) -> None:
        if isinstance(job.request, ExportRequest):
            chosen.append(job.request.target)

    chooser = TargetChooser(window, queue)
    queue.job_added.connect(note)
    chooser.choose("Export container", "shop.tar", partial(ExportRequest, "c", "shop"))
    return chooser


def _answer(qtbot: QtBot, button: str) -> None:
    question = open_dialog(MessageDialog)
    qtbot.mouseClick(find(question, QPushButton, button), Qt.MouseButton.LeftButton)


@pytest.mark.usefixtures("chooser")
def test_a_name_is_suggested() -> None:
    dialog = open_dialog(QFileDialog)
    assert dialog.windowTitle() == "Export container"
    assert [Path(name).name for name in dialog.selectedFiles()] == ["shop.tar"]


@pytest.mark.usefixtures("chooser")
def test_the_ending_is_added(tmp_path: Path, chosen: list[Path]) -> None:
    choose_file(tmp_path / "postgres_9.6")
    assert chosen == [tmp_path / "postgres_9.6.tar"]


@pytest.mark.usefixtures("chooser")
def test_a_file_is_replaced_only_after_a_question(
    qtbot: QtBot, tmp_path: Path, chosen: list[Path]
) -> None:
    (tmp_path / "shop.tar").touch()
    choose_file(tmp_path / "shop")
    assert not chosen
    question = open_dialog(MessageDialog)
    assert question.windowTitle() == "shop.tar is there already."
    assert find(question, QPushButton, "Choose another name…").isDefault()
    _answer(qtbot, "Replace 1 file(s)")
    assert chosen == [tmp_path / "shop.tar"]


@pytest.mark.usefixtures("chooser")
def test_whoever_does_not_replace_chooses_again_in_the_same_folder(
    qtbot: QtBot, tmp_path: Path, chosen: list[Path]
) -> None:
    (tmp_path / "shop.tar").touch()
    choose_file(tmp_path / "shop.tar")
    _answer(qtbot, "Choose another name…")
    assert Path(open_dialog(QFileDialog).directory().absolutePath()) == tmp_path
    choose_file(tmp_path / "other.tar")
    assert chosen == [tmp_path / "other.tar"]


def test_the_folder_of_the_settings_counts_at_once_and_until_another_is_chosen(
    chooser: TargetChooser, qtbot: QtBot, tmp_path: Path
) -> None:
    wanted, other = tmp_path / "wanted", tmp_path / "other"
    for folder in (wanted, other):
        folder.mkdir()
        (folder / "shop.tar").touch()
    choose_file(other / "first.tar")
    remember_preferences(Preferences(folder=str(wanted)))
    chooser.choose("Export container", "shop.tar", partial(ExportRequest, "c", "shop"))
    assert Path(open_dialog(QFileDialog).directory().absolutePath()) == wanted
    choose_file(other / "shop.tar")
    _answer(qtbot, "Choose another name…")
    assert Path(open_dialog(QFileDialog).directory().absolutePath()) == other


@pytest.mark.usefixtures("chooser")
def test_a_file_that_a_waiting_transfer_will_write_counts_as_there(
    queue: JobQueue, tmp_path: Path, chosen: list[Path]
) -> None:
    queue.submit(SaveRequest(("a:1",), tmp_path / "shop.tar"))
    choose_file(tmp_path / "shop.tar")
    assert open_dialogs(MessageDialog)
    assert not chosen


@pytest.mark.usefixtures("chooser")
def test_whoever_cancels_chooses_nothing(chosen: list[Path]) -> None:
    open_dialog(QFileDialog).reject()
    assert not chosen
    assert not open_dialogs(MessageDialog)


def test_a_path_that_cannot_be_looked_at_is_left_to_the_transfer_to_tell_of(
    window: QWidget, queue: JobQueue
) -> None:
    request = SaveRequest(("a:1",), Path("/", 100 * "镜", "a.tar"))  # 300 bytes
    assert TargetChooser(window, queue).submit(request) is None
    assert [job.request for job in queue.jobs] == [request]


def test_what_is_chosen_for_something_else_is_not_asked_about(
    window: QWidget, queue: JobQueue, tmp_path: Path
) -> None:
    (tmp_path / "shop.tar").touch()
    chosen: list[Path] = []
    TargetChooser(window, queue).browse("Save to file", tmp_path / "shop.tar", chosen.append)
    open_dialog(QFileDialog).accept()
    assert chosen == [tmp_path / "shop.tar"]
    assert not open_dialogs(MessageDialog)


def test_a_folder_can_be_chosen(window: QWidget, queue: JobQueue, tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    chosen: list[Path] = []
    TargetChooser(window, queue).browse_folder("Save to file", tmp_path, chosen.append)
    choose_file(tmp_path / "here")
    assert chosen == [tmp_path / "here"]


def test_parts_and_checksums_that_are_there_are_asked_about_together(
    window: QWidget, queue: JobQueue, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("a.tar.001", "a.tar.sha256"):
        (tmp_path / name).touch()
    request = SaveRequest(("a:1",), tmp_path / "a.tar", part_bytes=1, checksum=True)
    TargetChooser(window, queue).submit(request)
    question = open_dialog(MessageDialog)
    assert question.windowTitle() == "2 of the files are there already."
    assert "a.tar.001 and a.tar.sha256. The old files stay" in words(question)
    assert not queue.jobs
    _answer(qtbot, "Replace 2 file(s)")
    assert [job.request for job in queue.jobs] == [request]
