"""Proving an archive while it passes: read once, every digest checked, nothing written.

An engine may fail in the middle of an answer that it called a success. What it sends is whole only
if the archive comes to its end, nothing follows, and all that the manifest names is there and has
the digest it is named by.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from desktop_app import references
from desktop_app.archives.compression import DamagedCompression
from desktop_app.archives.content import Content, content_of
from desktop_app.archives.digests import (
    Hashed,
    algorithm_of,
    is_compressed,
    keeps_its_name,
    plain_of,
)
from desktop_app.archives.docker_archive import missing_images, read_docker_archive
from desktop_app.archives.image_config import text
from desktop_app.archives.report import (
    ArchivedImage,
    ArchivedLayer,
    HostileArchive,
)
from desktop_app.archives.survey import LARGEST_DOCUMENT, Survey, is_document, parsed
from desktop_app.archives.tar_reader import (
    REGULAR,
    BadHeader,
    CutShort,
    Member,
    Source,
    TarReader,
)
from desktop_app.errors import ErrorCode, UserFacingError

_TAIL_BYTES = 64 << 10
_TELLING_PARTS = 2
"""A root file system is told by names of so many parts; of the others there are millions."""


@dataclass(frozen=True, slots=True)
class ImageArchiveProof:
    """What a whole archive of images holds: every one of them proved.

    Attributes:
        images: as manifest.json lists them.
        content: the same with what an index says beside it, which nothing proves.
    """

    images: tuple[ArchivedImage, ...]
    content: Content


@dataclass(frozen=True, slots=True)
class FilesystemProof:
    """What a whole root file system holds.

    Attributes:
        content: what it is told by.
        member_count: files, folders and links.
        has_content: whether there is more than empty folders.
    """

    content: Content
    member_count: int
    has_content: bool


def prove_image_archive(source: Source, wanted_names: Sequence[str] = ()) -> ImageArchiveProof:
    """Read an uncompressed archive of images to its end and prove it.

    Args:
        source: where it comes from.
        wanted_names: ``repository:tag`` of images that must be in it.

    Raises:
        UserFacingError: STREAM_CUT, STREAM_ERROR, SAVE_EMPTY, SAVE_INCOMPLETE, SAVE_IMAGE_MISSING
            or DIGEST_MISMATCH.
        HostileArchive: headers or documents that no program writes.
    """
    seen = _Seen()
    _read_whole(source, seen.look_at)
    images = read_docker_archive(seen.found) or ()
    if not images:
        raise _without_images(seen.found, wanted_names)
    for image in images:
        for layer in image.layers:
            seen.check_layer(layer, image)
    _check_names(images, wanted_names)
    seen.found.account_anew()
    seen.found.has_end_marker = True
    return ImageArchiveProof(images, content_of(seen.found, is_followed=False))


def prove_filesystem(source: Source) -> FilesystemProof:
    """Read an uncompressed root file system to its end; it has no digests to prove.

    Raises:
        UserFacingError: STREAM_CUT or STREAM_ERROR.
        HostileArchive: headers that no program writes.
    """
    sizes: Counter[bool] = Counter()
    found = Survey(has_end_marker=True)

    def look_at(member: Member, _reader: TarReader) -> None:
        sizes.update([member.size_bytes > 0])
        if member.name.count("/") < _TELLING_PARTS:
            found.note(member)

    _read_whole(source, look_at)
    content = content_of(found, is_followed=False)
    return FilesystemProof(content, sizes.total(), sizes[True] > 0)


@dataclass(slots=True)
class _Seen:
    """What has passed so far.

    Attributes:
        found: members and documents.
        diff_ids: of each regular member the digest of its uncompressed data; None for compressed
            blobs, whose own digest has proved them.
    """

    found: Survey = field(default_factory=Survey)
    diff_ids: dict[str, str | None] = field(default_factory=dict)

    def look_at(self, member: Member, reader: TarReader) -> None:
        """Take the digest of a member while its data pass.

        Raises:
            UserFacingError: DIGEST_MISMATCH.
        """
        self.found.note(member)
        if is_document(member):
            data = reader.read(LARGEST_DOCUMENT)
            self.found.keep(member, data)
            self._take_digest(member, iter([memoryview(data)]))
        elif member.kind == REGULAR:
            self._take_digest(member, reader.data())

    def check_layer(self, layer: ArchivedLayer, image: ArchivedImage) -> None:
        """See that a layer is there and is the one that the configuration names.

        Raises:
            UserFacingError: SAVE_INCOMPLETE or DIGEST_MISMATCH.
        """
        holder = self.found.holder(layer.member)
        if holder is None:
            shown = image.names[0] if image.names else image.config_digest
            raise UserFacingError(ErrorCode.SAVE_INCOMPLETE, {"image": shown})
        if self.diff_ids[holder.name] not in (None, layer.diff_id):
            raise _mismatch(layer.member)

    def _take_digest(self, member: Member, pieces: Iterator[memoryview]) -> None:
        stored = Hashed(pieces, algorithm_of(member.name))
        diff_id = None
        if is_compressed(stored) and not member.name.startswith("blobs/"):
            diff_id = _plain_digest(member, stored)
        for _ in stored.rest():
            pass
        if not is_compressed(stored):
            diff_id = stored.sha256
        if not keeps_its_name(member.name, stored.digests, diff_id):
            raise _mismatch(member.name)
        self.diff_ids[member.name] = diff_id
        self.found.note_compression(member.name, stored.compression)


def _plain_digest(member: Member, stored: Hashed) -> str:
    try:
        plain = plain_of(stored)
        for _ in plain.rest():
            pass
    except DamagedCompression as error:
        raise _mismatch(member.name) from error
    return plain.sha256


def _mismatch(member: str) -> UserFacingError:
    return UserFacingError(ErrorCode.DIGEST_MISMATCH, {"member": member})


def _without_images(found: Survey, wanted_names: Sequence[str]) -> UserFacingError:
    """Nothing at all was sent, or lists of images whose parts the engine itself does not have."""
    index, missing = found.document("index.json"), missing_images(found)
    if not missing and not (isinstance(index, dict) and index.get("manifests")):
        return UserFacingError(ErrorCode.SAVE_EMPTY)
    shown = ", ".join(missing or wanted_names)
    return UserFacingError(ErrorCode.SAVE_INCOMPLETE, {"image": shown})


def _check_names(images: Iterable[ArchivedImage], wanted_names: Sequence[str]) -> None:
    present = {name for image in images for name in image.names}
    for name in wanted_names:
        if references.familiar(name) not in present:
            raise UserFacingError(ErrorCode.SAVE_IMAGE_MISSING, {"image": name})


def _read_whole(source: Source, look_at: Callable[[Member, TarReader], None]) -> None:
    """Show all members of a stream that must be a whole archive and nothing else.

    Raises:
        UserFacingError: STREAM_CUT or STREAM_ERROR.
    """
    kept = _KeptTail(source)
    reader = TarReader(kept)
    try:
        for member in reader.members():
            look_at(member, reader)
        is_whole = reader.has_end_marker
    except (CutShort, BadHeader):
        is_whole = False
    is_followed = sum(reader.trailing()) > 0
    if is_whole and not is_followed:
        return
    message = kept.engine_message()
    if message is not None:
        raise UserFacingError(ErrorCode.STREAM_ERROR, detail=message)
    raise UserFacingError(ErrorCode.STREAM_CUT)


class _KeptTail:
    """A source whose last bytes are remembered: engines append their error message to an archive.

    Moby writes ``{"errorDetail": …}`` into a save that it has begun to send (v28.5.2, api/server/
    router/image/image_routes.go, getImagesGet) and ``{"message": …}`` into an export (server.go).
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._tail = b""

    def readinto(self, buffer: memoryview) -> int:
        """Fill a buffer; 0 is the end."""
        count = self._source.readinto(buffer)
        if count >= _TAIL_BYTES:
            self._tail = bytes(buffer[count - _TAIL_BYTES : count])
        elif count:
            self._tail = self._tail[-(_TAIL_BYTES - count) :] + bytes(buffer[:count])
        return count

    def engine_message(self) -> str | None:
        """The engine's words at the end of the stream; None if there are none."""
        for start in re.finditer(rb'\{"(?:errorDetail|message)"', self._tail):
            with suppress(HostileArchive):  # it is no message then, whatever else it is
                document = parsed(self._tail[start.start() :])
                if isinstance(document, dict):
                    detail = document.get("errorDetail")
                    return text(detail if isinstance(detail, dict) else document, "message")
        return None
