"""Half files that a killed program or a power cut left behind: noted beforehand, found afterwards.

A journal is a folder with one small note for each file that is being written. Whoever writes holds
its note locked, which ends with the process in whatever way that ends; so a note that nobody holds
and whose file is there tells of a leftover. Nothing is deleted here unless it is asked for.
"""

import contextlib
import hashlib
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.transfers.part_file import PART_SUFFIX, sync_folder

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_NOTE_SUFFIX = ".note"
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
    def noted(self, part: Path) -> Iterator[None]:
        """Around the writing of a half file; the note goes with the file, and stays if that stays.

        A journal that cannot be written is no reason not to transfer: nothing is noted then.

        Raises:
            BlockingIOError: another run of the program is writing this very file.
        """
        part = part.absolute()
        note = self._begun(part)
        try:
            yield
        finally:
            if note is not None:
                self._end(note, part)

    def leftovers(self) -> tuple[Leftover, ...]:
        """The half files that nobody writes any more, by name."""
        found = []
        for note in self._folder.glob(f"*{_NOTE_SUFFIX}"):
            with contextlib.suppress(OSError), _locked(note) as descriptor:
                device, part = _read(descriptor)
                if _is_half_file(part):
                    found.append(Leftover(part, part.lstat().st_size))
                elif device in {_device_of(part), _NO_DEVICE}:
                    note.unlink()
        return tuple(sorted(found, key=lambda each: each.path))

    def delete(self, leftovers: Sequence[Leftover]) -> tuple[Leftover, ...]:
        """Delete half files; those that cannot be deleted, or are written again, are given back."""
        return tuple(each for each in leftovers if not self._delete(each.path))

    def keep(self, leftovers: Sequence[Leftover]) -> None:
        """Leave the files where they are, and ask no more about them."""
        for each in leftovers:
            with contextlib.suppress(OSError), _locked(self._note_of(each.path)):
                self._forget(each.path)

    def _delete(self, part: Path) -> bool:
        try:
            with _locked(self._note_of(part)):
                if _is_half_file(part):
                    part.unlink()
                self._forget(part)
        except OSError:
            return False
        return True

    def _begun(self, part: Path) -> int | None:
        """The descriptor of a new note, locked and on the disk."""
        note = self._note_of(part)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            descriptor = _open_locked(note, os.O_CREAT)
        except BlockingIOError:
            raise
        except OSError:
            return None
        with contextlib.suppress(OSError):
            os.ftruncate(descriptor, 0)
            os.write(descriptor, b"%d\n%b" % (_device_of(part), os.fsencode(part)))
            os.fsync(descriptor)
            sync_folder(self._folder)
        return descriptor

    def _end(self, descriptor: int, part: Path) -> None:
        """A file that is not there may be on a disk that was pulled out: its note stays."""
        os.lseek(descriptor, 0, os.SEEK_SET)
        device, _ = _read(descriptor)
        if not os.path.lexists(part) and device in {_device_of(part), _NO_DEVICE}:
            self._forget(part)
        os.close(descriptor)

    def _note_of(self, part: Path) -> Path:
        digest = hashlib.sha256(os.fsencode(part)).hexdigest()
        return self._folder / f"{digest}{_NOTE_SUFFIX}"

    def _forget(self, part: Path) -> None:
        with contextlib.suppress(OSError):
            self._note_of(part).unlink()


def _read(note: int) -> tuple[int, Path]:
    """What a note says: the device that the folder is on, and the file. A torn one says nothing."""
    device, _, part = os.read(note, 1 << 16).partition(b"\n")
    if not device.isdigit() or not part:
        return _NO_DEVICE, Path()
    return int(device), Path(os.fsdecode(part))


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
        descriptor = os.open(note, os.O_RDWR | flags, 0o600)
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
