"""Risk: a container is not found, or its state is told in words that nobody knows."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.engine_info import ContainerRecord
from desktop_app.models.containers import ContainersModel
from desktop_app.models.record_table import Role

WEB = ContainerRecord(
    "ab" * 32, "web", "shop/web:2.1", "running", datetime(2019, 1, 2, tzinfo=UTC), ("/data",)
)
DB = ContainerRecord("cd" * 32, "Db", "postgres:9.6", "exited", None)


@pytest.fixture
def model(qtmodeltester: ModelTester) -> ContainersModel:
    model = ContainersModel()
    qtmodeltester.check(model)
    model.show_containers((WEB, DB))
    return model


def test_containers_stand_by_name_with_their_image_state_and_id(model: ContainersModel) -> None:
    cells = [[model.index(row, column).data() for column in range(5)] for row in range(2)]
    assert cells[0] == ["Db", "postgres:9.6", "Stopped", "", "cdcdcdcdcdcd"]
    assert cells[1][:3] == ["web", "shop/web:2.1", "Running"]
    assert "year" in cells[1][3]
    assert model.index(0, 0).data(Role.RECORD) is DB


@pytest.mark.parametrize("state", ["created", "paused", "restarting", "removing", "dead"])
def test_every_state_has_plain_words_and_the_engines_own_in_the_tooltip(
    model: ContainersModel, state: str
) -> None:
    model.show_containers((replace(WEB, state=state),))
    cell = model.index(0, ContainersModel.STATE)
    assert cell.data() != state
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == state


def test_a_state_of_a_later_engine_is_shown_as_it_is(model: ContainersModel) -> None:
    model.show_containers((replace(WEB, state="migrating"),))
    assert model.index(0, ContainersModel.STATE).data() == "migrating"


def test_a_container_that_stops_stays_the_same_row(qtbot: QtBot, model: ContainersModel) -> None:
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.rowsInserted):
        model.show_containers((replace(WEB, state="exited"), DB))


def test_every_column_sorts_with_gaps_in_it(model: ContainersModel) -> None:
    for column in range(model.columnCount()):
        model.sort(column)
        assert set(model.rows) == {WEB, DB}
