"""Risk: a file goes to the engine by the wrong method, or takes a name away without a word."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.archives.compatibility import Method, VerdictCode
from desktop_app.archives.report import ArchiveKind, ArchiveReport, Evidence, Parts
from desktop_app.transfers.requests import UnreadableFile
from desktop_app.ui.file_plan import (
    name_owners,
    plan,
    plan_with_fitting_method,
    without_further_parts,
)
from tests.ui.samples import (
    DAMAGED,
    ENGINE,
    FILESYSTEM,
    NAMELESS,
    SHOP,
    UNKNOWN,
    UNREAD,
    UNREAD_FILESYSTEM,
    archived_image,
    digest,
    image,
    image_archive,
)


@pytest.mark.parametrize(
    ("report", "method", "is_startable"),
    [
        (SHOP, Method.LOAD, True),
        (FILESYSTEM, Method.IMPORT, True),
        (UNKNOWN, Method.LOAD, False),
        (DAMAGED, Method.LOAD, False),
    ],
    ids=["images", "filesystem", "unknown", "damaged"],
)
def test_the_content_chooses_the_method(
    report: ArchiveReport, method: Method, *, is_startable: bool
) -> None:
    made = plan(report, None, ENGINE, {})
    assert made.method is method
    assert made.is_startable is is_startable
    assert not made.is_mismatch


@pytest.mark.parametrize(
    ("report", "method", "with_consent"),
    [
        (SHOP, Method.IMPORT, True),
        (UNKNOWN, Method.IMPORT, True),
        (FILESYSTEM, Method.LOAD, False),
    ],
    ids=["images", "unknown", "filesystem"],
)
def test_a_wrong_choice_needs_consent_where_it_is_possible_at_all(
    report: ArchiveReport, method: Method, *, with_consent: bool
) -> None:
    made = plan(report, method, ENGINE, {})
    assert made.is_mismatch
    assert not made.is_startable
    assert made.with_consent().is_startable is with_consent


def test_a_name_of_the_same_image_is_not_replaced() -> None:
    same_config = image("shop/web:2.1", digit="a")
    assert plan(SHOP, None, ENGINE, name_owners([same_config])).replaced_names == frozenset()
    manifest = replace(archived_image("shop/web:2.1"), manifest_digest=digest("c"))
    same_manifest = image("shop/web:2.1", digit="c")
    made = plan(image_archive(manifest), None, ENGINE, name_owners([same_manifest]))
    assert made.replaced_names == frozenset()


def test_podman_replaces_the_names_that_it_gives() -> None:
    web = replace(archived_image("shop/web:2.1"), short_names=frozenset({"shop/web:2.1"}))
    report, podman = image_archive(web), replace(ENGINE, is_podman=True)
    assert (
        plan(report, None, podman, name_owners([image("shop/web:2.1")])).verdict.code
        is VerdictCode.FITS
    )
    made = plan(report, None, podman, name_owners([image("localhost/shop/web:2.1")]))
    assert made.replaced_names == {"localhost/shop/web:2.1"}
    assert made.verdict.replaced_names == ("localhost/shop/web:2.1",)


def test_of_several_platforms_only_what_is_sent_counts() -> None:
    layout = replace(
        image_archive(archived_image(architecture="arm64"), archived_image(digit="b")),
        kind=ArchiveKind.OCI_LAYOUT,
        evidence=Evidence.OCI_INDEX,
    )
    made = plan(layout, None, ENGINE, {})
    assert [each.architecture for each in made.arriving.images] == ["amd64"]
    assert made.nameless_images == made.arriving.images
    assert made.is_startable


def test_one_image_for_several_platforms_is_one() -> None:
    both = [archived_image("web:1"), archived_image("web:1", digit="b", architecture="arm64")]
    nameless = [archived_image(digit=digit) for digit in "cd"]
    made = plan(image_archive(*both, *nameless), None, ENGINE, {})
    assert made.image_count == 1 + 2


def test_a_name_of_another_image_is_replaced() -> None:
    made = plan(SHOP, None, ENGINE, name_owners([image("shop/web:2.1", "mine:1")]))
    assert made.replaced_names == {"shop/web:2.1"}
    assert made.verdict.code is VerdictCode.REPLACES_NAMES
    assert made.is_startable


@pytest.mark.parametrize(
    ("report", "needs_a_look"),
    [
        (image_archive(archived_image("a:1")), False),
        (NAMELESS, True),
        (FILESYSTEM, True),
        (UNREAD, True),
        (DAMAGED, True),
        (SHOP, True),  # one of its images is for another processor
    ],
    ids=["fits", "nameless", "filesystem", "unread", "damaged", "other-processor"],
)
def test_only_a_file_that_raises_no_question_needs_no_look(
    report: ArchiveReport, *, needs_a_look: bool
) -> None:
    assert plan(report, None, ENGINE, {}).needs_a_look is needs_a_look


def test_only_a_load_has_to_wait_for_names() -> None:
    assert plan(UNREAD, None, ENGINE, {}).awaits_names
    assert not plan(UNREAD_FILESYSTEM, None, ENGINE, {}).awaits_names
    assert not plan(SHOP, None, ENGINE, {}).awaits_names


def test_nameless_images_are_those_without_any_name() -> None:
    nameless, _ = NAMELESS.images
    assert plan(NAMELESS, None, ENGINE, {}).nameless_images == (nameless,)


def test_of_several_files_each_gets_the_method_that_fits() -> None:
    fitting = plan_with_fitting_method(SHOP, Method.LOAD, ENGINE, {})
    assert (fitting.method, fitting.refused_method) == (Method.LOAD, None)
    switched = plan_with_fitting_method(FILESYSTEM, Method.LOAD, ENGINE, {})
    assert (switched.method, switched.refused_method) == (Method.IMPORT, Method.LOAD)
    assert switched.is_startable
    hopeless = plan_with_fitting_method(DAMAGED, Method.IMPORT, ENGINE, {})
    assert not hopeless.is_startable


def test_parts_of_one_archive_are_one_file_however_many_were_dropped() -> None:
    parts = Parts("one", ("a.tar.001", "a.tar.002"))
    first = replace(SHOP, path=Path("/x/a.tar.001"), parts=parts)
    second = replace(SHOP, path=Path("/x/a.tar.002"), parts=parts)
    elsewhere = replace(SHOP, path=Path("/y/a.tar.001"), parts=parts)
    gone = UnreadableFile(Path("gone.tar"), "file-gone", {})
    assert without_further_parts([first, gone, second, SHOP, SHOP, elsewhere, gone]) == [
        first,
        gone,
        SHOP,
        SHOP,
        elsewhere,
        gone,
    ]
