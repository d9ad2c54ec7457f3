"""Files, images and an engine as the window's tests meet them."""

from collections.abc import Iterable
from pathlib import Path

from desktop_app.archives.report import (
    ArchivedImage,
    ArchivedLayer,
    ArchiveKind,
    ArchiveReport,
    Compression,
    Evidence,
)
from desktop_app.engine_info import EngineInfo, ImageRecord, ImageStore
from desktop_app.workers.snapshot import EngineSnapshot, FeedState


def digest(digit: str) -> str:
    """A digest of one repeated hex digit."""
    return f"sha256:{64 * digit}"


def archived_image(*names: str, digit: str = "a", architecture: str = "amd64") -> ArchivedImage:
    """An image in a file, of one layer."""
    layers = (ArchivedLayer(digest("f"), "layer.tar", 188_000_000),)
    return ArchivedImage(names, digest(digit), architecture, "linux", None, layers)


def image_archive(*images: ArchivedImage, path: str = "shop.tar") -> ArchiveReport:
    """A saved archive."""
    return ArchiveReport(
        Path(path),
        361_000_000,
        ArchiveKind.IMAGE_ARCHIVE,
        Compression.NONE,
        Evidence.DOCKER_MANIFEST,
        images,
    )


def file_of(kind: ArchiveKind, evidence: Evidence, path: str) -> ArchiveReport:
    """A file without images in it."""
    return ArchiveReport(Path(path), 12_000, kind, Compression.NONE, evidence)


SHOP = image_archive(
    archived_image("shop/web:2.1"), archived_image("shop/api:2.1", digit="b", architecture="arm64")
)
NAMELESS = image_archive(archived_image(), archived_image("db:1", digit="b"), path="x.tar")
FILESYSTEM = file_of(ArchiveKind.FILESYSTEM, Evidence.DOCKERENV, "web-dev.tar")
UNKNOWN = file_of(ArchiveKind.OTHER, Evidence.UNKNOWN_TAR, "photos.tar")
DAMAGED = file_of(ArchiveKind.DAMAGED, Evidence.CUT_SHORT, "backup.tar")

ENGINE = EngineInfo(
    "unix:///var/run/docker.sock", "28.5.2", "1.51", ImageStore.CLASSIC, False, "linux", "amd64"
)


def image(*names: str, digit: str = "d") -> ImageRecord:
    """An image in the engine."""
    return ImageRecord(digest(digit), names, 228_000_000, None)


def connected(images: Iterable[ImageRecord] = ()) -> EngineSnapshot:
    """What the feed knows of an engine that answers."""
    return EngineSnapshot(FeedState.CONNECTED, ENGINE, tuple(images))
