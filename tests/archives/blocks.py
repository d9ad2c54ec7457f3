"""Single headers of tar archives, right in their checksum and wrong in whatever a test wants."""

import tarfile

from desktop_app.archives.tar_header import REGULAR

_STARTS = {"raw_size": 124, "magic": 257, "prefix": 345, "sparse": 482, "trailer": 508}


def header(name: str = "a", size: int = 0, kind: bytes = REGULAR, **fields: bytes) -> bytes:
    """A header whose checksum is right whatever stands in its other fields."""
    member = tarfile.TarInfo(name)
    member.size, member.type = size, kind
    block = bytearray(member.tobuf(tarfile.USTAR_FORMAT))
    for field, value in fields.items():
        block[_STARTS[field] : _STARTS[field] + len(value)] = value
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


def padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 512)


def pax(records: dict[str, str], kind: bytes = b"x") -> bytes:
    """An extended header of PAX; every record is shorter than a hundred bytes."""
    lines = [f" {keyword}={value}\n" for keyword, value in records.items()]
    body = "".join(f"{len(line) + (1 if len(line) < 9 else 2)}{line}" for line in lines).encode()
    return header("pax", len(body), kind) + padded(body)


def long_name(name: str, kind: bytes = b"L") -> bytes:
    body = name.encode() + b"\0"
    return header("././@LongLink", len(body), kind) + padded(body)
