"""One archive made of another while it is read: some members under new names, and documents."""

import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop_app.archives.compression import decompressed
from desktop_app.archives.conversions.origins import Opened, Pieces
from desktop_app.archives.report import Compression
from desktop_app.archives.tar_reader import BLOCK, CutShort, Source, TarReader


@dataclass(frozen=True, slots=True)
class Kept:
    """A member that comes out again.

    Attributes:
        name: its new one.
        size_bytes: of its data as they come out.
        compression: taken off on the way; NONE leaves the data as they are.
    """

    name: str
    size_bytes: int
    compression: Compression = Compression.NONE


@dataclass(frozen=True, slots=True)
class Plan:
    """What comes out of an archive.

    Attributes:
        kept: by the number of members that stand before each in the source.
        documents: names and contents of what is put behind them.
    """

    kept: Mapping[int, Kept]
    documents: tuple[tuple[str, bytes], ...] = ()

    @property
    def size_bytes(self) -> int:
        """Of the archive that comes out."""
        sizes = [each.size_bytes for each in self.kept.values()]
        sizes += [len(data) for _, data in self.documents]
        return sum(BLOCK + size + _padding(size) for size in sizes) + 2 * BLOCK


def rewritten(opened: Opened, plan: Plan) -> Source:
    """The archive that a plan makes of another one, in the order of the source.

    Reading from it raises `CutShort` where the source is no longer what the plan was made for.
    """
    return Pieces(_pieces(opened, plan))


def header(name: str, size_bytes: int) -> bytes:
    """The block before a regular member. Sizes from 8 GiB on are written as GNU tar does."""
    member = tarfile.TarInfo(name)
    member.size = size_bytes
    return member.tobuf(tarfile.GNU_FORMAT)


def end_marker() -> bytes:
    """What closes an archive."""
    return bytes(2 * BLOCK)


def padding(size_bytes: int) -> bytes:
    """What follows the data of a member."""
    return bytes(_padding(size_bytes))


def _padding(size_bytes: int) -> int:
    return -size_bytes % BLOCK


def _pieces(opened: Opened, plan: Plan) -> Iterator[memoryview]:
    reader = TarReader(opened.source, opened.skip)
    left = len(plan.kept)
    for ordinal, _ in enumerate(reader.members() if left else ()):
        kept = plan.kept.get(ordinal)
        if kept is None:
            continue
        yield memoryview(header(kept.name, kept.size_bytes))
        yield from _data(reader, kept)
        yield memoryview(padding(kept.size_bytes))
        left -= 1
        if not left:
            break
    if left:
        raise CutShort
    for name, data in plan.documents:
        yield memoryview(header(name, len(data)) + data + padding(len(data)))
    yield memoryview(end_marker())


def _data(reader: TarReader, kept: Kept) -> Iterator[memoryview]:
    """A member's data, exactly as many as its header says."""
    left = kept.size_bytes
    data = reader.data()
    if kept.compression is not Compression.NONE:
        data = decompressed(Pieces(data), kept.compression)
    for view in data:
        left -= len(view)
        if left < 0:
            raise CutShort
        yield view
    if left:
        raise CutShort
