"""Half files that a killed program or a power cut left behind: noted beforehand, found afterwards.

A journal is a folder with one small note for each transfer, which lists the files that it writes.
Whoever writes holds the note locked, which ends with the process in whatever way that ends; so a
note that nobody holds and a file of it that is there tell of a leftover. Nothing is deleted here
unless it is asked for; older files that stood aside for new ones are put back.
"""

import contextlib
import hashlib
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from desktop_app.errors import UserFacingError
from desktop_app.transfers.part_file import (
    OLDER_SUFFIX,
    PART_SUFFIX,
    PartFile,
    put_back,
    sync_folder,
)

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_NO_DEVICE = -1  # in a note that says nothing


@dataclass(frozen=True, slots=True)
class Leftover:
    """A half file that nobody writes any more.

    Attributes:
        path: the file, absolute.
        size_bytes: how much was written.
    """

    path: Path
    size_bytes: int


class Journal:
    """Of all files that are being written, by this and by other runs of the program.

    Args:
        folder: for the notes; it is made when it is needed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextlib.contextmanager
    def noted(self, part: Path) -> Iterator["Note"]:
        """Around the writing of half files; the note goes with them, and stays if one stays.

        A journal that cannot be written is no reason not to transfer: nothing is noted then.

        Args:
            part: the first of them.

        Raises:
            BlockingIOError: another run of the program is writing this very file.
        """
        path = self._folder / f"{hashlib.sha256(os.fsencode(part.absolute())).hexdigest()}.note"
        descriptor = self._begun(path)
        note = Note(descriptor)
        note.add(part)
        try:
            yield note
        finally:
            if descriptor is not None:
                _sweep(descriptor, path)
                os.close(descriptor)

    def leftovers(self) -> tuple[Leftover, ...]:
        """The half files that nobody writes any more, by name."""
        return tuple(sorted(self._swept(), key=lambda each: each.path))

    def delete(self, leftovers: Sequence[Leftover]) -> tuple[Leftover, ...]:
        """Delete half files; those that cannot be deleted, or are written again, are given back."""
        self._swept(deleted={each.path for each in leftovers})
        return tuple(each for each in leftovers if _is_half_file(each.path))

    def keep(self, leftovers: Sequence[Leftover]) -> None:
        """Leave the files where they are, and ask no more about them."""
        self._swept(forgotten={each.path for each in leftovers})

    def _swept(
        self, deleted: AbstractSet[Path] = frozenset(), forgotten: AbstractSet[Path] = frozenset()
    ) -> list[Leftover]:
        """Bring the notes that nobody holds up to date; the half files that they list then."""
        found: list[Leftover] = []
        for path in self._folder.glob("*.note"):
            with contextlib.suppress(OSError), _locked(path) as descriptor:
                noted = _read(descriptor)
                _put_older_back(noted)
                for each in noted:
                    if each.part in deleted and _is_half_file(each.part):
                        with contextlib.suppress(OSError):
                            each.part.unlink()
                left = _sweep(descriptor, path, forgotten)
                half_files = [each.part for each in left if _is_half_file(each.part)]
                found += [Leftover(part, part.lstat().st_size) for part in half_files]
        return found

    def _begun(self, path: Path) -> int | None:
        """The descriptor of a note, locked; it may list what was left before. None without one."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = _open_locked(path, os.O_CREAT)
        except BlockingIOError:
            raise
        except OSError:
            return None
        sync_folder(self._folder)
        return descriptor


class Note:
    """The half files of one transfer. A thousand parts are in one note, which is one open file.

    Args:
        descriptor: of the note; None if nothing is noted.
    """

    def __init__(self, descriptor: int | None) -> None:
        self._descriptor = descriptor
        self._added: set[Path] = set()

    def add(self, *parts: Path) -> None:
        """Note more files, on the disk, before they are begun."""
        new = {part.absolute() for part in parts} - self._added
        if self._descriptor is None or not new:
            return
        self._added |= new
        with contextlib.suppress(OSError):
            os.write(
                self._descriptor, b"".join(_Entry(_device_of(part), part).line for part in new)
            )
            os.fsync(self._descriptor)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file in a note.

    Attributes:
        device: that its folder is on.
        part: the file.
    """

    device: int
    part: Path

    @property
    def is_over(self) -> bool:
        """Whether nothing is left of it. What is on a disk that was pulled out may come back."""
        is_here = self.device in {_device_of(self.part), _NO_DEVICE}
        return is_here and not _is_half_file(self.part)

    @property
    def line(self) -> bytes:
        """As it stands in the note, apart from a torn one before it; no path has a zero in it."""
        return b"\0%d\n%b" % (self.device, os.fsencode(self.part))


def _read(note: int) -> list[_Entry]:
    """What a note says, each file once, as it was noted last. A torn line says nothing."""
    os.lseek(note, 0, os.SEEK_SET)
    lines = os.read(note, os.fstat(note).st_size).split(b"\0")
    entries = [_parsed(line) for line in lines if line]
    return list({each.part: each for each in entries}.values())


def _parsed(line: bytes) -> _Entry:
    device, _, part = line.partition(b"\n")
    if not device.isdigit() or not part:
        return _Entry(_NO_DEVICE, Path())
    return _Entry(int(device), Path(os.fsdecode(part)))


def _sweep(note: int, path: Path, forgotten: AbstractSet[Path] = frozenset()) -> list[_Entry]:
    """Take out of a note what is over, and give what is left; a note that lists nothing goes.

    Whoever holds it writes no more to it: another one may have taken its place.
    """
    entries = _read(note)
    left = [each for each in entries if not each.is_over and each.part not in forgotten]
    with contextlib.suppress(OSError, UserFacingError):
        if not left:
            path.unlink()
        elif left != entries:
            with PartFile(path) as fresh:
                fresh.write(memoryview(b"".join(each.line for each in left)))
                fresh.keep()
    return left


def _put_older_back(entries: Sequence[_Entry]) -> None:
    """Undo the naming of new files if one of them has not got its name; else older ones may go."""
    half_files = [each.part for each in entries if _is_half_file(each.part)]
    older = [part for part in half_files if part.name.endswith(OLDER_SUFFIX)]
    if len(older) < len(half_files):
        for part in older:
            put_back(part.with_name(part.name.removesuffix(OLDER_SUFFIX)))


def _device_of(part: Path) -> int:
    """The device that its folder is on; of none if there is no such folder now."""
    try:
        return part.parent.stat().st_dev
    except OSError:
        return -2


def _is_half_file(path: Path) -> bool:
    """Whether this is a file that a transfer may have begun: no link, no folder, no other name."""
    if not path.is_absolute() or path.suffix != PART_SUFFIX:
        return False
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


@contextlib.contextmanager
def _locked(note: Path) -> Iterator[int]:
    """A note that nobody else holds.

    Raises:
        OSError: somebody does, or it is not there.
    """
    descriptor = _open_locked(note, 0)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _open_locked(note: Path, flags: int) -> int:
    """Open and lock; again, if whoever held it has removed it meanwhile.

    Raises:
        OSError: BlockingIOError if somebody holds it.
    """
    while True:
        descriptor = os.open(note, os.O_RDWR | os.O_APPEND | flags, 0o600)
        try:
            _lock(descriptor)
            if os.path.samestat(os.fstat(descriptor), note.stat()):
                return descriptor
        except FileNotFoundError:
            pass
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    """Lock a note until its descriptor is closed, by the process or by its end.

    Raises:
        OSError: somebody else holds it.
    """
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
