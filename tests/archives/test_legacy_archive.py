"""Risk: an archive from before Docker 1.10 that is misread, or leads the reader in circles."""

import json

import pytest

from desktop_app.archives.legacy_archive import read_legacy_archive
from desktop_app.archives.report import ArchivedImage
from tests.archives import builder
from tests.archives.builder import files
from tests.archives.test_docker_archive import found

LOWER, UPPER = "a" * 64, "b" * 64


def read(**replaced: bytes) -> tuple[ArchivedImage, ...] | None:
    """The images of a legacy archive with some members replaced."""
    names = {"repositories": "repositories", "lower": f"{LOWER}/json", "upper": f"{UPPER}/json"}
    changes = {names[name]: data for name, data in replaced.items()}
    return read_legacy_archive(found(*(files(builder.legacy()) | changes).items()))


def test_an_image_is_its_top_layer_and_all_below() -> None:
    images = read()
    assert images is not None
    (image,) = images
    assert image.names == ("old/app:1",)
    assert (image.platform, image.config_digest) == ("linux/amd64", "")
    assert image.created is not None
    assert image.created.year == 2014
    assert [layer.member for layer in image.layers] == [f"{LOWER}/layer.tar", f"{UPPER}/layer.tar"]
    assert all(layer.size_bytes for layer in image.layers)


def test_an_image_with_several_names_is_there_once() -> None:
    images = read(repositories=json.dumps({"a": {"1": UPPER, "2": UPPER, "": UPPER}}).encode())
    assert images is not None
    assert [image.names for image in images] == [("a:1", "a:2")]


def test_layers_that_are_their_own_parents_end_somewhere() -> None:
    images = read(lower=json.dumps({"parent": UPPER}).encode())
    assert images is not None
    assert len(images[0].layers) == 2


def test_a_parent_that_is_not_there_is_a_missing_layer() -> None:
    images = read(lower=json.dumps({"parent": "c" * 64}).encode())
    assert images is not None
    assert [layer.size_bytes is None for layer in images[0].layers] == [True, False, False]


@pytest.mark.parametrize("upper", [b"[]", b"", b"not json"])
def test_an_image_that_is_not_described_makes_the_archive_unreadable(upper: bytes) -> None:
    assert read(upper=upper) is None


@pytest.mark.parametrize("parent", [b"[]", b"not json", b'{"parent":5}'])
def test_a_chain_ends_where_it_cannot_be_read(parent: bytes) -> None:
    images = read(lower=parent)
    assert images is not None
    assert len(images[0].layers) == 2


@pytest.mark.parametrize("repositories", [b"{}", b"[]", b"", b'{"a":1}', b'{"a":{}}'])
def test_repositories_that_name_nothing_are_no_images(repositories: bytes) -> None:
    assert not read(repositories=repositories)


@pytest.mark.parametrize("image_id", [None, 5, "../x", "gone"])
def test_repositories_that_name_what_is_not_there_are_no_images(image_id: object) -> None:
    assert read(repositories=json.dumps({"a": {"1": image_id}}).encode()) is None


def test_beside_a_manifest_the_older_list_does_not_count_as_engines_do_not_read_it() -> None:
    entries = files(builder.legacy()) | {"manifest.json": b"not json"}
    assert read_legacy_archive(found(*entries.items())) is None
