"""What an archive holds, gathered in one walk: every member's name, and the small documents.

It remembers; what the documents mean is read in ``docker_archive.py``, ``oci_layout.py`` and
``legacy_archive.py``.
"""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from desktop_app.archives.compression import compression_of
from desktop_app.archives.report import Compression, HostileArchive, HostileReason
from desktop_app.archives.tar_reader import HARD_LINK, REGULAR, SYMBOLIC_LINK, Member, TarReader

LARGEST_DOCUMENT = 8 << 20
"""Podman reads 1 MiB of a manifest.json at most (image/internal/iolimits) and containerd 20 (core/
images/archive, jsonLimit); this is a thousand images."""
_MOST_DOCUMENT_BYTES = 32 << 20
_MOST_VALUES = 250_000
"""In one document. Three bytes of JSON can become a hundred in memory."""
HEAD_BYTES = 512
"""So much of the first file tells whether it is an archive itself."""

_LISTS = {"manifest.json", "index.json", "oci-layout", "repositories"}
"""Where reading begins; they are small, or made to do harm."""

_DESCRIPTION = re.compile(
    r"""
      [^/]+\.json                   # <config digest>.json, config.json
    | sha256:[0-9a-f]{64}           # a configuration as crane names it
    | [0-9a-f]{64}/json             # Docker before 1.10
    | blobs/sha256/[0-9a-f]{64}
    """,
    re.VERBOSE,
)
_LARGEST_BLOB_DESCRIPTION = 4 << 20
"""Podman's own limit for a configuration and for a manifest (image/internal/iolimits)."""

_SYSTEM_FOLDERS = {"etc", "usr"}

_DESCRIBES_IMAGES = re.compile(rb'"(?:rootfs|layers|manifests)"')
"""Keys of a configuration, a manifest and an index, one each. Attestations and documents of a root
file system have none and may be large."""

_IMAGE_TOP = re.compile(
    r"blobs|oci-layout|[0-9a-f]{64}(?:\.json|\.tar(?:\.gz|\.zst)?)?|sha256:[0-9a-f]{64}"
)
"""What stands at the top of archives of images, and nowhere else."""

_MANY_MEMBERS = 20_000
_MOST_MEMBERS = 60_000
_MOST_PARTS = 3
_MOST_NAME_CHARACTERS = 8 << 20
_MOST_EFFORT = 128 << 20
_ONE_THING = 1 << 10


@dataclass(slots=True)
class Survey:
    """All that is remembered of an archive.

    Attributes:
        members: by key; of members with the same name the last one counts, as when unpacking.
            Once there are many, deep ones are left out, and in the end all: a root file system has
            millions, and no program writes so many images.
        top: the first parts of all names.
        documents: contents of the members that may describe images.
        compressions: of those members that are compressed.
        repeated: names of documents that are there again with something else in them; engines
            differ in which one they take.
        has_image_names: whether something at the top is called as only parts of images are.
        has_system_files: whether there is something in etc or usr.
        file_count: how many regular files there are; only `survey` counts them.
        first_file: the name of the first one.
        first_head: the first bytes of the first one.
        has_end_marker: whether the archive was closed as it should be.
    """

    members: dict[str, Member] = field(default_factory=dict)
    top: set[str] = field(default_factory=set)
    documents: dict[str, bytes] = field(default_factory=dict)
    compressions: dict[str, Compression] = field(default_factory=dict)
    repeated: set[str] = field(default_factory=set)
    has_image_names: bool = False
    has_system_files: bool = False
    file_count: int = 0
    first_file: str = ""
    first_head: bytes = b""
    has_end_marker: bool = False
    _earlier: dict[str, bytes] = field(default_factory=dict)
    _kept_bytes: int = 0
    _name_characters: int = 0
    _effort: int = 0

    @property
    def may_hold_images(self) -> bool:
        """Whether any name so far could be that of a part of an image."""
        return self.has_image_names or not self.top.isdisjoint(_LISTS)

    def note(self, member: Member) -> None:
        """Remember a member; what one of the same name held before is forgotten.

        Raises:
            HostileArchive: names that would fill the memory.
        """
        self._forget_document(member.name)
        self.compressions.pop(member.name, None)
        top, _, below = member.name.partition("/")
        if top and top not in self.top and len(self.top) < _MOST_MEMBERS:
            self._remember(top)
            self.top.add(top)
            self.has_image_names |= _IMAGE_TOP.fullmatch(top) is not None
        self.has_system_files |= bool(below) and top in _SYSTEM_FOLDERS
        is_deep = below.count("/") > _MOST_PARTS - 2
        if len(self.members) < (_MANY_MEMBERS if is_deep else _MOST_MEMBERS):
            self._remember(member.name, member.link)
            self.members[member.name] = member

    def keep(self, member: Member, data: bytes) -> None:
        """Remember a document, unless it is seen at once to be something else.

        Raises:
            HostileArchive: more documents than any archive needs.
        """
        if not _may_describe_images(member, data):
            return
        self._kept_bytes += len(data)
        if self._kept_bytes > _MOST_DOCUMENT_BYTES:
            raise HostileArchive(HostileReason.METADATA_TOO_LARGE)
        if self._earlier.get(member.name) == data:
            self.repeated.discard(member.name)
        self.documents[member.name] = data

    def note_file(self, name: str, head: bytes) -> None:
        """Count a regular file, and remember how the first one begins."""
        if not self.file_count:
            self.first_file, self.first_head = name, head
        self.file_count += 1

    def note_compression(self, name: str, compression: Compression) -> None:
        """Remember how the data of a regular member are compressed."""
        if compression is not Compression.NONE and name in self.members:
            self.compressions[name] = compression

    def holder(self, name: str) -> Member | None:
        """The regular member behind a name, through one link; None if there is none."""
        member = self.members.get(name)
        if member is not None and member.kind in (SYMBOLIC_LINK, HARD_LINK):
            member = self.members.get(link_target(member))
        return member if member is not None and member.kind == REGULAR else None

    def document(self, name: str) -> object:
        """A member read as JSON; None if there is none or it is no JSON.

        Raises:
            HostileArchive: it is nested so deep that reading it is an attack.
        """
        holder = self.holder(name)
        data = self.documents.get(holder.name, b"") if holder is not None else b""
        self.spend(_ONE_THING + len(data))
        return parsed(data)

    def spend(self, effort: int = _ONE_THING) -> None:
        """Account for work on one thing, in about the bytes that it takes.

        Few bytes can ask for endless work: an index that lists itself, a thousand images that share
        a thousand layers.

        Raises:
            HostileArchive: more work than any archive is worth.
        """
        self._effort += effort
        if self._effort > _MOST_EFFORT:
            raise HostileArchive(HostileReason.METADATA_TOO_LARGE)

    def account_anew(self) -> None:
        """Begin a new account of work, for one more reading of the same documents."""
        self._effort = 0

    def _remember(self, *texts: str) -> None:
        self._name_characters += sum(map(len, texts))
        if self._name_characters > _MOST_NAME_CHARACTERS:
            raise HostileArchive(HostileReason.METADATA_TOO_LARGE)

    def _forget_document(self, name: str) -> None:
        data = self.documents.pop(name, None)
        if data is not None:
            self._earlier[name] = data
            self.repeated.add(name)


