"""What a transfer writes: a file or its parts, their list, their checksums; all get names at once.

Until everything is whole and on the disk there are only files that end in ``.part``.
"""

import hashlib
import uuid
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from desktop_app.archives import Compression
from desktop_app.archives.parts import (
    MOST_PARTS,
    Part,
    PartSet,
    list_document,
    list_path,
    part_path,
    read_list,
)
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.transfers.checksums import checksum_lines, checksum_path
from desktop_app.transfers.leftovers import Journal, Note
from desktop_app.transfers.part_file import (
    PartFile,
    half_file,
    older_file,
    put_aside,
    put_back,
    sync_folder,
)
from desktop_app.transfers.target_errors import check_target, worded


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOptions:
    """In what form a transfer writes its file.

    Attributes:
        compression: none, zstd or gzip.
        part_bytes: the size of each part but the last; None for one file.
        checksum: whether to write the digests of the files beside them, for ``sha256sum -c``.
        estimated_bytes: about how much the engine will send, for the progress; None where unknown.
        journal: where files are noted while they are written; None for nowhere.
    """

    compression: Compression = Compression.NONE
    part_bytes: int | None = None
    checksum: bool = False
    estimated_bytes: int | None = None
    journal: Journal | None = None

    def __post_init__(self) -> None:
        if self.compression not in (Compression.NONE, Compression.ZSTD, Compression.GZIP):
            raise ValueError(f"nothing is written as {self.compression}")
        if self.part_bytes is not None and self.part_bytes < 1:
            raise ValueError("a part has at least one byte")


@dataclass(frozen=True, slots=True)
class Digests:
    """Digests of what was written, each ``sha256:…``.

    Attributes:
        whole: of all of it.
        parts: of each part; empty without parts.
    """

    whole: str
    parts: tuple[str, ...] = ()


