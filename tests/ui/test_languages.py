"""Risk: after a change of the language, half of the window still speaks the old one.

Real translations, every page and every dialog: what was built in English and switched to Chinese
has to say the same as what is built in Chinese, and nothing Chinese may be left on the way back.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import PySide6
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
from desktop_app.desktop.settings import Language
from desktop_app.desktop.translation import use_language
from desktop_app.ui.elided_label import ElidedLabel
from desktop_app.ui.guide_window import GuideWindow
from desktop_app.ui.main_window import MainWindow
from desktop_app.workers.feed import EngineFeed
from tests.test_translations import messages_of
from tests.ui import test_reachability
from tests.ui.helpers import see
from tests.ui.samples import ABSENT

_SOURCES = Path(__file__).resolve().parents[2] / "resources" / "translations"
_CHINESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
_NAMES_OF_LANGUAGES = {"简体中文", "English"}
_OPEN = re.compile(r"\\\{\w+\\\}|%n")

full = test_reachability.full


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program's own translations, as an installed program has them."""
    folder = tmp_path_factory.mktemp("translations")
    lrelease = shutil.which("lrelease", path=Path(PySide6.__file__).parent)
    assert lrelease
    for source in _SOURCES.glob("*.ts"):
        target = folder / source.with_suffix(".qm").name
        subprocess.run([lrelease, "-silent", source, "-qm", target], check=True)
    return folder


@pytest.fixture(autouse=True)
def _english_first(compiled: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "resource_path", lambda _name: compiled)
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
    return {text.replace("&", "") for text in found} - _NAMES_OF_LANGUAGES


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
    xml = (_SOURCES / "image-ferry_zh_CN.ts").read_text(encoding="utf-8")
    sources = [
        _OPEN.sub(".+", re.escape(message.source.replace("&", "")))
        for message in messages_of(xml)
        if message.source not in message.forms
        and len(re.sub(r"\{\w+\}|\W", "", message.source)) > 2
    ]
    old = re.compile("|".join(sources), re.DOTALL)
    return sorted(text for text in texts if old.fullmatch(text))


@pytest.mark.parametrize("name", test_reachability._DIALOGS)
def test_an_open_dialog_follows_the_language(
    window: QWidget, qapp: QApplication, qtbot: QtBot, name: str
) -> None:
    make = test_reachability._DIALOGS[name]
    english = make(window)
    english.open()
    first = _texts(english)
    _speak(qapp, Language.CHINESE)
    chinese = make(window)
    assert _texts(english) == _texts(chinese)
    assert not _english(_texts(english))
    assert _chinese(_texts(english))
    _speak(qapp, Language.ENGLISH)
    for dialog in (english, chinese):
        assert _texts(dialog) == first
        assert not _chinese(first)
    chinese.close()


def test_every_page_and_menu_follows_the_language(full: MainWindow, qapp: QApplication) -> None:
    first = _texts(full)
    assert not _chinese(first)
    _speak(qapp, Language.CHINESE)
    assert not _english(_texts(full))
    _speak(qapp, Language.ENGLISH)
    assert _texts(full) == first


def test_the_page_about_engines_follows_the_language(
    main_window: MainWindow, feed: EngineFeed, qapp: QApplication
) -> None:
    see(feed, ABSENT)
    _speak(qapp, Language.CHINESE)
    assert not _english(_texts(main_window))
    _speak(qapp, Language.ENGLISH)
    assert not _chinese(_texts(main_window))


def test_the_guide_follows_the_language(qtbot: QtBot, qapp: QApplication) -> None:
    guide = GuideWindow()
    qtbot.addWidget(guide)
    first = _texts(guide)
    _speak(qapp, Language.CHINESE)
    assert not first & _texts(guide) - {""}
    _speak(qapp, Language.ENGLISH)
    assert _texts(guide) == first
