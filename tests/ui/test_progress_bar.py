"""Risk: each step of each transfer has the whole window painted, and nothing else gets done."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from desktop_app.ui.progress_bar import ProgressBar


class Paintings(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


@pytest.fixture
def bar(window: QWidget) -> ProgressBar:
    bar = ProgressBar()
    QVBoxLayout(window).addWidget(bar)
    return bar


def test_it_begins_at_nothing(bar: ProgressBar) -> None:
    assert (bar.minimum(), bar.value(), bar.maximum()) == (0, 0, 1000)
    assert not bar.isTextVisible()


def test_where_nobody_knows_it_only_moves(bar: ProgressBar) -> None:
    bar.set_permille(400)
    bar.set_permille(None)
    assert bar.maximum() == 0
    bar.set_permille(500)
    assert (bar.value(), bar.maximum()) == (500, 1000)


def test_many_steps_are_painted_together_and_later(bar: ProgressBar, qtbot: QtBot) -> None:
    paintings = Paintings(bar)
    qtbot.waitUntil(lambda: paintings.count > 0)
    before = paintings.count
    for permille in range(0, 1000, 100):
        bar.set_permille(permille)
    assert paintings.count == before
    qtbot.waitUntil(lambda: paintings.count > before)
    assert paintings.count == before + 1
