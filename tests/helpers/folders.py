"""What is in a folder, for tests that ask what was left there."""

from pathlib import Path


def files_in(folder: Path) -> list[str]:
    """The names of everything in a folder, half files included, in their order."""
    return sorted(path.name for path in folder.iterdir())
