"""Risk: a refresh loses the selection, the current row or the scroll position, or sorts wrongly."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QTableView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.models.record_table import TRAILING, Column, RecordTableModel, Role, Search

GIB = 2**30


@dataclass(frozen=True, slots=True)
class Thing:
    name: str
    size: int = 0


def name_of(thing: Thing) -> str:
    return thing.name


class Things(RecordTableModel[Thing]):
    def __init__(self) -> None:
        super().__init__(
            (
                Column[Thing](header=lambda: "Name", text=name_of, sort_key=name_of),
                Column[Thing](
                    header=lambda: "Size",
                    text=lambda thing: f"{thing.size} B",
                    sort_key=lambda thing: thing.size,
                    alignment=TRAILING,
                    tooltip=lambda thing: f"{thing.size} bytes",
                    accessible_text=lambda thing: f"{thing.size} bytes in all",
                ),
            ),
            key=name_of,
            search=lambda thing: Search(thing.name),
        )


@pytest.fixture
def model(qtmodeltester: ModelTester) -> Things:
    """A table of which every later change is checked by Qt's own model tester."""
    model = Things()
    qtmodeltester.check(model)
    return model


def things(names: str, size: int = 0) -> list[Thing]:
    return [Thing(name, size) for name in names]


def shown(model: Things) -> str:
    return "".join(
        model.index(row, 0).data(Qt.ItemDataRole.DisplayRole) for row in range(model.rowCount())
    )


def test_rows_come_go_change_and_move_without_a_reset(qtbot: QtBot, model: Things) -> None:
    with qtbot.assertNotEmitted(model.modelReset):
        for names in ("abc", "", "bdca", "xay", "yax"):
            model.apply(things(names))
            assert shown(model) == names
        model.apply([])
    assert model.rowCount() == 0


def test_the_same_rows_again_change_nothing(qtbot: QtBot, model: Things) -> None:
    model.apply(things("abc"))
    with (
        qtbot.assertNotEmitted(model.dataChanged),
        qtbot.assertNotEmitted(model.layoutChanged),
        qtbot.assertNotEmitted(model.rowsInserted),
    ):
        model.apply(things("abc"))


def test_only_rows_that_differ_are_told_as_changed(qtbot: QtBot, model: Things) -> None:
    model.apply(things("abcd"))
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.apply([Thing("a"), Thing("b", 1), Thing("c", 1), Thing("d")])
    first, last, *_ = changed.args
    assert (first.row(), first.column(), last.row(), last.column()) == (1, 0, 2, 1)


def test_one_row_is_replaced_in_its_place(qtbot: QtBot, model: Things) -> None:
    model.apply(things("bac"))
    model.sort(0)
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.replace(Thing("b", 1))
    first, last, *_ = changed.args
    assert (first.row(), last.row()) == (1, 1)
    assert model.rows == (Thing("a"), Thing("b", 1), Thing("c"))
    model.sort(-1)
    assert model.rows == (Thing("b", 1), Thing("a"), Thing("c"))


def test_sizes_beyond_two_gib_sort_right_both_ways(model: Things) -> None:
    model.apply([Thing("b", 7 * GIB), Thing("a", 0), Thing("c", 1), Thing("d", 3 * GIB)])
    model.sort(1)
    assert shown(model) == "acdb"
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert shown(model) == "bdca"


def test_new_and_changed_rows_find_their_place_in_the_sorting(model: Things) -> None:
    model.apply([Thing("a", 10), Thing("b", 20), Thing("c", 30)])
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.apply([Thing("a", 25), Thing("b", 20), Thing("c", 30), Thing("d", 22)])
    assert shown(model) == "cadb"


def test_rows_that_sort_alike_keep_the_order_in_which_they_were_given(model: Things) -> None:
    model.apply(things("dbca", size=5))
    model.sort(0)
    model.sort(1)
    assert shown(model) == "dbca"
    model.apply(things("dbxca", size=5))
    assert shown(model) == "dbxca"
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert shown(model) == "dbxca"


def test_sorting_by_nothing_is_the_given_order(model: Things) -> None:
    model.apply(things("cab"))
    model.sort(0)
    model.sort(-1)
    assert shown(model) == "cab"


def test_selection_and_current_row_follow_their_records(qtbot: QtBot, model: Things) -> None:
    model.apply(things("abcdef"))
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    selection = view.selectionModel()
    rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in (1, 4):
        selection.select(model.index(row, 0), rows)
    selection.setCurrentIndex(model.index(4, 0), QItemSelectionModel.SelectionFlag.NoUpdate)

    model.apply(things("bcxdeyz", size=1))
    model.sort(0, Qt.SortOrder.DescendingOrder)

    selected = {index.data(Role.RECORD).name for index in selection.selectedRows()}
    assert selected == {"b", "e"}
    assert selection.currentIndex().data(Role.KEY) == "e"


def test_the_scroll_position_stays_while_rows_below_come_and_go(
    qtbot: QtBot, model: Things
) -> None:
    model.apply(Thing(f"{number:03}") for number in range(200))
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(300, 200)
    view.show()
    view.verticalScrollBar().setValue(60)
    top = view.indexAt(view.viewport().rect().topLeft()).data()
    model.apply(Thing(f"{number:03}", 1) for number in range(250) if number != 150)
    assert view.verticalScrollBar().value() == 60
    assert view.indexAt(view.viewport().rect().topLeft()).data() == top


def test_each_role_has_its_answer_and_the_size_arrives_whole(model: Things) -> None:
    thing = Thing("a", 7 * GIB)
    model.apply([thing])
    cell = model.index(0, 1)
    assert cell.data(Qt.ItemDataRole.DisplayRole) == f"{7 * GIB} B"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == f"{7 * GIB} bytes"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == f"{7 * GIB} bytes in all"
    assert Qt.AlignmentFlag(cell.data(Qt.ItemDataRole.TextAlignmentRole)) == TRAILING
    assert cell.data(Role.SORT) == 7 * GIB
    assert cell.data(Role.RECORD) is thing
    assert cell.data(Role.KEY) == "a"
    assert model.row_at(0) is thing
    assert model.rows == (thing,)
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "a"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "a"


def test_a_name_that_looks_like_markup_is_shown_as_it_is(model: Things) -> None:
    model.apply([Thing("<h1>a</h1>", 1)])
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<p>&lt;h1&gt;a&lt;/h1&gt;</p>"


def test_headers_are_asked_for_anew_when_the_language_changes(qtbot: QtBot, model: Things) -> None:
    model.apply(things("ab"))
    horizontal = Qt.Orientation.Horizontal
    assert [model.headerData(section, horizontal) for section in range(3)] == [
        "Name",
        "Size",
        None,
    ]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(1, horizontal, Qt.ItemDataRole.TextAlignmentRole) == TRAILING
    with qtbot.waitSignals([model.headerDataChanged, model.dataChanged]):
        model.retranslate()
