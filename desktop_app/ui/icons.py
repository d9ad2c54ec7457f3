"""The program's icons, drawn in the colours of the palette; the drawings are resources."""

from collections.abc import Iterator
from enum import StrEnum

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from desktop_app.desktop.resources import resource_path
from desktop_app.ui import theme

_SHARPNESS = 3  # pixels for one, so that dense screens have enough


class Icon(StrEnum):
    """Every icon there is, by the name of its file."""

    IMAGES = "images"
    CONTAINERS = "containers"
    TRANSFERS = "transfers"
    DONE = "done"
    FAILED = "failed"
    WAITING = "waiting"
    WARNING = "warning"
    CLEAR = "clear"
    DROP = "drop"
    SAVED_IMAGES = "saved-images"
    FILE_SYSTEM = "file-system"
    UNKNOWN_FILE = "unknown-file"
    BECOMES = "becomes"
    STARTS = "starts"
    NEVER_STARTS = "never-starts"


def program_icon() -> QIcon:
    """The program's own, in colours of its own."""
    return QIcon(str(resource_path("icons/image-ferry.svg")))


def missing_icons() -> Iterator[str]:
    """A line for each icon that is not there or cannot be drawn."""
    for name in ("image-ferry", *Icon):
        try:
            is_valid = QSvgRenderer(str(resource_path(f"icons/{name}.svg"))).isValid()
        except FileNotFoundError:
            is_valid = False
        if not is_valid:
            yield f"the icon {name} cannot be drawn"


def icon(name: Icon) -> QIcon:
    """For a button; asked for again when the palette changes."""
    made = QIcon()
    for mode, colour in _colours():
        made.addPixmap(pixmap(name, colour), mode)
    return made


def recoloured(shape: QIcon) -> QIcon:
    """The shape of an icon that is not one of these, in the colours of these."""
    made = QIcon()
    for mode, colour in _colours():
        picture = shape.pixmap(QSize(theme.ICON, theme.ICON), _SHARPNESS)
        painter = QPainter(picture)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(0, 0, theme.ICON, theme.ICON, colour)
        painter.end()
        made.addPixmap(picture, mode)
    return made


def _colours() -> Iterator[tuple[QIcon.Mode, QColor]]:
    """Those of now, for each way in which a button may look."""
    palette = QGuiApplication.palette()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        yield mode, palette.color(group, QPalette.ColorRole.ButtonText)


def pixmap(name: Icon, colour: QColor, size: int = theme.ICON) -> QPixmap:
    """For a label.

    Args:
        name: of the icon.
        colour: of its lines.
        size: in the pixels in which widgets are measured.
    """
    key = f"{name} {colour.name()} {size}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = _drawn(name, colour, size)
        QPixmapCache.insert(key, picture)
    return picture


def _drawn(name: Icon, colour: QColor, size: int) -> QPixmap:
    drawing = resource_path(f"icons/{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour.name()).encode()))
    picture = QPixmap(QSize(size, size) * _SHARPNESS)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    picture.setDevicePixelRatio(_SHARPNESS)
    return picture
