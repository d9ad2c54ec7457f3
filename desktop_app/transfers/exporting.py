"""Export: the file system of a container into a file, proved to have come to its end."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.archives.proof import FilesystemProof, prove_filesystem
from desktop_app.cancel import CancelToken
from desktop_app.engine import Engine
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Progress
from desktop_app.transfers.channel import Reader
from desktop_app.transfers.receiving import receive
from desktop_app.transfers.requests import ExportResult


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How to export; there is nothing to choose yet."""


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
        target: the file; it is there under this name only when it is whole.
        options: see `ExportOptions`.
        cancel: ends the job; nothing remains.

    Raises:
        UserFacingError: CONTAINER_GONE, CONTAINER_DEAD, TARGET_…, STREAM_… or EXPORT_EMPTY.
        Cancelled: the token was cancelled.
    """
    del options
    record = engine.container(container)
    if record.state == "dead":
        raise UserFacingError(ErrorCode.CONTAINER_DEAD, {"container": record.name})

    def prove(reader: Reader) -> FilesystemProof:
        proof = prove_filesystem(reader)
        if not proof.has_content:
            raise UserFacingError(ErrorCode.EXPORT_EMPTY, {"container": record.name})
        return proof

    size_bytes, _ = yield from receive(
        engine.open_export(record.container_id), Path(target), prove, cancel or CancelToken()
    )
    return ExportResult(Path(target), size_bytes, record.volumes)
