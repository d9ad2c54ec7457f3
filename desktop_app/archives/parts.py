"""Archives in parts, for disks that take no large files: which parts there are, and what is there.

Beside ``x.tar.001``, ``x.tar.002`` and so on lies ``x.tar.parts``, a JSON document with the size
and the digest of each. Parts are called as the list is, so that nothing in it is used as a path.
"""

import json
import re
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.archives.digests import is_digest
from desktop_app.archives.image_config import text
from desktop_app.archives.report import HostileArchive, HostileReason, Parts
from desktop_app.archives.survey import parsed

LIST_SUFFIX = ".parts"

MOST_PARTS = 9_999

_VERSION = 1
_LARGEST_LIST = 2 << 20
_PART = re.compile(r"(.+)\.[0-9]{3,4}")
_ARCHIVE = re.compile(r".+\.(tar|tgz|tzst)(\.\w+)?")
"""What is called so, and has a number, is taken for a part even without a list."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part.

    Attributes:
        path: of the file.
        size_bytes: as it was written.
        digest: of it, ``sha256:…``.
    """

    path: Path
    size_bytes: int
    digest: str


@dataclass(frozen=True, slots=True)
class PartSet:
    """All parts of one archive.

    Attributes:
        set_id: another one for each time that a set is written.
        digest: of all parts together, ``sha256:…``.
        parts: in order.
    """

    set_id: str
    digest: str
    parts: tuple[Part, ...]

    @property
    def size_bytes(self) -> int:
        """Of all parts together."""
        return sum(part.size_bytes for part in self.parts)

    def state(self) -> Parts:
        """Which parts are there, as far as can be told without reading them.

        Raises:
            OSError: the disk says neither yes nor no.
        """
        sizes = {part: _size_of(part.path) for part in self.parts}
        return Parts(
            self.set_id,
            tuple(part.path.name for part in self.parts),
            tuple(part.path.name for part, size in sizes.items() if size is None),
            tuple(
                part.path.name
                for part, size in sizes.items()
                if size is not None and size != part.size_bytes
            ),
        )


def part_path(target: Path, number: int) -> Path:
    """Where a part of an archive lies; the first one has the number 1."""
    return target.with_name(f"{target.name}.{number:03}")


def list_path(target: Path) -> Path:
    """Where the list of the parts of an archive lies."""
    return target.with_name(f"{target.name}{LIST_SUFFIX}")


def list_document(written: PartSet) -> bytes:
    """What stands in the list of a set."""
    parts = [
        {"name": part.path.name, "size": part.size_bytes, "sha256": _hex(part.digest)}
        for part in written.parts
    ]
    document = {
        "image-ferry-parts": _VERSION,
        "set": written.set_id,
        "size": written.size_bytes,
        "sha256": _hex(written.digest),
        "parts": parts,
    }
    return f"{json.dumps(document, indent=1)}\n".encode()


def part_set(path: Path) -> PartSet | None:
    """The set that a file belongs to, as one of its parts or as its list; None if to none.

    Raises:
        OSError: the list is there and cannot be read.
        HostileArchive: the list is one that no program writes.
    """
    target = _target_of(path)
    if target is None:
        return None
    found = read_list(list_path(target))
    if found is None or path == list_path(target):
        return found
    return found if path in [part.path for part in found.parts] else None


def parts_at(path: Path, *, may_be_lone: bool) -> Parts | None:
    """Which parts are there of the set that a file belongs to; None if to none.

    Args:
        path: a part, or the list of a set.
        may_be_lone: whether a file that is called as parts are is one even without a list.

    Raises:
        OSError, HostileArchive: as of `part_set`.
    """
    known = part_set(path)
    if known is not None:
        return known.state()
    target = named_as_part_of(path)
    if not may_be_lone or target is None or path == list_path(target):
        return None
    return Parts("", (path.name,), (list_path(target).name,))


def named_as_part_of(path: Path) -> Path | None:
    """The archive that a file is called a part of, or the list of the parts of; None if of none."""
    whole = _target_of(path)
    return whole if whole is not None and _ARCHIVE.fullmatch(whole.name) else None


def read_list(path: Path) -> PartSet | None:
    """Read the list of a set; None if it is not there or is something else.

    Raises:
        OSError, HostileArchive: as of `part_set`.
    """
    size_bytes = _size_of(path)
    if size_bytes is None:
        return None
    with path.open("rb") as file:
        data = file.read(_LARGEST_LIST + 1)
    if b'"image-ferry-parts"' not in data[:100]:
        return None
    if len(data) > _LARGEST_LIST:
        raise HostileArchive(HostileReason.METADATA_TOO_LARGE)
    return _read(parsed(data), path.with_name(path.name.removesuffix(LIST_SUFFIX)))


def _target_of(path: Path) -> Path | None:
    if path.name.endswith(LIST_SUFFIX):
        stem = path.name.removesuffix(LIST_SUFFIX)
    else:
        match = _PART.fullmatch(path.name)
        stem = match[1] if match else ""
    return path.with_name(stem) if stem else None


def _read(document: object, target: Path) -> PartSet | None:
    if not isinstance(document, dict) or document.get("image-ferry-parts") != _VERSION:
        return None
    listed, digest = document.get("parts"), f"sha256:{text(document, 'sha256')}"
    parts = _parts(listed, target) if isinstance(listed, list) else None
    if not parts or not is_digest(digest):
        return None
    return PartSet(text(document, "set"), digest, parts)


def _parts(listed: Sequence[object], target: Path) -> tuple[Part, ...] | None:
    parts: list[Part] = []
    for number, each in enumerate(listed[: MOST_PARTS + 1], start=1):
        match each:
            case {"size": int(size_bytes), "sha256": str(digest)} if size_bytes > 0 and is_digest(
                f"sha256:{digest}"
            ):
                parts.append(Part(part_path(target, number), size_bytes, f"sha256:{digest}"))
            case _:
                return None
    return tuple(parts) if len(parts) <= MOST_PARTS else None


def _size_of(path: Path) -> int | None:
    """The size of a regular file; None where there is none."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None


def _hex(digest: str) -> str:
    return digest.removeprefix("sha256:")
