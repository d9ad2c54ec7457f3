"""Risk: a name is asked for that the engine does not know, or taken from an image without a word.

What Podman and containerd do stands here as it was seen on real ones.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.archives import (
    ArchivedImage,
    ArchiveKind,
    ArchiveReport,
    Choices,
    Compression,
    Conversion,
    Evidence,
    converted,
    identify,
)
from desktop_app.archives.arrival import (
    as_it_arrives,
    entry_count,
    has_several_platforms,
    is_for,
    left_behind,
    names_in_engine,
    own_platform,
    renamed,
    renaming,
    shown_images,
    takes_one_platform,
)
from desktop_app.engine_info import EngineInfo, ImageStore
from tests.archives import builder
from tests.archives.builder import Entry, Image

DOCKER = EngineInfo("", "28.5.2", "1.51", ImageStore.CLASSIC, False, "linux", "amd64")
CONTAINERD = replace(DOCKER, store=ImageStore.CONTAINERD)
PODMAN = replace(DOCKER, version="4.3.1", is_podman=True)
WEB = Image(("shop/web:1",))
TWO = Image(("shop/web:1", "postgres:9.6"))
ELSEWHERE = Image(("registry.example/web:1", "localhost/web:1"))
ARM = Image(("shop/web:1",), architecture="arm64")
WINDOWS = Image(("shop/web:1",), os="windows")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.tar"


def report_of(path: Path, entries: list[Entry]) -> ArchiveReport:
    path.write_bytes(builder.tar(entries))
    return identify(path)


NAMES: dict[str, tuple[list[Entry], tuple[str, ...]]] = {
    "short": (builder.docker_20(WEB), ("localhost/shop/web:1",)),
    "with a registry": (builder.docker_20(ELSEWHERE), ELSEWHERE.names),
    "written in full": (builder.podman(TWO), TWO.names),
    "in full in an index of one entry": (builder.docker_25(WEB), WEB.names),
    "an index that podman does not read": (
        builder.docker_25(TWO),
        ("localhost/shop/web:1", "localhost/postgres:9.6"),
    ),
    "in a layout, either": (builder.oci_layout(WEB), ("shop/web:1", "localhost/shop/web:1")),
}


@pytest.mark.parametrize(("entries", "names"), NAMES.values(), ids=NAMES)
def test_podman_makes_some_names_its_own(path: Path, entries, names) -> None:
    report = report_of(path, entries)
    assert names_in_engine(report, report.images[0], PODMAN) == names
    assert names_in_engine(report, report.images[0], DOCKER) == report.images[0].names


def test_a_layout_with_a_registry_in_its_name_leaves_no_choice(path: Path) -> None:
    report = report_of(path, builder.oci_layout(WEB))
    (image,) = report.images
    image = replace(image, names=("localhost/web:1", "registry.example/web:1"))
    assert names_in_engine(report, image, PODMAN) == image.names


@pytest.mark.parametrize(
    ("images", "count"),
    [
        ([WEB], 1),
        ([TWO], 2),
        ([WEB, TWO], 2),
        ([WEB, ARM], 1),
        ([Image(())], 1),
        ([Image(()), Image((), architecture="arm64")], 1),
        ([Image(()), Image((), (builder.layer("other"),))], 2),
        ([Image((), (builder.layer("other"),)), WEB], 2),
    ],
)
def test_entries_of_an_index_are_counted_by_name(path: Path, images, count: int) -> None:
    assert entry_count(report_of(path, builder.oci_layout(*images))) == count


def platforms(images: tuple[ArchivedImage, ...]) -> list[str]:
    return [image.platform for image in images]


@pytest.mark.parametrize(
    ("images", "shown"),
    [
        ((ARM, WEB), ["linux/amd64"]),
        ((WINDOWS, WEB), ["linux/amd64"]),
        ((WINDOWS, ARM), ["linux/arm64"]),
        ((Image(("a:1",), architecture="s390x"), ARM), ["linux/s390x"]),
    ],
)
def test_of_several_platforms_an_engine_shows_its_own(path: Path, images, shown) -> None:
    report = report_of(path, builder.platforms(*images))
    assert has_several_platforms(report)
    assert platforms(shown_images(report, DOCKER)) == shown


@pytest.mark.parametrize(
    "entries",
    [
        builder.docker_20(WEB, ARM),
        builder.oci_layout(WEB, Image(("shop/web:1",), (builder.layer("again"),))),
        builder.oci_layout(WEB, Image(("shop/db:1",), architecture="arm64")),
        builder.oci_layout(),
    ],
    ids=["no index", "the same platform twice", "two names", "no images"],
)
def test_other_images_are_all_shown(path: Path, entries) -> None:
    report = report_of(path, entries)
    assert not has_several_platforms(report)
    assert shown_images(report, DOCKER) == report.images
    assert report.evidence is not Evidence.NO_MEMBERS


LEFT: dict[str, tuple[EngineInfo, Conversion | None, list[str]]] = {
    "containerd takes all": (CONTAINERD, None, []),
    "also unpacked": (CONTAINERD, Conversion.DECOMPRESS, []),
    "but not rewritten": (CONTAINERD, Conversion.UNWRAP, ["linux/arm64"]),
    "podman takes its own": (PODMAN, None, ["linux/arm64"]),
    "what is chosen": (DOCKER, Conversion.ONE_PLATFORM, ["linux/arm64"]),
}


@pytest.mark.parametrize(("info", "conversion", "left"), LEFT.values(), ids=LEFT)
def test_what_does_not_come_along_is_known(path: Path, info, conversion, left) -> None:
    report = report_of(path, builder.platforms(ARM, WEB))
    assert platforms(left_behind(report, conversion, info)) == left
    assert takes_one_platform(report, conversion, info) is bool(left)
    assert left_behind(report_of(path, builder.oci_layout(WEB)), conversion, info) == ()


def test_of_what_is_packed_once_more_one_platform_comes(path: Path) -> None:
    report = report_of(path, builder.platforms(ARM, WEB))
    inside = replace(report, kind=ArchiveKind.IMAGE_ARCHIVE, evidence=Evidence.WRAPPED)
    arriving = as_it_arrives(inside, Conversion.UNWRAP, own_platform(CONTAINERD))
    assert platforms(arriving.images) == ["linux/amd64"]
    assert platforms(left_behind(inside, Conversion.UNWRAP, CONTAINERD)) == ["linux/arm64"]


def test_names_are_changed_by_rewriting_and_by_that_only(path: Path) -> None:
    one = report_of(path, builder.oci_layout(WEB))
    several = report_of(path, builder.platforms(ARM, WEB))
    change = {"shop/web:1": "web:1"}
    for conversion in (None, Conversion.DECOMPRESS):
        assert renaming(one, conversion, {"sha256:c": "web:1"}) is conversion
        assert renaming(one, conversion, change) is Conversion.TO_DOCKER_FORM
        assert renaming(several, conversion, change) is Conversion.ONE_PLATFORM
    assert renaming(several, Conversion.UNWRAP, change) is Conversion.UNWRAP


ARRIVING: dict[str, tuple[list[Entry], Conversion]] = {
    "a layout": (builder.oci_layout(TWO), Conversion.TO_DOCKER_FORM),
    "short names": (builder.docker_20(WEB), Conversion.GIVE_NAMES),
    "platforms": (builder.platforms(ARM, WEB), Conversion.ONE_PLATFORM),
    "foreign platforms": (builder.platforms(WINDOWS, ARM), Conversion.ONE_PLATFORM),
}


@pytest.mark.parametrize(("entries", "conversion"), ARRIVING.values(), ids=ARRIVING)
def test_what_arrives_is_known_before_it_is_converted(path: Path, entries, conversion) -> None:
    report = report_of(path, entries)
    foreseen = as_it_arrives(report, conversion, own_platform(PODMAN))
    with converted(report, conversion, Choices(platform=own_platform(PODMAN))) as stream:
        arriving = stream.report
    assert (foreseen.kind, foreseen.evidence) == (arriving.kind, arriving.evidence)
    assert platforms(foreseen.images) == platforms(arriving.images)
    for before, after in zip(foreseen.images, arriving.images, strict=True):
        assert before.config_digest == after.config_digest
        names = names_in_engine(foreseen, before, PODMAN)
        assert names == names_in_engine(arriving, after, PODMAN)


def test_of_a_file_that_is_only_decompressed_all_else_stays(path: Path) -> None:
    report = replace(report_of(path, builder.docker_20(WEB)), compression=Compression.XZ)
    assert as_it_arrives(report, None, "linux/amd64") == report
    plain = replace(report, compression=Compression.NONE)
    assert as_it_arrives(report, Conversion.DECOMPRESS, "linux/amd64") == plain
    unknown = replace(report, kind=ArchiveKind.OTHER, images=())
    assert as_it_arrives(unknown, Conversion.UNWRAP, "linux/amd64").images == ()


@pytest.mark.parametrize(
    ("variant", "platform", "is_meant"),
    [
        ("", "linux/arm64", True),
        ("v8", "linux/arm64", True),
        ("v8", "linux/arm64/v8", True),
        ("", "linux/arm64/v8", False),
        ("", "linux/arm", False),
    ],
)
def test_a_platform_is_for_its_variants_too(variant: str, platform: str, is_meant: bool) -> None:
    image = ArchivedImage((), "sha256:c", "arm64", "linux", None, (), variant)
    assert is_for(image, platform) is is_meant


def test_a_name_that_is_changed_is_no_longer_a_short_one_of_the_file(path: Path) -> None:
    report = report_of(path, builder.docker_20(TWO))
    changed = renamed(report, {"postgres:9.6": "db:1", "no:1": "nothing:1"})
    assert changed.names == ("shop/web:1", "db:1")
    assert names_in_engine(changed, changed.images[0], PODMAN) == ("localhost/shop/web:1", "db:1")
    assert renamed(report, {"postgres:9.6": "shop/web:1"}).names == ("shop/web:1",)
