"""Risk: a file taken for what it is not, so that the wrong thing is done with it."""

import bz2
import errno
import gzip
import json
import lzma
import os
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.archives import (
    ArchiveKind,
    ArchiveReport,
    Compression,
    Evidence,
    HostileArchive,
    HostileReason,
    ReportWarning,
    identify,
)
from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Progress
from tests.archives import builder
from tests.archives.builder import Image, docker_20, docker_25, tar, zipped
from tests.corpus.layouts import docker_25_0_0

TWO = (Image(("shop/web:1", "shop/web:latest")), Image(("db:9",), architecture="arm64"))


@pytest.fixture
def report(tmp_path: Path) -> Callable[[bytes], ArchiveReport]:
    """What is found in a file of these bytes."""

    def identified(data: bytes) -> ArchiveReport:
        path = tmp_path / "file"  # no extension: names do not count
        path.write_bytes(data)
        return identify(path)

    return identified


@pytest.mark.parametrize(
    ("entries", "evidence"),
    [
        (docker_20(*TWO), Evidence.DOCKER_MANIFEST),
        (docker_25(*TWO), Evidence.DOCKER_MANIFEST_AND_OCI),
        (docker_25(*TWO, compressed=True), Evidence.DOCKER_MANIFEST_AND_OCI),
        (builder.podman(*TWO), Evidence.DOCKER_MANIFEST),
        (builder.crane(*TWO), Evidence.DOCKER_MANIFEST),
    ],
    ids=["docker 20", "docker 25", "containerd", "podman", "crane"],
)
def test_saved_images_are_found_with_names_platform_and_layers(report, entries, evidence) -> None:
    found = report(tar(entries))
    assert (found.kind, found.evidence) == (ArchiveKind.IMAGE_ARCHIVE, evidence)
    assert found.compression is Compression.NONE
    assert found.warnings == ()
    assert found.complete
    web, database = found.images
    assert web.names == ("shop/web:1", "shop/web:latest")
    assert (web.platform, database.platform) == ("linux/amd64", "linux/arm64")
    assert web.config_digest == TWO[0].config_digest
    assert [layer.diff_id for layer in web.layers] == TWO[0].diff_ids
    assert web.size_bytes > 0
    assert web.created is not None
    assert web.created.year == 2024


@pytest.mark.parametrize(
    ("pack", "compression"),
    [
        (gzip.compress, Compression.GZIP),
        (bz2.compress, Compression.BZIP2),
        (lzma.compress, Compression.XZ),
        (zstandard.compress, Compression.ZSTD),
    ],
)
def test_a_compression_is_told_by_content_and_looked_through(report, pack, compression) -> None:
    found = report(pack(tar(docker_20(Image()))))
    assert found.kind is ArchiveKind.IMAGE_ARCHIVE
    assert found.compression is compression
    assert found.names == ("shop/web:1",)


@pytest.mark.parametrize(
    ("data", "kind", "evidence"),
    [
        (b"", ArchiveKind.EMPTY, Evidence.NO_BYTES),
        (tar([]), ArchiveKind.EMPTY, Evidence.NO_MEMBERS),
        (tar([("manifest.json", b"[]")]), ArchiveKind.EMPTY, Evidence.DOCKER_MANIFEST),
        (b"hello\n", ArchiveKind.OTHER, Evidence.NOT_AN_ARCHIVE),
        (os.urandom(5000), ArchiveKind.OTHER, Evidence.NOT_AN_ARCHIVE),
        (gzip.compress(b"hello\n", mtime=0), ArchiveKind.OTHER, Evidence.NOT_AN_ARCHIVE),
        (b"PK\x03\x04" + bytes(600), ArchiveKind.OTHER, Evidence.NOT_AN_ARCHIVE),
        (zipped("s.bin", tar([("a", b"1")])), ArchiveKind.OTHER, Evidence.ZIP),
        (tar([("a.txt", b"1")]), ArchiveKind.OTHER, Evidence.UNKNOWN_TAR),
        (tar([("a/b", b"1"), ("a/c", b"2")]), ArchiveKind.OTHER, Evidence.UNKNOWN_TAR),
        (tar([("a/b", b"1"), ("c/d", b"2")]), ArchiveKind.OTHER, Evidence.UNKNOWN_TAR),
        (tar([("shop", tar(docker_20(Image())))]), ArchiveKind.OTHER, Evidence.WRAPPED),
        (tar([("a.tar.gz", b"no such thing")]), ArchiveKind.OTHER, Evidence.UNKNOWN_TAR),
        (
            tar([(f"top/{name}", data) for name, data in docker_20(Image())]),
            ArchiveKind.OTHER,
            Evidence.WRAPPED,
        ),
        (
            tar([("r/bin/a", b"1"), ("r/etc/b", b"2"), ("r/usr/c", b"3")]),
            ArchiveKind.OTHER,
            Evidence.WRAPPED,
        ),
        (
            tar([("version", b"Directory Transport"), ("manifest.json", b'{"layers":[]}')]),
            ArchiveKind.OTHER,
            Evidence.DOCKER_DIR,
        ),
        (builder.root_filesystem(), ArchiveKind.FILESYSTEM, Evidence.DOCKERENV),
        (tar([("run/.containerenv", b"")]), ArchiveKind.FILESYSTEM, Evidence.CONTAINERENV),
        (
            tar([("./bin/a", b"1"), ("./etc/b", b"2"), ("./usr/c", b"3")]),
            ArchiveKind.FILESYSTEM,
            Evidence.ROOT_FOLDERS,
        ),
        (tar(builder.oci_layout(*TWO)), ArchiveKind.OCI_LAYOUT, Evidence.OCI_INDEX),
        (tar(builder.legacy()), ArchiveKind.IMAGE_ARCHIVE, Evidence.LEGACY_REPOSITORIES),
        (
            gzip.compress(tar([("a", b"1")]), mtime=0)[:-9],
            ArchiveKind.DAMAGED,
            Evidence.BAD_COMPRESSION,
        ),
        (tar(docker_20(Image()))[:3000], ArchiveKind.DAMAGED, Evidence.CUT_SHORT),
        (
            tar([("a", b"1")])[:1024] + b"garbage" * 100,
            ArchiveKind.DAMAGED,
            Evidence.BAD_HEADER,
        ),
        (
            tar([("manifest.json", builder.manifest([("gone.json", [], [])]))]),
            ArchiveKind.DAMAGED,
            Evidence.BAD_METADATA,
        ),
        (
            tar([("oci-layout", b"{}"), ("index.json", b"not json")]),
            ArchiveKind.DAMAGED,
            Evidence.BAD_METADATA,
        ),
    ],
)
def test_every_other_file_is_told_for_what_it_is(report, data, kind, evidence) -> None:
    found = report(data)
    assert (found.kind, found.evidence) == (kind, evidence)


