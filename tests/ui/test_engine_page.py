"""Risk: without an engine people see an empty window and do not know what to do."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QApplication,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.ui.engine_page import EnginePage
from desktop_app.workers.snapshot import EngineSnapshot
from tests.ui.helpers import click, find, words
from tests.ui.samples import ABSENT
from tests.ui.texts.sentences import another_language


@pytest.fixture
def page(window: QWidget) -> EnginePage:
    page = EnginePage()
    QVBoxLayout(window).addWidget(page)
    page.show()
    return page


def _buttons(page: EnginePage) -> list[str]:
    return [button.text() for button in page.findChildren(QPushButton) if button.isVisible()]


def test_at_first_it_only_says_that_it_looks(page: EnginePage) -> None:
    assert "Looking for an engine…" in words(page)
    assert _buttons(page) == []


def test_it_says_where_it_looked_what_came_of_it_and_what_to_do(
    page: EnginePage, qtbot: QtBot
) -> None:
    page.show_snapshot(ABSENT)
    qtbot.waitUntil(lambda: "Docker" in words(page).splitlines())
    for text in (
        "No engine was found on this computer.",
        "Install one of them or start it",
        "unix:///var/run/docker.sock",
        "Your account may not use it",
        "Not there",
    ):
        assert text in words(page)


def test_one_can_try_at_once(page: EnginePage, qtbot: QtBot) -> None:
    page.show_snapshot(ABSENT)
    with qtbot.waitSignal(page.again_wanted):
        click(page, QPushButton, "Try again")


def test_an_engine_elsewhere_can_be_used(page: EnginePage, qtbot: QtBot) -> None:
    page.show_snapshot(ABSENT)
    with qtbot.waitSignal(page.another_wanted):
        click(page, QPushButton, "Use another engine…")


def test_podman_is_offered_where_it_can_be_had(page: EnginePage, qtbot: QtBot) -> None:
    page.show_snapshot(ABSENT)
    assert _buttons(page) == ["Try again", "Use another engine…"]
    page.show_snapshot(replace(ABSENT, can_use_podman=True))
    with qtbot.waitSignal(page.podman_wanted):
        click(page, QPushButton, "Use Podman instead (its own, separate images)")


def test_the_systems_words_stand_under_details(page: EnginePage) -> None:
    page.show_snapshot(ABSENT)
    click(page, QToolButton, "Details")
    detail = find(page, QPlainTextEdit, "Details").toPlainText()
    assert detail == "unix:///var/run/docker.sock: EACCES"
    click(page, QToolButton, "Details")
    assert not any(pane.isVisible() for pane in page.findChildren(QPlainTextEdit))


def test_where_nothing_was_said_there_are_no_details(page: EnginePage) -> None:
    page.show_snapshot(ABSENT)
    page.show_snapshot(EngineSnapshot())
    assert not any(button.isVisible() for button in page.findChildren(QToolButton))


def test_details_that_are_open_stay_open_at_the_next_try(page: EnginePage) -> None:
    page.show_snapshot(ABSENT)
    click(page, QToolButton, "Details")
    page.show_snapshot(replace(ABSENT, can_use_podman=True))
    assert find(page, QPlainTextEdit, "Details").isVisible()


def test_it_follows_the_language(page: EnginePage, qapp: QApplication) -> None:
    page.show_snapshot(ABSENT)
    with another_language(qapp):
        QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert "«No engine was found on this computer.»" in words(page)
    assert _buttons(page) == ["«Try again»", "«Use another engine…»"]
