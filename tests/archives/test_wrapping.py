"""Risk: an archive that is packed once more is taken for nothing, or any zip for an archive."""

import gzip
import io
import os
import zipfile

import pytest

from desktop_app.archives.survey import Survey, survey
from desktop_app.archives.tar_reader import TarReader
from desktop_app.archives.wrapping import archive_in_zip, is_archive, wrapped_in_tar
from tests.archives import builder
from tests.archives.builder import Entry, Image, docker_20, tar, zipped

SAVED = tar(docker_20(Image()))


def inside(data: bytes) -> str:
    return archive_in_zip(lambda start, count: data[start : start + count])


def surveyed(*entries: Entry) -> Survey:
    return survey(TarReader(io.BytesIO(tar(entries))), lambda: None)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
@pytest.mark.parametrize("data", [SAVED, gzip.compress(SAVED), zipped("x", SAVED)])
def test_an_archive_in_a_zip_is_told_by_its_content(data: bytes, method: int) -> None:
    assert inside(zipped("shop.bin", data, method)) == "shop.bin"


def test_an_archive_in_a_folder_in_a_zip_is_found() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("镜像/", b"")
        archive.writestr("镜像/shop.tar", SAVED)
    assert inside(stream.getvalue()) == "镜像/shop.tar"


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2])
@pytest.mark.parametrize("data", [b"a letter", b"", os.urandom(5000)])
def test_any_other_zip_is_none_of_ours(data: bytes, method: int) -> None:
    assert inside(zipped("shop.tar", data, method)) == ""


def test_an_archive_packed_in_a_way_that_few_use_is_not_looked_into() -> None:
    assert inside(zipped("shop.tar", SAVED, zipfile.ZIP_BZIP2)) == ""


def test_an_encrypted_zip_is_not_looked_into() -> None:
    data = bytearray(zipped("shop.tar", SAVED, zipfile.ZIP_STORED))
    data[6] |= 1
    assert inside(bytes(data)) == ""


def test_a_damaged_zip_is_none() -> None:
    data = zipped("shop.tar", SAVED)
    assert inside(data[:20]) == ""
    assert inside(data[:38] + bytes([0xFF]) * 500) == ""


def test_folders_without_end_are_not_followed() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(50):
            archive.writestr(f"{number}/", b"")
        archive.writestr("shop.tar", SAVED)
    assert inside(stream.getvalue()) == ""


@pytest.mark.parametrize("data", [SAVED, gzip.compress(SAVED), zipped("x", SAVED)])
def test_the_one_archive_in_an_archive_is_named(data: bytes) -> None:
    assert wrapped_in_tar(surveyed(("top", builder.folder()), ("top/shop", data))) == "top/shop"


def test_two_archives_in_an_archive_are_not_one() -> None:
    assert wrapped_in_tar(surveyed(("a", SAVED), ("b", SAVED))) == ""


def test_a_name_makes_no_archive() -> None:
    assert wrapped_in_tar(surveyed(("shop.tar", b"no such thing"))) == ""


@pytest.mark.parametrize(
    ("names", "inner"),
    [
        (["top/manifest.json", "top/x"], "top"),
        (["top/oci-layout", "top/index.json"], "top"),
        (["r/bin/a", "r/etc/b", "r/usr/c"], "r"),
        (["r/bin/a", "r/etc/b"], ""),
        (["r/bin/a", "r/etc/b", "s/usr/c"], ""),
    ],
)
def test_a_folder_around_everything_is_named(names: list[str], inner: str) -> None:
    assert wrapped_in_tar(surveyed(*((name, b"1") for name in names))) == inner


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (SAVED[:512], True),
        (SAVED[:511], False),
        (b"\x1f\x8b\x08", True),
        (b"\x28\xb5\x2f\xfd", True),
        (b"PK\x03\x04", True),
        (b"", False),
        (b"text" * 128, False),
    ],
)
def test_an_archive_is_told_by_its_first_bytes(head: bytes, is_one: bool) -> None:
    assert is_archive(head) is is_one
