"""Risk: the overlay takes the drop for itself, leaves a part of the window bare, or stays."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app.ui.drop_overlay import DropOverlay
from tests.ui.texts.sentences import another_language


def test_it_is_seen_only_while_it_covers(window: QWidget) -> None:
    overlay = DropOverlay(window)
    assert not overlay.isVisible()
    overlay.cover(1)
    assert overlay.isVisible()
    assert overlay.geometry() == window.rect()


def test_it_lets_the_drop_through(window: QWidget) -> None:
    overlay = DropOverlay(window)
    overlay.cover(1)
    assert overlay.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert window.childAt(window.rect().center()) is None


def test_it_says_what_will_happen_in_the_language_of_now(
    window: QWidget, qapp: QApplication
) -> None:
    overlay = DropOverlay(window)
    overlay.cover(3)
    assert overlay.accessibleName() == "Drop to see what is in 3 file(s)"
    assert "Nothing is loaded" in overlay.accessibleDescription()
    with another_language(qapp):
        QApplication.sendEvent(overlay, QEvent(QEvent.Type.LanguageChange))
    texts = [label.text() for label in overlay.findChildren(QLabel) if label.text()]
    assert len(texts) == 2
    assert all(text.startswith("«") for text in texts)


def test_it_paints_a_frame_over_a_veil(window: QWidget) -> None:
    overlay = DropOverlay(window)
    overlay.cover(1)
    colours = {
        window.grab().toImage().pixelColor(x, window.height() // 2).rgb()
        for x in range(window.width())
    }
    assert len(colours) > 1
