"""Risk: a file is sent under another name than was typed, or although it cannot be used."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QProgressBar,
    QRadioButton,
    QTableView,
)
from pytestqt.qtbot import QtBot

from desktop_app.archives.compatibility import Method
from desktop_app.archives.report import (
    ArchiveKind,
    ArchiveReport,
    Compression,
    Evidence,
    ReportWarning,
)
from desktop_app.engine_info import ImageStore
from desktop_app.errors import ErrorCode
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.requests import ImportRequest, LoadRequest, UnreadableFile
from desktop_app.ui.dialogs.file_section import FileSection
from desktop_app.ui.dialogs.link import Link
from desktop_app.ui.file_plan import FilePlan, name_owners, plan, plan_with_fitting_method
from desktop_app.ui.opened_file import opened_file
from tests.ui.helpers import click, find
from tests.ui.samples import (
    DAMAGED,
    ENGINE,
    FILESYSTEM,
    FOR_TWO,
    NAMELESS,
    READ,
    SHOP,
    UNREAD,
    UNREAD_FILESYSTEM,
    archived_image,
    digest,
    image,
)
from tests.ui.texts.sentences import another_language

_NAME = "Name of the new image"
_NAMELESS_NAME = "Name for the image aaaaaaaaaaaa"


def _owner_of(name: str) -> str:
    return digest("e") if name == "db:1" else ""


def _found(section: FileSection, found: FilePlan | UnreadableFile) -> None:
    section.show_file(section.file.found(found, _owner_of))


def _section(qtbot: QtBot, file: FilePlan) -> FileSection:
    section = FileSection(opened_file(file, _owner_of), _owner_of)
    qtbot.addWidget(section)
    section.show()
    return section


def _texts(section: FileSection) -> str:
    return "\n".join(label.text() for label in section.findChildren(QLabel) if label.isVisible())


def test_saved_images_are_loaded_as_they_are(qtbot: QtBot) -> None:
    section = _section(qtbot, plan(SHOP, None, ENGINE, {}))
    assert section.file.transfer == LoadRequest(Path("shop.tar"))
    assert section.file.transfer.known is SHOP
    assert "Saved images · 361 MB" in _texts(section)
    assert not section.file.is_risky


def test_a_file_system_gets_the_name_of_its_file_unless_another_is_typed(qtbot: QtBot) -> None:
    report = replace(FILESYSTEM, path=Path("Web Dev.tar.gz"), compression=Compression.GZIP)
    section = _section(qtbot, plan(report, None, ENGINE, {}))
    assert section.file.transfer == ImportRequest(report.path, "web-dev:latest")
    assert section.file.transfer.known is report
    assert "· gzip" in _texts(section)
    edit = find(section, QLineEdit, _NAME)
    edit.clear()
    assert not section.file.names
    with qtbot.waitSignal(section.changed):
        qtbot.keyClicks(edit, "w")
    qtbot.keyClicks(edit, "eb:2")
    assert section.file.transfer == ImportRequest(report.path, "web:2")
    assert section.file.names == (("web:2", str(report.path)),)


def test_what_is_done_on_the_way_is_said_and_no_more_is_asked(qtbot: QtBot) -> None:
    packed = replace(SHOP, compression=Compression.XZ, images=SHOP.images[:1])
    section = _section(qtbot, plan(packed, None, ENGINE, {}))
    assert section.file.transfer == LoadRequest(Path("shop.tar"))
    assert "It is decompressed on the way" in _texts(section)
    assert "⚠" not in _texts(section)


def test_what_is_packed_once_more_is_shown_as_what_is_inside(qtbot: QtBot) -> None:
    wrapped = replace(
        SHOP, kind=ArchiveKind.OTHER, evidence=Evidence.ZIP, images=(), complete=False
    )
    section = _section(qtbot, plan(wrapped, None, ENGINE, {}))
    assert section.file.is_reading
    _found(section, plan(replace(SHOP, evidence=Evidence.ZIP), None, ENGINE, {}))
    assert section.file.transfer == LoadRequest(SHOP.path)
    assert "unpacked on the way" in _texts(section)


def test_a_file_system_that_is_packed_once_more_asks_for_its_name(qtbot: QtBot) -> None:
    wrapped = replace(FILESYSTEM, kind=ArchiveKind.OTHER, evidence=Evidence.WRAPPED, complete=False)
    section = _section(qtbot, plan(wrapped, None, ENGINE, {}))
    _found(section, plan(replace(FILESYSTEM, evidence=Evidence.WRAPPED), None, ENGINE, {}))
    assert section.file.transfer == ImportRequest(FILESYSTEM.path, "web-dev:latest")


def test_a_nameless_image_may_be_given_a_name(qtbot: QtBot) -> None:
    section = _section(qtbot, plan(NAMELESS, None, ENGINE, {}))
    assert section.file.transfer == LoadRequest(NAMELESS.path)
    qtbot.keyClicks(find(section, QLineEdit, _NAMELESS_NAME), "web:1")
    assert section.file.transfer == LoadRequest(NAMELESS.path, {digest("a"): "web:1"})


def test_a_name_that_will_not_do_keeps_the_file_back(qtbot: QtBot) -> None:
    section = _section(qtbot, plan(NAMELESS, None, ENGINE, {}))
    qtbot.keyClicks(find(section, QLineEdit, _NAMELESS_NAME), "Web")
    assert section.file.transfer is None


def test_a_name_that_another_image_loses_is_a_risk(qtbot: QtBot) -> None:
    typed = _section(qtbot, plan(NAMELESS, None, ENGINE, {}))
    qtbot.keyClicks(find(typed, QLineEdit, _NAMELESS_NAME), "db:1")
    assert typed.file.is_risky
    taken = frozenset({"db:1"})
    assert typed.file.transfer == LoadRequest(
        NAMELESS.path, {digest("a"): "db:1"}, movable_names=taken
    )


def test_a_name_of_the_file_that_another_image_has_holds_the_file_back_until_it_is_decided(
    qtbot: QtBot,
) -> None:
    section = _section(qtbot, plan(SHOP, None, ENGINE, name_owners([image("shop/web:2.1")])))
    assert (section.file.transfer, section.file.is_risky) == (None, True)
    assert "in this engine: shop/web:2.1." in _texts(section)
    click(section, QRadioButton, "Replace: the image(s) in this file get the name(s)")
    expected = LoadRequest(SHOP.path, movable_names=frozenset({"shop/web:2.1"}))
    assert (section.file.transfer, section.file.is_risky) == (expected, True)
    click(section, QRadioButton, "Keep both: the image(s) in this file get other name(s)")
    expected = LoadRequest(SHOP.path, {"shop/web:2.1": "shop/web:2.1-2"})
    assert (section.file.transfer, section.file.is_risky) == (expected, False)
    assert section.file.names == (("shop/web:2.1-2", digest("a")), ("shop/api:2.1", digest("b")))


def test_what_another_name_leaves_in_the_file_is_said_at_once(qtbot: QtBot) -> None:
    whole = plan(FOR_TWO, None, replace(ENGINE, store=ImageStore.CONTAINERD), {})
    section = _section(qtbot, whole)
    click(section, Link, "Change names…")
    left = "⚠ Comes into the engine: linux/amd64. Stays in the file: linux/arm64."
    assert left not in _texts(section)
    edit = find(section, QLineEdit, "Load web:1 as")
    qtbot.keyClicks(edit, "-2")
    assert left in _texts(section)
    for _ in "-2":
        qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert left not in _texts(section)


def test_a_file_that_cannot_be_used_says_why_and_asks_nothing(qtbot: QtBot) -> None:
    section = _section(qtbot, plan(DAMAGED, None, ENGINE, {}))
    assert section.file.transfer is None
    assert "⚠ This file is damaged." in _texts(section)
    assert not section.findChildren(QLineEdit)


def test_an_import_against_advice_says_so_to_the_job(qtbot: QtBot) -> None:
    file = plan(SHOP, Method.IMPORT, ENGINE, {}).with_consent()
    section = _section(qtbot, file)
    assert section.file.transfer == ImportRequest(SHOP.path, "shop:latest", despite_warning=True)


@pytest.mark.parametrize(
    ("report", "chosen", "words"),
    [
        (SHOP, Method.IMPORT, "You chose Import. This file holds saved images"),
        (FILESYSTEM, Method.LOAD, "You chose Load. This file holds a file system"),
    ],
    ids=["images", "filesystem"],
)
def test_a_method_that_was_switched_is_said(
    qtbot: QtBot, report: ArchiveReport, chosen: Method, words: str
) -> None:
    section = _section(qtbot, plan_with_fitting_method(report, chosen, ENGINE, {}))
    assert words in _texts(section)


def test_what_is_odd_is_said_once(qtbot: QtBot) -> None:
    warnings = (ReportWarning.NAMELESS, ReportWarning.TRAILING_DATA)
    section = _section(qtbot, plan(replace(NAMELESS, warnings=warnings), None, ENGINE, {}))
    assert "More data follow" in _texts(section)
    assert "has no name" not in _texts(section)


def test_a_file_that_is_still_read_says_so_and_waits_for_its_names(qtbot: QtBot) -> None:
    section = _section(qtbot, plan(UNREAD, None, ENGINE, {}))
    line = "Reading which images are in it…"
    assert line in _texts(section)
    file = section.file
    assert (file.is_reading, file.is_startable, file.transfer) == (True, True, None)
    section.show_progress(Progress(Phase.INSPECTING, 1, 2))
    bar = find(section, QProgressBar, line)
    assert bar.value() == bar.maximum() / 2
    _found(section, plan(READ, None, ENGINE, {}))
    assert line not in _texts(section)
    assert find(section, QTableView, "Images in the file").model().rowCount() == 2
    assert section.file.transfer == LoadRequest(READ.path)


def test_what_a_file_says_of_itself_is_shown_until_it_was_read(qtbot: QtBot) -> None:
    said = replace(UNREAD, images=(archived_image("said:1"),))
    section = _section(qtbot, plan(said, None, ENGINE, {}))
    assert find(section, QTableView, "Images in the file").model().rowCount() == 1
    assert section.file.transfer is None
    _found(section, plan(READ, None, ENGINE, {}))
    assert find(section, QTableView, "Images in the file").model().rowCount() == 2
    _found(section, plan(replace(READ, kind=ArchiveKind.DAMAGED, images=()), None, ENGINE, {}))
    assert not [table for table in section.findChildren(QTableView) if table.isVisible()]


def test_names_are_asked_for_once_it_is_known_which_are_missing(qtbot: QtBot) -> None:
    section = _section(qtbot, plan(UNREAD, None, ENGINE, {}))
    assert not section.findChildren(QLineEdit)
    _found(section, plan(replace(READ, images=NAMELESS.images), None, ENGINE, {}))
    qtbot.keyClicks(find(section, QLineEdit, _NAMELESS_NAME), "web:1")
    assert section.file.transfer == LoadRequest(READ.path, {digest("a"): "web:1"})


def test_the_name_typed_for_a_file_system_outlives_the_reading(qtbot: QtBot) -> None:
    section = _section(qtbot, plan(UNREAD_FILESYSTEM, None, ENGINE, {}))
    assert "Reading whether it is whole…" in _texts(section)
    qtbot.keyClicks(find(section, QLineEdit, _NAME), "-2")
    expected = ImportRequest(FILESYSTEM.path, "web-dev:latest-2")
    assert section.file.transfer == expected
    _found(section, plan(FILESYSTEM, None, ENGINE, {}))
    assert section.file.transfer == expected
    _found(section, plan(replace(DAMAGED, path=FILESYSTEM.path), None, ENGINE, {}))
    assert not section.file.is_startable
    assert not section.file.names
    assert "⚠ This file is damaged." in _texts(section)


def test_a_reading_that_fails_is_explained_and_leaves_nothing_to_ask(qtbot: QtBot) -> None:
    section = _section(qtbot, plan(UNREAD_FILESYSTEM, None, ENGINE, {}))
    params = {"path": "web-dev.tar"}
    _found(section, UnreadableFile(FILESYSTEM.path, ErrorCode.FILE_GONE, params))
    file = section.file
    assert (file.is_reading, file.is_startable, file.transfer) == (False, False, None)
    assert not file.names
    assert "⚠ The file web-dev.tar is not there." in _texts(section)
    assert "Reading" not in _texts(section)


def test_everything_follows_the_language(qtbot: QtBot, qapp: QApplication) -> None:
    section = _section(qtbot, plan(NAMELESS, None, ENGINE, {}))
    with another_language(qapp):
        QApplication.sendEvent(section, QEvent(QEvent.Type.LanguageChange))
        assert "«Saved images»" in _texts(section)
        assert "«Name for the image" in _texts(section)
