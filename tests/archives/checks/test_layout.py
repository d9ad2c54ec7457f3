"""Risk: an index that leads to nothing, in circles or to something else passes for images."""

import json
from pathlib import Path

import pytest

from desktop_app.archives.checks.findings import FindingCode
from tests.archives import builder
from tests.archives.builder import Image, files
from tests.archives.checking import (
    WEB,
    Document,
    blob,
    codes,
    findings,
    layout,
    nested,
    put,
    set_to,
)

CODE = FindingCode
NOWHERE = f"sha256:{'0' * 64}"
CHART = "application/vnd.cncf.helm.config.v1+json"
FULL_NAME = "io.containerd.image.name"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.tar"


def without(entries: dict[str, bytes], name: str) -> dict[str, bytes]:
    return {each: data for each, data in entries.items() if each != name}


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (without(layout(), "index.json"), (CODE.LIST_MISSING, "index.json")),
        (layout() | {"oci-layout": b"[]"}, (CODE.LIST_UNREADABLE, "oci-layout")),
        (layout() | {"oci-layout": b"{}"}, (CODE.LAYOUT_VERSION, "")),
        (
            layout() | {"oci-layout": b'{"imageLayoutVersion":"2.0.0"}'},
            (CODE.LAYOUT_VERSION, "2.0.0"),
        ),
        (layout() | {"index.json": b"[]"}, (CODE.LIST_UNREADABLE, "index.json")),
        (layout(index=lambda each: each.clear()), (CODE.LIST_UNREADABLE, "index.json")),
        (layout(index=set_to("Manifests", [])), (CODE.LIST_UNREADABLE, "index.json")),
    ],
)
def test_marks_and_lists_must_be_there_and_be_readable(entries, expected, path: Path) -> None:
    docker = {"manifest.json": files(builder.docker_25(WEB))["manifest.json"]}
    assert expected in findings(path, (entries | docker).items())


def test_without_its_mark_or_its_index_it_is_no_layout(path: Path) -> None:
    for name in ("oci-layout", "index.json"):
        assert codes(path, without(layout(), name)) == [CODE.NO_IMAGES]


@pytest.mark.parametrize("entry", [7, {"digest": "a", "Digest": "b"}])
def test_an_entry_that_cannot_be_read_is_told_and_the_others_checked(entry, path: Path) -> None:
    found = codes(path, layout(index=lambda each: each["manifests"].append(entry)))
    assert CODE.LIST_UNREADABLE in found


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            set_to("manifests", 0, "digest", "sha256:1"),
            {CODE.DIGEST_INVALID, CODE.MANIFEST_MISSING},
        ),
        (set_to("manifests", 0, "digest", NOWHERE), {CODE.MANIFEST_MISSING}),
        (set_to("manifests", 0, "annotations", FULL_NAME, "A b"), {CODE.NAME_INVALID}),
        (set_to("manifests", 0, "size", "7"), {CODE.SIZE_WRONG}),
        (lambda each: each["manifests"][0].pop("size"), {CODE.SIZE_WRONG}),
        (lambda each: each["manifests"][0].pop("mediaType"), {CODE.MEDIA_TYPE_UNKNOWN}),
    ],
)
def test_entries_of_an_index_must_be_true(change, expected, path: Path) -> None:
    assert set(codes(path, layout(index=change))) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (set_to("layers", 7), {CODE.LIST_UNREADABLE}),
        (set_to("layers", None), {CODE.LAYER_COUNT}),
        (set_to("config", "a"), {CODE.LIST_UNREADABLE}),
        (
            set_to("config", "mediaType", CHART),
            {CODE.NOT_AN_IMAGE},
        ),
        (set_to("layers", [7]), {CODE.DIGEST_INVALID, CODE.LAYER_MISSING}),
        (set_to("layers", 0, "digest", "md5:1"), {CODE.DIGEST_INVALID, CODE.LAYER_MISSING}),
        (
            set_to("layers", 0, {"digest": NOWHERE, "urls": ["https://x"]}),
            {CODE.LAYER_ELSEWHERE, CODE.MEDIA_TYPE_UNKNOWN},
        ),
        (lambda each: each.pop("mediaType"), set()),
    ],
)
def test_descriptors_of_a_manifest_must_be_true(change, expected, path: Path) -> None:
    assert set(codes(path, layout(manifest=change))) == expected


