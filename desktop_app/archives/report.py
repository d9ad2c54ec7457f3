"""What is known of a file: the frozen reports of ``identify`` and ``verify``, and their words."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from desktop_app.archives.checks.findings import Finding, Severity
from desktop_app.errors import ErrorCode, UserFacingError

State: TypeAlias = tuple[tuple[int, int], ...]
"""Size and time of the last change, in nanoseconds, of a file or of each of its parts."""


class ArchiveKind(StrEnum):
    """What a file is, as far as moving images goes."""

    IMAGE_ARCHIVE = (
        "image-archive"  # docker save: manifest.json as an array, or legacy repositories
    )
    OCI_LAYOUT = "oci-layout"  # an OCI image layout without manifest.json
    FILESYSTEM = "filesystem"  # docker export, or any other root file system
    EMPTY = "empty"  # no bytes, or an archive without members
    DAMAGED = "damaged"  # an archive that ends early or whose headers do not add up
    OTHER = "other"  # anything else; the evidence says what
    UPDATE_PACK = "update-pack"  # reserved: nothing writes these yet
    ARCHIVE_PART = "archive-part"  # one of several parts, of which not all are there and whole


class Compression(StrEnum):
    """The one outer compression of a file, told by its magic number, never by its name."""

    NONE = "none"
    GZIP = "gzip"
    BZIP2 = "bzip2"
    XZ = "xz"
    ZSTD = "zstd"


class Evidence(StrEnum):
    """What the kind was told by."""

    DOCKER_MANIFEST = "docker-manifest"  # manifest.json only
    DOCKER_MANIFEST_AND_OCI = "docker-manifest-and-oci"  # both, as Docker 25 and later write
    LEGACY_REPOSITORIES = "legacy-repositories"  # before Docker 1.10
    IMAGE_PARTS = "image-parts"  # layers and the like; only until the lists at the end are read
    OCI_INDEX = "oci-index"  # oci-layout and index.json
    DOCKERENV = "dockerenv"  # /.dockerenv, made by Docker in every container
    CONTAINERENV = "containerenv"  # /run/.containerenv, made by Podman
    ROOT_FOLDERS = "root-folders"  # at least three of bin, etc, usr, …
    NO_BYTES = "no-bytes"
    NO_MEMBERS = "no-members"
    CUT_SHORT = "cut-short"  # the file ends before its archive or its compression does
    BAD_HEADER = "bad-header"  # an archive at first, then something else
    BAD_METADATA = (
        "bad-metadata"  # manifest.json or index.json cannot be read, or names what is not there
    )
    BAD_COMPRESSION = "bad-compression"  # the compressed data do not add up
    ZIP = "zip"  # one that begins with an archive
    WRAPPED = "wrapped"  # an archive inside an archive, or everything under one top folder
    DOCKER_DIR = "docker-dir"  # a tarred "dir:" transport of podman or skopeo
    PARTS_MISSING = "parts-missing"  # the archive's parts, or their list, are not all there
    UNKNOWN_TAR = "unknown-tar"  # a tar, but neither images nor a root file system
    NOT_AN_ARCHIVE = "not-an-archive"


class ReportWarning(StrEnum):
    """What is odd about an archive that is otherwise usable."""

    LAYERS_MISSING = "layers-missing"  # named by the manifest, not in the file
    INDEX_DISAGREES = "index-disagrees"  # index.json and manifest.json name different things
    REPEATED = (
        "repeated"  # a list or configuration twice, not alike; engines differ in which counts
    )
    NAMELESS = "nameless"  # at least one image has no name
    TRAILING_DATA = "trailing-data"  # bytes that are not zero after the archive's end
    EMPTY_FRAME = "empty-frame"  # Zstandard that begins with a frame without data
    NO_END_MARKER = "no-end-marker"  # all members whole, the two zero blocks missing


@dataclass(frozen=True, slots=True)
class ArchivedLayer:
    """One layer of an image in a file.

    Attributes:
        diff_id: digest of the uncompressed layer, ``sha256:…``; empty in legacy archives.
        member: the name of the archive's member that holds it.
        size_bytes: of that member, as stored; None where the member is missing.
        compression: of that member.
        is_hard_link: whether the member is a second name of the one that holds the data.
    """

    diff_id: str
    member: str
    size_bytes: int | None
    compression: Compression = Compression.NONE
    is_hard_link: bool = False


@dataclass(frozen=True, slots=True)
class ArchivedImage:
    """One image in a file.

    Attributes:
        names: every ``repository:tag``, in the familiar form; empty for a nameless image.
        config_digest: digest of its configuration, ``sha256:…``.
        architecture: in Go's words: ``amd64``, ``arm64``, …
        os: ``linux``, ``windows``, …
        variant: of the architecture, such as ``v8``; mostly empty.
        created: aware, UTC; None where the image does not say.
        layers: lowest first.
        manifest_digest: of its OCI manifest where the file has one, else empty. Containerd stores
            use it as the image's ID.
        short_names: those of the names that manifest.json writes without a registry.
        has_odd_paths: whether manifest.json, or a link to a layer, writes a name in another way
            than it is looked up, such as with ``./`` before it, or a link leads nowhere; not every
            engine finds its way then.
    """

    names: tuple[str, ...]
    config_digest: str
    architecture: str
    os: str
    created: datetime | None
    layers: tuple[ArchivedLayer, ...]
    variant: str = ""
    manifest_digest: str = ""
    short_names: frozenset[str] = frozenset()
    has_odd_paths: bool = False

    @property
    def platform(self) -> str:
        """``linux/amd64`` or ``linux/arm64/v8``."""
        return "/".join(part for part in (self.os, self.architecture, self.variant) if part)

    @property
    def size_bytes(self) -> int:
        """Of its layers together, as stored in the file."""
        return sum(layer.size_bytes or 0 for layer in self.layers)


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that an archive was written in.

    Attributes:
        set_id: another one for each time that a set is written; empty where there is no list.
        names: of all files, in order.
        missing: those that are not there; also the list of parts itself.
        damaged: those that have not their size.
    """

    set_id: str
    names: tuple[str, ...]
    missing: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()

    @property
    def are_there(self) -> bool:
        """Whether all are there, and as large as they should be."""
        return not self.missing and not self.damaged


