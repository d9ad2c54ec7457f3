"""Takes the pictures of one language and theme: ``… FOLDER LANGUAGE THEME``, a process of its own.

Qt reads the scale from the environment, once.
"""

import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from PySide6.QtWidgets import QApplication

from desktop_app.ui import theme
from tests.helpers.languages import compile_translations, speaking
from tests.screenshots import SCREENS
from tests.screenshots.dialogs import OF_QT
from tests.screenshots.stage import Screen, name_of, settle, stage

_OF_CONTRAST = "-contrast"


def main(folder: str, language: str, chosen_theme: str) -> None:
    """Write a picture of each screen into the folder."""
    laptop = Path(folder, "laptop.json")
    laptop.write_text(json.dumps(_laptop(float(os.environ["QT_SCALE_FACTOR"]))), encoding="utf-8")
    app = QApplication(["image-ferry", "-platform", f"offscreen:configfile={laptop}"])
    laptop.unlink()
    is_dark = chosen_theme.removesuffix(_OF_CONTRAST) == "dark"
    has_contrast = chosen_theme.endswith(_OF_CONTRAST)
    with (
        TemporaryDirectory() as translations,
        mock.patch.object(theme, "_is_dark", return_value=is_dark),
        mock.patch.object(theme, "_wants_contrast", return_value=has_contrast),
    ):
        theme.prepare(app)
        theme.dress(app)
        compile_translations(Path(translations))
        with speaking(app, language, Path(translations)):
            for screen in (*SCREENS, *OF_QT):
                take(screen, Path(folder, f"{name_of(screen)}.png"))


def _laptop(scale: float) -> dict[str, object]:
    """A screen as small as those that are sold, for the plugin "offscreen"."""
    width, height = (round(side * scale) for side in (1366, 768))
    screen = {"name": "laptop", "x": 0, "y": 0, "width": width, "height": height}
    return {"screens": [screen | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}


def take(screen: Screen, path: Path) -> None:
    """Take one picture."""
    with stage() as played:
        window = screen(played)
        settle()
        assert window.grab().save(str(path)), path


if __name__ == "__main__":
    main(*sys.argv[1:])
