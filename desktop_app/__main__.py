"""The command line: ``image-ferry [FILE…] [--engine URL] [--version] [--self-check]``.

It reads the arguments and hands them to ``app.py``; nothing is built here.
"""

import argparse
import sys
from functools import partial
from pathlib import Path

from desktop_app import __version__

_WITH_A_VALUE = (
    "display geometry icon name platform platformpluginpath platformtheme plugin qmljsdebugger"
    " qwindowgeometry qwindowicon qwindowtitle session style stylesheet title"
)
"""Options of Qt whose next word is no file (QApplication, QGuiApplication and its X11 plugin)."""


def main() -> int:
    """Start the program; the exit status is 0 unless something kept it from running."""
    options, unknown = _parser().parse_known_args()
    flags = [word for word in unknown if word.startswith("-")]
    # argparse takes files on one side of an option only
    files = [*options.files, *(Path(word) for word in unknown if word not in flags)]
    # Qt takes its own options, such as -platform, from the same line and is loaded only now, so
    # that --version answers at once.
    from desktop_app.desktop.quick_start import hurry  # noqa: PLC0415 - brings PySide6

    hurry()
    from desktop_app.desktop.one_window import hand_over, socket_name  # noqa: PLC0415

    if not options.self_check and hand_over(socket_name(options.engine), files):
        return 0  # the window that is there has them now
    from desktop_app.app import App  # noqa: PLC0415

    app = App([sys.argv[0], *options.for_qt, *flags], engine_url=options.engine)
    if options.self_check:
        return app.check_itself()
    return app.run(files)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="image-ferry",
        description="Moves container images between computers as files.",
        epilog="Qt's own options, such as -platform, are taken, too.",
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="a file to open")
    parser.add_argument("--engine", metavar="URL", help="such as unix:///var/run/docker.sock")
    parser.add_argument("--version", action="version", version=f"Image Ferry {__version__}")
    parser.add_argument(
        "--self-check",
        action="store_true",
        help="load every icon and translation, list the engine's images, and end",
    )
    for name in _WITH_A_VALUE.split():
        parser.add_argument(
            f"-{name}",
            f"--{name}",
            dest="for_qt",
            default=[],
            action="extend",
            type=partial(_pair, f"-{name}"),
            help=argparse.SUPPRESS,
        )
    return parser


def _pair(option: str, value: str) -> tuple[str, str]:
    return option, value


if __name__ == "__main__":
    sys.exit(main())