@dataclass(frozen=True, slots=True)
class ArchiveReport:
    """What a file is and what is in it.

    Attributes:
        path: the file; of an archive in parts the part, or the list, that was looked at.
        size_bytes: of the file, as it lies there; of all parts together.
        kind: what it is.
        compression: around the whole of it.
        evidence: what the kind was told by.
        images: in the order of the manifest; empty unless the kind holds images.
        warnings: what is odd about it.
        complete: False while the kind is known from the beginning but the names, which stand at
            the end, are not; `complete` of ``identification.py`` reads on.
        inner: the archive inside, or the folder around everything, where the evidence is one of the
            two that say so.
        parts: of an archive that lies there in parts.
        state: what would be another if somebody had written to the file since.
    """

    path: Path
    size_bytes: int
    kind: ArchiveKind
    compression: Compression
    evidence: Evidence
    images: tuple[ArchivedImage, ...] = ()
    warnings: tuple[ReportWarning, ...] = ()
    complete: bool = True
    inner: str = ""
    parts: Parts | None = None
    state: State = field(default=(), compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name in the file."""
        return tuple(name for image in self.images for name in image.names)


class Depth(StrEnum):
    """How much of a file is read."""

    QUICK = "quick"  # names, lists and structure; digests of what is small
    FULL = "full"  # every byte


@dataclass(frozen=True, slots=True)
class VerificationReport:
    """What a check of a file came to.

    Attributes:
        path: the file.
        report: what it is.
        depth: how much of it was read.
        findings: what is not as it should be, as it was found.
    """

    path: Path
    report: ArchiveReport
    depth: Depth
    findings: tuple[Finding, ...]

    @property
    def is_whole(self) -> bool:
        """Whether there is no problem; there may be remarks."""
        return all(finding.severity is Severity.REMARK for finding in self.findings)


class HostileReason(StrEnum):
    """Which trick a hostile file tried."""

    HEADER_TOO_LARGE = "header-too-large"  # a PAX or long-name header of more than is sane
    METADATA_TOO_LARGE = "metadata-too-large"  # a JSON document of more than is sane
    TOO_MANY_MEMBERS = "too-many-members"
    BAD_SIZE = "bad-size"  # negative, or beyond any file
    DECOMPRESSION_BOMB = "decompression-bomb"
    JSON_TOO_DEEP = "json-too-deep"


class HostileArchive(UserFacingError):  # noqa: N818  the name is used outside the project
    """A file that was made to do harm to whoever reads it."""

    def __init__(self, reason: HostileReason, path: str = "", detail: str = "") -> None:
        super().__init__(ErrorCode.ARCHIVE_HOSTILE, {"path": path, "reason": reason}, detail)
        self.reason = reason
