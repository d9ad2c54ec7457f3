"""Disks that are full or read-only, and a user who may do nothing. Needs root."""

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

_NOBODY = 65534


@contextlib.contextmanager
def small_disk(folder: Path, options: str) -> Iterator[Path]:
    """A disk of its own at `folder`, with options of mount(8) such as ``size=1m`` or ``ro``."""
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@contextlib.contextmanager
def as_nobody() -> Iterator[None]:
    """All threads are an ordinary user's, inside the block."""
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
