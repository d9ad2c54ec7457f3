"""Risk: an image in a file cannot be seen, or what is odd about it cannot."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.models.archive_contents import ArchiveContentsModel
from desktop_app.ui.dialogs.contents_table import ContentsTable
from desktop_app.ui.file_plan import name_owners, plan
from tests.ui.samples import ENGINE, SHOP, archived_image, image, image_archive


def _texts(table: ContentsTable, column: int) -> list[str]:
    model = table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_every_image_is_there_with_its_platform(qtbot: QtBot) -> None:
    table = ContentsTable(plan(SHOP, None, ENGINE, {}))
    qtbot.addWidget(table)
    assert _texts(table, ArchiveContentsModel.NAME) == ["shop/web:2.1", "shop/api:2.1"]
    here, elsewhere = _texts(table, ArchiveContentsModel.PLATFORM)
    assert here == "linux/amd64"
    assert "⚠" in elsewhere
    assert table.accessibleName() == "Images in the file"


@pytest.mark.parametrize(("taken", "is_hidden"), [("shop/web:2.1", False), ("other:1", True)])
def test_what_is_replaced_is_said_only_where_something_is(
    qtbot: QtBot, taken: str, *, is_hidden: bool
) -> None:
    table = ContentsTable(plan(SHOP, None, ENGINE, name_owners([image(taken)])))
    qtbot.addWidget(table)
    assert table.isColumnHidden(ArchiveContentsModel.REPLACES) is is_hidden


def test_a_few_rows_are_all_seen_and_many_scroll(qtbot: QtBot) -> None:
    few = ContentsTable(plan(SHOP, None, ENGINE, {}))
    many = ContentsTable(
        plan(image_archive(*(archived_image(f"a:{n}") for n in range(40))), None, ENGINE, {})
    )
    for table in (few, many):
        qtbot.addWidget(table)
        table.show()
    assert few.verticalScrollBar().maximum() == 0
    assert many.verticalScrollBar().maximum() > 0


def test_a_name_cannot_lie_about_its_direction(qtbot: QtBot) -> None:
    table = ContentsTable(plan(image_archive(archived_image("a\u202eb:1")), None, ENGINE, {}))
    qtbot.addWidget(table)
    assert _texts(table, ArchiveContentsModel.NAME) == ["a\N{REPLACEMENT CHARACTER}b:1"]
    assert table.textElideMode() is Qt.TextElideMode.ElideMiddle
