"""What save and export share: an engine's stream into files, proved while they are written.

Reading, proving, compressing, taking digests and writing are stages of their own, so that the
slowest of them sets the pace and not all of them together.
"""

from collections.abc import Callable, Generator
from concurrent.futures import Future
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from desktop_app.archives import Compression, HostileArchive
from desktop_app.archives.compressing import compressed
from desktop_app.archives.content import Content
from desktop_app.archives.descriptions import description
from desktop_app.cancel import CancelToken
from desktop_app.engine import Download
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.channel import Channel, Reader
from desktop_app.transfers.output import FileOptions, Output, digests_of
from desktop_app.transfers.pipeline import Pipeline


class Proof(Protocol):
    """What a stream was proved to be."""

    @property
    def content(self) -> Content:
        """What is in it."""
        ...


P = TypeVar("P", bound=Proof)


@dataclass(frozen=True, slots=True)
class Received(Generic[P]):
    """What was written.

    Attributes:
        proof: what it was proved to be.
        files: the file or its parts, then what belongs to them.
        size_bytes: of the file or of all its parts.
        sha256: of the same, 64 hexadecimal digits.
    """

    proof: P
    files: tuple[Path, ...]
    size_bytes: int
    sha256: str


def receive(
    opening: AbstractContextManager[Download],
    target: Path,
    prove: Callable[[Reader], P],
    options: FileOptions,
    cancel: CancelToken,
) -> Generator[Progress, None, Received[P]]:
    """Write what an engine sends into files that appear only when it was proved.

    Args:
        opening: the engine's stream, closed at the end.
        target: the file, or what the names of its parts begin with.
        prove: reads the stream once and raises unless all of it is as it must be.
        options: how to write it.
        cancel: ends the job; nothing remains.
    """
    with (
        opening as download,
        cancel.closing_with(download.cut),
        Output(target, options) as output,
        Pipeline(cancel, download.cut) as pipeline,
    ):
        stream = pipeline.channel()
        proof = pipeline.spawn(partial(_proved, prove, target), stream.reader())
        is_packed = options.compression is not Compression.NONE
        stored = pipeline.channel() if is_packed else stream
        digests = pipeline.spawn(digests_of, stored.reader(), options.part_bytes)
        pipeline.spawn(output.write_all, stored.reader())
        if is_packed:
            end = partial(_described, proof, stream, options.compression)
            pipeline.spawn(_pack, stream.reader(), stored, options.compression, end)
        pipeline.spawn(stream.fill_from, download.readinto)
        yield from pipeline.watch(lambda: _received(stream, options.estimated_bytes))
        yield Progress(Phase.CHECKING, stream.passed_bytes, stream.passed_bytes)
        cancel.raise_if_cancelled()
        files = output.keep(digests.result())
    sha256 = digests.result().whole.removeprefix("sha256:")
    return Received(proof.result(), files, stored.passed_bytes, sha256)


def _pack(
    reader: Reader, stored: Channel, compression: Compression, end: Callable[[], bytes]
) -> None:
    with compressed(iter(reader), compression, end) as source:
        stored.fill_from(source.readinto)


def _described(proof: Future[P], stream: Channel, compression: Compression) -> bytes:
    """What stands at the end of a compressed file; the proof has seen all that is in it."""
    return description(proof.result().content, stream.passed_bytes, compression)


def _proved(prove: Callable[[Reader], P], target: Path, reader: Reader) -> P:
    """Prove, and name the file in the error if what comes is made to do harm."""
    try:
        return prove(reader)
    except HostileArchive as error:
        raise HostileArchive(error.reason, str(target), error.detail) from error


def _received(stream: Channel, estimated_bytes: int | None) -> Progress:
    """Before its first byte the engine is at work and silent."""
    phase = Phase.RECEIVING if stream.passed_bytes else Phase.WAITING
    return Progress(phase, stream.passed_bytes, estimated_bytes, is_estimate=True)
