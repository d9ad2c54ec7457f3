"""Risk: a file that somebody needs is replaced because ``.tar`` was added after they were asked."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.transfers.requests import SaveRequest
from desktop_app.ui.dialogs.message import MessageDialog
from desktop_app.ui.target_chooser import TargetChooser
from desktop_app.workers.queue import JobQueue
from tests.ui.helpers import choose_file, find, open_dialog, open_dialogs


@pytest.fixture
def chosen() -> list[Path]:
    return []


@pytest.fixture
def chooser(window: QWidget, queue: JobQueue, chosen: list[Path]) -> TargetChooser:
    chooser = TargetChooser(window, queue)
    chooser.choose("Save to file", "shop.tar", chosen.append)
    return chooser


def _answer(qtbot: QtBot, button: str) -> None:
    question = open_dialog(MessageDialog)
    qtbot.mouseClick(find(question, QPushButton, button), Qt.MouseButton.LeftButton)


@pytest.mark.usefixtures("chooser")
def test_a_name_is_suggested() -> None:
    dialog = open_dialog(QFileDialog)
    assert dialog.windowTitle() == "Save to file"
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
    _answer(qtbot, "Replace")
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
