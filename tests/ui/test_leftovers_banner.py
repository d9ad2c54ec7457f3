"""Risk: half files stay unseen, or one is deleted that somebody wanted to keep."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.transfers.leftovers import Leftover
from desktop_app.transfers.requests import (
    FindLeftoversRequest,
    LeftoversResult,
    SettleLeftoversRequest,
)
from desktop_app.ui.leftovers_banner import LeftoversBanner
from desktop_app.workers.queue import JobQueue
from tests.ui.conftest import ScriptedJobs
from tests.ui.helpers import click, words
from tests.ui.texts.sentences import another_language

_HALF = Leftover(Path("/home/me/shop.tar.part"), 1_200_000_000)
_OTHER = Leftover(Path("/home/me/web.tar.part"), 300_000_000)


@pytest.fixture
def banner(window: QWidget, queue: JobQueue) -> LeftoversBanner:
    banner = LeftoversBanner(queue)
    QVBoxLayout(window).addWidget(banner)
    return banner


def _found(banner: LeftoversBanner, jobs: ScriptedJobs, qtbot: QtBot, *leftovers: Leftover) -> None:
    jobs.answers[FindLeftoversRequest] = LeftoversResult(leftovers)
    banner.look()
    qtbot.waitUntil(lambda: not banner.isHidden())


def test_where_there_is_none_nothing_is_seen(banner, jobs, queue, qtbot) -> None:
    jobs.answers[FindLeftoversRequest] = LeftoversResult(())
    with qtbot.waitSignal(queue.job_finished):
        banner.look()
    assert banner.isHidden()


def test_a_look_that_fails_is_not_spoken_of(banner, jobs, queue, qtbot) -> None:
    jobs.answers[FindLeftoversRequest] = UserFacingError(ErrorCode.BUG)
    with qtbot.waitSignal(queue.job_finished):
        banner.look()
    assert banner.isHidden()


def test_a_half_file_is_named_with_its_size_and_place(banner, jobs, qtbot) -> None:
    _found(banner, jobs, qtbot, _HALF)
    assert "left an unfinished file of 1.20 GB: /home/me/shop.tar.part." in words(banner)
    assert jobs.requests == [FindLeftoversRequest()]


def test_several_are_named_together(banner, jobs, qtbot) -> None:
    _found(banner, jobs, qtbot, _HALF, _OTHER)
    assert "1.50 GB in all: shop.tar.part and web.tar.part." in words(banner)


@pytest.mark.parametrize(("button", "deletes"), [("Delete", True), ("Keep", False)])
def test_what_was_decided_is_done_and_the_banner_goes(banner, jobs, qtbot, button, deletes) -> None:
    _found(banner, jobs, qtbot, _HALF)
    jobs.answers[SettleLeftoversRequest] = LeftoversResult(())
    click(banner, QPushButton, button)
    qtbot.waitUntil(banner.isHidden)
    assert jobs.requests[-1] == SettleLeftoversRequest((_HALF,), deletes)


def test_a_file_that_cannot_be_deleted_is_named(banner, jobs, qtbot) -> None:
    _found(banner, jobs, qtbot, _HALF, _OTHER)
    jobs.answers[SettleLeftoversRequest] = LeftoversResult((_OTHER,))
    click(banner, QPushButton, "Delete")
    qtbot.waitUntil(lambda: "could not be deleted" in words(banner))
    assert "web.tar.part" in words(banner)
    assert "shop.tar.part" not in words(banner)
    assert banner.isEnabled()


def test_it_can_be_understood_without_eyes(banner, jobs, qtbot) -> None:
    _found(banner, jobs, qtbot, _HALF)
    for button in banner.findChildren(QPushButton):
        assert "shop.tar.part" in button.accessibleDescription()


def test_it_follows_the_language(banner, jobs, qtbot, qapp: QApplication) -> None:
    _found(banner, jobs, qtbot, _HALF)
    with another_language(qapp):
        QApplication.sendEvent(banner, QEvent(QEvent.Type.LanguageChange))
    assert "«An interrupted save" in words(banner)
