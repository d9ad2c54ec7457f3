"""Risk: a name that another image has is moved although nobody asked for that."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.dialogs.taken_names import TakenNames
from tests.ui.helpers import called, click, find, words
from tests.ui.samples import digest
from tests.ui.texts.sentences import another_language

_REPLACE = "Replace: the image(s) in this file get the name(s)"
_KEEP_BOTH = "Keep both: the image(s) in this file get other name(s)"
_OWNERS = {"web:1": digest("d"), "web:1-2": digest("e")}


@pytest.fixture
def question(qtbot: QtBot) -> TakenNames:
    question = TakenNames(["web:1"], lambda name: _OWNERS.get(name, ""))
    qtbot.addWidget(question)
    question.show()
    return question


def test_nothing_is_chosen_at_first(question: TakenNames) -> None:
    assert "Which image(s) get the name(s) web:1?" in words(question)
    assert not question.is_answered
    assert not question.keeps_both
    assert question.given_names == {}
    assert not [edit for edit in question.findChildren(QLineEdit) if edit.isVisible()]


def test_the_name_moves_when_that_is_chosen(question: TakenNames, qtbot: QtBot) -> None:
    with qtbot.waitSignal(question.changed):
        click(question, QRadioButton, _REPLACE)
    assert question.is_answered
    assert (question.moves, question.keeps_both) == (True, False)
    assert question.given_names == {}


def test_both_are_kept_under_a_name_that_is_free(question: TakenNames) -> None:
    click(question, QRadioButton, _KEEP_BOTH)
    assert (question.is_answered, question.keeps_both) == (True, True)
    assert question.given_names == {"web:1": "web:1-3"}
    edit = find(question, QLineEdit, "New name instead of web:1")
    edit.setText("web:1-2")
    assert not question.is_answered
    assert "Another image has this name" in words(question)
    edit.setText("web:new")
    assert question.given_names == {"web:1": "web:new"}
    click(question, QRadioButton, _REPLACE)
    assert question.given_names == {}


def test_several_names_are_one_question(qtbot: QtBot) -> None:
    question = TakenNames(["web:1", "db:1"], lambda name: _OWNERS.get(name, ""))
    qtbot.addWidget(question)
    question.show()
    assert "Which image(s) get the name(s) web:1 and db:1?" in words(question)
    click(question, QRadioButton, _KEEP_BOTH)
    assert question.given_names == {"web:1": "web:1-3", "db:1": "db:1-2"}


def test_where_every_name_has_an_image_none_is_suggested(qtbot: QtBot) -> None:
    question = TakenNames(["web:1"], lambda _: digest("d"))
    qtbot.addWidget(question)
    question.show()
    click(question, QRadioButton, _KEEP_BOTH)
    assert find(question, QLineEdit, "New name instead of web:1").text() == ""
    assert not question.is_answered


def test_who_listens_hears_the_question_and_what_each_answer_means(question: TakenNames) -> None:
    for name, meaning in ((_REPLACE, "without the name(s)"), (_KEEP_BOTH, "Nothing changes")):
        description = find(question, QRadioButton, name).accessibleDescription()
        assert "Which image(s) get the name(s) web:1?" in description
        assert meaning in description


def test_everything_follows_the_language(question: TakenNames, qapp: QApplication) -> None:
    click(question, QRadioButton, _KEEP_BOTH)
    with another_language(qapp):
        QApplication.sendEvent(question, QEvent(QEvent.Type.LanguageChange))
    shown = [label.text() for label in question.findChildren(QLabel) if label.isVisible()]
    shown += [called(button) for button in question.findChildren(QRadioButton)]
    assert any(text.startswith("«Which") for text in shown)
    assert sum(text.startswith("«") for text in shown if text) >= 5
