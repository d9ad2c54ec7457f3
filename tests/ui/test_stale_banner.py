"""Risk: somebody trusts a list that is hours old."""

import pytest
from PySide6.QtCore import QDateTime, QEvent, QLocale
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.actions import Actions
from desktop_app.ui.stale_banner import StaleBanner
from tests.ui.helpers import click, words
from tests.ui.samples import ABSENT, NOON, connected, lost
from tests.ui.texts.sentences import another_language


@pytest.fixture
def actions(window: QWidget) -> Actions:
    return Actions(window)


@pytest.fixture
def banner(window: QWidget, actions: Actions) -> StaleBanner:
    banner = StaleBanner(actions)
    QVBoxLayout(window).addWidget(banner)
    return banner


def test_it_says_from_when_the_list_is_and_why(banner: StaleBanner) -> None:
    banner.show_snapshot(lost(connected()))
    time = QDateTime.fromSecsSinceEpoch(int(NOON.timestamp())).time()
    shown = QLocale().toString(time, QLocale.FormatType.ShortFormat)
    assert not banner.isHidden()
    assert "The connection to the engine was lost." in words(banner)
    assert f"This list is from {shown}." in words(banner)


def test_it_goes_when_the_engine_is_back(banner: StaleBanner) -> None:
    banner.show_snapshot(lost(connected()))
    banner.show_snapshot(connected())
    assert banner.isHidden()


def test_where_there_is_no_list_none_is_old(banner: StaleBanner) -> None:
    banner.show_snapshot(ABSENT)
    assert banner.isHidden()


def test_one_can_try_at_once(banner: StaleBanner, actions: Actions, qtbot: QtBot) -> None:
    banner.show_snapshot(lost(connected()))
    with qtbot.waitSignal(actions.refresh.triggered):
        click(banner, QPushButton, "Refresh")


def test_it_follows_the_language(banner: StaleBanner, qapp: QApplication) -> None:
    banner.show_snapshot(lost(connected()))
    with another_language(qapp):
        QApplication.sendEvent(banner, QEvent(QEvent.Type.LanguageChange))
    assert "«This list is from" in words(banner)
