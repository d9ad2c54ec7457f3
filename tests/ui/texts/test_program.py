"""Risk: who helps does not know which version a report is from."""

from PySide6.QtWidgets import QApplication

from desktop_app import __version__
from desktop_app.ui.texts.program import program_text
from tests.ui.texts.sentences import another_language


def test_it_says_name_and_version_in_the_language_of_now(qapp: QApplication) -> None:
    assert program_text() == f"Image Ferry {__version__}"
    with another_language(qapp):
        assert program_text() == f"«Image Ferry {__version__}»"
