"""Risk: a setting is shown and remembered, and does nothing until the next start."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QFileDialog, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.desktop.settings import (
    EngineChoices,
    Language,
    Preferences,
    Theme,
    engine_choices,
    preferences,
    remember_engine_choices,
    save_choices,
)
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.transfers.requests import ReachRequest, ReachResult
from desktop_app.ui import theme
from desktop_app.ui.dialogs.settings import SettingsDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.workers.feed import EngineFeed
from desktop_app.workers.queue import JobQueue
from tests.ui.conftest import ScriptedJobs
from tests.ui.helpers import choose_file, click, open_dialog, see, words
from tests.ui.samples import ABSENT, ENGINE

_SERVER = "tcp://server:2376"


@pytest.fixture
def dialog(main_window: MainWindow) -> SettingsDialog:
    remember_engine_choices(EngineChoices((_SERVER,)))
    main_window._actions.settings.trigger()
    return open_dialog(SettingsDialog)


def test_a_language_is_spoken_at_once(dialog: SettingsDialog, qapp: QApplication) -> None:
    dialog.changed.emit(Preferences(Language.CHINESE))
    assert QLocale().name() == "zh_CN"
    assert preferences().language is Language.CHINESE
    dialog.changed.emit(Preferences())
    assert QLocale().name() == QLocale.system().name()


def test_a_theme_is_put_on_at_once(dialog: SettingsDialog, qapp: QApplication) -> None:
    dialog.changed.emit(Preferences(theme=Theme.DARK))
    dark = qapp.palette().window().color()
    dialog.changed.emit(Preferences(theme=Theme.LIGHT))
    assert qapp.palette().window().color().lightness() > dark.lightness()
    dialog.changed.emit(Preferences())
    assert theme._chosen() is Theme.SYSTEM


def test_a_folder_is_where_saves_begin(dialog: SettingsDialog, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    click(dialog, QPushButton, "Browse…")
    assert open_dialog(QFileDialog).fileMode() is QFileDialog.FileMode.Directory
    choose_file(folder)
    assert save_choices().folder == str(folder)


def test_an_engine_is_gone_over_to_at_once(dialog: SettingsDialog, feed: EngineFeed) -> None:
    rows = dialog.findChild(QListWidget)
    assert isinstance(rows, QListWidget)
    rows.setCurrentRow(1)
    click(dialog, QPushButton, "Use now")
    assert (feed.url, engine_choices().chosen) == (_SERVER, _SERVER)
    click(dialog, QPushButton, "Remove")
    assert (feed.url, engine_choices()) == (None, EngineChoices())


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (ReachResult(ENGINE), "It answers: Docker 28.5.2"),
        (UserFacingError(ErrorCode.ENGINE_NOT_FOUND), "No engine was found on this computer."),
    ],
)
def test_an_engine_is_tried_and_answers_in_words(
    dialog: SettingsDialog, jobs: ScriptedJobs, qtbot: QtBot, answer: object, said: str
) -> None:
    jobs.answers[ReachRequest] = answer
    click(dialog, QPushButton, "Test")
    qtbot.waitUntil(lambda: said in words(dialog))
    assert jobs.requests == [ReachRequest("")]


def test_the_page_about_engines_leads_there(main_window: MainWindow, feed: EngineFeed) -> None:
    see(feed, ABSENT)
    click(main_window, QPushButton, "Use another engine…")
    assert open_dialog(SettingsDialog).isVisible()


def test_whoever_closes_the_settings_waits_for_no_answer(
    dialog: SettingsDialog, queue: JobQueue, qtbot: QtBot
) -> None:
    click(dialog, QPushButton, "Test")
    click(dialog, QPushButton, "Close")
    qtbot.waitUntil(lambda: not queue.has_live_jobs)
    assert not queue.jobs
