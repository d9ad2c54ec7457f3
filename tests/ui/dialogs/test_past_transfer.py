"""Risk: what is known of a past transfer cannot be read, or not be handed on."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget

from desktop_app.ui.dialogs.past_transfer import PastTransferDialog
from desktop_app.ui.texts import past_report
from tests.desktop.past import FAILED
from tests.ui.helpers import click, find, words
from tests.ui.texts.sentences import another_language


def test_it_says_what_came_of_it_and_has_a_report_to_copy(
    window: QWidget, qapp: QApplication
) -> None:
    dialog = PastTransferDialog(window, FAILED)
    dialog.open()
    assert "Export container web-dev" in words(dialog)
    assert "7.00 GB" in words(dialog)
    click(dialog, QPushButton, "Copy")
    assert QGuiApplication.clipboard().text() == past_report(FAILED)
    with another_language(qapp):
        QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
        report = find(dialog, QPlainTextEdit, "«Details»").toPlainText()
        assert report == past_report(FAILED)
        click(dialog, QPushButton, "«Close»")
    assert not dialog.isVisible()
