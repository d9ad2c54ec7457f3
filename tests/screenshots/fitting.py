"""Whether every text of a window has the room that it needs, and lies inside the window."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from desktop_app.ui.elided_label import ElidedLabel
from tests.ui.helpers import called


def clipped(window: QWidget) -> list[str]:
    """Every text that cannot be read as a whole; one that is cut on purpose has a tip with it."""
    return [
        f"{type(widget).__name__} “{called(widget) or _text(widget)}” {problem}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and not widget.objectName().startswith("qt_")
        for problem in _problems(widget, window)
    ]


def _problems(widget: QWidget, window: QWidget) -> Iterator[str]:
    if isinstance(widget.parent(), QLineEdit):  # the cross that clears it
        return
    if not isinstance(widget, QLabel | QAbstractButton | QComboBox | QHeaderView | QLineEdit):
        return
    if _is_narrow(widget) and not widget.toolTip():
        yield "is too narrow"
    if _is_low(widget):
        yield "is too low"
    if not _is_inside(widget, window):
        yield "lies outside"


def _is_narrow(widget: QWidget) -> bool:
    match widget:
        case ElidedLabel():
            return False
        case QLabel() if widget.wordWrap():
            return False
        case QComboBox():
            return _width_of(widget, widget.currentText()) > _room_in(widget)
        case QLineEdit():
            return _width_of(widget, widget.placeholderText()) > widget.width()
        case QHeaderView():
            return any(_is_section_narrow(widget, number) for number in range(widget.count()))
    return widget.minimumSizeHint().width() > widget.width()


def _is_section_narrow(header: QHeaderView, number: int) -> bool:
    is_hidden = header.isSectionHidden(number)
    return not is_hidden and header.sectionSizeHint(number) > header.sectionSize(number)


def _is_low(widget: QWidget) -> bool:
    if not isinstance(widget, QLabel | QAbstractButton):
        return False
    needed = widget.minimumSizeHint().height()
    if isinstance(widget, QLabel) and widget.wordWrap():
        needed = widget.heightForWidth(widget.width())
    return needed > widget.height()


def _is_inside(widget: QWidget, window: QWidget) -> bool:
    """In an area that scrolls up and down only its sides count."""
    place = QRect(widget.mapTo(window, QPoint()), widget.size())
    room = window.rect()
    area = _area_of(widget)
    if area is not None and area.widget() is not None:
        inside = QRect(area.viewport().mapTo(window, QPoint()), area.viewport().size())
        room = QRect(inside.x(), place.y(), inside.width(), place.height())
    return room.contains(place)


def _area_of(widget: QWidget) -> QScrollArea | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def _width_of(widget: QWidget, text: str) -> int:
    return widget.fontMetrics().horizontalAdvance(text)


def _room_in(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    control, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(control, option, field, box).width()


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
