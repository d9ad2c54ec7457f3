"""One member of an archive while it passes: its digests, and whether a layer in it is whole.

Lists come last in most archives, so nobody knows yet what the member is for: all that may be asked
later is taken from it now, in one reading and in little memory.
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.archives.compression import DamagedCompression
from desktop_app.archives.digests import Hashed, algorithm_of, is_compressed, plain_of
from desktop_app.archives.report import Compression, HostileArchive, HostileReason
from desktop_app.archives.tar_header import DIRECTORY, BadHeader, Member
from desktop_app.archives.tar_reader import CutShort, TarReader

_MOST_PATHS = 300_000
"""Paths of one layer of which it is known whether they are repeated."""

_MISTAKES = (BadHeader, CutShort, DamagedCompression, HostileArchive)


class Inside(StrEnum):
    """What a member is, below its compression."""

    NOT_LOOKED = "not-looked"
    ARCHIVE = "archive"
    CUT_SHORT = "cut-short"  # an archive that ends early
    OTHER = "other"  # no archive, or one only at first
    DAMAGED = "damaged"  # its compression does not add up


@dataclass(frozen=True, slots=True)
class Passed:
    """What is known of a regular member that has passed.

    Attributes:
        compression: told by its first bytes.
        digests: of its data as they are stored; empty if nobody looked.
        diff_id: digest of its data without their compression; empty where that is not known.
        inside: what it is.
        repeated_path: a path that is in the archive inside it twice; empty if there is none.
        trick: what it tries on whoever unpacks it.
    """

    compression: Compression
    digests: frozenset[str] = frozenset()
    diff_id: str = ""
    inside: Inside = Inside.NOT_LOOKED
    repeated_path: str = ""
    trick: HostileReason | None = None


def passed(
    member: Member, pieces: Iterator[memoryview], *, looks_inside: bool = True
) -> Generator[None, None, Passed]:
    """Read a member to its end; yields now and then, for whoever looks at the time.

    Args:
        member: a regular one.
        pieces: its data, each valid until the next one.
        looks_inside: whether to decompress it, too, and to see whether it is an archive.

    Raises:
        CutShort, DamagedCompression, HostileArchive: of `pieces`; what is wrong inside the member
            is in the result.
    """
    stored = Hashed(pieces, algorithm_of(member.name))
    look = _Look()
    mistake: Exception | None = None
    try:
        if looks_inside:
            yield from look.through(stored)
    except _MISTAKES as error:
        mistake = error
    for _ in stored.rest():
        yield
    if stored.size_bytes < member.size_bytes:  # the mistake was not inside, but around
        raise mistake or CutShort
    return Passed(
        stored.compression,
        stored.digests,
        look.diff_id if is_compressed(stored) else stored.sha256,
        look.inside if mistake is None else _meaning(mistake, look),
        look.repeated_path,
        mistake.reason if isinstance(mistake, HostileArchive) else None,
    )


class _Look:
    """Goes through what may be a layer.

    Attributes:
        inside: what it is, if no mistake was met.
        diff_id: of what was compressed, once it was read to its end.
        repeated_path: one that was met twice.
        has_begun: whether it is an archive, at least at first.
    """

    def __init__(self) -> None:
        self.inside = Inside.NOT_LOOKED
        self.diff_id = ""
        self.repeated_path = ""
        self.has_begun = False
        self._paths: set[int] = set()

    def through(self, stored: Hashed) -> Iterator[None]:
        """Read all of it, whatever it is."""
        plain = plain_of(stored) if is_compressed(stored) else stored
        mistake: Exception | None = None
        try:
            yield from self._walk(TarReader(plain))
        except (BadHeader, CutShort) as error:
            mistake = error
        for _ in plain.rest():
            yield
        self.diff_id = plain.sha256
        if mistake is not None:
            raise mistake

    def _walk(self, reader: TarReader) -> Iterator[None]:
        for member in reader.members():
            self.has_begun = True
            if member.kind != DIRECTORY:
                self._note(member.name)
            yield
            for _ in reader.data():
                yield
        # A layer of no bytes or of zeros alone is one that changes nothing.
        self.inside = Inside.ARCHIVE
        for _ in reader.trailing():
            yield

    def _note(self, path: str) -> None:
        if self.repeated_path or len(self._paths) == _MOST_PATHS:
            return
        known = len(self._paths)
        self._paths.add(hash(path))
        if len(self._paths) == known:
            self.repeated_path = path


def _meaning(mistake: Exception, look: _Look) -> Inside:
    if isinstance(mistake, DamagedCompression):
        return Inside.DAMAGED
    return Inside.CUT_SHORT if look.has_begun and isinstance(mistake, CutShort) else Inside.OTHER
