"""Risk: a defect that ``crane validate`` finds in an image goes unseen here.

Each row is a check of google/go-containerregistry (pkg/v1/validate/image.go, index.go and layer.go,
at 3f4ff3c) with an archive that has the defect it looks for, and what is said of it here. Its
comparisons of "content" hold its own two ways of reading one document against each other.
"""

import gzip
import json
from pathlib import Path

import pytest

from desktop_app.archives.checks.findings import FindingCode
from desktop_app.archives.report import Depth
from tests.archives import builder
from tests.archives.builder import Image, files, oci_layout, sha256
from tests.archives.checking import WEB, Document, blob, codes, layout, nested, one_bit_off, set_to

LAYER = builder.layer()
PACKED = gzip.compress(LAYER, mtime=0)
LAYER_BLOB = f"blobs/sha256/{sha256(PACKED)}"
OTHER = f"sha256:{'0' * 64}"
REPEATING = builder.tar([("etc/motd", b"1"), ("etc/motd", b"2")])
LAYERS_TWICE = Image(layers=(builder.layer("a"), builder.layer("b")))
GZIP = "application/vnd.oci.image.layer.v1.tar+gzip"
DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json"


def with_layer(data: bytes, diff_id: str = sha256(LAYER)) -> dict[str, bytes]:
    """A layout whose only layer has these bytes, descriptor and all."""

    def change(manifest: Document) -> None:
        manifest["layers"] = [builder.descriptor(data, GZIP)]

    rootfs = {"type": "layers", "diff_ids": [f"sha256:{diff_id}"]}
    entries = layout(config=set_to("rootfs", rootfs), manifest=change)
    del entries[LAYER_BLOB]
    return entries | {f"blobs/sha256/{sha256(data)}": data}


def with_changed_blob(which: str) -> dict[str, bytes]:
    """A layout in which one bit of a blob has turned."""
    entries = layout()
    manifest = blob(json.loads(entries["index.json"])["manifests"][0])
    names = {"manifest": manifest, "config": blob(json.loads(entries[manifest])["config"])}
    name = names.get(which, LAYER_BLOB)
    text = b'"created"' if which == "config" else b'"schemaVersion": '
    place = entries[name].find(text) + len(text) - (2 if which == "config" else 0)
    return entries | {name: one_bit_off(entries[name], 4 if which == "layer" else place)}


def without(name: str) -> dict[str, bytes]:
    entries = layout()
    del entries[name]
    return entries


def without_a_layer_of_its_maker() -> dict[str, bytes]:
    kind = "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip"
    entries = layout(manifest=set_to("layers", 0, "mediaType", kind))
    del entries[LAYER_BLOB]
    return entries


def other_nested(change) -> dict[str, bytes]:
    return nested(lambda index: change(index["manifests"][1]))


