"""Media types of images: those of the OCI (image-spec, media-types.md) and Docker's older ones."""

from desktop_app.archives.report import Compression

_OCI = "application/vnd.oci.image"
_DOCKER = "application/vnd.docker"

INDEXES = {
    f"{_OCI}.index.v1+json",
    f"{_DOCKER}.distribution.manifest.list.v2+json",
}
MANIFESTS = {
    f"{_OCI}.manifest.v1+json",
    f"{_DOCKER}.distribution.manifest.v2+json",
}
CONFIGS = {
    f"{_OCI}.config.v1+json",
    f"{_DOCKER}.container.image.v1+json",
}

_OCI_LAYERS = (f"{_OCI}.layer.v1.tar", f"{_OCI}.layer.nondistributable.v1.tar")
_DOCKER_LAYERS = (
    f"{_DOCKER}.image.rootfs.diff.tar",
    f"{_DOCKER}.image.rootfs.foreign.diff.tar",
)
_ENDINGS = {
    "+gzip": Compression.GZIP,
    "+zstd": Compression.ZSTD,
    ".gzip": Compression.GZIP,
    ".zstd": Compression.ZSTD,
}

LAYERS = {
    **{f"{kind}{ending}": True for kind in _OCI_LAYERS for ending in ("", "+gzip", "+zstd")},
    **{f"{kind}{ending}": True for kind in _DOCKER_LAYERS for ending in ("", ".gzip", ".zstd")},
    "application/vnd.in-toto+json": False,
}
"""Of each type that a layer may have, whether it is an archive of files."""


def compression_fits(media_type: str, compression: Compression) -> bool:
    """Whether a layer of this type may have this compression.

    Docker's plain type says nothing: engines look at the first bytes then.
    """
    if media_type not in LAYERS or media_type in _DOCKER_LAYERS:
        return True
    return _ENDINGS.get(media_type[-5:], Compression.NONE) is compression


def is_handed_out_by_its_maker(media_type: str) -> bool:
    """Whether the layer may be missing: parts of Windows come from Microsoft only."""
    return ".nondistributable." in media_type or ".foreign." in media_type
