"""Risk: a filter that hides rows cannot be taken away, or nobody hears that it was."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.search_field import SearchField
from tests.ui.texts.sentences import another_language


@pytest.fixture
def field(qtbot: QtBot) -> SearchField:
    field = SearchField()
    qtbot.addWidget(field)
    field.show()
    return field


def _cross(field: SearchField) -> QToolButton:
    (button,) = field.findChildren(QToolButton)
    return button


def test_a_cross_empties_it_and_is_there_only_then(field: SearchField, qtbot: QtBot) -> None:
    assert not _cross(field).isVisible()
    qtbot.keyClicks(field, "web")
    assert _cross(field).isVisible()
    with qtbot.waitSignals([field.textChanged, field.textEdited]):
        qtbot.mouseClick(_cross(field), Qt.MouseButton.LeftButton)
    assert field.text() == ""
    assert not _cross(field).isVisible()


def test_a_dropped_file_is_not_for_it(field: SearchField) -> None:
    assert not field.acceptDrops()


def test_the_cross_has_the_colours_of_the_palette(field: SearchField, qapp: QApplication) -> None:
    field.setText("web")
    before = _cross(field).icon().cacheKey()
    palette = QPalette(qapp.palette())
    palette.setColor(QPalette.ColorRole.ButtonText, Qt.GlobalColor.red)
    field.setPalette(palette)
    assert _cross(field).icon().cacheKey() != before


def test_it_follows_the_language(field: SearchField, qapp: QApplication) -> None:
    assert _cross(field).text() == "Clear"
    with another_language(qapp):
        QApplication.sendEvent(field, QEvent(QEvent.Type.LanguageChange))
        assert _cross(field).text() == "«Clear»"
