"""Risk: a link is one of another language, or answers to an Enter that was meant for the dialog."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.dialogs.link import Link


def test_it_says_its_text_in_the_language_of_now(window: QWidget) -> None:
    words = ["Show"]
    link = Link(lambda: words[0])
    link.setParent(window)
    assert (link.text(), link.autoDefault()) == ("Show", False)
    words[0] = "Zeigen"
    QApplication.sendEvent(link, QEvent(QEvent.Type.LanguageChange))
    assert link.text() == "Zeigen"
