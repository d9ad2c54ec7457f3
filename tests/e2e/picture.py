"""Takes a picture of the whole screen, in a process of its own: ``… FILE``."""

import sys

from PySide6.QtGui import QGuiApplication


def main(file: str) -> None:
    """Take it; the folder has to be there."""
    qt = QGuiApplication(sys.argv)
    taken = qt.primaryScreen().grabWindow(0).save(file)
    sys.exit(not taken)


if __name__ == "__main__":
    main(*sys.argv[1:])