def test_a_root_file_system_with_a_manifest_of_its_own_is_not_an_image(report) -> None:
    notes = [("manifest.json", builder.manifest([("gone.json", ["x:1"], [])]))]
    assert report(builder.root_filesystem(notes)).kind is ArchiveKind.FILESYSTEM


def test_a_root_file_system_cut_between_two_files_is_damaged(report) -> None:
    whole = builder.root_filesystem()
    members_only = whole.rstrip(b"\0")
    cut = members_only + bytes(-len(members_only) % 512)
    assert report(cut).evidence is Evidence.CUT_SHORT


def test_an_image_archive_without_an_end_marker_is_usable_and_says_so(report) -> None:
    entries = [*docker_20(Image()), ("last", b"x" * 512)]
    found = report(tar(entries).rstrip(b"\0"))
    assert found.kind is ArchiveKind.IMAGE_ARCHIVE
    assert found.warnings == (ReportWarning.NO_END_MARKER,)


def test_bytes_after_the_end_are_told(report) -> None:
    found = report(tar(docker_20(Image())) + b"something")
    assert found.warnings == (ReportWarning.TRAILING_DATA,)


def test_a_nameless_image_is_told(report) -> None:
    found = report(tar(docker_20(Image(names=()))))
    assert found.images[0].names == ()
    assert found.warnings == (ReportWarning.NAMELESS,)


def test_missing_layers_are_told_and_the_images_still_listed(report) -> None:
    entries = [entry for entry in docker_20(Image()) if not entry[0].endswith("layer.tar")]
    found = report(tar(entries))
    assert found.warnings == (ReportWarning.LAYERS_MISSING,)
    assert found.images[0].layers[0].size_bytes is None


def test_an_index_that_names_other_images_is_told(report) -> None:
    other = dict(docker_25(Image(("evil:1",), (builder.layer("evil"),))))
    entries = {**other, **dict(docker_25(Image())), "index.json": other["index.json"]}
    found = report(tar(entries.items()))
    assert found.names == ("shop/web:1",)
    assert found.warnings == (ReportWarning.INDEX_DISAGREES,)


def test_a_hand_made_archive_with_dots_before_its_names_is_read(report) -> None:
    entries = [(f"./{name}", data) for name, data in docker_20(Image())]
    assert report(tar(entries, tarfile.GNU_FORMAT)).names == ("shop/web:1",)


