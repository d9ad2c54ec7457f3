"""Files, images and an engine as the window's tests meet them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.archives.report import (
    ArchivedImage,
    ArchivedLayer,
    ArchiveKind,
    ArchiveReport,
    Compression,
    Evidence,
)
from desktop_app.engine_info import Attempt, ContainerRecord, EngineInfo, ImageRecord, ImageStore
from desktop_app.errors import ErrorCode
from desktop_app.workers.snapshot import EngineSnapshot, FeedState, Problem


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
FOR_TWO = replace(
    image_archive(
        archived_image("web:1"), archived_image("web:1", digit="b", architecture="arm64")
    ),
    kind=ArchiveKind.OCI_LAYOUT,
    evidence=Evidence.OCI_INDEX,
)
"""One image for two platforms."""
UNREAD = replace(
    image_archive(path="big.tar.gz"),
    compression=Compression.GZIP,
    evidence=Evidence.IMAGE_PARTS,
    complete=False,
)
"""A large packed archive of which the end, with the names, was not read yet."""
READ = replace(UNREAD, evidence=Evidence.DOCKER_MANIFEST, images=SHOP.images, complete=True)
FILESYSTEM = file_of(ArchiveKind.FILESYSTEM, Evidence.DOCKERENV, "web-dev.tar")
UNREAD_FILESYSTEM = replace(FILESYSTEM, complete=False)
UNKNOWN = file_of(ArchiveKind.OTHER, Evidence.UNKNOWN_TAR, "photos.tar")
DAMAGED = file_of(ArchiveKind.DAMAGED, Evidence.CUT_SHORT, "backup.tar")

ENGINE = EngineInfo(
    "unix:///var/run/docker.sock", "28.5.2", "1.51", ImageStore.CLASSIC, False, "linux", "amd64"
)


def image(*names: str, digit: str = "d") -> ImageRecord:
    """An image in the engine."""
    return ImageRecord(digest(digit), names, 228_000_000, None)


def container(name: str, digit: str = "c") -> ContainerRecord:
    """A container in the engine."""
    return ContainerRecord(64 * digit, name, "shop/web:2.1", "exited", None)


NOON = datetime(2026, 5, 4, 12, 4, tzinfo=UTC)


def connected(
    images: Iterable[ImageRecord] = (), containers: Iterable[ContainerRecord] = ()
) -> EngineSnapshot:
    """What the feed knows of an engine that answers."""
    return EngineSnapshot(FeedState.CONNECTED, ENGINE, tuple(images), tuple(containers), NOON)


def lost(snapshot: EngineSnapshot) -> EngineSnapshot:
    """The same after the engine was lost."""
    return replace(snapshot, stale_because=Problem(ErrorCode.ENGINE_LOST))


ABSENT = EngineSnapshot(
    FeedState.ABSENT,
    stale_because=Problem(ErrorCode.ENGINE_NOT_FOUND),
    attempts=(
        Attempt("Docker", "unix:///var/run/docker.sock", ErrorCode.ENGINE_FORBIDDEN, "EACCES"),
        Attempt("Podman", "unix:///run/podman/podman.sock", ErrorCode.ENGINE_NOT_FOUND),
    ),
)
