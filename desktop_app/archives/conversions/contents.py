"""What an archive holds, and which of its members hold it: the first pass of a conversion."""

from dataclasses import dataclass, field, replace

from desktop_app.archives.arrival import is_for, of_one_platform
from desktop_app.archives.conversions.origins import Opener
from desktop_app.archives.docker_archive import read_docker_archive
from desktop_app.archives.image_config import digest_of
from desktop_app.archives.legacy_archive import read_legacy_archive
from desktop_app.archives.oci_layout import read_oci_layout
from desktop_app.archives.report import ArchivedImage
from desktop_app.archives.survey import LARGEST_DOCUMENT, Survey, is_document
from desktop_app.archives.tar_header import DIRECTORY, HARD_LINK, REGULAR, BadHeader, Member
from desktop_app.archives.tar_reader import CutShort, TarReader


@dataclass(slots=True)
class Contents:
    """An archive of which every member was seen.

    Attributes:
        found: members and documents; without the folder that the archive is in, if it is in one.
        ordinals: of the members that count, how many stand before each in the archive.
        count: how many members there are that are no folders.
    """

    found: Survey = field(default_factory=Survey)
    ordinals: dict[str, int] = field(default_factory=dict)
    count: int = 0

    def images(self, platform: str = "") -> tuple[ArchivedImage, ...]:
        """The images, each with its layers; empty if there are none.

        Args:
            platform: of an image for several the one that is wanted, such as ``linux/arm64``.
        """
        lists = [
            images
            for images in (read_docker_archive(self.found), read_oci_layout(self.found))
            if images
        ]
        lists = lists or [read_legacy_archive(self.found) or ()]
        if not platform:
            return lists[0]
        # In an archive of both forms, manifest.json tells of one platform and the index of all.
        chosen = [of_one_platform(images, platform) for images in lists]
        fitting = [images for images in chosen if all(is_for(each, platform) for each in images)]
        return (fitting or chosen)[0]

    def config(self, digest: str) -> bytes:
        """The configuration that has this digest."""
        documents = self.found.documents.values()
        return next(data for data in documents if digest_of(data) == digest)

    def only_file(self) -> Member | None:
        """The one file that there is, beside folders; None if there is more."""
        files = [each for each in self.found.members.values() if each.kind == REGULAR]
        return files[0] if len(files) == self.count == 1 else None

    def only_folder(self) -> str | None:
        """The one folder that everything is in; None if there is more at the top."""
        has_below = any("/" in name for name in self.found.members)
        return next(iter(self.found.top)) if len(self.found.top) == 1 and has_below else None


def contents_of(opener: Opener, folder: str = "") -> Contents:
    """Go through an archive once.

    Args:
        opener: opens it.
        folder: where in it everything is; what is beside it does not count.

    Raises:
        CutShort, BadHeader: it is damaged.
        HostileArchive: it was made to do harm.
    """
    contents = Contents()
    with opener() as opened:
        reader = TarReader(opened.source, opened.skip)
        try:
            for ordinal, member in enumerate(reader.members()):
                contents.count += member.kind != DIRECTORY
                moved = moved_up(member, folder)
                if moved is not None:
                    _note(contents, ordinal, moved, reader)
        except CutShort as error:
            raise (error if reader.has_begun else BadHeader) from None
    return contents


def moved_up(member: Member, folder: str) -> Member | None:
    """A member as it is called without the folder around it; None if it is not in there."""
    if not folder:
        return member
    inside, below = f"{folder}/", member.name
    if not below.startswith(inside):
        return None
    link = member.link
    if member.kind == HARD_LINK:  # from the top of the archive; symbolic ones from their folder
        link = link.removeprefix("./").removeprefix("/").removeprefix(inside)
    return replace(member, name=below.removeprefix(inside), link=link)


def _note(contents: Contents, ordinal: int, member: Member, reader: TarReader) -> None:
    found = contents.found
    found.note(member)
    if found.members.get(member.name) is member:
        contents.ordinals[member.name] = ordinal
    if is_document(member):
        found.keep(member, reader.read(LARGEST_DOCUMENT))
