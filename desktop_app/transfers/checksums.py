"""The lines that ``sha256sum -c`` reads: a digest, two spaces and the name of a file."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from desktop_app.archives.file_source import opened
from desktop_app.errors import UserFacingError

_ESCAPES = {b"\\": rb"\\", b"\n": rb"\n", b"\r": rb"\r"}
"""What coreutils does not write as it is; such a line begins with a backslash (GNU coreutils
manual, "md5sum invocation")."""

_MOST_BYTES = 1 << 20
"""Of such a file that are looked at: some ten thousand lines."""

SUFFIX = ".sha256"


def checksum_path(target: Path) -> Path:
    """Where the digests of a file stand."""
    return target.with_name(f"{target.name}{SUFFIX}")


def checksum_lines(digests: Iterable[tuple[str, str]]) -> bytes:
    """What stands in such a file, given names of files and ``sha256:…`` of each."""
    return b"".join(_line(os.fsencode(name), digest) for name, digest in digests)


def recorded_digest(target: Path) -> str:
    """What stands beside a file about it, 64 hexadecimal digits; empty if nothing does."""
    try:
        with opened(checksum_path(target)) as file:
            data = file.read(_MOST_BYTES) or b""
    except UserFacingError:
        return ""
    mark, name = (re.escape(part) for part in _escaped(os.fsencode(target.name)))
    line = re.compile(b"^" + mark + rb"([0-9A-Fa-f]{64}) [ *]" + name + rb"\r?$", re.MULTILINE)
    found = line.search(data)
    return found[1].decode("ascii").lower() if found else ""


def _line(name: bytes, digest: str) -> bytes:
    mark, escaped = _escaped(name)
    return mark + digest.removeprefix("sha256:").encode("ascii") + b"  " + escaped + b"\n"


def _escaped(name: bytes) -> tuple[bytes, bytes]:
    """The mark at the beginning of the line, and the name as it stands in it."""
    escaped = b"".join(_ESCAPES.get(bytes([each]), bytes([each])) for each in name)
    return b"\\" if escaped != name else b"", escaped
