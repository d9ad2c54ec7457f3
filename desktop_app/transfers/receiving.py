"""What save and export share: an engine's stream into a file, proved while it is written."""

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TypeVar

from desktop_app.archives import HostileArchive
from desktop_app.cancel import CancelToken
from desktop_app.engine import Download
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.channel import Channel, Reader
from desktop_app.transfers.part_file import PartFile
from desktop_app.transfers.pipeline import Pipeline

Proof = TypeVar("Proof")


def receive(
    opening: AbstractContextManager[Download],
    target: Path,
    prove: Callable[[Reader], Proof],
    cancel: CancelToken,
    estimated_bytes: int | None = None,
) -> Generator[Progress, None, tuple[int, Proof]]:
    """Write what an engine sends into a file that appears only when it was proved.

    Args:
        opening: the engine's stream, closed at the end.
        target: the file.
        prove: reads the stream once and raises unless all of it is as it must be.
        cancel: ends the job; nothing remains.
        estimated_bytes: about how much will come.

    Returns:
        The size of the file in bytes, and what `prove` gave.
    """
    with (
        opening as download,
        cancel.closing_with(download.cut),
        PartFile(target) as part,
        Pipeline(cancel, download.cut) as pipeline,
    ):
        stream = pipeline.channel()
        proof = pipeline.spawn(partial(_proved, prove, target), stream.reader())
        pipeline.spawn(part.write_all, stream.reader())
        pipeline.spawn(stream.fill_from, download.readinto)
        yield from pipeline.watch(lambda: _received(stream, estimated_bytes))
        yield Progress(Phase.CHECKING, part.size_bytes, part.size_bytes)
        cancel.raise_if_cancelled()
        part.keep()
    return part.size_bytes, proof.result()


def _proved(prove: Callable[[Reader], Proof], target: Path, reader: Reader) -> Proof:
    """Prove, and name the file in the error if what comes is made to do harm."""
    try:
        return prove(reader)
    except HostileArchive as error:
        raise HostileArchive(error.reason, str(target), error.detail) from error


def _received(stream: Channel, estimated_bytes: int | None) -> Progress:
    """Before its first byte the engine is at work and silent."""
    phase = Phase.RECEIVING if stream.passed_bytes else Phase.WAITING
    return Progress(phase, stream.passed_bytes, estimated_bytes, is_estimate=True)
