"""``python -m tests.fuzz [--seconds N] [--target NAME] [--folder F]``; fails if anything is found.

With a folder of one's own, another search goes on from where this one has come to.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.fuzz.search import TARGETS, search


def main() -> int:
    """Search with every target, or with one; 0 if nothing was found."""
    options = _options()
    targets = [options.target] if options.target else TARGETS
    folder = options.folder or Path(tempfile.mkdtemp(prefix="ferry-fuzz-"))
    folder.mkdir(parents=True, exist_ok=True)
    found = search(targets, options.seconds, folder)
    for path in found:
        sys.stdout.write(f"Found: {path}\n")
    return 1 if found else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="for all targets together (60)")
    parser.add_argument("--target", choices=TARGETS, help="this one only")
    parser.add_argument("--folder", type=Path, help="for inputs, kept for the next time")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
