"""Risk: an image is saved without a name, and nobody who gets it can tell what it is."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.desktop.settings import SaveChoices, save_choices
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.models.images import ImageRow
from desktop_app.transfers.requests import NameRequest, SaveRequest
from desktop_app.ui.dialogs.message import MessageDialog
from desktop_app.ui.dialogs.name_image import NameImageDialog
from desktop_app.ui.dialogs.save_images import SaveImagesDialog
from desktop_app.ui.dialogs.show_command import ShowCommandDialog
from desktop_app.ui.save_flow import SaveFlow
from desktop_app.workers.queue import JobQueue
from tests.ui.conftest import ScriptedJobs
from tests.ui.helpers import choose_file, click, find, open_dialog, open_dialogs
from tests.ui.samples import connected, digest, image

_WEB = ImageRow(image("shop/web:2.1", "web:1"), "shop/web:2.1")
_WEB_AGAIN = ImageRow(_WEB.record, "web:1")
_DB = ImageRow(image("db:1", digit="e"), "db:1")
_NAMELESS = ImageRow(image(digit="f"), "")


@pytest.fixture
def flow(window: QWidget, queue: JobQueue) -> SaveFlow:
    return SaveFlow(window, queue, lambda: connected((_WEB.record, _DB.record)))


def _give_name(qtbot: QtBot, name: str) -> None:
    dialog = open_dialog(NameImageDialog)
    qtbot.keyClicks(find(dialog, QLineEdit, "Name"), name)
    qtbot.mouseClick(find(dialog, QPushButton, "Give this name"), Qt.MouseButton.LeftButton)


def _save(qtbot: QtBot, file: Path | None = None) -> None:
    """Choose a file and save there; without one, save as it stands."""
    dialog = open_dialog(SaveImagesDialog)
    if file:
        click(dialog, QPushButton, "Browse…")
        choose_file(file)
    button = next(each for each in dialog.findChildren(QPushButton) if each.isDefault())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("rows", "suggested"),
    [((_DB,), "db_1.tar"), ((_WEB, _DB), "shop-web_2.1+1 more.tar")],
)
def test_the_file_is_named_after_the_images(
    flow: SaveFlow, rows: tuple[ImageRow, ...], suggested: str
) -> None:
    flow.begin(rows)
    assert find(open_dialog(SaveImagesDialog), QLineEdit, "File name").text() == suggested


def test_every_name_goes_into_one_file_and_a_shared_image_counts_once(
    flow: SaveFlow, queue: JobQueue, tmp_path: Path, qtbot: QtBot
) -> None:
    flow.begin((_WEB, _WEB_AGAIN, _DB))
    _save(qtbot, tmp_path / "shop.tar")
    names = ("shop/web:2.1", "web:1", "db:1")
    expected = SaveRequest(names, tmp_path / "shop.tar", 2 * 228_000_000)
    assert [job.request for job in queue.jobs] == [expected]


def test_a_nameless_image_is_named_first_and_saved_under_that_name(
    flow: SaveFlow, queue: JobQueue, jobs: ScriptedJobs, qtbot: QtBot, tmp_path: Path
) -> None:
    flow.begin((_DB, _NAMELESS))
    assert not open_dialogs(SaveImagesDialog)
    _give_name(qtbot, "new:1")
    qtbot.waitUntil(lambda: bool(open_dialogs(SaveImagesDialog)))
    assert jobs.requests == [NameRequest(digest("f"), "new:1")]
    _save(qtbot, tmp_path / "x.tar")
    assert [job.request for job in queue.jobs] == [
        SaveRequest(("db:1", "new:1"), tmp_path / "x.tar", 2 * 228_000_000)
    ]


def test_whoever_gives_no_name_saves_nothing(flow: SaveFlow, queue: JobQueue) -> None:
    flow.begin((_NAMELESS,))
    open_dialog(NameImageDialog).reject()
    assert not open_dialogs(SaveImagesDialog)
    assert not queue.jobs


def test_a_name_that_could_not_be_given_is_said_and_nothing_is_saved(
    flow: SaveFlow, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    jobs.answers[NameRequest] = UserFacingError(ErrorCode.IMAGE_GONE, {"image": "ffff"})
    flow.begin((_NAMELESS,))
    _give_name(qtbot, "new:1")
    qtbot.waitUntil(lambda: bool(open_dialogs(MessageDialog)))
    assert "no longer there" in open_dialog(MessageDialog).windowTitle()
    assert not open_dialogs(SaveImagesDialog)


def test_nothing_selected_asks_nothing(flow: SaveFlow) -> None:
    flow.begin(())
    assert not open_dialogs(SaveImagesDialog)


def test_the_last_choices_come_back(
    flow: SaveFlow, queue: JobQueue, qtbot: QtBot, tmp_path: Path
) -> None:
    flow.begin((_DB,))
    click(open_dialog(SaveImagesDialog), QRadioButton, "Smaller and quick (zstd)")
    _save(qtbot, tmp_path / "mine")
    flow.begin((_WEB,))
    _save(qtbot)
    targets = [job.request.target for job in queue.jobs if isinstance(job.request, SaveRequest)]
    assert targets == [tmp_path / "mine.tar.zst", tmp_path / "shop-web_2.1.tar.zst"]


def test_whoever_cancels_saves_nothing_and_nothing_is_remembered(
    flow: SaveFlow, queue: JobQueue
) -> None:
    flow.begin((_DB,))
    click(open_dialog(SaveImagesDialog), QRadioButton, "Smaller and quick (zstd)")
    click(open_dialog(SaveImagesDialog), QPushButton, "Cancel")
    assert not queue.jobs
    assert save_choices() == SaveChoices()


def test_a_folder_is_chosen_for_a_file_of_each_image(
    flow: SaveFlow, queue: JobQueue, qtbot: QtBot, tmp_path: Path
) -> None:
    flow.begin((_WEB, _DB))
    dialog = open_dialog(SaveImagesDialog)
    click(dialog, QCheckBox, "One file for each image")
    click(dialog, QPushButton, "Browse…")
    assert open_dialog(QFileDialog).fileMode() is QFileDialog.FileMode.Directory
    choose_file(tmp_path)
    _save(qtbot)
    expected = SaveRequest(("shop/web:2.1", "db:1"), tmp_path, 2 * 228_000_000, is_separate=True)
    assert [job.request for job in queue.jobs] == [expected]


def test_a_file_is_replaced_only_after_a_question(
    flow: SaveFlow, queue: JobQueue, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "shop.tar").touch()
    flow.begin((_DB,))
    _save(qtbot, tmp_path / "shop.tar")
    click(open_dialog(MessageDialog), QPushButton, "Choose another name…")
    assert not queue.jobs
    assert open_dialog(SaveImagesDialog).isVisible()
    _save(qtbot)
    click(open_dialog(MessageDialog), QPushButton, "Replace 1 file(s)")
    qtbot.waitUntil(lambda: not open_dialogs(SaveImagesDialog))
    assert len(queue.jobs) == 1
    assert save_choices().folder == str(tmp_path)


def test_the_command_is_that_of_what_stands_in_the_dialog(flow: SaveFlow, tmp_path: Path) -> None:
    flow.begin((_WEB, _DB))
    dialog = open_dialog(SaveImagesDialog)
    dialog.place(tmp_path / "shop.tar")
    click(dialog, QRadioButton, "Smaller and quick (zstd)")
    click(dialog, QPushButton, "Show the command…")
    field = find(open_dialog(ShowCommandDialog), QPlainTextEdit, "The command that does the same")
    file = tmp_path / "shop.tar.zst"
    assert field.toPlainText() == f"docker save shop/web:2.1 db:1 | zstd -3 -T0 -o {file}"
