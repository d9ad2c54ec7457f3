"""Risk: what a real engine writes is called damaged, or a damage in it is not seen."""

import tarfile
from pathlib import Path

import pytest

from desktop_app.archives import ArchiveKind, Depth, FindingCode, VerificationReport, verify
from desktop_app.engine import Engine
from desktop_app.progress import run
from desktop_app.transfers import export_container, save_images
from tests.archives.checking import one_bit_off
from tests.real_engines.images import Workshop

pytestmark = pytest.mark.engine_real

NAMES = ["shop/base:1", "shop/web:1", "shop/web:2"]


@pytest.fixture
def archive(ferry: Engine, workshop: Workshop, tmp_path: Path) -> Path:
    """Three names of two images, one of which is built on the other."""
    workshop.base("shop/base:1")
    image_id = workshop.built_on("shop/base:1", "shop/web:1", {"srv/index": b"hello" * 3000})
    ferry.tag(image_id, "shop/web:2")
    path = tmp_path / "images.tar"
    run(save_images(ferry, NAMES, path))
    return path


def told(report: VerificationReport) -> list[tuple[FindingCode, str]]:
    return [(finding.code, finding.subject) for finding in report.findings]


@pytest.mark.parametrize("depth", Depth)
def test_what_an_engine_has_saved_is_whole(archive: Path, depth: Depth) -> None:
    report = run(verify(archive, depth=depth))
    assert told(report) == []
    assert report.report.kind is ArchiveKind.IMAGE_ARCHIVE
    assert sorted(report.report.names) == NAMES


def test_what_an_engine_has_exported_is_whole(
    ferry: Engine, workshop: Workshop, tmp_path: Path
) -> None:
    workshop.base("shop/base:1")
    container = workshop.container("shop/base:1", "web")
    path = tmp_path / "container.tar"
    run(export_container(ferry, container, path))

    report = run(verify(path))

    assert told(report) == [(FindingCode.NO_DIGESTS, "")]
    assert report.report.kind is ArchiveKind.FILESYSTEM


def test_a_bit_that_has_turned_in_a_layer_is_found(archive: Path) -> None:
    with tarfile.open(archive) as members:
        layer = max(members, key=lambda member: member.size)
    place = layer.offset_data + layer.size // 2
    archive.write_bytes(one_bit_off(archive.read_bytes(), place))
    assert not run(verify(archive)).is_whole


def test_a_file_that_was_not_copied_to_its_end_is_found(archive: Path) -> None:
    data = archive.read_bytes()
    for part in (1, 30, 60, 99):
        archive.write_bytes(data[: len(data) * part // 100])
        assert not run(verify(archive, depth=Depth.QUICK)).is_whole