def test_what_is_no_image_is_remarked_and_not_measured_as_one(path: Path) -> None:
    def make(manifest: Document) -> None:
        manifest["config"]["mediaType"] = CHART
        manifest["layers"][0]["mediaType"] = "application/vnd.cncf.helm.chart.content.v1.tar+gzip"

    two = layout(manifest=make), layout(Image(("db:1",), (builder.layer("db"),)))
    entries = two[0] | two[1]
    entries["index.json"] = json.dumps(
        {"manifests": [json.loads(each["index.json"])["manifests"][0] for each in two]}
    ).encode()
    assert codes(path, entries) == [CODE.NOT_AN_IMAGE]


def test_an_index_of_platforms_that_are_elsewhere_is_remarked(path: Path) -> None:
    assert codes(path, nested(lambda _: None)) == [CODE.PLATFORMS_ABSENT]


def test_a_manifest_of_a_platform_of_which_nothing_else_is_there_is_remarked(path: Path) -> None:
    """A containerd store may have the manifests of platforms that it never pulled."""
    other = Image(layers=(builder.layer("arm"),), architecture="arm64")
    entries = files(builder.oci_layout(other))
    entry = json.loads(entries["index.json"])["manifests"][0]
    found = nested(lambda index: index["manifests"].append(entry))
    assert codes(path, found | {blob(entry): entries[blob(entry)]}) == [CODE.PLATFORMS_ABSENT]


def test_a_manifest_that_names_nothing_does_not_stand_in_for_a_platform(path: Path) -> None:
    entry = {"mediaType": "application/vnd.oci.image.manifest.v1+json"}
    entries = put({"config": {"digest": NOWHERE}, "layers": [7]}, entry)
    found = nested(lambda index: index["manifests"].append(entry))
    assert codes(path, found | entries) == [CODE.PLATFORMS_ABSENT]


def test_an_index_of_which_nothing_is_there_is_a_problem(path: Path) -> None:
    found = codes(path, nested(lambda index: index["manifests"].pop(1)))
    assert CODE.MANIFEST_MISSING in found


def test_an_attestation_that_is_not_whole_is_found(path: Path) -> None:
    entries = nested(lambda _: None)
    name = next(name for name, data in entries.items() if b"in-toto.io/Statement" in data)
    assert CODE.LAYER_MISSING in codes(path, without(entries, name))
    assert CODE.DIGEST_WRONG in codes(path, entries | {name: entries[name] + b" "})


def test_a_thing_that_is_called_an_index_must_be_one(path: Path) -> None:
    kind = "application/vnd.oci.image.index.v1+json"
    found = codes(path, layout(index=set_to("manifests", 0, "mediaType", kind)))
    assert found == [CODE.LIST_UNREADABLE]


def test_a_manifest_that_cannot_be_read_is_told(path: Path) -> None:
    entries = layout()
    name = blob(json.loads(entries["index.json"])["manifests"][0])
    found = codes(path, entries | {name: b"[]"})
    assert CODE.LIST_UNREADABLE in found
    assert CODE.DIGEST_WRONG in found


def test_indexes_in_indexes_come_to_an_end(path: Path) -> None:
    entries = layout()
    top = json.loads(entries["index.json"])
    for _ in range(5):
        descriptor = {"mediaType": "application/vnd.oci.image.index.v1+json"}
        entries |= put({"manifests": top["manifests"]}, descriptor)
        top["manifests"] = [descriptor]
    found = codes(path, entries | {"index.json": json.dumps(top).encode()})
    assert CODE.LIST_UNREADABLE in found


def test_an_image_of_two_names_is_checked_once_and_has_both(path: Path) -> None:
    image = Image(("shop/web:1", "shop/web:2"), history=WEB.history)
    assert codes(path, files(builder.oci_layout(image))) == []
    assert findings(path, builder.docker_25(image)) == []


def test_a_platform_need_not_be_said_and_a_variant_may_be_more_exact(path: Path) -> None:
    arm = {"os": "linux", "architecture": "amd64", "variant": "v3"}
    assert codes(path, nested(set_to("manifests", 1, "platform", arm))) == [CODE.PLATFORMS_ABSENT]
    assert codes(path, layout(index=set_to("manifests", 0, "platform", "amd64"))) == []
