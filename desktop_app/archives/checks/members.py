"""The members of an archive as they pass, and what must hold of them whatever they are for."""

from collections.abc import Generator, Iterator

from desktop_app.archives.checks.findings import FindingCode
from desktop_app.archives.checks.images import Inventory
from desktop_app.archives.checks.passing import Passed, passed
from desktop_app.archives.digests import Hashed
from desktop_app.archives.filesystem import early_filesystem_evidence
from desktop_app.archives.survey import HEAD_BYTES, LARGEST_DOCUMENT, is_document, link_target
from desktop_app.archives.tar_header import (
    DIRECTORY,
    HARD_LINK,
    REGULAR,
    SYMBOLIC_LINK,
    Member,
)
from desktop_app.archives.tar_reader import TarReader

_MOST_PASSED = 20_000
"""No program writes archives of so many layers."""
_MOST_REPEATED = 1000


class Members:
    """Looks at each member as it passes.

    Attributes:
        last: the name of the one that was begun last.
    """

    def __init__(self, seen: Inventory) -> None:
        self.last = ""
        self._seen = seen
        self._found = seen.found
        self._repeated: dict[str, bool] = {}
        self._is_filesystem = False

    def look_at(self, member: Member, reader: TarReader) -> Generator[None, None, None]:
        """Remember a member, and take from its data what may be asked of it later."""
        self.last = member.name
        earlier = self._found.members.get(member.name)
        earlier_passed = self._seen.passed.pop(member.name, None)
        self._found.note(member)
        if not self._is_filesystem:
            self._is_filesystem = early_filesystem_evidence(self._found) is not None
        yield
        if member.kind == REGULAR:
            yield from self._pass(member, reader)
        if earlier is not None and DIRECTORY not in (earlier.kind, member.kind):
            self._compare(earlier, earlier_passed, member)

    def check(self, *, is_of_images: bool) -> None:
        """Judge what was seen, now that it is known what the archive is.

        Of file systems less is asked: their links lead to where they are unpacked, and what is in
        them twice is unpacked alike by all engines.
        """
        for name, is_same in self._repeated.items():
            is_remark = is_same or not is_of_images
            code = FindingCode.REPEATED_MEMBER if is_remark else FindingCode.CONTRADICTING_MEMBER
            self._seen.findings.add(code, name)
        for member in self._found.members.values():
            if ".." in member.name.split("/"):
                self._seen.findings.add(FindingCode.BAD_MEMBER_NAME, member.name)
        if is_of_images:
            self._check_links()

    def _check_links(self) -> None:
        for member in self._found.members.values():
            is_link = member.kind in (SYMBOLIC_LINK, HARD_LINK)
            if is_link and link_target(member) not in self._found.members:
                self._seen.findings.add(FindingCode.LINK_NOWHERE, member.name)

    def _pass(self, member: Member, reader: TarReader) -> Generator[None, None, None]:
        if is_document(member):
            data = reader.read(LARGEST_DOCUMENT)
            self._found.note_file(member.name, data[:HEAD_BYTES])
            self._found.keep(member, data)
            yield from self._take(member, iter([memoryview(data)]))
            return
        if not self._found.file_count:
            head = reader.head(HEAD_BYTES)
            self._found.note_file(member.name, head)
            yield from self._take(member, _chained(head, reader))
            return
        self._found.note_file(member.name, b"")
        if not self._is_filesystem:
            yield from self._take(member, reader.data())

    def _take(self, member: Member, pieces: Iterator[memoryview]) -> Generator[None, None, None]:
        """Take digests, where anybody may ask for them."""
        if len(self._seen.passed) >= _MOST_PASSED:
            return
        is_thorough = self._seen.is_thorough
        if is_thorough or is_document(member):
            self._seen.passed[member.name] = yield from passed(
                member, pieces, looks_inside=is_thorough
            )
        else:
            self._seen.passed[member.name] = Passed(Hashed(pieces).compression)
        self._found.note_compression(member.name, self._seen.passed[member.name].compression)

    def _compare(self, earlier: Member, earlier_passed: Passed | None, member: Member) -> None:
        """Remember that a name came again, and whether it is certain that nothing has changed."""
        now = self._seen.passed.get(member.name)
        is_alike = (earlier.kind, earlier.link) == (member.kind, member.link)
        if member.kind == REGULAR:
            is_alike &= now is not None and bool(now.digests) and now == earlier_passed
        if len(self._repeated) < _MOST_REPEATED:
            self._repeated[member.name] = is_alike and self._repeated.get(member.name, True)


def _chained(head: bytes, reader: TarReader) -> Iterator[memoryview]:
    yield memoryview(head)
    yield from reader.data()
