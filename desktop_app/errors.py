"""The one error that people read: a code and its parameters.

The sentence is made in ``ui/texts``, not here.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from typing_extensions import override

Param: TypeAlias = str | int
"""What a sentence is filled with: a name, a path, a number of bytes or things."""


class ErrorCode(StrEnum):
    """Everything that can go wrong and that a person can do something about.

    The comment beside a code names the parameters that its sentence uses.
    """

    BUG = "bug"  # none: the program's own mistake; the detail is the traceback

    ENGINE_NOT_FOUND = "engine-not-found"  # none: no well-known place holds an engine
    ENGINE_STOPPED = "engine-stopped"  # url: the place is there, nobody answers
    ENGINE_SSH = "engine-ssh"  # url: ssh does not get there, or finds nobody; the detail is its own
    ENGINE_FORBIDDEN = "engine-forbidden"  # url: this user may not talk to it
    ENGINE_TLS = "engine-tls"  # url: the certificates do not fit
    ENGINE_URL_INVALID = "engine-url-invalid"  # url: not an address of an engine
    ENGINE_TOO_OLD = "engine-too-old"  # url: it answers, in a language that is no longer spoken
    CONTEXT_UNKNOWN = "context-unknown"  # context: docker's current context does not exist
    BUILT_IN_ENGINE_FAILED = "built-in-engine-failed"  # none: Podman's own service did not start
    ENGINE_LOST = "engine-lost"  # none: it went away in the middle
    ENGINE_REFUSED = "engine-refused"  # none: it said no; the detail has its words
    ENGINE_DISK_FULL = "engine-disk-full"  # none
    ENGINE_DISK_TOO_SMALL = "engine-disk-too-small"  # path, needed_bytes, free_bytes: a folder

    IMAGE_GONE = "image-gone"  # image
    CONTAINER_GONE = "container-gone"  # container
    CONTAINER_DEAD = "container-dead"  # container: half removed, cannot be exported
    IMAGE_IN_USE = "image-in-use"  # image: a container needs it
    NAME_INVALID = "name-invalid"  # name: not a docker reference
    NAME_IS_LAST = "name-is-last"  # name: the image has no other
    NAME_MISSING = "name-missing"  # image: would be saved without a name
    NAME_TAKEN = "name-taken"  # path, name: of a file that was to be loaded, by another image

    FILE_GONE = "file-gone"  # path
    FILE_UNREADABLE = "file-unreadable"  # path
    FILE_IS_FOLDER = "file-is-folder"  # path
    FILE_NOT_REGULAR = "file-not-regular"  # path: a socket, a device, a pipe
    FILE_CHANGED = "file-changed"  # path: it changed or was cut while it was sent
    FILE_UNSUITABLE = "file-unsuitable"  # path, verdict: what archives.compatibility found
    ARCHIVE_HOSTILE = "archive-hostile"  # path, reason: a file that was made to do harm

    TARGET_FULL = "target-full"  # path, removable: archives beside it, "/" between; may be none
    TARGET_TOO_SMALL = "target-too-small"  # path, needed_bytes, free_bytes: told beforehand
    TARGET_READ_ONLY = "target-read-only"  # path
    TARGET_FOLDER_GONE = "target-folder-gone"  # path
    TARGET_IS_FOLDER = "target-is-folder"  # path
    TARGET_NOT_REGULAR = "target-not-regular"  # path: a device or a pipe stands there
    TARGET_NO_BIG_FILES = "target-no-big-files"  # path: its file system ends files at 4 GB
    TARGET_BUSY = "target-busy"  # path: another run of the program is writing it
    TARGET_FAILED = "target-failed"  # path: the disk reported an error

    STREAM_CUT = "stream-cut"  # none: the engine stopped sending before the end of the archive
    STREAM_ERROR = "stream-error"  # none: the engine put an error message into the archive
    SAVE_EMPTY = "save-empty"  # none: an archive without images
    SAVE_INCOMPLETE = (
        "save-incomplete"  # image: layers are missing, the engine's own copy is not whole
    )
    SAVE_IMAGE_MISSING = "save-image-missing"  # image: asked for, not in the archive
    DIGEST_MISMATCH = "digest-mismatch"  # member: the bytes are not what their digest says
    EXPORT_EMPTY = "export-empty"  # container
    LOAD_UNPROVEN = (
        "load-unproven"  # image: the engine said yes, but does not have it as it is in the file
    )
    LOAD_NOTHING = "load-nothing"  # path: the engine said yes and named no image


class UserFacingError(Exception):
    """Something went wrong that can be said in plain words.

    Attributes:
        code: what happened.
        params: what the sentence is filled with.
        detail: the engine's or the system's own words, for "Details"; may be empty.
    """

    def __init__(
        self, code: ErrorCode, params: Mapping[str, Param] | None = None, detail: str = ""
    ) -> None:
        super().__init__(code, params, detail)
        self.code = code
        self.params: Mapping[str, Param] = MappingProxyType(dict(params or {}))
        self.detail = detail

    @override
    def __str__(self) -> str:
        """For logs only; people read the sentence that ``ui/texts`` makes."""
        words = [self.code, *(f"{key}={value}" for key, value in self.params.items())]
        return " ".join([*words, self.detail]).strip()
