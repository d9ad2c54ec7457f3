"""Risk: the documents of an archive understood, and the wrong conclusion drawn from them."""

import io

import pytest

from desktop_app.archives import ArchiveKind, Evidence, ReportWarning
from desktop_app.archives.content import Content, content_of, early_content
from desktop_app.archives.survey import Survey, survey
from desktop_app.archives.tar_reader import TarReader
from tests.archives import builder
from tests.archives.builder import Entry, Image, docker_20, docker_25, tar

HEX = 64 * "a"
FILESYSTEM = [("bin/a", b"1"), ("etc/b", b"2"), ("usr/c", b"3")]


def surveyed(entries: list[Entry]) -> Survey:
    return survey(TarReader(io.BytesIO(tar(entries))), lambda: None)


@pytest.mark.parametrize(
    ("entries", "evidence"),
    [
        (FILESYSTEM, Evidence.ROOT_FOLDERS),
        ([(".dockerenv", b"")], Evidence.DOCKERENV),
        ([("run/.containerenv", b"")], Evidence.CONTAINERENV),
        ([(f"{HEX}/layer.tar", b"1")], Evidence.IMAGE_PARTS),
        ([(f"blobs/sha256/{HEX}", b"1")], Evidence.IMAGE_PARTS),
        ([("bin/a", b"1"), ("opt/b", b"2"), ("var/c", b"3")], None),
        ([*FILESYSTEM, ("manifest.json", b"{}")], None),
        ([*FILESYSTEM, (f"{HEX}.json", b"{}")], None),
        ([("manifest.json", b"[]")], None),
        ([("photo.jpg", b"1")], None),
    ],
)
def test_a_kind_is_clear_early_only_if_nothing_speaks_against_it(entries, evidence) -> None:
    content = early_content(surveyed(entries))
    assert (content and content.evidence) == evidence


def test_a_document_that_is_there_twice_is_told() -> None:
    image = Image()
    name = f"{builder.sha256(image.config)}.json"
    entries = [(name, b'{"rootfs":{}}'), *docker_20(image)]
    content = content_of(surveyed(entries), is_followed=False)
    assert content.warnings == (ReportWarning.REPEATED,)


@pytest.mark.parametrize(
    ("end", "is_followed", "warnings"),
    [
        (1024, False, ()),
        (1024, True, (ReportWarning.TRAILING_DATA,)),
        (0, False, (ReportWarning.NO_END_MARKER,)),
    ],
)
def test_how_it_ends_is_told_of_images(end: int, is_followed: bool, warnings: object) -> None:
    data = tar([*docker_25(Image()), ("last", b"x" * 512)]).rstrip(b"\0") + bytes(end)
    found = survey(TarReader(io.BytesIO(data)), lambda: None)
    assert content_of(found, is_followed=is_followed).warnings == warnings


def test_what_is_wrapped_is_named() -> None:
    content = content_of(surveyed([("shop", tar(docker_20(Image())))]), is_followed=False)
    assert content == Content(ArchiveKind.OTHER, Evidence.WRAPPED, inner="shop")
