"""Risk: after a change of the language, half of the window still speaks the old one.

Real translations, every page and every dialog: what was built in English and switched to Chinese
has to say the same as what is built in Chinese, and nothing Chinese may be left on the way back.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.desktop import translation
from desktop_app.desktop.folders import history_file
from desktop_app.desktop.settings import Language
from desktop_app.desktop.translation import use_language
from desktop_app.ui.elided_label import ElidedLabel
from desktop_app.ui.guide_window import GuideWindow
from tests.screenshots import SCREENS
from tests.screenshots.stage import Screen, name_of, stage
from tests.test_translations import messages_of

_SOURCES = Path(__file__).resolve().parents[2] / "resources" / "translations"
_CHINESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
_NAMES_OF_LANGUAGES = {"简体中文", "English"}
_TIME = re.compile(r"\d\d:\d\d")  # it does not stand still
_OPEN = re.compile(r"\\\{\w+\\\}|%n")


@pytest.fixture(autouse=True)
def _english_first(translations: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "resource_path", lambda _name: translations)
    use_language(qapp, Language.ENGLISH)


def _speak(app: QApplication, language: Language) -> None:
    use_language(app, language)
    app.sendPostedEvents()  # windows are told by events, and answer with others
    app.sendPostedEvents()


def _texts(window: QWidget) -> set[str]:
    """Everything that can be read or heard in a window, hidden parts included."""
    found = {window.windowTitle()}
    for widget in (window, *window.findChildren(QWidget)):
        if not isinstance(widget, ElidedLabel):  # what is seen of one depends on its width
            found |= {widget.toolTip(), *_own_texts(widget)}
        found |= {widget.accessibleName(), widget.accessibleDescription(), *_items(widget)}
    for action in window.findChildren(QAction):
        found |= {action.text(), action.iconText()}
    return {_TIME.sub("", text.replace("&", "")) for text in found} - _NAMES_OF_LANGUAGES


def _own_texts(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QMenu():
            yield widget.title()
        case QPlainTextEdit() | QTextBrowser():
            yield widget.toPlainText()


def _items(widget: QWidget) -> Iterator[str]:
    match widget:
        case QComboBox():
            yield from (widget.itemText(number) for number in range(widget.count()))
        case QListWidget():
            yield from (widget.item(row).text() for row in range(widget.count()))
        case QTableView():
            model = widget.model()
            for column in range(model.columnCount()):
                yield str(model.headerData(column, widget.horizontalHeader().orientation()))
                for row in range(model.rowCount()):
                    yield str(model.index(row, column).data())


def _chinese(texts: set[str]) -> list[str]:
    return sorted(text for text in texts if _CHINESE.search(text))


def _english(texts: set[str]) -> list[str]:
    """Those that are a text of the program as it stands in the sources."""
    return sorted(filter(_sources().fullmatch, texts))


@cache
def _sources() -> re.Pattern[str]:
    xml = (_SOURCES / "image-ferry_zh_CN.ts").read_text(encoding="utf-8")
    sources = [
        _OPEN.sub(".+", re.escape(message.source.replace("&", "")))
        for message in messages_of(xml)
        if message.source not in message.forms
        and len(re.sub(r"\{\w+\}|\W", "", message.source)) > 2
    ]
    return re.compile("|".join(sources))


@pytest.mark.parametrize("screen", SCREENS, ids=name_of)
def test_what_is_open_follows_the_language(qapp: QApplication, screen: Screen) -> None:
    with stage() as built_in_english:
        switched = screen(built_in_english)
        first = _texts(switched)
        assert not _chinese(first)
        _speak(qapp, Language.CHINESE)
        then = _texts(switched)
        assert not _english(then)
        history_file().unlink(missing_ok=True)
        with stage() as built_in_chinese:
            assert then == _texts(screen(built_in_chinese))
        _speak(qapp, Language.ENGLISH)
        assert _texts(switched) == first


def test_the_guide_follows_the_language(qtbot: QtBot, qapp: QApplication) -> None:
    guide = GuideWindow()
    qtbot.addWidget(guide)
    first = _texts(guide)
    _speak(qapp, Language.CHINESE)
    assert not first & _texts(guide) - {""}
    _speak(qapp, Language.ENGLISH)
    assert _texts(guide) == first
