"""Risk: an image is loaded under a name that nobody chose, or one that others have."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.dialogs.image_names import ImageNames
from desktop_app.ui.file_plan import FilePlan, name_owners, plan
from desktop_app.ui.opened_file import NEW_IMAGE
from tests.ui.helpers import click, find, words
from tests.ui.samples import (
    ENGINE,
    FILESYSTEM,
    NAMELESS,
    SHOP,
    UNREAD,
    archived_image,
    digest,
    image,
    image_archive,
)

_LINK = "Change names…"
_OWNERS = {"db:9": digest("e"), "shop/web:2.1": digest("d"), "shop/api:2.1": digest("b")}


def _names(qtbot: QtBot, file: FilePlan) -> ImageNames:
    names = ImageNames(file, lambda name: _OWNERS.get(name, ""))
    qtbot.addWidget(names)
    names.show()
    return names


def _edits(names: ImageNames) -> list[QLineEdit]:
    return [edit for edit in names.findChildren(QLineEdit) if edit.isVisible()]


def test_an_import_needs_a_name(qtbot: QtBot) -> None:
    names = _names(qtbot, plan(FILESYSTEM, None, ENGINE, {}))
    assert names.answer.given_names == {NEW_IMAGE: "web-dev:latest"}
    find(names, QLineEdit, "Name of the new image").clear()
    assert not names.answer.is_acceptable


def test_a_nameless_image_may_get_one(qtbot: QtBot) -> None:
    names = _names(qtbot, plan(NAMELESS, None, ENGINE, {}))
    assert names.answer.is_acceptable
    qtbot.keyClicks(find(names, QLineEdit, "Name for the image aaaaaaaaaaaa"), "db:9")
    assert names.answer.given_names == {digest("a"): "db:9"}
    assert names.answer.is_risky


def test_any_name_can_be_changed_once_that_is_wanted(qtbot: QtBot) -> None:
    names = _names(qtbot, plan(image_archive(archived_image("a:1", "a:2")), None, ENGINE, {}))
    assert not _edits(names)
    with qtbot.waitSignal(names.changed):
        click(names, QPushButton, _LINK)
    assert names.answer.given_names == {}
    edit = find(names, QLineEdit, "Load a:2 as")
    edit.setText("a:3")
    assert names.answer.given_names == {"a:2": "a:3"}
    edit.setText("db:9")
    assert not names.answer.is_acceptable
    assert "Another image has this name" in words(names)
    assert not names.answer.is_risky


def test_only_names_that_others_have_are_asked_about(qtbot: QtBot) -> None:
    names = _names(qtbot, plan(SHOP, None, ENGINE, name_owners([image("shop/web:2.1")])))
    assert (names.answer.is_acceptable, names.answer.is_risky) == (False, True)
    click(names, QRadioButton, "Keep both: the image(s) in this file get other name(s)")
    assert (names.answer.is_acceptable, names.answer.is_risky) == (True, False)
    click(names, QPushButton, _LINK)
    find(names, QLineEdit, "Load shop/api:2.1 as")
    assert names.answer.given_names == {"shop/web:2.1": "shop/web:2.1-2"}


def test_an_image_that_is_there_may_keep_its_own_name(qtbot: QtBot) -> None:
    api = image_archive(SHOP.images[1])
    names = _names(qtbot, plan(api, None, ENGINE, name_owners([image("shop/api:2.1", digit="b")])))
    click(names, QPushButton, _LINK)
    assert names.answer.is_acceptable


def test_podman_has_the_name_of_the_file_under_localhost(qtbot: QtBot) -> None:
    podman = replace(ENGINE, is_podman=True)
    short = replace(SHOP.images[0], short_names=frozenset(SHOP.images[0].names))
    report = image_archive(short)
    names = _names(
        qtbot, plan(report, None, podman, name_owners([image("localhost/shop/web:2.1")]))
    )
    click(names, QRadioButton, "Keep both: the image(s) in this file get other name(s)")
    assert names.answer.given_names == {"shop/web:2.1": "shop/web:2.1-2"}


@pytest.mark.parametrize("report", [UNREAD, replace(UNREAD, images=NAMELESS.images)])
def test_until_the_names_are_known_none_is_asked_for(qtbot: QtBot, report) -> None:
    names = _names(qtbot, plan(report, None, ENGINE, {}))
    assert not _edits(names)
    assert names.answer.is_acceptable
