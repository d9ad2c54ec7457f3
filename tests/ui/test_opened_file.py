"""Risk: of many files those that nobody looks at are sent under other names than those shown."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.archives.compatibility import Method
from desktop_app.engine_info import EngineInfo, ImageStore
from desktop_app.errors import ErrorCode
from desktop_app.transfers.requests import ImportRequest, LoadRequest, UnreadableFile
from desktop_app.ui.dialogs.image_names import ImageNames
from desktop_app.ui.file_plan import FilePlan, name_owners, plan
from desktop_app.ui.opened_file import (
    NEW_IMAGE,
    Answer,
    opened_file,
    repeated_name,
    suggested_name,
)
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
    digest,
    image,
)

_GONE = UnreadableFile(SHOP.path, ErrorCode.FILE_GONE, {"path": "shop.tar"})
_TAKEN = plan(SHOP, None, ENGINE, name_owners([image("shop/web:2.1", digit="e")]))
_INVALID = replace(FILESYSTEM, path=Path(f"{'a' * 64}.tar"))  # an ID is no name


def _owner_of(name: str) -> str:
    return digest("e") if name in {"web-dev:latest", "shop/web:2.1"} else ""


def _nobody(_name: str) -> str:
    return ""


@pytest.mark.parametrize("owner_of", [_nobody, _owner_of], ids=["free", "taken"])
@pytest.mark.parametrize(
    "file",
    [
        plan(SHOP, None, ENGINE, {}),
        plan(SHOP, Method.IMPORT, ENGINE, {}).with_consent(),
        plan(NAMELESS, None, ENGINE, {}),
        plan(FILESYSTEM, None, ENGINE, {}),
        plan(UNREAD, None, ENGINE, {}),
        plan(UNREAD_FILESYSTEM, None, ENGINE, {}),
        plan(_INVALID, None, ENGINE, {}),
        _TAKEN,
    ],
    ids=lambda file: f"{file.method}-{file.report.path.name[:9]}",
)
def test_what_nobody_has_seen_is_answered_as_the_fields_would_be(
    qtbot: QtBot, file: FilePlan, owner_of: object
) -> None:
    assert callable(owner_of)
    fields = ImageNames(file, owner_of)
    qtbot.addWidget(fields)
    assert opened_file(file, owner_of).answer == fields.answer


def test_a_name_that_is_taken_waits_for_an_answer() -> None:
    file = opened_file(_TAKEN, _owner_of)
    assert (file.is_unanswered, file.is_risky, file.transfer) == (True, True, None)
    moved = replace(file, answer=Answer(movable_names=_TAKEN.replaced_names, is_risky=True))
    assert moved.transfer == LoadRequest(SHOP.path, movable_names=frozenset({"shop/web:2.1"}))


def test_what_was_typed_outlives_the_reading_if_it_is_still_asked_for() -> None:
    file = opened_file(plan(UNREAD_FILESYSTEM, None, ENGINE, {}), _nobody)
    typed = replace(file, answer=Answer({NEW_IMAGE: "web:2"}))
    whole = typed.found(plan(FILESYSTEM, None, ENGINE, {}), _nobody)
    assert whole.transfer == ImportRequest(FILESYSTEM.path, "web:2")
    damaged = typed.found(plan(DAMAGED, None, ENGINE, {}), _nobody)
    assert (damaged.transfer, damaged.names, damaged.answer) == (None, (), Answer())


def test_a_name_that_turns_out_to_be_taken_is_asked_for_after_the_reading() -> None:
    file = opened_file(plan(UNREAD, None, ENGINE, {}), _owner_of)
    assert (file.is_reading, file.is_unanswered) == (True, False)
    owners = name_owners([image("shop/web:2.1", digit="e")])
    found = file.found(plan(READ, None, ENGINE, owners), _owner_of)
    assert (found.is_reading, found.is_unanswered) == (False, True)


@pytest.mark.parametrize("is_known", [False, True], ids=["from-the-start", "later"])
def test_a_file_that_cannot_be_read_is_not_sent(is_known: bool) -> None:
    known = opened_file(plan(SHOP, None, ENGINE, {}), _nobody)
    file = known.found(_GONE, _nobody) if is_known else opened_file(_GONE, _nobody)
    assert (file.path, file.failure) == (SHOP.path, _GONE)
    assert (file.is_startable, file.is_reading, file.is_unanswered) == (False, False, False)
    assert (file.transfer, file.draft, file.names) == (None, None, ())


def test_one_name_for_two_images_is_found_and_one_image_twice_is_not_two() -> None:
    shop = opened_file(plan(SHOP, None, ENGINE, {}), _nobody)
    web = opened_file(plan(FILESYSTEM, None, ENGINE, {}), _nobody)
    named = replace(web, answer=Answer({NEW_IMAGE: "shop/web:2.1"}))
    assert repeated_name([shop, web, shop]) == ""
    assert repeated_name([shop, named]) == "shop/web:2.1"


@pytest.mark.parametrize(
    ("file_name", "name"),
    [
        ("Web Dev.tar.gz", "web-dev:latest"),
        ("web.tgz", "web:latest"),
        ("web.tzst", "web:latest"),
        ("Web.TXZ", "web:latest"),
        ("web.zip", "web:latest"),
        ("web.tar.001", "web:latest"),
        ("web.tar.zst.parts", "web:latest"),
        ("….tar", "image:latest"),
    ],
)
def test_a_file_suggests_a_name(file_name: str, name: str) -> None:
    assert suggested_name(Path("/media", file_name)) == name


@pytest.mark.parametrize(
    "info",
    [ENGINE, replace(ENGINE, store=ImageStore.CONTAINERD), replace(ENGINE, is_podman=True)],
    ids=["classic", "containerd", "podman"],
)
def test_the_name_of_an_image_for_several_platforms_is_one_name(info: EngineInfo) -> None:
    made = plan(FOR_TWO, None, info, name_owners([image("web:1")]))
    file = opened_file(made, _nobody)
    assert file.names == (("web:1", digest("a")),)
    assert not repeated_name([file])
    assert made.taken_names == ["web:1"]


def test_under_another_name_only_one_of_several_platforms_comes() -> None:
    file = opened_file(
        plan(FOR_TWO, None, replace(ENGINE, store=ImageStore.CONTAINERD), {}), _nobody
    )
    assert file.left_behind == ()
    renamed = replace(file, answer=Answer({"web:1": "web:2"}))
    assert renamed.left_behind == FOR_TWO.images[1:]


def test_what_is_not_loaded_leaves_nothing_behind() -> None:
    for made in (plan(FOR_TWO, Method.IMPORT, ENGINE, {}), plan(DAMAGED, None, ENGINE, {})):
        assert opened_file(made, _nobody).left_behind == ()
    imported = plan(FOR_TWO, Method.IMPORT, ENGINE, {}).with_consent()
    assert opened_file(imported, _nobody).left_behind == ()
