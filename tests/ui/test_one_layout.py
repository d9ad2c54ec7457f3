"""Risk: each of two hundred cards that changes has all the others laid out: the window waits."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.one_layout import laid_out_once


def test_everything_moves_at_the_end(window: QWidget, qtbot: QtBot) -> None:
    layout = QVBoxLayout(window)
    hidden, last = [QLabel("hidden"), QLabel("hidden, too")], QLabel("last")
    for label in (*hidden, last):
        layout.addWidget(label)
    for label in hidden:
        label.hide()
    layout.addStretch()
    layout.activate()
    before = last.y()
    with laid_out_once(layout):
        for label in hidden:
            label.show()
            assert last.y() == before
    qtbot.waitUntil(lambda: last.y() > hidden[1].y() > hidden[0].y() >= before)
