"""Risk: a cell is not drawn as Qt draws it: on the wrong side, uncut, or unreadable if selected."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from desktop_app.models.images import ImageRow, ImagesModel
from desktop_app.ui.record_table import RecordTable
from tests.ui.samples import image


@pytest.fixture
def table(window: QWidget) -> RecordTable[ImageRow]:
    model = ImagesModel(window)
    model.show_images((image("web:2.1"), image("path/" * 40 + "db:1"), image()))
    table: RecordTable[ImageRow] = RecordTable(model, [])
    table.setParent(window)
    table.resize(900, 200)
    table.show()
    return table


def _picture(table: RecordTable[ImageRow]) -> QImage:
    return table.viewport().grab().toImage()


@pytest.mark.parametrize(
    "change",
    [
        lambda table: table.setColumnWidth(ImagesModel.SIZE, 30),
        lambda table: table.selectRow(1),
        lambda table: table.setEnabled(False),
        lambda table: table.setLayoutDirection(Qt.LayoutDirection.RightToLeft),
    ],
    ids=["narrow", "selected", "disabled", "from right to left"],
)
def test_a_cell_looks_as_if_qt_had_drawn_it(
    table: RecordTable[ImageRow], change: Callable[[RecordTable[ImageRow]], object]
) -> None:
    before = _picture(table)
    change(table)
    ours = _picture(table)
    assert ours != before
    table.setItemDelegate(QStyledItemDelegate(table))
    assert ours == _picture(table)
