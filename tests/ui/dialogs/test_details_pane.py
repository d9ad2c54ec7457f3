"""Risk: what the engine said cannot be passed on to somebody who understands it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.dialogs.details_pane import DetailsPane
from tests.ui.helpers import click, find
from tests.ui.texts.sentences import another_language


def _pane(window: QWidget, detail: str) -> DetailsPane:
    pane = DetailsPane(detail)
    QVBoxLayout(window).addWidget(pane)
    pane.show()
    return pane


def test_the_words_can_be_read_and_copied_but_not_changed(window: QWidget) -> None:
    pane = _pane(window, "no such image")
    text = find(pane, QPlainTextEdit, "Details")
    assert text.isReadOnly()
    assert text.toPlainText() == "no such image"
    click(pane, QPushButton, "Copy")
    assert QGuiApplication.clipboard().text() == "no such image"


def test_other_words_are_shown_and_copied_by_whoever_owns_it(window: QWidget) -> None:
    pane = DetailsPane("a report", can_copy=False)
    QVBoxLayout(window).addWidget(pane)
    pane.show()
    text = find(pane, QPlainTextEdit, "Details")
    text.selectAll()
    pane.set_detail("a report")
    assert text.textCursor().hasSelection()
    pane.set_detail("ein Bericht")
    assert text.toPlainText() == "ein Bericht"
    assert not any(button.isVisible() for button in pane.findChildren(QPushButton))


def test_many_lines_do_not_make_it_higher_than_the_window(window: QWidget) -> None:
    assert _pane(window, "line\n" * 500).sizeHint().height() < window.height() / 2


def test_it_follows_the_language(window: QWidget, qapp: QApplication) -> None:
    pane = _pane(window, "words")
    with another_language(qapp):
        QApplication.sendEvent(pane, QEvent(QEvent.Type.LanguageChange))
    assert find(pane, QPushButton, "«Copy»").isVisible()
