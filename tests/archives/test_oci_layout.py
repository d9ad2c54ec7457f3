"""Risk: images of an index that are overlooked, listed twice or named otherwise than loaded."""

import json
from typing import Any

import pytest

from desktop_app.archives import HostileArchive
from desktop_app.archives.oci_layout import blob, read_oci_layout
from desktop_app.archives.report import ArchivedImage
from tests.archives import builder
from tests.archives.builder import Image, files, oci_layout, sha256
from tests.archives.test_docker_archive import found

WEB = Image(("shop/web:1", "shop/web:latest"))
ANNOTATION = "io.containerd.image.name"
TAG = "org.opencontainers.image.ref.name"


def read(entries: dict[str, bytes]) -> tuple[ArchivedImage, ...] | None:
    return read_oci_layout(found(*entries.items()))


def changed(**of_entry: Any) -> tuple[ArchivedImage, ...] | None:
    """The images of a layout whose first descriptor is changed."""
    entries = files(oci_layout(Image(("shop/web:1",))))
    index = json.loads(entries["index.json"])
    index["manifests"][0] |= of_entry
    return read(entries | {"index.json": json.dumps(index).encode()})


def with_manifest(**changes: Any) -> tuple[ArchivedImage, ...] | None:
    """The images of a layout whose manifest is changed, its digest as well."""
    entries = files(oci_layout(Image()))
    index = json.loads(entries["index.json"])
    manifest = json.loads(entries[blob_of(index)]) | changes
    return read(indexed(entries, json.dumps(manifest).encode(), index))


def blob_of(index: dict[str, Any]) -> str:
    return blob(str(index["manifests"][0]["digest"]))


def indexed(entries: dict[str, bytes], body: bytes, index: dict[str, Any]) -> dict[str, bytes]:
    """A layout whose first descriptor leads to this blob."""
    index["manifests"][0]["digest"] = f"sha256:{sha256(body)}"
    added = {f"blobs/sha256/{sha256(body)}": body, "index.json": json.dumps(index).encode()}
    return entries | added


def test_an_image_is_there_once_with_all_its_names() -> None:
    images = read(files(oci_layout(WEB, Image(("db:9",), architecture="arm64"))))
    assert images is not None
    web, database = images
    assert web.names == ("shop/web:1", "shop/web:latest")
    assert (web.platform, database.platform) == ("linux/amd64", "linux/arm64")
    assert web.config_digest == WEB.config_digest
    assert [layer.diff_id for layer in web.layers] == WEB.diff_ids
    assert web.manifest_digest.startswith("sha256:")
    assert web.size_bytes > 0


def test_of_many_platforms_those_that_are_there_are_listed() -> None:
    images = read(files(builder.containerd(WEB)))
    assert images is not None
    assert [image.names for image in images] == [WEB.names]
    assert images[0].config_digest == WEB.config_digest


def test_an_index_none_of_whose_platforms_is_there_makes_the_layout_unreadable() -> None:
    entries = files(builder.containerd(WEB))
    config = f"blobs/sha256/{sha256(WEB.config)}"
    assert read({name: data for name, data in entries.items() if name != config}) is None


def test_a_store_that_sent_manifests_only_is_unreadable() -> None:
    assert read(files(builder.hollow(WEB))) is None


@pytest.mark.parametrize(
    ("annotations", "names"),
    [
        ({ANNOTATION: "docker.io/library/db:9"}, ("db:9",)),
        ({ANNOTATION: "docker.io/library/db:9", TAG: "9"}, ("db:9",)),
        ({TAG: "shop/web:2"}, ("shop/web:2",)),
        ({TAG: "localhost/web"}, ("localhost/web:latest",)),
        ({TAG: "latest"}, ()),  # a bare tag: of what?
        ({ANNOTATION: "../../evil"}, ()),
        ({ANNOTATION: 5}, ()),
        ({}, ()),
        (None, ()),
        ("text", ()),
    ],
)
def test_names_are_read_from_what_different_programs_write(annotations, names) -> None:
    images = changed(annotations=annotations)
    assert images is not None
    assert images[0].names == names


def test_an_attestation_is_no_image_unless_it_has_a_name() -> None:
    kind = {"vnd.docker.reference.type": "attestation-manifest"}
    assert changed(annotations=kind) is None
    images = changed(annotations=kind | {ANNOTATION: "evil:1"})
    assert images is not None
    assert images[0].names == ("evil:1",)


@pytest.mark.parametrize(
    "of_entry",
    [
        {"digest": "sha256:" + "0" * 64},
        {"digest": None},
        {"digest": "../../etc/passwd"},
        {"Digest": "another spelling"},
        {"Annotations": {ANNOTATION: "evil:1"}},
    ],
)
def test_a_descriptor_that_leads_nowhere_makes_the_layout_unreadable(of_entry) -> None:
    assert changed(**of_entry) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"config": None},
        {"config": {"digest": "sha256:" + "0" * 64}},
        {"manifests": []},  # an index and a manifest in one (CVE-2021-41190)
    ],
)
def test_a_manifest_that_does_not_hold_makes_the_layout_unreadable(changes) -> None:
    assert with_manifest(**changes) is None


@pytest.mark.parametrize("layers", [None, [], [1], [{"digest": 7}], [{"digest": "sha256:0"}]])
def test_layers_that_are_not_there_are_listed_without_a_size(layers) -> None:
    images = with_manifest(layers=layers)
    assert images is not None
    assert [(each.diff_id, each.size_bytes) for each in images[0].layers] == [
        (Image().diff_ids[0], None)
    ]


@pytest.mark.parametrize(
    "replaced",
    [
        {"oci-layout": b"{}"},
        {"oci-layout": b"[]"},
        {"index.json": b"[]"},
        {"index.json": b"{}"},
        {"index.json": b'{"manifests":[]}'},
        {"index.json": b'{"manifests":["x"]}'},
        {"index.json": b'{"manifests":[],"Manifests":[]}'},
    ],
)
def test_lists_that_are_none_make_no_layout(replaced: dict[str, bytes]) -> None:
    assert read(files(oci_layout(WEB)) | replaced) is None


def test_an_index_within_an_index_is_followed_and_not_for_ever() -> None:
    entries = files(oci_layout(Image(("shop/web:1",))))
    for depth in range(1, 6):
        index = json.loads(entries["index.json"])
        inner = json.dumps({"manifests": [{"digest": index["manifests"][0]["digest"]}]}).encode()
        entries = indexed(entries, inner, index)
        images = read(entries)
        assert (images is not None) is (depth < 4)
        assert images is None or images[0].names == ("shop/web:1",)


def test_indexes_that_multiply_each_other_are_hostile() -> None:
    entries = files(oci_layout(Image(("shop/web:1",))))
    for _ in range(3):
        index = json.loads(entries["index.json"])
        inner = {"manifests": [{"digest": index["manifests"][0]["digest"]}] * 2000}
        entries = indexed(entries, json.dumps(inner).encode(), index)
    with pytest.raises(HostileArchive):
        read(entries)
