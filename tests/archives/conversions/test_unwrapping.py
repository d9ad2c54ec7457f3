"""Risk: an archive that somebody packed once more stays closed, or another one is taken for it."""

import bz2
import gzip
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from desktop_app.archives import Evidence
from desktop_app.archives.compression import DamagedCompression
from desktop_app.archives.conversions.unwrapping import archive_in
from desktop_app.archives.tar_header import BadHeader
from desktop_app.archives.tar_reader import CutShort
from tests.archives import builder
from tests.archives.conversions.streams import in_folder, origin_of, zipped

WEB = builder.Image()
SAVED = builder.docker_20(WEB)
PLAIN = builder.tar(SAVED)
EXPORTED: list[builder.Entry] = [
    (".dockerenv", b""),
    ("etc", builder.folder()),
    ("etc/hostname", b"web"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "file"


WRAPPERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "zstd": zstandard.compress,
    "zip": lambda data: zipped(("images.tar", data)),
    "tar": lambda data: builder.tar([("images.tar", data)]),
    "tar with a folder": lambda data: builder.tar([("f", builder.folder()), ("f/any", data)]),
    "zip of gzip": lambda data: zipped(("images.tgz", gzip.compress(data))),
    "gzip of tar of zstd": lambda data: gzip.compress(
        builder.tar([("a", zstandard.compress(data))])
    ),
    "zip of tar of tar of xz": lambda data: zipped(
        ("a", builder.tar([("b", builder.tar([("c", lzma.compress(data))]))]))
    ),
}


@pytest.mark.parametrize("wrapper", WRAPPERS.values(), ids=WRAPPERS)
@pytest.mark.parametrize("folder", ["", "images", "a/b/c"])
def test_images_are_found_in_whatever_they_are_packed(path: Path, wrapper, folder: str) -> None:
    data = builder.tar(in_folder(SAVED, folder) if folder else SAVED)
    found = archive_in(origin_of(path, wrapper(data)))
    assert [image.names for image in found.images] == [WEB.names]
    assert (found.folder, found.evidence) == (folder, None)


@pytest.mark.parametrize("wrapper", WRAPPERS.values(), ids=WRAPPERS)
@pytest.mark.parametrize("folder", ["", "rootfs"])
def test_so_are_root_file_systems(path: Path, wrapper, folder: str) -> None:
    data = builder.tar(in_folder(EXPORTED, folder) if folder else EXPORTED)
    found = archive_in(origin_of(path, wrapper(data)))
    assert (found.images, found.folder, found.evidence) == ((), folder, Evidence.DOCKERENV)


def deep(levels: int, wrap: Callable[[bytes], bytes]) -> bytes:
    data = PLAIN
    for _ in range(levels):
        data = wrap(data)
    return data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no archive" * 100,
        zipped(("a", b"no archive" * 100)),
        gzip.compress(gzip.compress(PLAIN)),
        builder.tar([]),
        builder.tar([("a", PLAIN), ("b", PLAIN)]),
        builder.tar([("a", zipped(("b", PLAIN)))]),
        builder.tar(in_folder(SAVED, "a/b/c/d/e/f/g")),
        deep(6, lambda data: builder.tar([("a", data)])),
    ],
    ids=[
        *("nothing", "no archive", "no archive in a zip", "compressed twice", "an empty archive"),
        *("two archives", "a zip in an archive", "too many folders", "too many archives"),
    ],
)
def test_what_holds_no_one_archive_stays_closed(path: Path, data: bytes) -> None:
    with pytest.raises(BadHeader):
        archive_in(origin_of(path, data))


def test_what_is_damaged_inside_is_told(path: Path) -> None:
    with pytest.raises(CutShort):
        archive_in(origin_of(path, builder.tar([("a", PLAIN[:3000])])))
    with pytest.raises(DamagedCompression):
        archive_in(origin_of(path, zipped(("a", gzip.compress(PLAIN)[:-100]))))
