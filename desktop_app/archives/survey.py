"""What an archive holds, gathered in one walk: every member's name, and the small documents.

It remembers; what the documents mean is read in ``docker_archive.py``, ``oci_layout.py`` and
``legacy_archive.py``.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from desktop_app.archives.report import HostileArchive, HostileReason
from desktop_app.archives.tar_reader import HARD_LINK, REGULAR, SYMBOLIC_LINK, Member, TarReader

LARGEST_DOCUMENT = 20 << 20
"""What containerd reads at most of a manifest.json (core/images/archive, jsonLimit)."""
_MOST_DOCUMENT_BYTES = 128 << 20

_DOCUMENT = re.compile(
    r"""
      [^/]+\.json                   # manifest.json, index.json, <config digest>.json
    | oci-layout | repositories | version
    | (?:sha256:)?[0-9a-f]{64}      # crane names a configuration sha256:<hex>; dir: leaves it out
    | [0-9a-f]{64}/json             # Docker before 1.10
    | blobs/sha256/[0-9a-f]{64}
    """,
    re.VERBOSE,
)
_LARGEST_BLOB_DOCUMENT = 4 << 20
"""Podman's own limit for a configuration and for a manifest (image/internal/iolimits)."""


@dataclass(slots=True)
class Survey:
    """All that is remembered of an archive.

    Attributes:
        members: by key; of members with the same name the last one counts, as when unpacking.
        documents: contents of the members that may describe images.
        has_end_marker: whether the archive was closed as it should be.
    """

    members: dict[str, Member] = field(default_factory=dict)
    documents: dict[str, bytes] = field(default_factory=dict)
    has_end_marker: bool = False
    _kept_bytes: int = 0

    @property
    def top(self) -> set[str]:
        """The first parts of all names."""
        return {name.partition("/")[0] for name in self.members} - {""}

    def keep(self, member: Member, data: bytes) -> None:
        """Remember a document.

        Raises:
            HostileArchive: more documents than any archive needs.
        """
        self._kept_bytes += len(data)
        if self._kept_bytes > _MOST_DOCUMENT_BYTES:
            raise HostileArchive(HostileReason.METADATA_TOO_LARGE)
        self.documents[member.name] = data

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
        return parsed(self.documents.get(holder.name, b"")) if holder is not None else None


def survey(reader: TarReader, tick: Callable[[], None]) -> Survey:
    """Walk an archive from its beginning to its end.

    Args:
        reader: at the beginning of the archive.
        tick: called for each member; may raise to end the walk.

    Raises:
        CutShort, BadHeader: of `TarReader`; what was found until then is lost.
        HostileArchive: more documents than any archive needs.
    """
    found = Survey()
    for member in reader.members():
        tick()
        found.members[member.name] = member
        if is_document(member):
            found.keep(member, reader.read(LARGEST_DOCUMENT))
    found.has_end_marker = reader.has_end_marker
    return found


def is_document(member: Member) -> bool:
    """Whether a member may describe images: by its name, and a blob by its size, too."""
    if member.kind != REGULAR or not _DOCUMENT.fullmatch(member.name):
        return False
    is_blob = "." not in member.name
    return not is_blob or member.size_bytes <= _LARGEST_BLOB_DOCUMENT


def parsed(data: bytes) -> object:
    """JSON, or None where it is none.

    Raises:
        HostileArchive: nested deeper than Python can follow.
    """
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
