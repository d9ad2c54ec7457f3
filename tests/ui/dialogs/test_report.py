"""Risk: names go out that nobody wanted to tell, or what is copied is not what was seen."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QPushButton, QWidget

from desktop_app.ui.dialogs.report import ReportDialog
from tests.ui.helpers import click, find, words
from tests.ui.texts.sentences import another_language

_NAMES = "With names of images, files, computers and users"


@pytest.fixture
def dialog(window: QWidget) -> ReportDialog:
    dialog = ReportDialog(window, lambda has_names: "with names" if has_names else "without")
    dialog.open()
    return dialog


def _seen(dialog: ReportDialog) -> str:
    return find(dialog, QPlainTextEdit, "Details").toPlainText()


def test_names_are_in_it_only_if_that_is_ticked(dialog: ReportDialog) -> None:
    assert _seen(dialog) == "without"
    click(dialog, QPushButton, "Copy report")
    assert QGuiApplication.clipboard().text() == "without"
    assert find(dialog, QPushButton, "✓ Copied").isVisible()
    find(dialog, QCheckBox, _NAMES).click()
    assert _seen(dialog) == "with names"
    click(dialog, QPushButton, "Copy report")
    assert QGuiApplication.clipboard().text() == "with names"


def test_it_says_that_nothing_is_sent_in_every_language(dialog: ReportDialog, qapp) -> None:
    assert "Nothing is sent" in words(dialog)
    with another_language(qapp):
        dialog.retranslate()
        assert dialog.windowTitle() == "«Diagnostic report»"
