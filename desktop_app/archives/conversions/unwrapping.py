"""Finding the archive in a file: under compressions, in a zip, in another archive, in a folder."""

from dataclasses import dataclass

from desktop_app.archives.compression import compression_of
from desktop_app.archives.conversions.contents import Contents, contents_of
from desktop_app.archives.conversions.origins import (
    Opener,
    Origin,
    decompressing,
    tar_member,
    whole,
    zip_member,
)
from desktop_app.archives.filesystem import filesystem_evidence
from desktop_app.archives.report import ArchivedImage, Compression, Evidence
from desktop_app.archives.tar_header import BadHeader
from desktop_app.archives.wrapping import ZIP_MAGIC

_DEEPEST = 5
"""A zip of a compressed archive in an archive, each with a folder around it; nobody packs more."""
_HEAD_BYTES = 16


@dataclass(frozen=True, slots=True)
class Found:
    """The archive in a file.

    Attributes:
        opener: opens the plain archive.
        folder: in which everything is in it; empty where nothing is around it.
        contents: without that folder.
        images: those in it.
        evidence: what tells a root file system; None if it is none.
    """

    opener: Opener
    folder: str
    contents: Contents
    images: tuple[ArchivedImage, ...]
    evidence: Evidence | None


def archive_in(origin: Origin) -> Found:
    """Look into a file until there is an archive of images or a root file system.

    Raises:
        BadHeader: there is neither, or it is packed in a way that is not undone here.
        CutShort, DamagedCompression: the file is damaged.
        HostileArchive: it was made to do harm.
    """
    opener = whole(origin)
    for depth in range(_DEEPEST):
        if not depth and _beginning_of(opener).startswith(ZIP_MAGIC):
            opener = zip_member(origin)  # only here: its list of members is at its end
        compression = compression_of(_beginning_of(opener))
        if compression is not Compression.NONE:
            opener = decompressing(opener, compression)
        found = _unfolded(opener)
        inside = found.contents.only_file()
        if found.images or found.evidence is not None or inside is None:
            break
        ordinal = found.contents.ordinals[inside.name]
        opener = tar_member(opener, ordinal, inside.size_bytes)
    if not found.images and found.evidence is None:
        raise BadHeader
    return found


def _beginning_of(opener: Opener) -> bytes:
    with opener() as opened:
        buffer = memoryview(bytearray(_HEAD_BYTES))
        filled = 0
        while count := opened.source.readinto(buffer[filled:]):
            filled += count
    return bytes(buffer[:filled])


def _unfolded(opener: Opener) -> Found:
    """An archive as it is, or without the folders around everything."""
    folders: list[str] = []
    while True:
        folder = "/".join(folders)
        contents = contents_of(opener, folder)
        images, evidence = contents.images(), filesystem_evidence(contents.found)
        deeper = contents.only_folder()
        if images or evidence is not None or deeper is None or len(folders) == _DEEPEST:
            return Found(opener, folder, contents, images, evidence)
        folders.append(deeper)