CODE = FindingCode
CHECKS = {
    # image.go, validateLayers and computeLayer; layer.go, Layer
    "layer does not exist": (without(LAYER_BLOB), {CODE.LAYER_MISSING}),
    "undersized layer content": (
        with_layer(gzip.compress(LAYER[:700]), sha256(LAYER[:700])),
        {CODE.LAYER_CUT_SHORT},
    ),
    "gzip.NewReader": (
        with_layer(b"no gzip" * 90),
        {CODE.LAYER_UNREADABLE, CODE.MEDIA_TYPE_WRONG, CODE.DIFF_ID_WRONG},
    ),
    "gzip ends early": (with_layer(PACKED[:-9]), {CODE.LAYER_DAMAGED}),
    "tarReader.Next": (
        with_layer(gzip.compress(b"no tar" * 200), sha256(b"no tar" * 200)),
        {CODE.LAYER_UNREADABLE},
    ),
    "duplicate file path": (
        with_layer(gzip.compress(REPEATING), sha256(REPEATING)),
        {CODE.LAYER_REPEATS_PATH},
    ),
    "mismatched layer digest": (with_changed_blob("layer"), {CODE.DIGEST_WRONG}),
    "mismatched layer digest: Manifest.Layers.Digest": (
        layout(manifest=set_to("layers", 0, "digest", OTHER)),
        {CODE.LAYER_MISSING},
    ),
    "mismatched layer diffid": (with_layer(PACKED, sha256(b"another")), {CODE.DIFF_ID_WRONG}),
    "mismatched layer diffid: ConfigFile.RootFS.DiffIDs": (
        layout(config=set_to("rootfs", "diff_ids", [OTHER])),
        {CODE.DIFF_ID_WRONG},
    ),
    "mismatched layer size: Manifest.Layers.Size": (
        layout(manifest=set_to("layers", 0, "size", 7)),
        {CODE.SIZE_WRONG},
    ),
    "mismatched layer mediaType": (
        layout(manifest=set_to("layers", 0, "mediaType", GZIP.replace("gzip", "zstd"))),
        {CODE.MEDIA_TYPE_WRONG},
    ),
    "mediaType.IsLayer": (
        layout(manifest=set_to("layers", 0, "mediaType", "text/plain")),
        {CODE.MEDIA_TYPE_UNKNOWN},
    ),
    "img.LayerByDiffID, fewer": (
        layout(LAYERS_TWICE, config=lambda each: each["rootfs"]["diff_ids"].pop()),
        {CODE.LAYER_COUNT},
    ),
    "img.Layers, fewer": (
        layout(LAYERS_TWICE, manifest=lambda each: each["layers"].pop()),
        {CODE.LAYER_COUNT},
    ),
    # image.go, validateConfig
    "img.RawConfigFile": (
        layout(manifest=set_to("config", "digest", OTHER)),
        {CODE.CONFIG_MISSING},
    ),
    "img.ConfigFile": (
        layout(config=lambda each: each.update(rootfs="none")),
        {CODE.CONFIG_UNREADABLE},
    ),
    "mismatched config digest": (with_changed_blob("config"), {CODE.DIGEST_WRONG}),
    "mismatched config size": (layout(manifest=set_to("config", "size", 7)), {CODE.SIZE_WRONG}),
    "invalid ConfigFile.RootFS.Type": (
        layout(config=set_to("rootfs", "type", "leaves")),
        {CODE.ROOTFS_TYPE},
    ),
    # image.go, validateManifest
    "img.Manifest": (layout(manifest=set_to("config", 7)), {CODE.LIST_UNREADABLE}),
    "mismatched manifest digest": (with_changed_blob("manifest"), {CODE.DIGEST_WRONG}),
    "mismatched manifest size": (
        layout(index=set_to("manifests", 0, "size", 7)),
        {CODE.SIZE_WRONG},
    ),
    # index.go, validateChildren and validateIndexManifest
    "idx.IndexManifest": (layout(index=set_to("manifests", 7)), {CODE.LIST_UNREADABLE}),
    "idx.Image": (
        layout(index=set_to("manifests", 0, "digest", OTHER)),
        {CODE.MANIFEST_MISSING},
    ),
    "failed to validate image": (
        other_nested(set_to("size", 7)),
        {CODE.PLATFORMS_ABSENT, CODE.SIZE_WRONG},
    ),
    "Unexpected manifest": (
        layout(index=set_to("manifests", 0, "mediaType", "text/plain")),
        {CODE.MEDIA_TYPE_UNKNOWN},
    ),
    "mismatched mediaType: MediaType()": (
        layout(manifest=set_to("mediaType", DOCKER_MANIFEST)),
        {CODE.MEDIA_TYPE_WRONG},
    ),
    "an index that is called an image": (
        other_nested(set_to("mediaType", "application/vnd.oci.image.index.v1+json")),
        {CODE.LIST_UNREADABLE, CODE.PLATFORMS_ABSENT},
    ),
    "nondistributable layer failure": (without_a_layer_of_its_maker(), {CODE.LAYER_ELSEWHERE}),
    # index.go, validatePlatform
    "config file missing platform fields": (
        nested(set_to("manifests", 1, "platform", "architecture", "amd64"), Image(architecture="")),
        {CODE.PLATFORMS_ABSENT, CODE.PLATFORM_WRONG},
    ),
    "mismatched OS": (
        other_nested(set_to("platform", "os", "windows")),
        {CODE.PLATFORMS_ABSENT, CODE.PLATFORM_WRONG},
    ),
    "mismatched Architecture": (
        other_nested(set_to("platform", "architecture", "riscv64")),
        {CODE.PLATFORMS_ABSENT, CODE.PLATFORM_WRONG},
    ),
    "mismatched OSVersion": (
        other_nested(set_to("platform", "os.version", "10.0.20348")),
        {CODE.PLATFORMS_ABSENT, CODE.PLATFORM_WRONG},
    ),
}

FAST = {
    "layer does not exist",
    "mismatched config digest",
    "mismatched config size",
    "invalid ConfigFile.RootFS.Type",
    "mismatched manifest digest",
    "mismatched manifest size",
}
"""What ``crane validate --fast`` still finds."""


@pytest.mark.parametrize("check", CHECKS)
def test_what_crane_finds_is_found(check: str, tmp_path: Path) -> None:
    entries, expected = CHECKS[check]
    assert set(codes(tmp_path / "a.tar", entries)) == expected


@pytest.mark.parametrize("check", sorted(FAST))
def test_what_crane_finds_without_reading_layers_is_found_quickly(
    check: str, tmp_path: Path
) -> None:
    entries, expected = CHECKS[check]
    assert set(codes(tmp_path / "a.tar", entries, Depth.QUICK)) == expected


def test_archives_without_the_defects_have_no_findings(tmp_path: Path) -> None:
    for entries in (layout(), layout(LAYERS_TWICE), with_layer(PACKED), files(oci_layout(WEB))):
        assert codes(tmp_path / "a.tar", entries) == []
