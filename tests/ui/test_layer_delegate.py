"""Risk: the bars of the layers lie about their sizes, or cannot be seen where a row is selected."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from desktop_app.portraits import Step
from desktop_app.ui.details import LayersList
from desktop_app.ui.texts import Portrait


@pytest.fixture
def layers(window: QWidget) -> LayersList:
    layers = LayersList()
    layers.setParent(window)
    layers.resize(300, 200)
    layers.show_steps(
        Portrait("a", "a", steps=(Step("one", 100), Step("half", 50), Step("none", 0)))
    )
    layers.show()
    return layers


def _length(layers: LayersList, row: int, role: QPalette.ColorRole) -> int:
    """So many pixels of the bar are drawn in this colour."""
    place = layers.visualRect(layers.model().index(row, 0))
    picture = layers.viewport().grab().toImage()
    colour: QColor = layers.palette().color(role)
    y = place.bottom() - 6
    return sum(
        picture.pixelColor(x, y).rgb() == colour.rgb()
        for x in range(place.left(), place.right() + 1)
    )


def test_a_bar_is_as_long_as_its_layer_is_large(layers: LayersList) -> None:
    whole, half, none = (_length(layers, row, QPalette.ColorRole.Highlight) for row in range(3))
    assert whole > 280
    assert abs(half - whole / 2) < 6
    assert none == 0


def test_a_bar_begins_where_the_language_does(layers: LayersList) -> None:
    layers.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert abs(_length(layers, 1, QPalette.ColorRole.Highlight) - 146) < 6


def test_a_bar_is_seen_on_a_selected_row(layers: LayersList) -> None:
    flags = QItemSelectionModel.SelectionFlag
    layers.selectionModel().select(layers.model().index(1, 0), flags.ClearAndSelect)
    assert _length(layers, 1, QPalette.ColorRole.HighlightedText) > 100


def test_a_row_is_as_high_as_its_letters_need(layers: LayersList) -> None:
    assert layers.sizeHintForRow(0) > layers.fontMetrics().height()
