"""Pictures of every page and dialog, to be looked at one by one.

    python -m tests.screenshots FOLDER [--language zh_CN …] [--theme dark …] [--scale 2 …]

Without options in both languages, light, dark and with high contrast, at 100 and 200 %. Each of
these gets a folder with its pictures and a contact sheet of them.
"""

import argparse
import itertools
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from tests.helpers.alone import alone
from tests.screenshots import SCREENS
from tests.screenshots.dialogs import OF_QT
from tests.screenshots.sheet import make_sheet
from tests.screenshots.stage import names_of

_LANGUAGES = ("en", "zh_CN")
_THEMES = ("light", "dark", "light-contrast", "dark-contrast")
_SCALES = ("1", "2")


def main() -> int:
    """Take them all."""
    parser = argparse.ArgumentParser(description="Take pictures of every page and dialog.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", nargs="+", choices=_LANGUAGES, default=_LANGUAGES)
    parser.add_argument("--theme", nargs="+", choices=_THEMES, default=_THEMES)
    parser.add_argument("--scale", nargs="+", default=_SCALES, help="such as 1 1.5 2 3")
    options = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _painting = QGuiApplication(sys.argv[:1])  # there are no fonts without one
    for chosen in itertools.product(options.language, options.theme, options.scale):
        take(options.folder, *chosen)
    return 0


def take(folder: Path, language: str, theme: str, scale: str) -> None:
    """Take those of one language, theme and scale."""
    target = folder / f"{language}-{theme}-{scale}x"
    target.mkdir(parents=True, exist_ok=True)
    command = alone("tests.screenshots.camera", target, language, theme)
    with tempfile.TemporaryDirectory() as home:  # what is remembered stays as it is
        environment = os.environ | {"QT_SCALE_FACTOR": scale, "LANG": "C.UTF-8"}
        environment |= {f"XDG_{name}_HOME": home for name in ("CONFIG", "DATA", "CACHE", "STATE")}
        answer = subprocess.run(
            command, check=False, env=environment, capture_output=True, text=True
        )
    if answer.returncode:
        sys.exit(answer.stderr)
    make_sheet(
        [target / f"{name}.png" for name in names_of((*SCREENS, *OF_QT))],
        folder / f"{target.name}.png",
    )
    sys.stdout.write(f"{target}\n")


if __name__ == "__main__":
    sys.exit(main())
