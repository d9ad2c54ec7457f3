"""Risk: an icon that is not there, or that is dark on dark."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from desktop_app.desktop.resources import resource_path
from desktop_app.ui import icons
from desktop_app.ui.icons import Icon, icon, missing_icons, pixmap, program_icon


def _colours(image: QImage) -> set[str]:
    """Those of the pixels that are not see-through at all."""
    every = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in every if colour.alpha() == 255}


@pytest.mark.parametrize("name", Icon)
def test_an_icon_is_drawn_in_the_colour_asked_for(name: Icon) -> None:
    picture = pixmap(name, QColor("#12ab34"), 32)
    assert _colours(picture.toImage()) == {"#12ab34"}
    assert picture.deviceIndependentSize().toSize() == QSize(32, 32)


def test_what_cannot_be_used_looks_different() -> None:
    made = icon(Icon.IMAGES)
    usual, disabled = (
        made.pixmap(QSize(16, 16), 3.0, mode).toImage()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    )
    assert _colours(usual) != _colours(disabled)


def test_the_program_has_an_icon_in_every_size() -> None:
    for size in (16, 32, 48, 128):
        assert (
            program_icon().pixmap(size, size).toImage().pixelColor(size // 2, size // 2).alpha() > 0
        )


def test_every_drawing_is_one_of_an_icon() -> None:
    drawings = {path.stem for path in resource_path("icons").glob("*.svg")}
    assert drawings == {"image-ferry", *Icon}
    assert list(missing_icons()) == []


@pytest.mark.qt_log_ignore("Cannot read file")
def test_an_icon_that_is_not_there_or_broken_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.svg"
    broken.write_text("no drawing")

    def find(name: str) -> Path:
        if "/images" in name:
            raise FileNotFoundError
        return broken if "done" in name else resource_path(name)

    monkeypatch.setattr(icons, "resource_path", find)
    assert list(missing_icons()) == [
        "the icon images cannot be drawn",
        "the icon done cannot be drawn",
    ]