def test_a_cancelled_token_ends_the_reading(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(tar(docker_20(Image())))
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        identify(path, cancel)


def test_progress_is_told_in_bytes_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with path.open("wb") as file:
        header = tarfile.TarInfo("big")
        header.size = 1 << 30
        file.write(header.tobuf())
        file.truncate((1 << 30) + 512)  # sparse: no byte of it is stored
        file.seek(0, os.SEEK_END)
        file.write(tar([("small", b"x")]))
    told: list[Progress] = []
    assert identify(path, on_progress=told.append).kind is ArchiveKind.OTHER
    assert told[-1].done_bytes > 1 << 30
    assert told[-1].total_bytes == path.stat().st_size


def test_a_hostile_file_is_named_in_its_error(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(tar([("manifest.json", b"[" * 200_000)]))
    with pytest.raises(HostileArchive) as caught:
        identify(path)
    assert caught.value.reason is HostileReason.JSON_TOO_DEEP
    assert caught.value.params["path"] == str(path)


def index_naming(name: str, entries: list[builder.Entry]) -> bytes:
    """An archive whose index gives its first image another name than its manifest does."""
    contents = builder.files(entries)
    index = json.loads(contents["index.json"])
    index["manifests"][0]["annotations"] = {"io.containerd.image.name": name}
    return tar((contents | {"index.json": json.dumps(index).encode()}).items())


def test_an_index_that_gives_an_image_another_name_is_told(report) -> None:
    found = report(index_naming("docker.io/library/postgres:latest", docker_25(Image())))
    assert found.names == ("shop/web:1",)
    assert found.warnings == (ReportWarning.INDEX_DISAGREES,)


def test_a_manifest_that_forgot_its_layers_is_told(report) -> None:
    found = report(tar(docker_25_0_0(Image())))
    assert found.images[0].size_bytes > 0
    assert found.warnings == (ReportWarning.INDEX_DISAGREES,)


def test_an_index_that_cannot_be_read_beside_a_manifest_is_told(report) -> None:
    contents = builder.files(docker_25(Image()))
    index = json.loads(contents["index.json"]) | {"Manifests": []}
    found = report(tar((contents | {"index.json": json.dumps(index).encode()}).items()))
    assert found.evidence is Evidence.DOCKER_MANIFEST_AND_OCI
    assert found.warnings == (ReportWarning.INDEX_DISAGREES,)


def test_a_containerd_store_with_one_of_many_platforms_agrees_with_itself(report) -> None:
    found = report(tar(builder.containerd(TWO[0])))
    assert found.names == TWO[0].names
    assert found.warnings == ()


def test_an_archive_of_manifests_only_is_damaged(report) -> None:
    found = report(tar(builder.hollow(Image())))
    assert (found.kind, found.evidence) == (ArchiveKind.DAMAGED, Evidence.BAD_METADATA)


def test_a_manifest_with_a_second_spelling_is_damaged(report) -> None:
    contents = builder.files(docker_20(Image()))
    records = [each | {"repotags": ["evil:1"]} for each in json.loads(contents["manifest.json"])]
    found = report(tar((contents | {"manifest.json": json.dumps(records).encode()}).items()))
    assert (found.kind, found.evidence) == (ArchiveKind.DAMAGED, Evidence.BAD_METADATA)


@pytest.mark.parametrize(
    "entries",
    [
        docker_20(*TWO),
        docker_25(*TWO),
        builder.podman(*TWO),
        builder.crane(*TWO),
        builder.legacy(),
        [("bin", builder.folder()), ("etc/a", b"1"), ("usr/b", b"2"), ("usr/c", b"3")],
    ],
    ids=["docker 20", "docker 25", "podman", "crane", "legacy", "file system"],
)
def test_a_file_cut_at_any_border_never_passes_for_a_whole_one(report, entries) -> None:
    whole = tar(entries)
    names = report(whole).names
    for end in range(512, len(whole.rstrip(b"\0")), 512):
        found = report(whole[:end])
        if found.kind is ArchiveKind.IMAGE_ARCHIVE:  # all that is named is there
            assert found.names == names
            assert found.warnings == (ReportWarning.NO_END_MARKER,)
        else:
            assert (found.kind, found.evidence) == (ArchiveKind.DAMAGED, Evidence.CUT_SHORT)


def test_a_folder_without_anything_in_it_is_empty(report) -> None:
    assert report(tar([("./", builder.folder())])).evidence is Evidence.NO_MEMBERS


def test_a_large_document_in_a_root_file_system_is_nothing_special(report) -> None:
    dump = ("dump.json", b"[" + bytes(21 << 20))
    assert report(builder.root_filesystem([dump])).kind is ArchiveKind.FILESYSTEM


def test_a_disk_that_fails_in_a_compressed_file_is_not_called_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(gzip.compress(tar(docker_20(Image()))))

    def failing(_source: object, _buffer: memoryview) -> int:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("desktop_app.archives.file_source.FileSource.readinto", failing)
    with pytest.raises(UserFacingError) as caught:
        identify(path)
    assert caught.value.code is ErrorCode.FILE_UNREADABLE


def test_a_file_cut_while_it_is_read_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(tar([("bin/a", bytes(40 << 20)), ("etc/b", b"x"), ("usr/c", b"y")]))
    report = identify(path, on_progress=lambda _: os.truncate(path, 1 << 20))
    assert (report.kind, report.evidence) == (ArchiveKind.DAMAGED, Evidence.CUT_SHORT)


@given(st.binary(max_size=3000), st.integers(0))
def test_content_never_raises_but_for_an_attack(data: bytes, place: int) -> None:
    whole = bytearray(tar(docker_25(Image())))
    start = place % len(whole)
    whole[start : start + len(data)] = data
    with tempfile.NamedTemporaryFile() as file:
        file.write(whole)
        file.flush()
        try:
            kind = identify(Path(file.name)).kind
        except HostileArchive:
            kind = ArchiveKind.DAMAGED
    assert kind in set(ArchiveKind)
