"""Risk: among two hundred files one that is kept back, or sent otherwise than said, goes unseen."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.archives.compatibility import Method
from desktop_app.errors import ErrorCode
from desktop_app.transfers.requests import UnreadableFile
from desktop_app.ui.dialogs.file_table import FileTable
from desktop_app.ui.file_plan import FilePlan, name_owners, plan
from desktop_app.ui.opened_file import NEW_IMAGE, Answer, OpenedFile, opened_file
from tests.ui.samples import (
    DAMAGED,
    ENGINE,
    FILESYSTEM,
    SHOP,
    UNREAD,
    UNREAD_FILESYSTEM,
    archived_image,
    image,
    image_archive,
)
from tests.ui.texts.sentences import another_language

_GONE = UnreadableFile(Path("/media/gone.tar"), ErrorCode.FILE_GONE, {"path": "/media/gone.tar"})
_FINE = image_archive(archived_image("web:1", "web:2"))
_FOREIGN = image_archive(archived_image("web:1", architecture="arm64"))
_TAKEN = name_owners([image("shop/web:2.1")])


def _opened(file: FilePlan | UnreadableFile) -> OpenedFile:
    return opened_file(file, lambda _name: "")


def _table(qtbot: QtBot, *files: OpenedFile) -> FileTable:
    table = FileTable(files)
    qtbot.addWidget(table)
    table.resize(800, 400)
    table.show()
    return table


def _row(table: FileTable, number: int) -> list[str]:
    model = table.model()
    return [model.index(number, column).data() for column in range(model.columnCount())]


@pytest.mark.parametrize(
    ("file", "names", "words"),
    [
        (plan(_FINE, None, ENGINE, {}), "web:1 and web:2", "Will be loaded"),
        (plan(FILESYSTEM, None, ENGINE, {}), "web-dev:latest", "Will be imported"),
        (plan(UNREAD_FILESYSTEM, None, ENGINE, {}), "web-dev:latest", "Will be imported"),
        (plan(UNREAD, None, ENGINE, {}), "", "Being read…"),
        (plan(_FOREIGN, None, ENGINE, {}), "web:1", "⚠ Will be loaded"),
        (plan(DAMAGED, None, ENGINE, {}), "", "⚠ This file is damaged."),
        (
            plan(SHOP, None, ENGINE, _TAKEN),
            "shop/web:2.1 and shop/api:2.1",
            "⚠ Waits for your answer",
        ),
        (plan(SHOP, Method.IMPORT, ENGINE, {}), "", "⚠ This file holds saved images."),
        (_GONE, "", "⚠ The file gone.tar is not there."),
    ],
)
def test_a_row_says_what_becomes_of_a_file(
    qtbot: QtBot, file: FilePlan | UnreadableFile, names: str, words: str
) -> None:
    name, shown_names, said = _row(_table(qtbot, _opened(file)), 0)
    assert name == _opened(file).path.name
    assert shown_names == names
    assert said.startswith(words)


def test_what_was_answered_is_said_in_the_row(qtbot: QtBot) -> None:
    shop = _opened(plan(SHOP, None, ENGINE, _TAKEN))
    web = _opened(plan(FILESYSTEM, None, ENGINE, {}))
    table = _table(qtbot, shop, web)
    table.show_file(0, replace(shop, answer=Answer({"shop/web:2.1": "shop/web:3"})))
    table.show_file(1, replace(web, answer=Answer({NEW_IMAGE: "web:9"})))
    assert _row(table, 0)[1:] == ["shop/web:3 and shop/api:2.1", "Will be loaded"]
    assert _row(table, 1)[1] == "web:9"


def test_a_name_that_is_none_waits_for_another(qtbot: QtBot) -> None:
    web = _opened(plan(FILESYSTEM, None, ENGINE, {}))
    table = _table(qtbot, replace(web, answer=Answer(is_acceptable=False)))
    assert _row(table, 0)[1:] == ["", "⚠ Waits for your answer"]


def test_arrow_keys_choose_a_file(qtbot: QtBot) -> None:
    table = _table(qtbot, *(_opened(plan(SHOP, None, ENGINE, {})) for _ in range(3)))
    table.choose(0)
    with qtbot.waitSignal(table.chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert chosen.args == [1]


def test_the_row_has_the_whole_path_for_a_file_among_many_of_its_name(qtbot: QtBot) -> None:
    table = _table(qtbot, _opened(_GONE))
    assert table.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "/media/gone.tar"


def test_everything_follows_the_language(qtbot: QtBot, qapp: QApplication) -> None:
    table = _table(qtbot, _opened(plan(_FINE, None, ENGINE, {})))
    with another_language(qapp):
        QApplication.sendEvent(table, QEvent(QEvent.Type.LanguageChange))
        header = table.model().headerData(0, Qt.Orientation.Horizontal)
        assert (table.accessibleName(), header) == ("«Files»", "«File»")
        assert _row(table, 0)[2] == "«Will be loaded»"