def survey(reader: TarReader, tick: Callable[[], None], found: Survey | None = None) -> Survey:
    """Walk an archive from its beginning to its end.

    Args:
        reader: at the beginning of the archive.
        tick: called for each member; may raise to end the walk.
        found: filled as the walk goes on, for whoever looks at it meanwhile.

    Raises:
        CutShort, BadHeader: of `TarReader`; what was found until then is lost.
        HostileArchive: more documents than any archive needs.
    """
    found = Survey() if found is None else found
    for member in reader.members():
        tick()
        found.note(member)
        if is_document(member):
            data = reader.read(LARGEST_DOCUMENT)
            _note_head(found, member, data[:HEAD_BYTES])
            found.keep(member, data)
        elif member.kind == REGULAR:
            # What follows a header has mostly been read with it.
            may_be_layer = found.may_hold_images or not found.has_system_files
            is_of_interest = may_be_layer or not found.file_count
            _note_head(found, member, reader.head(HEAD_BYTES) if is_of_interest else b"")
    found.has_end_marker = reader.has_end_marker
    return found


def _note_head(found: Survey, member: Member, head: bytes) -> None:
    found.note_file(member.name, head)
    if head:
        found.note_compression(member.name, compression_of(head))


def is_document(member: Member) -> bool:
    """Whether a member may describe images: by its name, and by its size, too."""
    if member.kind != REGULAR:
        return False
    if member.name in _LISTS:
        return True
    is_json = member.name.endswith(".json")
    largest = LARGEST_DOCUMENT if is_json else _LARGEST_BLOB_DESCRIPTION
    return member.size_bytes <= largest and _DESCRIPTION.fullmatch(member.name) is not None


def spells(document: Iterable[str], *names: str) -> bool:
    """Whether the keys of these names, where they are there, are spelt exactly so.

    Engines are written in Go, which takes ``repotags`` for ``RepoTags`` and the last one for all: a
    document with both says one thing here and another one there.
    """
    folded = {name.casefold() for name in names}
    return all(key in names or key.casefold() not in folded for key in document)


def parsed(data: bytes) -> object:
    """JSON, or None where it is none.

    Raises:
        HostileArchive: nested deeper than Python can follow, or so many values that they would
            fill the memory.
    """
    if sum(map(data.count, (b",", b":", b"[", b"{"))) > _MOST_VALUES:
        raise HostileArchive(HostileReason.METADATA_TOO_LARGE)
    try:
        return json.loads(data)
    except RecursionError:
        raise HostileArchive(HostileReason.JSON_TOO_DEEP) from None
    except ValueError:
        return None


def link_target(member: Member) -> str:
    """The key that a link means: hard links count from the top, symbolic ones from their folder."""
    if member.kind == HARD_LINK or member.link.startswith("/"):
        parts: list[str] = []
    else:
        parts = member.name.split("/")[:-1]
    for part in member.link.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def _may_describe_images(member: Member, data: bytes) -> bool:
    if member.name in _LISTS or member.name.endswith("/json"):
        return True
    return data[:100].lstrip().startswith(b"{") and _DESCRIBES_IMAGES.search(data) is not None
