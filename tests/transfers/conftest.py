"""What tests of transfers share: a disk that is soon full."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.real_engines.hardships import small_disk


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of one megabyte."""
    with small_disk(tmp_path / "stick", "size=1m") as disk:
        yield disk
