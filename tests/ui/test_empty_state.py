"""Risk: an empty list looks like a broken program."""

from PySide6.QtWidgets import QWidget

from desktop_app.ui.empty_state import EmptyState
from tests.ui.helpers import words


def test_it_says_what_is_and_what_to_do(window: QWidget) -> None:
    empty = EmptyState()
    empty.setParent(window)
    empty.set_texts("There is nothing.", "Do something.")
    assert words(empty) == "There is nothing.\nDo something."
