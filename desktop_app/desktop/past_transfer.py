"""A transfer that has ended, as it is remembered: small frozen data, told in no language."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop_app import archives
from desktop_app.archives import ArchivedImage, HostileArchive, Severity
from desktop_app.models.transfers import TransferRecord
from desktop_app.transfers.requests import (
    CheckResult,
    ExportResult,
    ImportResult,
    LoadResult,
    SaveResult,
    SeparateSaveResult,
    Transfer,
)
from desktop_app.workers.outcome import Outcome, Stopped, Succeeded


@dataclass(frozen=True, slots=True)
class PastFile:
    """A file that was written or read.

    Attributes:
        path: of the file, or of the first of its parts.
        size_bytes: of all parts together; None where unknown.
        sha256: of all parts together; empty where it was not worked out.
    """

    path: Path
    size_bytes: int | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class PastImage:
    """An image that went through.

    Attributes:
        names: as in the file.
        digest: of its config; after a load or an import the ID that the engine gave.
    """

    names: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class PastTransfer:
    """What is remembered.

    Attributes:
        job_id: tells it from all others.
        request: what was asked for, as far as its title needs it.
        outcome: how it ended; of a success read from the history the value is None.
        ended_at: aware.
        started_at: aware; None if it was cancelled before its turn.
        files: the files; none if nothing came of it.
        images: those in the files.
        problems: how many a check has found; None if it was no check.
    """

    job_id: str
    request: Transfer
    outcome: Outcome
    ended_at: datetime
    started_at: datetime | None = None
    files: tuple[PastFile, ...] = ()
    images: tuple[PastImage, ...] = ()
    problems: int | None = None

    @property
    def size_bytes(self) -> int | None:
        """Of all its files; None as long as one of them is unknown."""
        sizes = [file.size_bytes for file in self.files if file.size_bytes is not None]
        return sum(sizes) if sizes and len(sizes) == len(self.files) else None

    @property
    def sha256(self) -> str:
        """A line for each file, as ``sha256sum`` reads it; of a single one the digits alone."""
        known = [file for file in self.files if file.sha256]
        if len(self.files) == 1:
            return "".join(file.sha256 for file in known)
        return "\n".join(f"{file.sha256}  {file.path.name}" for file in known)


def past_transfer(record: TransferRecord) -> PastTransfer:
    """What is to be remembered of a transfer that is over."""
    value = record.outcome.value if isinstance(record.outcome, Succeeded) else None
    return PastTransfer(
        record.job_id,
        record.request,
        record.outcome or Stopped(),
        record.ended_at or datetime.now(UTC),
        record.started_at,
        _files(value),
        _images(value),
        _problems(value) if isinstance(value, CheckResult) else None,
    )


def _files(value: object) -> tuple[PastFile, ...]:
    match value:
        case SaveResult() | ExportResult():
            return (PastFile(value.path, value.size_bytes, value.sha256),)
        case SeparateSaveResult(saved=saved):
            return tuple(PastFile(each.path, each.size_bytes, each.sha256) for each in saved)
        case LoadResult() | ImportResult():
            return (PastFile(value.path, _size_of(value.path)),)
        case CheckResult(found, sha256):
            return (PastFile(found.path, found.report.size_bytes, sha256),)
        case _:
            return ()


def _size_of(path: Path) -> int | None:
    with suppress(OSError, HostileArchive):
        parts = archives.part_set(path)
        return path.stat().st_size if parts is None else parts.size_bytes
    return None


def _images(value: object) -> tuple[PastImage, ...]:
    match value:
        case SaveResult(images=images):
            return _archived(images)
        case SeparateSaveResult(saved=saved):
            return _archived(image for each in saved for image in each.images)
        case CheckResult(found=found):
            return _archived(found.report.images)
        case LoadResult(images=loaded):
            return tuple(PastImage(image.names, image.image_id) for image in loaded)
        case ImportResult(name=name, image_id=image_id):
            return (PastImage((name,), image_id),)
        case _:
            return ()


def _archived(images: Iterable[ArchivedImage]) -> tuple[PastImage, ...]:
    return tuple(PastImage(image.names, image.config_digest) for image in images)


def _problems(result: CheckResult) -> int:
    findings = result.found.findings
    return sum(finding.severity is Severity.PROBLEM for finding in findings)