class Output:
    """The files of one transfer, inside its ``with`` block; without `keep` nothing remains.

    A checksum file that is there from an earlier run is always written anew: it would call the new
    file damaged.

    Args:
        target: the file, or what the names of its parts begin with.
        options: see `FileOptions`.

    Raises:
        UserFacingError: TARGET_…, when it is entered, written or kept.
    """

    def __init__(self, target: Path, options: FileOptions) -> None:
        self._target = target
        self._options = options
        self._has_checksum = options.checksum
        self._open = ExitStack()
        self._files: list[PartFile] = []
        self._note: Note | None = None

    def __enter__(self) -> "Output":
        with worded(self._target), ExitStack() as on_failure:
            on_failure.callback(self._open.close)
            self._has_checksum |= checksum_path(self._target).is_file()
            for path in self._beside():
                check_target(path)
            if self._options.journal is not None:
                first = half_file(self._path(1))
                self._note = self._open.enter_context(self._options.journal.noted(first))
            self._begin()
            on_failure.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._open.close()

    def write_all(self, blocks: Iterable[memoryview]) -> None:
        """Write everything, in as many parts as it takes; see `PartFile.write`."""
        for block in blocks:
            rest = block
            while rest:
                room = self._room(len(rest))
                self._files[-1].write(rest[:room])
                rest = rest[room:]

    def keep(self, digests: Digests) -> tuple[Path, ...]:
        """Bring the rest to the disk, then give all files their names; they replace older ones.

        Args:
            digests: of what was written.

        Returns:
            The file or its parts, then what belongs to them.
        """
        written = [
            Part(file.target, file.size_bytes, digest)
            for file, digest in zip(self._files, digests.parts or [digests.whole], strict=True)
        ]
        if digests.parts:
            parts = PartSet(uuid.uuid4().hex, digests.whole, tuple(written))
            self._add(list_path(self._target), list_document(parts))
        if self._has_checksum:
            lines = checksum_lines((part.path.name, part.digest) for part in written)
            self._add(checksum_path(self._target), lines)
        for file in self._files:
            file.finish()
        paths = tuple(file.target for file in self._files)
        self._name_all()
        return paths

    def _beside(self) -> list[Path]:
        """What is written beside the file itself or its parts."""
        beside = [list_path(self._target)] if self._options.part_bytes else []
        return [*beside, checksum_path(self._target)] if self._has_checksum else beside

    def _path(self, number: int) -> Path:
        return part_path(self._target, number) if self._options.part_bytes else self._target

    def _begin(self) -> None:
        number = len(self._files) + 1
        if number > MOST_PARTS:
            detail = f"more than {MOST_PARTS} parts"
            raise UserFacingError(ErrorCode.TARGET_FAILED, {"path": str(self._target)}, detail)
        self._files.append(self._open.enter_context(PartFile(self._path(number), self._note)))

    def _room(self, wanted_bytes: int) -> int:
        """How much of so many bytes the open part takes; begins the next one if it takes none."""
        if self._options.part_bytes is None:
            return wanted_bytes
        if self._files[-1].size_bytes == self._options.part_bytes:
            self._files[-1].finish()
            self._begin()
        return min(wanted_bytes, self._options.part_bytes - self._files[-1].size_bytes)

    def _add(self, path: Path, data: bytes) -> None:
        file = self._open.enter_context(PartFile(path, self._note))
        file.write(memoryview(data))
        self._files.append(file)

    def _name_all(self) -> None:
        """Rename everything, or nothing: older files stand aside until all have their names.

        An older list goes before: it must not stand beside new parts.
        """
        parts, replaced = self._older_parts(), self._replaced()
        if self._note is not None:
            self._note.add(*map(older_file, replaced))
        with worded(self._target), ExitStack() as undo:
            for path in replaced:
                put_aside(path)
                undo.callback(put_back, path)
            if parts:
                list_path(self._target).unlink(missing_ok=True)
            for file in self._files:
                file.rename()
                if file.target not in replaced:
                    undo.callback(_remove, file.target)
            undo.pop_all()
        for path in parts - {file.target for file in self._files}:
            _remove(path)
        for path in replaced:
            _remove(older_file(path))
        sync_folder(self._target.parent)

    def _replaced(self) -> dict[Path, None]:
        """The older files that stand aside, a list first; a single one is replaced at once."""
        targets = [file.target for file in reversed(self._files)] if len(self._files) > 1 else []
        return dict.fromkeys(path for path in targets if path.is_file())

    def _older_parts(self) -> set[Path]:
        """The parts that an earlier run has written under this name, by their list."""
        if not self._options.part_bytes:
            return set()
        with suppress(OSError, UserFacingError):  # then nobody knows, and nothing is removed
            known = read_list(list_path(self._target))
            return {part.path for part in known.parts} if known else set()
        return set()


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def surely_written(
    target: Path, *, part_bytes: int | None = None, checksum: bool = False
) -> tuple[Path, ...]:
    """The files that a transfer writes whatever it gets; of parts the first one and the list."""
    paths = [part_path(target, 1), list_path(target)] if part_bytes else [target]
    return (*paths, checksum_path(target)) if checksum else tuple(paths)


def digests_of(blocks: Iterable[memoryview], part_bytes: int | None) -> Digests:
    """The digests of a stream that is written in parts of this size, or in one file."""
    whole, parts = hashlib.sha256(), [hashlib.sha256()]
    left = part_bytes or 0
    for block in blocks:
        whole.update(block)
        rest = block if part_bytes else block[:0]
        while rest:
            if left == 0:
                parts.append(hashlib.sha256())
                left = part_bytes or 0
            parts[-1].update(rest[:left])
            taken = min(left, len(rest))
            left -= taken
            rest = rest[taken:]
    return Digests(_text(whole), tuple(_text(each) for each in parts) if part_bytes else ())


def _text(digest: "hashlib._Hash") -> str:
    return f"sha256:{digest.hexdigest()}"
