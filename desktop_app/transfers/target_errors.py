"""What it means when a disk does not take a file, and whether a path can take one at all."""

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop_app.errors import ErrorCode, UserFacingError

_CODES = {
    errno.ENOSPC: ErrorCode.TARGET_FULL,
    errno.EDQUOT: ErrorCode.TARGET_FULL,
    errno.EFBIG: ErrorCode.TARGET_NO_BIG_FILES,
    errno.EROFS: ErrorCode.TARGET_READ_ONLY,
    errno.EACCES: ErrorCode.TARGET_READ_ONLY,
    errno.EPERM: ErrorCode.TARGET_READ_ONLY,
    errno.ENOENT: ErrorCode.TARGET_FOLDER_GONE,
    errno.ENOTDIR: ErrorCode.TARGET_FOLDER_GONE,
    errno.EISDIR: ErrorCode.TARGET_IS_FOLDER,
    errno.EWOULDBLOCK: ErrorCode.TARGET_BUSY,
}

_ARCHIVE = re.compile(r".*\.(tar|tgz|tbz2?|txz|tzst|part)(\.\w+)*", re.IGNORECASE)
"""Archives, parts of them, compressed ones, and halves that were left."""
_BESIDE = re.compile(r"\.([0-9]{3,4}|parts|sha256)$")
"""What the name of a part, or of what lies beside an archive, has more than that of the archive."""
_MOST_NAMES = 3


@contextmanager
def worded(target: Path) -> Iterator[None]:
    """Say what a disk's refusal means.

    Raises:
        UserFacingError: TARGET_…; of a full disk also what could be removed from it.
    """
    try:
        yield
    except OSError as error:
        code = _CODES.get(error.errno or 0, ErrorCode.TARGET_FAILED)
        params = {"path": str(target)}
        if code is ErrorCode.TARGET_FULL:
            params["removable"] = "/".join(_largest_archives(target))
        raise UserFacingError(code, params, str(error)) from error


def check_target(target: Path) -> None:
    """Raise TARGET_IS_FOLDER or TARGET_NOT_REGULAR where something stands that is no file."""
    if target.is_dir():
        raise UserFacingError(ErrorCode.TARGET_IS_FOLDER, {"path": str(target)})
    if target.exists() and not target.is_file():
        raise UserFacingError(ErrorCode.TARGET_NOT_REGULAR, {"path": str(target)})


def _largest_archives(target: Path) -> list[str]:
    """Names of the largest archives beside a file that is being written, the largest first.

    What belongs to that file is removed anyway.
    """
    sizes: dict[str, int] = {}
    with suppress(OSError):  # the disk may have gone meanwhile; then there is nothing to name
        for path in target.parent.iterdir():
            if _ARCHIVE.fullmatch(path.name) and path.is_file() and not path.is_symlink():
                sizes[path.name] = path.stat().st_size
    own = re.compile(rf"{re.escape(_BESIDE.sub('', target.name))}(\..*)?\.part")
    others = [name for name in sizes if sizes[name] and not own.fullmatch(name)]
    return sorted(others, key=lambda name: (-sizes[name], name))[:_MOST_NAMES]
