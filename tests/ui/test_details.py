"""Risk: secrets are shown to whoever looks over a shoulder, or a command cannot be read in full."""

import pytest
from PySide6.QtCore import QEvent, QModelIndex
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTextEdit, QVBoxLayout, QWidget

from desktop_app.portraits import Step
from desktop_app.ui.details import Details, LayersList
from desktop_app.ui.texts import Fact, Portrait
from tests.ui.helpers import click, find, words
from tests.ui.texts.sentences import another_language

_FACTS = (
    Fact("Environment", ("PASSWORD",), ("PASSWORD=<b>secret",)),
    Fact("Data", ("/data",), (), "Not in the file."),
)
_WEB = Portrait("w", "web:1", "228 MB", (Step("make all", 7), Step("ENV A=1", 0)), _FACTS)


@pytest.fixture
def details(window: QWidget) -> Details:
    details = Details()
    QVBoxLayout(window).addWidget(details)
    details.show_portrait(_WEB)
    return details


def _facts(details: Details) -> str:
    return find(details, QTextEdit, "Settings and use").toPlainText()


def test_it_says_all_that_is_known(details: Details) -> None:
    assert words(details).splitlines() == ["web:1", "228 MB", "Layers, from the bottom up"]
    assert find(details, LayersList, "Layers").model().rowCount() == 2
    assert _facts(details) == "Environment\nPASSWORD\nData\n/data\nNot in the file."


def test_secrets_are_shown_after_a_click_and_hidden_with_the_next_thing(details: Details) -> None:
    click(details, QPushButton, "Show values")
    assert "PASSWORD=<b>secret" in _facts(details)
    click(details, QPushButton, "Hide values")
    assert "secret" not in _facts(details)
    click(details, QPushButton, "Show values")
    details.show_portrait(Portrait("d", "web:1", facts=_FACTS))
    assert "secret" not in _facts(details)


def test_of_what_is_not_known_no_heading_is_left(details: Details) -> None:
    details.show_portrait(Portrait("d", "db:1", remark="Asking the engine…"))
    assert words(details) == "db:1\nAsking the engine…"
    assert not details.findChildren(QPushButton)[0].isVisibleTo(details)


def test_a_command_is_copied_whole(details: Details) -> None:
    layers = find(details, LayersList, "Layers")
    (copy,) = layers.actions()
    QGuiApplication.clipboard().setText("before")
    layers.setCurrentIndex(QModelIndex())
    copy.trigger()
    assert QGuiApplication.clipboard().text() == "before"
    layers.setCurrentIndex(layers.model().index(0, 0))
    copy.trigger()
    assert QGuiApplication.clipboard().text() == "make all"


def test_the_letters_follow_the_palette(details: Details) -> None:
    QApplication.sendEvent(details, QEvent(QEvent.Type.PaletteChange))
    assert _facts(details).startswith("Environment")


def test_it_follows_the_language(details: Details, qapp: QApplication) -> None:
    with another_language(qapp):
        QApplication.sendEvent(details, QEvent(QEvent.Type.LanguageChange))
    assert find(details, QPushButton, "«Show values»").isVisible()
    assert "«Layers, from the bottom up»" in words(details)
    assert QTest.qWaitForWindowExposed(details.window())
