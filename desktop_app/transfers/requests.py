"""What a person can ask for, as frozen data: it can be queued, tried again and written down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from desktop_app.archives.report import (
    ArchivedImage,
    ArchiveReport,
    Compression,
    Depth,
    VerificationReport,
)
from desktop_app.engine_info import EngineInfo
from desktop_app.transfers.leftovers import Leftover


@dataclass(frozen=True, slots=True)
class SaveRequest:
    """Save images into one archive, or each into one of its own.

    Attributes:
        names: ``repository:tag`` of each, in the order to save them.
        target: the file to write; the folder where each image gets a file of its own.
        estimated_bytes: about how much the engine will send; None where unknown.
        compression, part_bytes, checksum: see `FileOptions` of ``output.py``.
        is_separate: whether each image gets a file of its own.
    """

    names: tuple[str, ...]
    target: Path
    estimated_bytes: int | None = None
    compression: Compression = Compression.NONE
    part_bytes: int | None = None
    checksum: bool = False
    is_separate: bool = False


@dataclass(frozen=True, slots=True)
class LoadRequest:
    """Load the images of an archive.

    Attributes:
        path: the file.
        given_names: names to put on: by the name in the file that they take the place of, or by
            the config digest of an image that has none. A name whose place is taken stays where it
            is in the engine.
        platform: of an image for several the only one that is wanted, such as ``linux/arm64``;
            empty leaves it to the engine, which takes its own.
        movable_names: names in the engine that other images may lose.
        known: what was learnt of the file before; it is read again if it was written to since.
    """

    path: Path
    given_names: Mapping[str, str] = field(default_factory=dict)
    platform: str = ""
    movable_names: frozenset[str] = frozenset()
    known: ArchiveReport | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Write a container's file system into a file.

    Attributes:
        container_id: which container.
        container_name: what it is called, to be shown.
        target: the file to write.
        compression, part_bytes, checksum: see `FileOptions` of ``output.py``.
    """

    container_id: str
    container_name: str
    target: Path
    compression: Compression = Compression.NONE
    part_bytes: int | None = None
    checksum: bool = False


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """Make an image of a root file system.

    Attributes:
        path: the file.
        name: ``repository:tag`` of the new image.
        despite_warning: the person has read that the file does not look like a root file system.
        known: what was learnt of the file before; it is read again if it was written to since.
    """

    path: Path
    name: str
    despite_warning: bool = False
    known: ArchiveReport | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """See whether a file is whole, without an engine.

    Attributes:
        path: the file; one of several parts stands for all of them.
        depth: how much of it to read.
    """

    path: Path
    depth: Depth = Depth.FULL


@dataclass(frozen=True, slots=True)
class NameRequest:
    """Give an image one more name; an image that has the name already loses it."""

    image_id: str
    name: str


@dataclass(frozen=True, slots=True)
class UnnameRequest:
    """Take one of several names off an image."""

    name: str


@dataclass(frozen=True, slots=True)
class InspectRequest:
    """Learn what files are, each from its beginning where that says enough."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class CompleteRequest:
    """Read a file to its end that an `InspectRequest` has found to be worth it."""

    report: ArchiveReport


@dataclass(frozen=True, slots=True)
class FindLeftoversRequest:
    """Look for half files that an interrupted run has left behind."""


@dataclass(frozen=True, slots=True)
class SettleLeftoversRequest:
    """Delete such half files, or leave them and ask no more."""

    leftovers: tuple[Leftover, ...]
    deletes: bool


@dataclass(frozen=True, slots=True)
class ReachRequest:
    """See whether an engine answers at an address; empty for the one that is found."""

    url: str


@dataclass(frozen=True, slots=True)
class PortrayImageRequest:
    """Learn all that the engine tells of an image."""

    image_id: str


@dataclass(frozen=True, slots=True)
class PortrayContainerRequest:
    """Learn all that the engine tells of a container.

    Attributes:
        container_id: which container.
        state: that it is in; in another one the answer is another.
    """

    container_id: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class MeasureRequest:
    """Learn about how large a file with these images becomes; what they share is in it once."""

    image_ids: tuple[str, ...]


Question: TypeAlias = PortrayImageRequest | PortrayContainerRequest | MeasureRequest | ReachRequest
"""What an engine is asked while somebody looks around; nothing comes of it but an answer."""

Transfer: TypeAlias = SaveRequest | LoadRequest | ExportRequest | ImportRequest | CheckRequest
"""What goes through the queue and is seen on the Transfers page."""

Errand: TypeAlias = (
    NameRequest
    | UnnameRequest
    | InspectRequest
    | CompleteRequest
    | FindLeftoversRequest
    | SettleLeftoversRequest
    | Question
)
"""Small things that are done at once, beside the queue."""


@dataclass(frozen=True, slots=True)
class SaveResult:
    """A file that is whole: every layer and config in it has its digest.

    Attributes:
        path: the file, or the first of its parts.
        size_bytes: of the file, or of all parts together.
        images: those in it.
        sha256: of the file, or of all parts together, 64 hexadecimal digits.
        files: the file or its parts, then what was written beside them.
    """

    path: Path
    size_bytes: int
    images: tuple[ArchivedImage, ...]
    sha256: str = ""
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class SeparateSaveResult:
    """Several images, each in a file of its own.

    Attributes:
        path: the folder.
        saved: one for each file, in the order of the names.
    """

    path: Path
    saved: tuple[SaveResult, ...]


@dataclass(frozen=True, slots=True)
class LoadedImage:
    """One image that the engine now has, layer for layer as in the file.

    Attributes:
        image_id: as the engine has it.
        names: those of the file, as the engine writes them.
        was_there: whether nothing of the file had to be sent.
    """

    image_id: str
    names: tuple[str, ...]
    was_there: bool = False


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What a load brought."""

    path: Path
    images: tuple[LoadedImage, ...]


@dataclass(frozen=True, slots=True)
class ExportResult:
    """A container's whole file system in a file.

    Attributes:
        left_out: the volumes that are not in it.

    The others are those of `SaveResult`.
    """

    path: Path
    size_bytes: int
    left_out: tuple[str, ...]
    sha256: str = ""
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The image that an import made, or that was there with the same layer and name."""

    path: Path
    image_id: str
    name: str
    was_there: bool = False


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What the check of a file came to.

    Attributes:
        found: what the file is, and all that is not as it should be.
        sha256: of the file, 64 hexadecimal digits, if it was compared with the one beside it.
    """

    found: VerificationReport
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class InspectResult:
    """What the files are; a file that cannot be read at all has an error code in place of a report.

    Attributes:
        reports: in the order asked for.
    """

    reports: tuple["ArchiveReport | UnreadableFile", ...]


@dataclass(frozen=True, slots=True)
class LeftoversResult:
    """Half files that are there, or still there."""

    leftovers: tuple[Leftover, ...]


@dataclass(frozen=True, slots=True)
class ReachResult:
    """The engine that has answered."""

    info: EngineInfo


@dataclass(frozen=True, slots=True)
class MeasureResult:
    """About how large a file with some images becomes."""

    likely_bytes: int


@dataclass(frozen=True, slots=True)
class UnreadableFile:
    """A path that gave no report: gone, forbidden, a folder, hostile.

    Attributes:
        path: what was asked for.
        code: an `ErrorCode` of `desktop_app.errors`, with its `params`.
        detail: the system's own words.
    """

    path: Path
    code: str
    params: Mapping[str, str | int]
    detail: str = ""
