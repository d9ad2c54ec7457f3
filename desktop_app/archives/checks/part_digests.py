"""Whether each part of an archive is the one that was written."""

import hashlib
from collections.abc import Iterator

from desktop_app.archives.checks.findings import FindingCode, Findings
from desktop_app.archives.parts import PartSet

_BLOCK_BYTES = 1 << 20


def check_parts(parts: PartSet, findings: Findings) -> Iterator[int]:
    """Read all parts and note those whose digests are others than in the list.

    Gives the number of bytes of each block that was read.

    Raises:
        OSError: a part cannot be read.
    """
    buffer = memoryview(bytearray(_BLOCK_BYTES))
    for part in parts.parts:
        digest = hashlib.sha256()
        with part.path.open("rb", buffering=0) as file:
            while count := file.readinto(buffer):
                digest.update(buffer[:count])
                yield count
        if f"sha256:{digest.hexdigest()}" != part.digest:
            findings.add(FindingCode.PART_DAMAGED, part.path.name)
