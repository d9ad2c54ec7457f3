"""Checking a file without loading it: what `verify` says, and the checksum that lies beside it.

No engine is needed, and nothing is written.
"""

import hashlib
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from desktop_app.archives import Depth, Finding, FindingCode, verify
from desktop_app.archives.file_source import FileSource, opened
from desktop_app.cancel import CancelToken
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.checksums import checksum_path, recorded_digest
from desktop_app.transfers.requests import CheckResult

_CHUNK_BYTES = 4 << 20


def check_file(
    path: Path, depth: Depth = Depth.FULL, cancel: CancelToken | None = None
) -> Generator[Progress, None, CheckResult]:
    """See whether a file is whole.

    Where a full check finds the checksum of the file beside it, the file is read once more and
    compared with that; an archive in parts has those of its parts in their list.

    Args:
        path: a regular file of any kind.
        depth: how much of it to read.
        cancel: ends the reading.

    Raises:
        UserFacingError: the file cannot be read, or was made to do harm.
        Cancelled: the token was cancelled.
    """
    cancel = cancel or CancelToken()
    found = yield from verify(path, cancel, depth)
    has_parts = found.report.parts is not None
    recorded = "" if depth is Depth.QUICK or has_parts else recorded_digest(path)
    if not recorded:
        return CheckResult(found)
    sha256 = yield from _sha256(path, cancel)
    if sha256 != recorded:
        wrong = Finding(FindingCode.CHECKSUM_WRONG, checksum_path(path).name)
        return CheckResult(replace(found, findings=(*found.findings, wrong)), sha256)
    others = tuple(each for each in found.findings if each.code is not FindingCode.NO_DIGESTS)
    return CheckResult(replace(found, findings=others), sha256)  # this digest is proof enough


def _sha256(path: Path, cancel: CancelToken) -> Generator[Progress, None, str]:
    digest = hashlib.sha256()
    buffer = memoryview(bytearray(_CHUNK_BYTES))
    with opened(path) as file:
        source = FileSource(file, cancel)
        while count := source.readinto(buffer):
            digest.update(buffer[:count])
            yield Progress(Phase.COMPARING, source.position, source.size_bytes)
    return digest.hexdigest()
