"""Risk: somebody is connected to an engine that they did not choose, or cannot tell to which."""

import pytest
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.desktop.settings import EngineChoices
from desktop_app.errors import ErrorCode
from desktop_app.transfers.requests import ReachResult
from desktop_app.ui.dialogs.engine_choice import EngineChoice
from desktop_app.workers.outcome import Failed, Stopped, Succeeded
from tests.ui.helpers import click, find, words
from tests.ui.samples import ENGINE
from tests.ui.texts.sentences import another_language

_SERVER, _OTHER = "ssh://me@server", "tcp://other:2376"


@pytest.fixture
def choice(window: QWidget) -> EngineChoice:
    choice = EngineChoice(EngineChoices((_SERVER, _OTHER), _SERVER))
    choice.setParent(window)
    choice.show()
    return choice


@pytest.fixture
def chosen(choice: EngineChoice) -> list[EngineChoices]:
    """What was chosen, in order."""
    chosen: list[EngineChoices] = []
    choice.changed.connect(chosen.append)
    return chosen


def _rows(choice: EngineChoice) -> list[str]:
    rows = choice.findChild(QListWidget)
    assert isinstance(rows, QListWidget)
    return [rows.item(row).text() for row in range(rows.count())]


def _select(choice: EngineChoice, row: int) -> None:
    rows = choice.findChild(QListWidget)
    assert isinstance(rows, QListWidget)
    rows.setCurrentRow(row)


def _type(choice: EngineChoice, qtbot: QtBot, address: str) -> None:
    qtbot.keyClicks(find(choice, QLineEdit, "Address"), address)
    click(choice, QPushButton, "Add")


def test_the_one_in_use_is_said_in_words(choice: EngineChoice) -> None:
    assert _rows(choice) == ["Find one automatically", f"{_SERVER} – in use", _OTHER]
    assert not find(choice, QPushButton, "Use now").isEnabled()


def test_another_one_can_be_used_and_the_search_be_gone_back_to(
    choice: EngineChoice, chosen: list[EngineChoices]
) -> None:
    for row in (2, 0):
        _select(choice, row)
        click(choice, QPushButton, "Use now")
    assert [each.chosen for each in chosen] == [_OTHER, ""]
    assert _rows(choice)[0] == "Find one automatically – in use"
    assert not find(choice, QPushButton, "Remove").isEnabled()


def test_an_address_is_added_once_and_not_used_by_itself(
    choice: EngineChoice, chosen: list[EngineChoices], qtbot: QtBot
) -> None:
    for _ in range(2):
        _type(choice, qtbot, " tcp://new:2376 ")
    assert [each.addresses for each in chosen] == 2 * [(_SERVER, _OTHER, "tcp://new:2376")]
    assert chosen[-1].chosen == _SERVER
    assert find(choice, QPushButton, "Use now").isEnabled()


@pytest.mark.parametrize("address", ["server", "ssh://", "file:///etc/passwd", "tcp://a b"])
def test_what_is_no_address_is_not_added(
    choice: EngineChoice, chosen: list[EngineChoices], qtbot: QtBot, address: str
) -> None:
    _type(choice, qtbot, address)
    assert not chosen
    assert f"This is not the address of an engine: {address}" in words(choice)
    assert find(choice, QLineEdit, "Address").text() == address


def test_the_one_in_use_can_be_removed_and_then_one_is_found(
    choice: EngineChoice, chosen: list[EngineChoices]
) -> None:
    click(choice, QPushButton, "Remove")
    assert chosen == [EngineChoices((_OTHER,), "")]
    _select(choice, 1)
    click(choice, QPushButton, "Remove")
    assert _rows(choice) == ["Find one automatically – in use"]


def test_a_test_gives_a_plain_answer(choice: EngineChoice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choice.test_wanted) as wanted:
        click(choice, QPushButton, "Test")
    assert wanted.args == [_SERVER]
    assert "Asking it…" in words(choice)
    assert not find(choice, QPushButton, "Test").isEnabled()
    choice.show_outcome(Succeeded(ReachResult(ENGINE)))
    assert "It answers: Docker 28.5.2, on linux/amd64." in words(choice)
    choice.show_outcome(Failed(ErrorCode.ENGINE_STOPPED, {"url": _SERVER}))
    assert f"The engine is not running. Nobody answers at {_SERVER}." in words(choice)
    choice.show_outcome(Stopped())
    assert "Nobody answers" not in words(choice)
    assert find(choice, QPushButton, "Test").isEnabled()


def test_the_answer_follows_the_language(choice: EngineChoice, qapp) -> None:
    choice.show_outcome(Succeeded(ReachResult(ENGINE)))
    with another_language(qapp):
        choice.retranslate()
        assert "«It answers: Docker" in words(choice)
    choice.retranslate()
    assert "«" not in words(choice)
