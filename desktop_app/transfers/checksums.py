"""The lines that ``sha256sum -c`` reads: a digest, two spaces and the name of a file."""

import os
from collections.abc import Iterable
from pathlib import Path

_ESCAPES = {b"\\": rb"\\", b"\n": rb"\n", b"\r": rb"\r"}
"""What coreutils does not write as it is; such a line begins with a backslash (GNU coreutils
manual, "md5sum invocation")."""

SUFFIX = ".sha256"


def checksum_path(target: Path) -> Path:
    """Where the digests of a file stand."""
    return target.with_name(f"{target.name}{SUFFIX}")


def checksum_lines(digests: Iterable[tuple[str, str]]) -> bytes:
    """What stands in such a file, given names of files and ``sha256:…`` of each."""
    return b"".join(_line(os.fsencode(name), digest) for name, digest in digests)


def _line(name: bytes, digest: str) -> bytes:
    escaped = b"".join(_ESCAPES.get(bytes([each]), bytes([each])) for each in name)
    mark = b"\\" if escaped != name else b""
    return mark + digest.removeprefix("sha256:").encode("ascii") + b"  " + escaped + b"\n"
