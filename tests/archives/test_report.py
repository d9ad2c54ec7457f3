"""Risk: numbers and names about a file that are not those of what is in it."""

from pathlib import Path

import pytest

from desktop_app.archives import (
    ArchivedImage,
    ArchivedLayer,
    ArchiveKind,
    ArchiveReport,
    Compression,
    Evidence,
    HostileArchive,
    HostileReason,
)
from desktop_app.errors import ErrorCode

LAYERS = (
    ArchivedLayer("sha256:1", "1", 100),
    ArchivedLayer("sha256:2", "2", None),
    ArchivedLayer("sha256:3", "3", 5 << 30),
)
WEB = ArchivedImage(("web:1", "web:2"), "sha256:c", "arm64", "linux", None, LAYERS, "v8")
BARE = ArchivedImage((), "sha256:d", "", "linux", None, ())


def test_the_size_of_an_image_is_that_of_the_layers_that_are_there() -> None:
    assert WEB.size_bytes == (5 << 30) + 100
    assert BARE.size_bytes == 0


@pytest.mark.parametrize(("image", "platform"), [(WEB, "linux/arm64/v8"), (BARE, "linux")])
def test_a_platform_leaves_out_what_is_not_known(image: ArchivedImage, platform: str) -> None:
    assert image.platform == platform


def test_the_names_of_a_file_are_those_of_all_its_images() -> None:
    report = ArchiveReport(
        Path("a.tar"),
        1,
        ArchiveKind.IMAGE_ARCHIVE,
        Compression.NONE,
        Evidence.DOCKER_MANIFEST,
        (WEB, BARE),
    )
    assert report.names == ("web:1", "web:2")
    assert report.complete


def test_the_words_of_kinds_and_compressions_stay_as_they_are() -> None:
    assert {str(kind) for kind in ArchiveKind} == {
        "image-archive",
        "oci-layout",
        "filesystem",
        "empty",
        "damaged",
        "other",
        "update-pack",
        "archive-part",
    }
    assert {str(each) for each in Compression} == {"none", "gzip", "bzip2", "xz", "zstd"}


def test_a_hostile_file_is_an_error_with_its_path_and_the_trick() -> None:
    error = HostileArchive(HostileReason.BAD_SIZE, "/a.tar", "detail")
    assert error.code is ErrorCode.ARCHIVE_HOSTILE
    assert error.params == {"path": "/a.tar", "reason": "bad-size"}
    assert (error.reason, error.detail) == (HostileReason.BAD_SIZE, "detail")
