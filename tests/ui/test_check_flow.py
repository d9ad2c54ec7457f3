"""Risk: a file is not checked, not all of it, or only where there is an engine."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from desktop_app.archives import Depth, VerificationReport
from desktop_app.transfers.requests import (
    CheckRequest,
    CheckResult,
    InspectRequest,
    InspectResult,
)
from desktop_app.ui.check_flow import CheckFlow
from desktop_app.ui.dialogs.check_files import CheckFilesDialog
from desktop_app.ui.dialogs.open_files import OpenFilesDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.transfer_card import TransferCard
from desktop_app.workers.feed import EngineFeed
from desktop_app.workers.queue import JobQueue
from tests.ui.conftest import ScriptedJobs
from tests.ui.helpers import choose_file, click, find, open_dialog, open_dialogs, see
from tests.ui.samples import ABSENT, SHOP, connected


def test_a_file_is_chosen_and_checked_without_an_engine(
    main_window: MainWindow, feed: EngineFeed, jobs: ScriptedJobs, tmp_path: Path, qtbot: QtBot
) -> None:
    see(feed, ABSENT)
    file = tmp_path / "shop.tar"
    file.touch()
    found = VerificationReport(file, SHOP, Depth.FULL, ())
    jobs.answers[CheckRequest] = CheckResult(found)
    with qtbot.waitActive(main_window):
        main_window.activateWindow()
    qtbot.keyClick(main_window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert open_dialog(QFileDialog).windowTitle() == "Check files"
    choose_file(file)
    click(open_dialog(CheckFilesDialog), QPushButton, "Check 1 file(s)")
    (card,) = main_window.findChildren(TransferCard)
    qtbot.waitUntil(lambda: card.record.is_over)
    assert jobs.requests == [CheckRequest(file, Depth.FULL)]
    assert card.accessibleName() == "Checked shop.tar"
    assert card.accessibleDescription() == "Whole: every checksum is right."
    assert not open_dialogs(CheckFilesDialog)


def test_every_file_is_checked_as_thoroughly_as_was_asked_for(
    main_window: MainWindow, queue: JobQueue
) -> None:
    flow = CheckFlow(main_window, queue)
    paths = (Path("/media/a.tar"), Path("/media/b.tar"))
    flow.begin(paths)
    dialog = open_dialog(CheckFilesDialog)
    find(dialog, QRadioButton, "Quick").click()
    click(dialog, QPushButton, "Check 2 file(s)")
    assert [job.request for job in queue.jobs] == [
        CheckRequest(path, Depth.QUICK) for path in paths
    ]


def test_what_is_about_to_be_loaded_can_be_checked_first(
    main_window: MainWindow, feed: EngineFeed, queue: JobQueue, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    see(feed, connected())
    jobs.answers[InspectRequest] = InspectResult((SHOP,))
    main_window.open_files([SHOP.path])
    qtbot.waitUntil(lambda: bool(open_dialogs(OpenFilesDialog)))
    click(open_dialog(OpenFilesDialog), QPushButton, "Check…")
    dialog = open_dialog(CheckFilesDialog)
    assert not open_dialogs(OpenFilesDialog)
    click(dialog, QPushButton, "Check 1 file(s)")
    assert [job.request for job in queue.jobs] == [CheckRequest(SHOP.path)]
