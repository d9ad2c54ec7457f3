"""Export: the file system of a container into a file, proved to have come to its end."""

from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.archives.proof import FilesystemProof, prove_filesystem
from desktop_app.cancel import CancelToken
from desktop_app.engine import Engine
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.channel import Reader
from desktop_app.transfers.output import FileOptions
from desktop_app.transfers.receiving import receive
from desktop_app.transfers.requests import ExportResult
from desktop_app.transfers.space import room_for_export


@dataclass(frozen=True, slots=True)
class ExportOptions(FileOptions):
    """How to export; all of it is in `FileOptions`."""


def export_container(
    engine: Engine,
    container: str,
    target: Path,
    options: ExportOptions | None = None,
    cancel: CancelToken | None = None,
) -> Generator[Progress, None, ExportResult]:
    """Write a container's file system into a file. Volumes and history are not in it.

    Args:
        engine: where the container is.
        container: its ID or name; it may be in any state but dead.
        target: the file, or what the names of its parts begin with. Nothing is there under these
            names before all of it is whole.
        options: see `ExportOptions`.
        cancel: ends the job; nothing remains.

    Raises:
        UserFacingError: CONTAINER_GONE, CONTAINER_DEAD, TARGET_…, STREAM_… or EXPORT_EMPTY.
        Cancelled: the token was cancelled.
    """
    cancel = cancel or CancelToken()
    engine = engine.under(cancel)
    record = engine.container(container)
    if record.state == "dead":
        raise UserFacingError(ErrorCode.CONTAINER_DEAD, {"container": record.name})

    options = options or ExportOptions()
    yield Progress(Phase.WAITING)
    likely_bytes = room_for_export(
        engine, record.container_id, Path(target), cancel, options.compression
    )
    options = replace(options, estimated_bytes=likely_bytes or options.estimated_bytes)

    def prove(reader: Reader) -> FilesystemProof:
        proof = prove_filesystem(reader)
        if not proof.has_content:
            raise UserFacingError(ErrorCode.EXPORT_EMPTY, {"container": record.name})
        return proof

    received = yield from receive(
        engine.open_export(record.container_id),
        Path(target),
        prove,
        options,
        cancel,
    )
    return ExportResult(
        received.files[0], received.size_bytes, record.volumes, received.sha256, received.files
    )
