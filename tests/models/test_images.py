"""Risk: a name is missing, an image is shown twice, or the wrong one is acted upon."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.engine_info import ImageRecord
from desktop_app.models.images import ImageRow, ImagesModel
from desktop_app.models.record_table import Role

POSTGRES = ImageRecord(
    image_id="sha256:7864316753ab" + "0" * 52,
    names=("postgres:9.6", "db:latest"),
    size_bytes=228_000_000,
    created=datetime(2019, 1, 2, tzinfo=UTC),
    platform="linux/amd64",
    container_count=2,
)
NAMELESS = ImageRecord("sha256:4f1a9c02" + "0" * 56, (), 612_000_000, None)


@pytest.fixture
def model(qtmodeltester: ModelTester) -> ImagesModel:
    model = ImagesModel()
    qtmodeltester.check(model)
    return model


def texts(model: ImagesModel, row: int) -> list[str]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_one_row_a_name_and_one_for_the_nameless_which_comes_last(model: ImagesModel) -> None:
    model.show_images((NAMELESS, POSTGRES))
    assert model.rows == (
        ImageRow(POSTGRES, "db:latest"),
        ImageRow(POSTGRES, "postgres:9.6"),
        ImageRow(NAMELESS, ""),
    )
    assert model.rows[2].is_nameless


def test_cells_say_what_a_person_wants_to_know(model: ImagesModel) -> None:
    model.show_images((POSTGRES, NAMELESS))
    name, short_id, size, created, platform, in_use = texts(model, 1)
    assert (name, short_id, size) == ("postgres:9.6", "7864316753ab", "228 MB")
    assert "year" in created
    assert (platform, in_use) == ("linux/amd64", "2 container(s)")
    assert texts(model, 2) == ["(no name)", "4f1a9c020000", "612 MB", "", "", ""]


def test_tooltips_have_the_whole_id_and_the_whole_date(model: ImagesModel) -> None:
    model.show_images((POSTGRES, NAMELESS))
    tooltip = Qt.ItemDataRole.ToolTipRole
    assert model.index(0, ImagesModel.SHORT_ID).data(tooltip) == POSTGRES.image_id
    assert model.index(0, ImagesModel.CREATED).data(tooltip)
    assert "does not say" in model.index(2, ImagesModel.CREATED).data(tooltip)


def test_every_column_sorts_with_gaps_in_it(model: ImagesModel) -> None:
    model.show_images((POSTGRES, NAMELESS))
    for column in range(model.columnCount()):
        model.sort(column, Qt.SortOrder.DescendingOrder)
        assert len(model.rows) == 3
    model.sort(ImagesModel.CREATED)
    assert model.rows[0].is_nameless


def test_what_the_engine_still_has_keeps_its_rows(model: ImagesModel) -> None:
    """Ten thousand of them need not be made and compared for one image more."""
    model.show_images((POSTGRES,))
    before = model.rows
    model.show_images((NAMELESS, POSTGRES))
    assert all(old is new for old, new in zip(before, model.rows[:2], strict=True))


def test_a_platform_that_comes_later_changes_its_rows_only(
    qtbot: QtBot, model: ImagesModel
) -> None:
    model.show_images((POSTGRES, NAMELESS))
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.show_images((POSTGRES, replace(NAMELESS, platform="linux/arm64")))
    assert [index.row() for index in changed.args[:2]] == [2, 2]


def test_a_row_is_the_same_only_with_the_same_image_and_name(
    qtbot: QtBot, model: ImagesModel
) -> None:
    model.show_images((POSTGRES,))
    moved = replace(NAMELESS, names=("db:latest",))
    with qtbot.waitSignals([model.rowsRemoved, model.rowsInserted]):
        model.show_images((replace(POSTGRES, names=("postgres:9.6",)), moved))
    assert model.index(0, 0).data(Role.RECORD) == ImageRow(moved, "db:latest")
    keys = {model.index(row, 0).data(Role.KEY) for row in range(2)}
    assert len(keys) == 2
