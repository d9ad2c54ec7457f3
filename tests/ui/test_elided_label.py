"""Risk: a long name pushes buttons off the window, or its end cannot be seen at all."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.models.words import tip_text
from desktop_app.ui.elided_label import ElidedLabel
from tests.ui.helpers import called

_LONG = "registry.example.org/" + "path/" * 60 + "web:2.1"


def _label(window: QWidget, text: str) -> ElidedLabel:
    label = ElidedLabel()
    layout = QHBoxLayout(window)
    layout.addWidget(label, 1)
    layout.addWidget(QPushButton("Cancel"))
    label.set_whole_text(text)
    layout.activate()
    return label


def test_a_long_text_gives_way_in_its_middle(window: QWidget) -> None:
    label = _label(window, _LONG)
    assert window.width() == 800
    assert "…" in label.text()
    assert label.text().startswith("registry")
    assert label.text().endswith("web:2.1")
    assert called(label) == _LONG
    assert label.toolTip() == tip_text(_LONG)


def test_a_short_text_is_left_as_it_is(window: QWidget) -> None:
    label = _label(window, "web:2.1")
    assert (label.text(), label.toolTip()) == ("web:2.1", "")


def test_a_text_comes_back_when_there_is_room(window: QWidget, qtbot: QtBot) -> None:
    label = _label(window, "x" * 120)
    assert "…" in label.text()
    window.resize(1600, 600)
    qtbot.waitUntil(lambda: label.text() == "x" * 120)
