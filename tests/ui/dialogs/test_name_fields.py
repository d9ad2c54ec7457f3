"""Risk: a name is given to another image than the one that it was typed for."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.ui.dialogs.name_field import NameField
from desktop_app.ui.dialogs.name_fields import NameFields
from tests.ui.helpers import find
from tests.ui.samples import digest


def _owner_of(name: str) -> str:
    return digest("e") if name == "db:1" else ""


@pytest.fixture
def fields(qtbot: QtBot) -> NameFields:
    fields = NameFields()
    qtbot.addWidget(fields)
    fields.add("a", NameField(_owner_of, "web:1"), lambda: "&First")
    fields.add("b", NameField(_owner_of, is_optional=True), lambda: "Second")
    fields.show()
    return fields


def test_each_name_is_known_by_what_it_is_for(fields: NameFields, qtbot: QtBot) -> None:
    assert fields.names == {"a": "web:1"}
    with qtbot.waitSignal(fields.changed):
        qtbot.keyClicks(find(fields, QLineEdit, "Second"), "d")
    qtbot.keyClicks(find(fields, QLineEdit, "Second"), "b:1")
    assert fields.names == {"a": "web:1", "b": "db:1"}
    assert fields.moving_names == {"db:1"}
    assert fields.are_acceptable


def test_one_that_will_not_do_is_enough(fields: NameFields) -> None:
    find(fields, QLineEdit, "First").clear()
    assert not fields.are_acceptable
    assert not fields.moving_names


def test_labels_and_names_follow_the_language(fields: NameFields) -> None:
    words = ["Third"]
    fields.add("c", NameField(_owner_of, "x:1"), lambda: words[0])
    words[0] = "Drittes"
    QApplication.sendEvent(fields, QEvent(QEvent.Type.LanguageChange))
    assert find(fields, QLineEdit, "Drittes").text() == "x:1"
    assert "Drittes" in [label.text() for label in fields.findChildren(QLabel)]
