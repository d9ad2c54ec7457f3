"""Risk: one short card takes half of the page, or a long list of them cannot be scrolled."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from desktop_app.ui.dialogs.dialog import text_label
from desktop_app.ui.fitting_area import FittingArea


@pytest.fixture
def area(window: QWidget) -> FittingArea:
    area = FittingArea(24)
    layout = QVBoxLayout(window)
    layout.addWidget(area, 1)
    layout.addWidget(QTextEdit(), 1)
    return area


def test_it_is_as_high_as_what_is_in_it_and_no_more_than_its_share(
    window: QWidget, area: FittingArea, qtbot: QtBot
) -> None:
    label = text_label()
    label.setText("word " * 100)
    area.column.addWidget(label)
    qtbot.waitUntil(lambda: area.height() == area.column.totalHeightForWidth(area.width()))
    assert 0 < area.height() < window.height() / 3
    before = area.height()
    window.resize(400, window.height())
    qtbot.waitUntil(lambda: area.height() > before)
    for _ in range(20):
        other = text_label()
        other.setText("word " * 100)
        area.column.addWidget(other)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert area.height() < window.height() * 2 / 3
    assert window.height() > area.sizeHint().height() > area.minimumSizeHint().height()


@pytest.mark.parametrize("direction", Qt.LayoutDirection)
def test_the_bar_takes_no_room_from_the_rest(
    window: QWidget, area: FittingArea, qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    window.setLayoutDirection(direction)
    label = text_label()
    label.setText("word")
    area.column.addWidget(label)
    qtbot.waitUntil(lambda: label.width() == area.width() - 2 * 24)
    label.setMinimumHeight(2 * window.height())
    qtbot.waitUntil(lambda: area.verticalScrollBar().isVisible())
    qtbot.waitUntil(lambda: label.width() == area.width() - 2 * 24)
    assert label.mapTo(area, QPoint()).x() == 24


class _Neighbour(QLabel):
    """Counts how often it is given another size."""

    resized = 0

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized += 1


def test_what_does_not_change_keeps_its_size_while_another_gets_lower(
    area: FittingArea, qtbot: QtBot
) -> None:
    """Two hundred cards that grow and shrink again make the window stand still."""
    card, part, neighbours = QWidget(), QLabel(), [_Neighbour("word") for _ in range(3)]
    part.setMinimumHeight(200)
    inside = QVBoxLayout(card)
    inside.addWidget(text_label())
    inside.addWidget(part)
    for each in (card, *neighbours):
        area.column.addWidget(each)
    for each in neighbours:
        each.setWordWrap(True)
    qtbot.waitUntil(lambda: 200 < area.maximumHeight() < 400)
    before = [each.resized for each in neighbours]
    part.hide()
    qtbot.waitUntil(lambda: area.maximumHeight() < 200)
    assert [each.resized for each in neighbours] == before
