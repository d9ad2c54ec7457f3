"""Risk: a conversion takes a member for another one, or misses what the archive holds."""

import tarfile
from pathlib import Path

import pytest

from desktop_app.archives import survey
from desktop_app.archives.conversions.contents import Contents, contents_of, moved_up
from desktop_app.archives.tar_header import (
    DIRECTORY,
    HARD_LINK,
    REGULAR,
    SYMBOLIC_LINK,
    BadHeader,
    Member,
)
from tests.archives import builder
from tests.archives.conversions.streams import in_folder, opener_of

AMD = builder.Image()
ARM = builder.Image(architecture="arm64")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.tar"


def contents(path: Path, entries: list[builder.Entry], folder: str = "") -> Contents:
    return contents_of(opener_of(path, builder.tar(entries)), folder)


@pytest.mark.parametrize(
    "entries",
    [builder.docker_20(AMD), builder.docker_25(AMD), builder.oci_layout(AMD), builder.legacy()],
)
@pytest.mark.parametrize("folder", ["", "images", "deep/er"])
def test_images_of_every_form_are_found_wherever_they_are(
    path: Path, entries: list[builder.Entry], folder: str
) -> None:
    moved = in_folder(entries, folder) if folder else entries
    (image,) = contents(path, moved, folder).images()
    assert image.names
    assert all(layer.size_bytes for layer in image.layers)


def test_links_are_followed_in_a_folder(path: Path) -> None:
    same = builder.Image(layers=(builder.layer(), builder.layer()))
    entries = in_folder(builder.docker_20(same))
    entries.append(("images/hard", builder.link("images/manifest.json", tarfile.LNKTYPE)))
    found = contents(path, entries, "images").found
    (image,) = contents(path, entries, "images").images()
    assert len(image.layers) == 2
    assert all(found.holder(layer.member) for layer in image.layers)
    holder = found.holder("hard")
    assert holder is not None
    assert holder.name == "manifest.json"


def test_of_members_with_one_name_the_last_counts(path: Path) -> None:
    found = contents(path, [("a", b"1"), ("b", b"2"), ("a", b"3")])
    assert found.ordinals == {"a": 2, "b": 1}


def test_the_platforms_of_an_index_are_told_apart(path: Path) -> None:
    found = contents(path, builder.platforms(AMD, ARM))
    assert [image.platform for image in found.images()] == ["linux/amd64", "linux/arm64"]
    (arm,) = found.images("linux/arm64")
    assert arm.config_digest == ARM.config_digest
    assert [image.platform for image in found.images("linux/s390x")] == ["linux/amd64"]


def test_the_index_knows_platforms_that_manifest_json_does_not(path: Path) -> None:
    both = builder.files(builder.platforms(AMD, ARM))
    docker = builder.files(builder.docker_25(AMD, compressed=True))
    found = contents(path, list((both | {"manifest.json": docker["manifest.json"]}).items()))
    assert [image.platform for image in found.images()] == ["linux/amd64"]
    assert [image.platform for image in found.images("linux/arm64")] == ["linux/arm64"]
    assert [image.platform for image in found.images("linux/amd64")] == ["linux/amd64"]


def test_of_variants_the_one_that_was_asked_for_or_the_first(path: Path) -> None:
    def of(variant: str, *names: str) -> builder.Image:
        return builder.Image(names, architecture=f"arm/{variant}")

    found = contents(path, builder.docker_20(of("v6", "a:1"), of("v7", "a:1"), of("v7", "b:1")))
    assert [(each.platform, each.names) for each in found.images("linux/arm")] == [
        ("linux/arm/v6", ("a:1",)),
        ("linux/arm/v7", ("b:1",)),
    ]
    assert [each.platform for each in found.images("linux/arm/v7")] == ["linux/arm/v7"] * 2
    assert [each.platform for each in found.images("linux/ar")] == ["linux/arm/v6", "linux/arm/v7"]


def test_a_configuration_is_found_by_its_digest(path: Path) -> None:
    assert contents(path, builder.crane(AMD)).config(AMD.config_digest) == AMD.config


@pytest.mark.parametrize(
    ("entries", "file", "folder"),
    [
        ([], None, None),
        ([("a", b"1")], "a", None),
        ([("f", builder.folder()), ("f/a", b"1")], "f/a", "f"),
        ([("f/a", b"1"), ("f/b", b"1")], None, "f"),
        ([("f/a", b"1"), ("b", b"1")], None, None),
        ([("a", b"1"), ("b", builder.link("a"))], None, None),
        ([("a", builder.link("b"))], None, None),
        ([("f", builder.folder())], None, None),
    ],
)
def test_what_stands_alone_is_seen(path: Path, entries, file, folder) -> None:
    found = contents(path, entries)
    only = found.only_file()
    assert (only.name if only else None, found.only_folder()) == (file, folder)


def test_what_the_memory_does_not_hold_has_no_place(path, monkeypatch) -> None:
    monkeypatch.setattr(survey, "_MOST_MEMBERS", 1)
    found = contents(path, [("a", b"1"), ("b", b"2")])
    assert (found.ordinals, found.count) == ({"a": 0}, 2)


@pytest.mark.parametrize("data", [b"short", b"no header" * 100])
def test_what_is_no_archive_is_not_taken_for_half_of_one(path: Path, data: bytes) -> None:
    with pytest.raises(BadHeader):
        contents_of(opener_of(path, data))


@pytest.mark.parametrize(
    ("member", "moved"),
    [
        (("f/a", REGULAR, ""), ("a", "")),
        (("f", DIRECTORY, ""), None),
        (("fa", REGULAR, ""), None),
        (("f/b", HARD_LINK, "f/a"), ("b", "a")),
        (("f/b", HARD_LINK, "./f/a"), ("b", "a")),
        (("f/b", SYMBOLIC_LINK, "../f/a"), ("b", "../f/a")),
    ],
)
def test_names_and_hard_links_move_up_together(member, moved) -> None:
    name, kind, link = member
    found = moved_up(Member(name, kind, 0, link), "f")
    assert (None if found is None else (found.name, found.link)) == moved
