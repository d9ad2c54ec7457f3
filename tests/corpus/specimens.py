"""What a specimen of the corpus is: a name, how it is made, and what is to be found in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.archives import ArchiveKind, ArchiveReport, Evidence, ReportWarning
from tests.archives.builder import Image

FoundImage = tuple[tuple[str, ...], str, tuple[str, ...]]
"""Names, platform and diff IDs."""


@dataclass(frozen=True)
class Expected:
    """What is to be found in an archive; the attributes are those of `ArchiveReport`."""

    kind: ArchiveKind
    evidence: Evidence
    images: tuple[FoundImage, ...] = ()
    warnings: tuple[ReportWarning, ...] = ()
    inner: str = ""


@dataclass(frozen=True)
class Specimen:
    """One archive of the corpus.

    Attributes:
        name: whose layout it is.
        write: writes it to a path, given the URL of the engine that makes it.
        expected: of it.
        maker: the name of the engine that makes it; empty where none does.
    """

    name: str
    write: Callable[[Path, str], None]
    expected: Expected
    maker: str = ""


def found_in(report: ArchiveReport) -> Expected:
    """What was found in an archive, to be compared with what is expected."""
    images = tuple(
        (image.names, image.platform, tuple(layer.diff_id for layer in image.layers))
        for image in report.images
    )
    in_order = tuple(sorted(images))  # containerd has none
    return Expected(report.kind, report.evidence, in_order, report.warnings, report.inner)


def images(
    evidence: Evidence, *expected: Image, warnings: Iterable[ReportWarning] = ()
) -> Expected:
    """An archive of these images."""
    is_layout = evidence is Evidence.OCI_INDEX
    kind = ArchiveKind.OCI_LAYOUT if is_layout else ArchiveKind.IMAGE_ARCHIVE
    found = [
        (image.names, f"{image.os}/{image.architecture}", tuple(image.diff_ids))
        for image in expected
    ]
    return Expected(kind, evidence, tuple(sorted(found)), tuple(warnings))


def filesystem(evidence: Evidence) -> Expected:
    """A root file system."""
    return Expected(ArchiveKind.FILESYSTEM, evidence)


def other(evidence: Evidence, inner: str = "") -> Expected:
    """Neither images nor a root file system."""
    return Expected(ArchiveKind.OTHER, evidence, inner=inner)


def damaged(evidence: Evidence) -> Expected:
    """An archive that is not whole."""
    return Expected(ArchiveKind.DAMAGED, evidence)


def empty(evidence: Evidence) -> Expected:
    """Nothing at all."""
    return Expected(ArchiveKind.EMPTY, evidence)
