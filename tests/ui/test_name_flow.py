"""Risk: a name is taken from an image unasked, or its last one, which would delete it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.models.images import ImageRow
from desktop_app.transfers.requests import NameRequest, UnnameRequest
from desktop_app.ui.dialogs.message import MessageDialog
from desktop_app.ui.dialogs.name_image import NameImageDialog
from desktop_app.ui.dialogs.show_command import ShowCommandDialog
from desktop_app.ui.name_flow import NameFlow, name_owner
from desktop_app.workers.queue import JobQueue
from tests.ui.conftest import ScriptedJobs
from tests.ui.helpers import click, find, open_dialog, open_dialogs
from tests.ui.samples import connected, digest, image

_TWO_NAMES = ImageRow(image("web:1", "web:2"), "web:1")
_ONE_NAME = ImageRow(image("db:1", digit="e"), "db:1")


def _click(qtbot: QtBot, dialog: QWidget, button: str) -> None:
    qtbot.mouseClick(find(dialog, QPushButton, button), Qt.MouseButton.LeftButton)


@pytest.fixture
def flow(window: QWidget, queue: JobQueue) -> NameFlow:
    return NameFlow(window, queue, lambda: connected((_TWO_NAMES.record, _ONE_NAME.record)))


@pytest.mark.parametrize(
    ("name", "button"), [("db:2", "Give this name"), ("web:1", "Move the name")]
)
def test_a_free_name_is_given_and_one_in_use_is_moved(
    flow: NameFlow, jobs: ScriptedJobs, qtbot: QtBot, name: str, button: str
) -> None:
    flow.begin(_ONE_NAME)
    dialog = open_dialog(NameImageDialog)
    qtbot.keyClicks(find(dialog, QLineEdit, "Name"), name)
    _click(qtbot, dialog, button)
    qtbot.waitUntil(lambda: jobs.requests == [NameRequest(digest("e"), name)])


def test_one_of_several_names_is_removed_after_a_question(
    flow: NameFlow, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    flow.remove(_TWO_NAMES)
    question = open_dialog(MessageDialog)
    texts = [label.text() for label in question.findChildren(QLabel)]
    assert any("keeps its other name(s): web:2" in text for text in texts)
    _click(qtbot, question, "Remove the name")
    qtbot.waitUntil(lambda: jobs.requests == [UnnameRequest("web:1")])


def test_the_last_name_stays(flow: NameFlow, jobs: ScriptedJobs) -> None:
    flow.remove(_ONE_NAME)
    assert open_dialog(MessageDialog).windowTitle() == "db:1 is the only name of its image."
    assert not jobs.requests


def test_what_went_wrong_is_said(flow: NameFlow, jobs: ScriptedJobs, qtbot: QtBot) -> None:
    jobs.answers[UnnameRequest] = UserFacingError(ErrorCode.IMAGE_GONE, {"image": "web:1"})
    flow.remove(_TWO_NAMES)
    _click(qtbot, open_dialog(MessageDialog), "Remove the name")
    words = "The image web:1 is no longer there."
    qtbot.waitUntil(
        lambda: [dialog.windowTitle() for dialog in open_dialogs(MessageDialog)] == [words]
    )


def _command(dialog: QWidget) -> str:
    click(dialog, QPushButton, "Show the command…")
    shown = open_dialog(ShowCommandDialog)
    text: str = find(shown, QPlainTextEdit, "The command that does the same").toPlainText()
    shown.close()
    return text


def test_the_command_is_that_of_what_was_typed(flow: NameFlow, qtbot: QtBot) -> None:
    flow.begin(_ONE_NAME)
    dialog = open_dialog(NameImageDialog)
    assert _command(dialog) == f"docker tag {digest('e')} NAME:TAG"
    qtbot.keyClicks(find(dialog, QLineEdit, "Name"), "db:2")
    assert _command(dialog) == f"docker tag {digest('e')} db:2"
    dialog.close()
    flow.remove(_TWO_NAMES)
    assert _command(open_dialog(MessageDialog)) == "docker rmi web:1"


def test_the_owner_of_a_name_is_looked_up_now() -> None:
    snapshot = connected((_TWO_NAMES.record,))
    assert name_owner(lambda: snapshot, "web:2") == digest("d")
    assert name_owner(lambda: snapshot, "db:1") == ""
