"""Risk: who looks for help finds a dead entry of a menu, or a window that outlives the program."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop_app.ui import help_flow
from desktop_app.ui.dialogs.message import MessageDialog
from desktop_app.ui.dialogs.report import ReportDialog
from desktop_app.ui.guide_window import GuideWindow
from desktop_app.ui.main_window import MainWindow
from tests.ui.helpers import find, open_dialog, open_dialogs, words


def test_the_guide_opens_once_and_ends_with_the_window(main_window: MainWindow) -> None:
    for _ in range(2):
        main_window._actions.guide.trigger()
    assert open_dialog(GuideWindow).windowTitle() == "User guide"
    main_window.close()
    assert not open_dialogs(GuideWindow)


def test_the_guide_is_read_while_a_question_waits(main_window: MainWindow, qtbot: QtBot) -> None:
    main_window._actions.about.trigger()
    question = open_dialog(MessageDialog)
    question.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is question)
    qtbot.keyClick(question, Qt.Key.Key_F1)
    assert question.isModal()
    assert open_dialog(GuideWindow).parent() is None
    main_window.close()


def test_the_report_is_about_the_engine_of_now(main_window: MainWindow) -> None:
    main_window._actions.report.trigger()
    text = find(open_dialog(ReportDialog), QPlainTextEdit, "Details").toPlainText()
    assert "State: searching" in text


@pytest.mark.parametrize("is_shown", [True, False])
def test_the_log_is_shown_in_its_folder_or_said_where(
    main_window: MainWindow, monkeypatch: pytest.MonkeyPatch, is_shown: bool
) -> None:
    shown: list[Path] = []

    def show(path: Path) -> bool:
        shown.append(path)
        return is_shown

    monkeypatch.setattr(help_flow, "show_in_folder", show)
    main_window._actions.show_log.trigger()
    assert [path.name for path in shown] == ["image-ferry.log"]
    told = [words(dialog) for dialog in open_dialogs(MessageDialog)]
    assert is_shown is not any("image-ferry.log is in the folder" in text for text in told)
