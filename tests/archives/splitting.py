"""Archives in parts, as this program writes them."""

import hashlib
from pathlib import Path

from desktop_app.archives.parts import Part, PartSet, list_document, list_path, part_path


def digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def write_parts(target: Path, data: bytes, part_bytes: int, set_id: str = "one") -> PartSet:
    """Write an archive in parts, with their list."""
    parts: list[Part] = []
    for start in range(0, len(data), part_bytes):
        piece = data[start : start + part_bytes]
        path = part_path(target, len(parts) + 1)
        path.write_bytes(piece)
        parts.append(Part(path, len(piece), digest(piece)))
    written = PartSet(set_id, digest(data), tuple(parts))
    list_path(target).write_bytes(list_document(written))
    return written
