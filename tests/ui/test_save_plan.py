"""Risk: what is written is not what the dialog says, or a file is replaced that nobody spoke of."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.archives import Compression
from desktop_app.desktop.settings import SaveChoices
from desktop_app.engine_info import ImageStore
from desktop_app.models.images import ImageRow
from desktop_app.transfers.requests import ExportRequest, LoadRequest, SaveRequest
from desktop_app.ui.save_plan import SavePlan, files_of
from tests.ui.samples import image

_WEB = ImageRow(image("shop/web:2.1", "web:1"), "shop/web:2.1")
_WEB_AGAIN = ImageRow(_WEB.record, "web:1")
_DB = ImageRow(image("db:1", digit="e"), "db:1")
_SIZE = 228_000_000
_FOLDER = Path("/media/me/STICK")


def _plan(
    *rows: ImageRow,
    file_name: str = "shop.tar",
    compression: Compression = Compression.NONE,
    part_bytes: int | None = None,
    checksum: bool = False,
    is_separate: bool = False,
) -> SavePlan:
    choices = SaveChoices(str(_FOLDER), compression, part_bytes, checksum, is_separate)
    return SavePlan(rows, ImageStore.CLASSIC, choices, file_name)


def test_everything_that_was_chosen_is_asked_for() -> None:
    plan = _plan(
        *(_WEB, _DB), compression=Compression.ZSTD, part_bytes=2_000_000_000, checksum=True
    )
    assert plan.request == SaveRequest(
        ("shop/web:2.1", "db:1"),
        _FOLDER / "shop.tar.zst",
        2 * _SIZE,
        Compression.ZSTD,
        2_000_000_000,
        checksum=True,
    )


def test_of_several_images_each_can_have_a_file() -> None:
    plan = _plan(_WEB, _DB, is_separate=True, compression=Compression.GZIP)
    assert plan.request.target == _FOLDER
    assert plan.request.is_separate
    assert [file.name for file in plan.targets] == ["shop-web_2.1.tar.gz", "db_1.tar.gz"]


def test_one_image_is_one_file_whatever_was_chosen_for_several() -> None:
    request = _plan(_DB, is_separate=True).request
    assert not request.is_separate
    assert request.target == _FOLDER / "shop.tar"


@pytest.mark.parametrize(("is_separate", "count"), [(False, 1), (True, 2)])
def test_an_image_with_two_names_is_in_one_file_once(*, is_separate: bool, count: int) -> None:
    plan = _plan(_WEB, _WEB_AGAIN, is_separate=is_separate)
    assert plan.estimate.likely_bytes == count * _SIZE
    assert plan.request.estimated_bytes == count * _SIZE


@pytest.mark.parametrize(
    ("compression", "suffix"),
    [(Compression.NONE, ".tar"), (Compression.GZIP, ".tar.gz"), (Compression.ZSTD, ".tar.zst")],
)
def test_the_ending_tells_the_compression(compression: Compression, suffix: str) -> None:
    plan = _plan(_DB, file_name="shop.tar.gz", compression=compression)
    assert plan.suffixed_name == f"shop{suffix}"


@pytest.mark.parametrize("name", ["", ".tar", "a/b", "a:b", "nul", 'a"b', "x" * 200, "镜" * 100])
def test_a_name_that_not_every_disk_takes_is_none(name: str) -> None:
    assert not _plan(_DB, file_name=name).has_good_name
    assert _plan(_DB, _WEB, file_name=name, is_separate=True).has_good_name


def test_only_a_file_that_surely_grows_too_large_is_called_so() -> None:
    big = ImageRow(replace(_DB.record, size_bytes=5_000_000_000), "db:1")
    assert _plan(big).is_too_large_for_fat
    assert _plan(big, _WEB, is_separate=True).is_too_large_for_fat
    assert not _plan(big, compression=Compression.ZSTD).is_too_large_for_fat
    assert not _plan(big, part_bytes=2_000_000_000).is_too_large_for_fat
    assert not _plan(_DB, _WEB, is_separate=True).is_too_large_for_fat


def test_parts_and_checksums_are_files_too() -> None:
    request = SaveRequest(("a:1",), _FOLDER / "a.tar", part_bytes=1, checksum=True)
    names = [path.name for path in files_of(request)]
    assert names == ["a.tar.001", "a.tar.parts", "a.tar.sha256"]


def test_each_of_several_files_counts() -> None:
    request = SaveRequest(("a:1", "b:1"), _FOLDER, checksum=True, is_separate=True)
    names = [path.name for path in files_of(request)]
    assert names == ["a_1.tar", "a_1.tar.sha256", "b_1.tar", "b_1.tar.sha256"]


def test_an_export_writes_a_file_and_a_load_none() -> None:
    assert files_of(ExportRequest("c", "web", _FOLDER / "web.tar")) == (_FOLDER / "web.tar",)
    assert files_of(LoadRequest(_FOLDER / "web.tar")) == ()
