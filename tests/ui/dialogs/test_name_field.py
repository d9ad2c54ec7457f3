"""Risk: a name is taken that docker refuses, or one that another image loses without a word."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.ui.dialogs.name_field import NameField
from tests.ui.helpers import find
from tests.ui.samples import digest
from tests.ui.texts.sentences import another_language

_OWNERS = {"web:1": digest("d"), "db:1": digest("e")}


def _owner_of(name: str) -> str:
    return _OWNERS.get(name, "")


def _remark(field: NameField) -> str:
    return field.findChildren(QLabel)[-1].text()


def _field(qtbot: QtBot, suggestion: str = "", **options: object) -> NameField:
    field = NameField(_owner_of, suggestion, **options)  # type: ignore[arg-type]
    qtbot.addWidget(field)
    field.set_accessible_name("Name")
    field.show()
    return field


def test_a_name_is_given_in_its_familiar_form(qtbot: QtBot) -> None:
    field = _field(qtbot)
    with qtbot.waitSignal(field.changed):
        qtbot.keyClicks(find(field, QLineEdit, "Name"), " docker.io/library/web:2 ")
    assert field.name == "web:2"
    assert field.is_acceptable
    assert _remark(field) == ""


def test_the_reason_why_a_name_will_not_do_is_said_while_typing(qtbot: QtBot) -> None:
    field = _field(qtbot, "Web:2")
    assert not field.is_acceptable
    assert "Capital letters" in _remark(field)
    assert find(field, QLineEdit, "Name").accessibleDescription() == _remark(field)


def test_a_name_must_be_typed_unless_it_may_be_left_out(qtbot: QtBot) -> None:
    assert not _field(qtbot).is_acceptable
    optional = _field(qtbot, is_optional=True)
    assert optional.is_acceptable
    assert optional.name == ""
    assert "found by its ID" in _remark(optional)


def test_a_name_that_another_image_has_is_said_with_its_id(qtbot: QtBot) -> None:
    field = _field(qtbot, "web:1", image_id=digest("e"))
    assert field.is_acceptable
    assert field.loser_id == digest("d")
    assert _remark(field) == (
        "⚠ web:1 is the name of another image (dddddddddddd). It would lose it."
    )


def test_a_name_that_the_image_has_already_is_no_use(qtbot: QtBot) -> None:
    field = _field(qtbot, "db:1", image_id=digest("e"))
    assert not field.is_acceptable
    assert field.loser_id == ""
    assert _remark(field) == "The image has this name already."


def test_a_name_that_must_be_free_is_taken_from_nobody(qtbot: QtBot) -> None:
    field = _field(qtbot, "web:1", must_be_free=True)
    assert not field.is_acceptable
    assert field.loser_id == ""
    assert _remark(field) == "Another image has this name now. Choose one that is free."
    find(field, QLineEdit, "Name").setText("web:3")
    assert field.is_acceptable


def test_the_remark_follows_the_language(qtbot: QtBot, qapp: QApplication) -> None:
    field = _field(qtbot)
    with another_language(qapp):
        QApplication.sendEvent(field, QEvent(QEvent.Type.LanguageChange))
        assert _remark(field).startswith("«")


@pytest.mark.parametrize("text", ["&Name", "Name"])
def test_a_label_names_the_field(qtbot: QtBot, text: str) -> None:
    field = _field(qtbot)
    label = field.label()
    qtbot.addWidget(label)
    label.setText(text)
    assert label.buddy() is find(field, QLineEdit, "Name")
