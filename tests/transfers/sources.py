"""Sources for stages under test."""

import io
from collections.abc import Callable


def source_of(data: bytes, step: int = 1 << 20) -> Callable[[memoryview], int]:
    """A ``readinto`` over bytes that gives at most `step` of them at once."""
    stream = io.BytesIO(data)

    def readinto(buffer: memoryview) -> int:
        return stream.readinto(buffer[:step])

    return readinto
