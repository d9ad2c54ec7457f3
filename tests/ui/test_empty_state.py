"""Risk: an empty list looks like a broken program."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.icons import Icon
from tests.ui.helpers import words


def test_it_says_what_is_and_what_to_do(window: QWidget) -> None:
    empty = EmptyState(Icon.IMAGES)
    empty.setParent(window)
    empty.set_texts("There is nothing.", "Do something.")
    assert words(empty).split("\n") == ["", "There is nothing.", "Do something."]


def test_its_picture_follows_the_palette(window: QWidget) -> None:
    empty = EmptyState(Icon.IMAGES)
    empty.setParent(window)
    empty.show()
    before = empty.grab().toImage()
    palette = empty.palette()
    palette.setColor(QPalette.ColorRole.PlaceholderText, QColor("magenta"))
    empty.setPalette(palette)
    assert empty.grab().toImage() != before
