"""Risk: the guide is empty, in the wrong language, or nothing in it can be found."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from desktop_app.desktop.resources import resource_path
from desktop_app.ui.actions import Actions
from desktop_app.ui.guide_window import GuideWindow, guide_file
from tests.ui.helpers import click, find, words
from tests.ui.texts.sentences import another_language

_CHAPTERS = 13


@pytest.fixture
def guide(qtbot: QtBot) -> GuideWindow:
    guide = GuideWindow()
    qtbot.addWidget(guide)
    with qtbot.waitExposed(guide):
        guide.show()
    return guide


def _text(guide: GuideWindow) -> QTextBrowser:
    return find(guide, QTextBrowser, "Guide")


def _headings(file: Path) -> list[str]:
    return re.findall(r"^## (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)


def test_every_language_has_the_same_chapters_and_keys() -> None:
    files = sorted(resource_path("guide").glob("*.md"))
    assert [file.name for file in files] == ["en.md", "zh_CN.md"]
    assert {len(_headings(file)) for file in files} == {_CHAPTERS}
    keys = [
        set(re.findall(r"F\d|Ctrl\+[A-Z,]", file.read_text(encoding="utf-8"))) for file in files
    ]
    assert keys[0] == keys[1]


def test_every_key_in_the_guide_does_something(qapp: QApplication) -> None:
    actions = Actions(QObject(qapp))
    keys = {key.toString() for one in actions.findChildren(QAction) for key in one.shortcuts()}
    text = resource_path("guide/en.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:Ctrl\+|Shift\+|\b)F\d\b|Ctrl\+[A-Z,]", text))
    assert len(named) > 10
    assert named <= keys


def test_a_language_without_a_guide_reads_the_english_one() -> None:
    assert guide_file("guide/zh_CN.md").name == "zh_CN.md"
    assert guide_file("guide/tlh.md").name == "en.md"


def test_a_chapter_of_the_contents_is_shown_from_its_heading_on(guide: GuideWindow) -> None:
    contents = find(guide, QListWidget, "Contents")
    rows = [contents.item(row).text() for row in range(contents.count())]
    assert rows == _headings(resource_path("guide/en.md"))
    top = _text(guide).verticalScrollBar().value()
    contents.setCurrentRow(rows.index("Check a file"))
    assert _text(guide).textCursor().block().text() == "Check a file"
    assert _text(guide).verticalScrollBar().value() > top
    contents.setCurrentRow(0)
    assert _text(guide).verticalScrollBar().value() == 0


def test_words_are_found_one_place_after_the_other_and_from_the_beginning_again(
    guide: GuideWindow, qtbot: QtBot
) -> None:
    field = find(guide, QLineEdit, "Find")
    qtbot.keyClicks(field, "docker load")
    first = _text(guide).textCursor().selectionStart()
    assert _text(guide).textCursor().selectedText().lower() == "docker load"
    click(guide, QPushButton, "Next")
    assert _text(guide).textCursor().selectionStart() == first
    field.clear()
    qtbot.keyClicks(field, "engine")
    places = []
    for _ in range(2):
        qtbot.keyClick(field, Qt.Key.Key_Return)
        places.append(_text(guide).textCursor().selectionStart())
    assert places[1] > places[0]


def test_what_is_not_there_is_said(guide: GuideWindow, qtbot: QtBot) -> None:
    field = find(guide, QLineEdit, "Find")
    qtbot.keyClicks(field, "zebra")
    assert "Not found" in words(guide)
    field.clear()
    click(guide, QPushButton, "Next")
    assert "Not found" not in words(guide)


def test_keys_lead_to_the_field_and_out_of_the_window(guide: GuideWindow, qtbot: QtBot) -> None:
    with qtbot.waitActive(guide):
        guide.activateWindow()
    _text(guide).setFocus()
    qtbot.keyClick(guide, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert find(guide, QLineEdit, "Find").hasFocus()
    qtbot.keyClick(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_it_follows_the_language_and_stays_in_its_chapter(
    guide: GuideWindow, qapp: QApplication
) -> None:
    contents = guide.findChild(QListWidget)
    assert isinstance(contents, QListWidget)
    contents.setCurrentRow(4)
    with another_language(qapp):
        QApplication.sendEvent(guide, QEvent(QEvent.Type.LanguageChange))
        assert guide.windowTitle() == "«User guide»"
        assert contents.currentRow() == 4
