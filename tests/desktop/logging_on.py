"""A program that logs what it is told, line by line, and says when it is ready for the next.

python -m tests.desktop.logging_on FILE LARGEST_BYTES
"""

import logging
import sys
from pathlib import Path

from desktop_app.desktop import log


def main(file: str, largest_bytes: str) -> None:
    """Go on until there are no more lines."""
    log._LARGEST_BYTES = int(largest_bytes)
    running = log.Log(Path(file))
    for line in sys.stdin:
        logging.getLogger("desktop_app.elsewhere").info(line.rstrip())
        sys.stdout.write("ready\n")
        sys.stdout.flush()
    running.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
