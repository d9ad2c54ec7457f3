"""Risk: the selection moves to other rows when the engine changes, or long names hide the rest."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.engine_info import ImageRecord
from desktop_app.models.images import ImageRow, ImagesModel
from desktop_app.ui import theme
from desktop_app.ui.record_table import RecordTable
from tests.ui.helpers import cells, select
from tests.ui.samples import digest

_LONG = "registry.example.org/" + "path/" * 30 + "web:2.1"


def _images(*names: str, platform: str = "linux/amd64") -> tuple[ImageRecord, ...]:
    return tuple(
        ImageRecord(digest(f"{place:x}"), (name,), 10 * place, None, platform)
        for place, name in enumerate(names)
    )


@pytest.fixture
def model(window: QWidget) -> ImagesModel:
    return ImagesModel(window)


@pytest.fixture
def table(window: QWidget, model: ImagesModel) -> RecordTable[ImageRow]:
    spare = (ImagesModel.PLATFORM, ImagesModel.IN_USE)
    table: RecordTable[ImageRow] = RecordTable(model, [QAction("Save", window)], spare)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(table)
    table.show()
    return table


def _names(table: RecordTable[ImageRow]) -> list[str]:
    return [row.name for row in table.selected]


def test_the_selection_stays_with_its_rows(
    table: RecordTable[ImageRow], model: ImagesModel, qtbot: QtBot
) -> None:
    model.show_images(_images("b:1", "d:1", "f:1"))
    with qtbot.waitSignal(table.selection_changed):
        select(table, "b:1", "f:1")
    model.show_images((*_images("b:1", "d:1", "f:1"), ImageRecord(digest("e"), ("a:1",), 1, None)))
    assert cells(table) == ["a:1", "b:1", "d:1", "f:1"]
    assert _names(table) == ["b:1", "f:1"]


def test_a_selected_row_that_changes_is_told(
    table: RecordTable[ImageRow], model: ImagesModel, qtbot: QtBot
) -> None:
    model.show_images(_images("a:1", platform=""))
    select(table, "a:1")
    with qtbot.waitSignal(table.selection_changed):
        model.show_images(_images("a:1"))
    assert table.selected[0].record.platform == "linux/amd64"


def test_a_click_on_the_header_sorts_and_keeps_the_selection(
    table: RecordTable[ImageRow], model: ImagesModel, qtbot: QtBot
) -> None:
    model.show_images(_images("a:1", "b:1", "c:1"))
    select(table, "a:1")
    header = table.horizontalHeader()
    place = header.sectionViewportPosition(ImagesModel.SIZE) + header.sectionSize(2) // 2
    spot = header.viewport().rect().center()
    spot.setX(place)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    first = cells(table)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert sorted([first, cells(table)]) == [["a:1", "b:1", "c:1"], ["c:1", "b:1", "a:1"]]
    assert _names(table) == ["a:1"]


def test_scrolling_stays_when_rows_come(
    table: RecordTable[ImageRow], model: ImagesModel, qtbot: QtBot
) -> None:
    names = [f"m{number:03}:1" for number in range(200)]
    records = [ImageRecord(f"sha256:{name}", (name,), 1, None) for name in names]
    model.show_images(tuple(records))
    bar = table.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    table.scrollTo(table.model().index(100, 0))
    before = bar.value()
    assert before
    model.show_images((*records, ImageRecord("sha256:z", ("z:1",), 1, None)))
    assert bar.value() == before


def test_a_long_name_pushes_no_column_out_of_sight(
    table: RecordTable[ImageRow], model: ImagesModel, qtbot: QtBot
) -> None:
    model.show_images(_images(_LONG, "a:1"))
    header = table.horizontalHeader()
    qtbot.waitUntil(lambda: header.length() <= table.viewport().width())
    assert table.textElideMode() is Qt.TextElideMode.ElideMiddle
    assert not any(table.isColumnHidden(column) for column in range(6))


def test_a_narrow_table_does_without_its_spare_columns(
    window: QWidget, table: RecordTable[ImageRow], model: ImagesModel, qtbot: QtBot
) -> None:
    model.show_images(_images(_LONG))
    window.resize(520, 400)
    qtbot.waitUntil(lambda: table.isColumnHidden(ImagesModel.PLATFORM))
    assert not table.isColumnHidden(ImagesModel.SIZE)
    window.resize(1100, 400)
    qtbot.waitUntil(lambda: not table.isColumnHidden(ImagesModel.PLATFORM))


def test_a_width_that_somebody_set_stays(
    window: QWidget, table: RecordTable[ImageRow], model: ImagesModel, qtbot: QtBot
) -> None:
    table.horizontalHeader().resizeSection(ImagesModel.NAME, 333)
    model.show_images(_images(_LONG))
    window.resize(900, 500)
    qtbot.waitUntil(lambda: table.width() == 900)
    assert table.columnWidth(ImagesModel.NAME) == 333


def test_tab_leaves_the_table(
    window: QWidget, table: RecordTable[ImageRow], model: ImagesModel, qtbot: QtBot
) -> None:
    model.show_images(_images("a:1", "b:1"))
    other = QWidget()
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(other)
    other.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert other.hasFocus()


@pytest.fixture
def focused(
    window: QWidget, table: RecordTable[ImageRow], model: ImagesModel, qtbot: QtBot
) -> RecordTable[ImageRow]:
    """Three rows, the second of them current, and the keys go there."""
    model.show_images(_images("a:1", "b:1", "c:1"))
    with qtbot.waitActive(window):
        window.activateWindow()
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 0))
    return table


def _colours(table: RecordTable[ImageRow], from_the_top: int) -> set[int]:
    """What is painted along the current row, so many pixels below its top."""
    picture = table.viewport().grab().toImage()
    y = table.rowViewportPosition(table.currentIndex().row()) + from_the_top
    return {picture.pixelColor(x, y).rgb() for x in range(8, table.viewport().width() - 8)}


def test_a_selected_row_has_one_colour_from_end_to_end(focused: RecordTable[ImageRow]) -> None:
    assert _colours(focused, 5) == {focused.palette().highlight().color().rgb()}


def test_among_several_selected_rows_the_current_one_is_framed(
    focused: RecordTable[ImageRow],
) -> None:
    white = focused.palette().highlightedText().color().rgb()
    assert _colours(focused, theme.LINE) != {white}
    focused.selectAll()
    assert _colours(focused, theme.LINE) == {white}


def test_the_current_row_is_framed_as_a_whole_without_being_selected(
    focused: RecordTable[ImageRow],
) -> None:
    focused.clearSelection()
    assert _colours(focused, 5) == {focused.palette().base().color().rgb()}
    assert _colours(focused, theme.LINE) == {focused.palette().highlight().color().rgb()}
    focused.clearFocus()
    assert _colours(focused, theme.LINE) == {focused.palette().base().color().rgb()}


def test_where_names_are_short_every_column_is_in_sight(
    window: QWidget, table: RecordTable[ImageRow], model: ImagesModel, qtbot: QtBot
) -> None:
    model.show_images(_images("a:1"))
    qtbot.waitUntil(lambda: not table._later.isActive())
    header = table.horizontalHeader()
    others = header.length() - table.columnWidth(ImagesModel.NAME)
    window.resize(others + table._wanted_width(ImagesModel.NAME), 400)
    qtbot.waitUntil(lambda: header.length() <= table.viewport().width())
    assert not table.isColumnHidden(ImagesModel.PLATFORM)


def test_columns_are_measured_when_rows_come_and_not_at_every_new_width(
    window: QWidget,
    table: RecordTable[ImageRow],
    model: ImagesModel,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Beside many rows the details would come and go haltingly."""
    model.show_images(_images("a:1"))
    qtbot.waitUntil(lambda: not table._later.isActive())
    before = table.columnWidth(ImagesModel.NAME)
    measured: list[int] = []
    monkeypatch.setattr(table, "sizeHintForColumn", measured.append)
    window.resize(window.width() + 100, window.height())
    qtbot.waitUntil(lambda: table.columnWidth(ImagesModel.NAME) == before + 100)
    assert measured == []
