"""Two programs for containers, made of a few machine instructions: they need no file but their own.

They are for x86-64 Linux, elf(5), like the engines that the tests start.
"""

import struct

_HEADER_BYTES, _SEGMENT_BYTES = 64, 56
_ADDRESS = 0x400000


def _program(code: bytes) -> bytes:
    """An executable of one segment, which is the whole file."""
    start = _HEADER_BYTES + _SEGMENT_BYTES
    size = start + len(code)
    identity = b"\x7fELF" + bytes([2, 1, 1]) + bytes(9)
    header = identity + struct.pack(
        "<HHIQQQIHHHHHH",
        *(2, 62, 1, _ADDRESS + start, _HEADER_BYTES, 0, 0),
        *(_HEADER_BYTES, _SEGMENT_BYTES, 1, 0, 0, 0),
    )
    segment = struct.pack("<IIQQQQQQ", 1, 5, 0, _ADDRESS, _ADDRESS, size, size, 0x1000)
    return header + segment + code


WAIT = _program(b"\xb8\x22\x00\x00\x00\x0f\x05\xeb\xf7")
"""pause(2) again and again: runs until it is killed."""

DONE = _program(b"\xb8\x3c\x00\x00\x00\x31\xff\x0f\x05")
"""exit(2) with 0."""
