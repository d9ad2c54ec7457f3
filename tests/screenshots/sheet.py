"""A contact sheet: many pictures on one, each with its name below."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter

_COLUMNS = 4
_PICTURE = QSize(480, 320)
_NAME_HEIGHT = 24
_GAP = 12


def make_sheet(pictures: Sequence[Path], path: Path) -> None:
    """Write it.

    Args:
        pictures: those that are on it, in their order.
        path: the sheet.
    """
    cell = QSize(_PICTURE.width() + _GAP, _PICTURE.height() + _NAME_HEIGHT + _GAP)
    rows = -(-len(pictures) // _COLUMNS)
    sheet = QImage(_COLUMNS * cell.width(), rows * cell.height(), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.lightGray)
    painter = QPainter(sheet)
    for number, picture in enumerate(pictures):
        row, column = divmod(number, _COLUMNS)
        corner = QPoint(column * cell.width(), row * cell.height())
        painter.drawImage(corner, _fitted(QImage(str(picture))))
        name = QRect(corner + QPoint(0, _PICTURE.height()), QSize(_PICTURE.width(), _NAME_HEIGHT))
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, picture.stem)
    painter.end()
    assert sheet.save(str(path)), path


def _fitted(picture: QImage) -> QImage:
    """None becomes larger than it is."""
    room = _PICTURE.boundedTo(picture.size())
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return picture.scaled(room, keep, smooth)
