"""Risk: a past transfer is not found, or a size beyond 2 GB sorts as if it were none."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop_app.desktop.past_transfer import PastFile
from desktop_app.ui.history_table import HistoryTable
from tests.desktop.past import ALL, DIGEST, SAVED, SUM
from tests.ui.helpers import cells
from tests.ui.texts.sentences import another_language


@pytest.fixture
def table(window: QWidget) -> HistoryTable:
    table = HistoryTable(())
    QVBoxLayout(window).addWidget(table)
    table.show_entries(ALL)
    return table


def test_the_newest_is_first(table: HistoryTable) -> None:
    assert [title.split()[0] for title in cells(table)] == [
        "Checked",
        "Imported",
        "Load",
        "Export",
        "Saved",
        "Saved",
    ]
    assert (table.count, table.seen_count) == (6, 6)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 6),
        ("db.tar", 1),
        ("stick", 5),
        (SUM[:12], 2),
        (DIGEST[-12:], 2),
        ("cancelled shop", 1),
        ("DOES NOT fit", 1),
        ("nothing", 0),
    ],
)
def test_it_is_found_by_all_that_is_known(table: HistoryTable, text: str, count: int) -> None:
    table.filter(text)
    assert (table.count, table.seen_count) == (6, count)


def test_sizes_sort_as_numbers(table: HistoryTable) -> None:
    huge = replace(SAVED, job_id="9", files=(PastFile(SAVED.files[0].path, 7 * 10**9),))
    table.show_entries((*ALL, huge))
    table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert cells(table, 3)[:2] == ["7.00 GB", "95.0 MB"]


def test_it_follows_the_language(table: HistoryTable, qapp: QApplication) -> None:
    with another_language(qapp):
        table.retranslate()
        header = table.model().headerData(0, Qt.Orientation.Horizontal)
        assert header == "«What»"
        assert cells(table)[0].startswith("«Checked")
        table.filter("«cancelled»")
        assert table.seen_count == 1
