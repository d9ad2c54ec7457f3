"""Risk: a type that engines know counts as unknown, or a layer passes under a wrong one."""

import pytest

from desktop_app.archives.checks.media_types import (
    CONFIGS,
    INDEXES,
    LAYERS,
    MANIFESTS,
    compression_fits,
    is_handed_out_by_its_maker,
)
from desktop_app.archives.report import Compression

OCI, DOCKER = "application/vnd.oci.image.", "application/vnd.docker."
GZIP, ZSTD, NONE = Compression.GZIP, Compression.ZSTD, Compression.NONE


@pytest.mark.parametrize(
    ("known", "kinds"),
    [
        (INDEXES, [OCI + "index.v1+json", DOCKER + "distribution.manifest.list.v2+json"]),
        (MANIFESTS, [OCI + "manifest.v1+json", DOCKER + "distribution.manifest.v2+json"]),
        (CONFIGS, [OCI + "config.v1+json", DOCKER + "container.image.v1+json"]),
        (
            set(LAYERS),
            [
                OCI + "layer.v1.tar",
                OCI + "layer.v1.tar+gzip",
                OCI + "layer.v1.tar+zstd",
                OCI + "layer.nondistributable.v1.tar",
                OCI + "layer.nondistributable.v1.tar+gzip",
                DOCKER + "image.rootfs.diff.tar",
                DOCKER + "image.rootfs.diff.tar.gzip",
                DOCKER + "image.rootfs.foreign.diff.tar.gzip",
                "application/vnd.in-toto+json",
            ],
        ),
    ],
    ids=["index", "manifest", "config", "layer"],
)
def test_the_types_that_producers_write_are_known(known: set[str], kinds: list[str]) -> None:
    assert set(kinds) <= known


@pytest.mark.parametrize(
    ("kind", "fitting"),
    [
        (OCI + "layer.v1.tar", {NONE}),
        (OCI + "layer.v1.tar+gzip", {GZIP}),
        (OCI + "layer.v1.tar+zstd", {ZSTD}),
        (DOCKER + "image.rootfs.diff.tar.gzip", {GZIP}),
        (DOCKER + "image.rootfs.diff.tar", set(Compression)),
        ("application/vnd.in-toto+json", {NONE}),
        ("text/plain", set(Compression)),
    ],
)
def test_a_type_says_how_a_layer_is_compressed(kind: str, fitting: set[Compression]) -> None:
    assert {each for each in Compression if compression_fits(kind, each)} == fitting


def test_layers_of_windows_may_be_elsewhere_and_others_not() -> None:
    elsewhere = {kind for kind in LAYERS if is_handed_out_by_its_maker(kind)}
    assert OCI + "layer.nondistributable.v1.tar+gzip" in elsewhere
    assert DOCKER + "image.rootfs.foreign.diff.tar.gzip" in elsewhere
    assert not elsewhere & {OCI + "layer.v1.tar", DOCKER + "image.rootfs.diff.tar.gzip"}
