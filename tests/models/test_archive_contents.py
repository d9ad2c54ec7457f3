"""Risk: a person loads a file without having seen what is in it and what it takes away."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from desktop_app.archives.report import (
    ArchivedImage,
    ArchivedLayer,
    ArchiveKind,
    ArchiveReport,
    Compression,
    Evidence,
)
from desktop_app.engine_info import EngineInfo, ImageStore
from desktop_app.models.archive_contents import ArchiveContentsModel, content_rows

AMD64 = EngineInfo("unix:///d", "20.10.24", "1.41", ImageStore.CLASSIC, False, "linux", "amd64")
WEB = ArchivedImage(
    names=("shop/web:2.1", "web:latest"),
    config_digest="sha256:0123456789abcdef",
    architecture="amd64",
    os="linux",
    created=None,
    layers=(ArchivedLayer("sha256:1", "a", 3 * 2**30), ArchivedLayer("sha256:2", "b", None)),
)
API = replace(WEB, names=(), architecture="arm64", variant="v8", layers=())
REPORT = ArchiveReport(
    path=Path("shop.tar"),
    size_bytes=2**32,
    kind=ArchiveKind.IMAGE_ARCHIVE,
    compression=Compression.NONE,
    evidence=Evidence.DOCKER_MANIFEST,
    images=(WEB, API),
)


@pytest.fixture
def model(qtmodeltester: ModelTester) -> ArchiveContentsModel:
    model = ArchiveContentsModel(str.upper)
    qtmodeltester.check(model)
    return model


def cells(model: ArchiveContentsModel, row: int) -> list[str]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_each_image_has_its_names_platform_size_and_what_it_replaces(
    model: ArchiveContentsModel,
) -> None:
    model.apply(content_rows(REPORT, {"web:latest", "other:1"}, AMD64))
    assert cells(model, 0) == ["SHOP/WEB:2.1, WEB:LATEST", "LINUX/AMD64", "3.22 GB", "WEB:LATEST"]
    assert cells(model, 1) == [
        "(no name) 0123456789ab",
        "LINUX/ARM64/V8  ⚠ other processor",
        "0 bytes",
        "",
    ]
    tooltips = [
        model.index(row, ArchiveContentsModel.REPLACES).data(Qt.ItemDataRole.ToolTipRole)
        for row in range(2)
    ]
    assert "Another image" in tooltips[0]
    assert not tooltips[1]


def test_without_an_engine_nothing_is_said_of_its_processor() -> None:
    assert not any(row.is_other_processor for row in content_rows(REPORT))


def test_an_image_that_does_not_say_its_processor_is_not_called_foreign() -> None:
    report = replace(REPORT, images=(replace(WEB, architecture=""),))
    assert not content_rows(report, info=AMD64)[0].is_other_processor


def test_every_column_sorts(model: ArchiveContentsModel) -> None:
    model.apply(content_rows(REPORT, {"web:latest"}, AMD64))
    for column in range(model.columnCount()):
        model.sort(column)
        assert len(model.rows) == 2
        model.sort(column, Qt.SortOrder.DescendingOrder)
    assert model.rows[0].image is WEB


def test_names_are_replaced_as_podman_calls_them() -> None:
    web = replace(WEB, short_names=frozenset({"shop/web:2.1"}))
    report = replace(REPORT, images=(web,))
    replaced = {"localhost/shop/web:2.1", "shop/web:2.1"}
    podman = replace(AMD64, is_podman=True)
    assert content_rows(report, replaced, podman)[0].replaced_names == ("localhost/shop/web:2.1",)
    assert content_rows(report, replaced)[0].replaced_names == ("shop/web:2.1",)
