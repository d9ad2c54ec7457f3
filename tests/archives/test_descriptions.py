"""Risk: a file that is known at once as something that it is not, with the lie never found."""

import gzip
import json
import os
import time
from dataclasses import replace
from pathlib import Path

import pytest
import zstandard

from desktop_app.archives import (
    ArchiveKind,
    ArchiveReport,
    Compression,
    Evidence,
    HostileArchive,
    HostileReason,
    complete,
    identify,
)
from desktop_app.archives.content import Content
from desktop_app.archives.description_frames import framed
from desktop_app.archives.descriptions import described_content, description
from tests.archives import builder
from tests.archives.builder import Image, docker_25, tar

PACK = {
    Compression.ZSTD: zstandard.ZstdCompressor().compress,
    Compression.GZIP: lambda data: gzip.compress(data, 1),
}
every_kind = pytest.mark.parametrize("kind", PACK)
LARGE = Image(("shop/web:1", "shop/web:2"), (os.urandom(3 << 20), builder.layer()))
ENTRIES = docker_25(LARGE)
FILESYSTEM = Content(ArchiveKind.FILESYSTEM, Evidence.DOCKERENV)


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """What is in a plain archive of these images."""
    path = tmp_path_factory.mktemp("archive") / "a.tar"
    path.write_bytes(tar(ENTRIES))
    found = identify(path)
    return Content(found.kind, found.evidence, found.images)


def written(path: Path, kind: Compression, content: Content, data: bytes = b"") -> Path:
    plain = data or tar(ENTRIES)
    path.write_bytes(PACK[kind](plain) + description(content, len(plain), kind))
    return path


def read_back(document: object, kind: Compression = Compression.ZSTD) -> Content | None:
    data = framed(json.dumps(document).encode(), kind)
    return described_content(lambda start, count: data[start:][:count], len(data), kind)


@every_kind
def test_a_large_file_is_known_by_its_end_and_looked_at_whole_later(
    tmp_path: Path, kind: Compression, content: Content
) -> None:
    first = identify(written(tmp_path / "file", kind, content))
    assert (first.kind, first.evidence) == (content.kind, content.evidence)
    assert not first.complete
    (image,), (known,) = first.images, content.images
    layers = tuple(replace(layer, member="") for layer in known.layers)
    assert image == replace(known, layers=layers, short_names=frozenset())
    second = complete(first)
    assert second.complete
    assert second.images == content.images


@every_kind
def test_a_root_file_system_is_known_by_its_end(tmp_path: Path, kind: Compression) -> None:
    data = builder.root_filesystem([("srv/noise", os.urandom(3 << 20))])
    first = identify(written(tmp_path / "file", kind, FILESYSTEM, data))
    assert (first.kind, first.complete) == (ArchiveKind.FILESYSTEM, False)
    assert complete(first).evidence is Evidence.DOCKERENV


@every_kind
def test_of_a_file_of_gigabytes_only_its_ends_are_read(
    tmp_path: Path, kind: Compression, content: Content
) -> None:
    path = tmp_path / "file"
    with path.open("wb") as file:
        file.write(PACK[kind](b"hello"))
        file.truncate(20_000_000_000)
        file.seek(0, os.SEEK_END)
        file.write(description(content, 1, kind))
    began = time.perf_counter()
    assert identify(path).names == ("shop/web:1", "shop/web:2")
    assert time.perf_counter() - began < 0.05


@every_kind
def test_a_lie_is_found_by_the_second_look(
    tmp_path: Path, kind: Compression, content: Content
) -> None:
    truth = builder.root_filesystem([("srv/noise", os.urandom(3 << 20))])
    lie = identify(written(tmp_path / "file", kind, content, truth))
    assert lie.kind is ArchiveKind.IMAGE_ARCHIVE
    found = complete(lie)
    assert (found.kind, found.images) == (ArchiveKind.FILESYSTEM, ())


@every_kind
def test_a_small_file_is_read_and_its_description_is_not_asked(
    tmp_path: Path, kind: Compression, content: Content
) -> None:
    truth = builder.root_filesystem()
    report: ArchiveReport = identify(written(tmp_path / "file", kind, content, truth))
    assert (report.kind, report.complete) == (ArchiveKind.FILESYSTEM, True)


def test_what_cannot_be_described_is_not() -> None:
    for content in (
        Content(ArchiveKind.OTHER, Evidence.UNKNOWN_TAR),
        Content(ArchiveKind.IMAGE_ARCHIVE, Evidence.LEGACY_REPOSITORIES),
    ):
        assert description(content, 1, Compression.ZSTD) == b""


DIGEST = f"sha256:{'0' * 64}"
IMAGE = {"names": ["a:1"], "config": DIGEST, "layers": [[DIGEST, 5]]}
WHOLE = {"image-ferry": 1, "kind": "image-archive", "evidence": "docker-manifest", "size": 5}


def test_the_least_that_describes_an_image_is_enough() -> None:
    content = read_back(WHOLE | {"images": [IMAGE]})
    assert content is not None
    assert content.images[0].names == ("a:1",)


def test_names_that_no_engine_takes_are_left_out() -> None:
    content = read_back(WHOLE | {"images": [IMAGE | {"names": ["a:1", "../x", 5]}]})
    assert content is not None
    assert content.images[0].names == ("a:1",)


@pytest.mark.parametrize(
    "document",
    [
        5,
        [],
        WHOLE,
        WHOLE | {"image-ferry": 2, "images": [IMAGE]},
        WHOLE | {"kind": "filesystem", "images": [IMAGE]},
        WHOLE | {"kind": "filesystem", "evidence": "dockerenv", "images": [IMAGE]},
        WHOLE | {"kind": "damaged", "images": [IMAGE]},
        WHOLE | {"evidence": "dockerenv", "images": [IMAGE]},
        WHOLE | {"evidence": 5, "images": [IMAGE]},
        WHOLE | {"images": []},
        WHOLE | {"images": "all"},
        WHOLE | {"images": [IMAGE, 5]},
        WHOLE | {"images": [IMAGE | {"config": "x"}]},
        WHOLE | {"images": [IMAGE | {"manifest": "x"}]},
        WHOLE | {"images": [IMAGE | {"names": "a:1"}]},
        WHOLE | {"images": [IMAGE | {"layers": 5}]},
        WHOLE | {"images": [IMAGE | {"layers": [5]}]},
        WHOLE | {"images": [IMAGE | {"layers": [[DIGEST, -1]]}]},
        WHOLE | {"images": [IMAGE | {"layers": [["x", 1]]}]},
    ],
)
def test_what_makes_no_sense_says_nothing(document: object) -> None:
    assert read_back(document) is None


def test_a_description_that_no_program_writes_is_an_attack() -> None:
    nested = b"[" * 200_000
    data = framed(nested, Compression.ZSTD)
    with pytest.raises(HostileArchive) as caught:
        described_content(lambda start, count: data[start:][:count], len(data), Compression.ZSTD)
    assert caught.value.reason is HostileReason.JSON_TOO_DEEP
