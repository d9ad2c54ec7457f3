"""Whether a window can be used with the keyboard alone, and with a screen reader alone."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

from tests.ui.helpers import called

_Role = QAccessible.Role

_ROLES: dict[type[QWidget], set[QAccessible.Role]] = {
    QCheckBox: {_Role.CheckBox},
    QRadioButton: {_Role.RadioButton},
    QPushButton: {_Role.Button, _Role.RadioButton, _Role.CheckBox, _Role.ButtonMenu},
    QToolButton: {_Role.Button, _Role.CheckBox, _Role.ButtonMenu, _Role.ButtonDropDown},
    QComboBox: {_Role.ComboBox},
    QLineEdit: {_Role.EditableText},
    QPlainTextEdit: {_Role.EditableText},
    QProgressBar: {_Role.ProgressBar},
    QTableView: {_Role.Table},
    QListView: {_Role.List},
    QTextEdit: {_Role.StaticText, _Role.EditableText},
}
"""What is used, or tells how something stands, and the roles that fit."""

_OWN_PARTS = {"QHeaderView", "QTableCornerButton", "QLineEditIconButton"}
"""They belong to a control that has a name and keys for what they do."""

_LETTER = re.compile(r"&(\w)")


def obstacles(window: QWidget) -> list[str]:
    """All that keeps somebody from using it."""
    before_tab = [*_deaf_to_enter(window), *_nameless(window), *_of_odd_role(window)]
    stops = _stops(window)
    return [
        *before_tab,
        *_left_out(stops, window),
        *_out_of_order(stops, window),
        *_taken(window),
    ]


def _deaf_to_enter(window: QWidget) -> Iterator[str]:
    """Where a dialog has the focus at first, Enter is for its default button."""
    focused: QWidget | None = window.focusWidget()
    if focused is None or isinstance(focused, QLineEdit | QRadioButton | QToolButton):
        return
    is_its_button = isinstance(focused, QPushButton) and (
        focused.isDefault() or not focused.autoDefault()
    )
    if isinstance(window, QDialog) and not is_its_button:
        yield f"{_described(focused)} keeps Enter from the default button"


def _nameless(window: QWidget) -> Iterator[str]:
    for widget in _controls(window):
        if not called(widget):
            yield f"{_described(widget)} has no name"
        if not isinstance(widget, QProgressBar) and not _takes_focus(widget):
            yield f"{_described(widget)} cannot have the focus"
        if isinstance(widget, QAbstractItemView):
            yield from _nameless_rows(widget)
    for area in window.findChildren(QScrollArea):
        if area.isVisibleTo(window) and _takes_focus(area) and not called(area):
            yield "an area that takes the focus has no name"


def _nameless_rows(table: QAbstractItemView) -> Iterator[str]:
    model, roles = table.model(), (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
    for row in range(model.rowCount()):
        if not any(model.index(row, 0).data(role) for role in roles):
            yield f"row {row} of {_described(table)} has no name"


def _of_odd_role(window: QWidget) -> Iterator[str]:
    for widget in _controls(window):
        role = QAccessible.queryAccessibleInterface(widget).role()
        fitting = next(roles for kind, roles in _ROLES.items() if isinstance(widget, kind))
        if role not in fitting:
            yield f"{_described(widget)} has the role {role.name}"


def _left_out(stops: list[QWidget], window: QWidget) -> Iterator[str]:
    for widget in _controls(window):
        is_wanted = widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if is_wanted and widget not in stops:
            yield f"Tab does not lead to {_described(widget)}"


def _out_of_order(stops: list[QWidget], window: QWidget) -> Iterator[str]:
    """Tab goes down, or on along a line; up only to what stands beside, and once to the start."""
    around = pairwise([*stops, *stops[:1]])
    back = [(first, second) for first, second in around if _is_back(first, second, window)]
    if len(back) > 1:
        steps = (f"{_described(first)} to {_described(second)}" for first, second in back)
        yield f"Tab goes back from {', from '.join(steps)}"


def _is_back(first: QWidget, second: QWidget, window: QWidget) -> bool:
    before, after = _place(first, window), _place(second, window)
    if after.bottom() < before.top():
        return after.left() <= before.right()
    return after.top() <= before.bottom() and after.right() < before.left()


def _stops(window: QWidget) -> list[QWidget]:
    """Where Tab leads, until it is back. See `Dialog` for why nobody asks for the chain itself."""
    stops: list[QWidget] = []
    while True:
        QTest.keyClick(stops[-1] if stops else window, Qt.Key.Key_Tab)
        stop: QWidget | None = window.focusWidget()
        if stop is None or stop in stops:
            return stops
        stops.append(stop)


def _taken(window: QWidget) -> Iterator[str]:
    """Letters that two things want, and entries of menus that no key leads to."""
    if isinstance(window, QMenu):
        texts = [action.text() for action in window.actions() if not action.isSeparator()]
        yield from (
            f"no key leads to “{action.text()}”"
            for action in window.actions()
            if not (action.isSeparator() or _letters(action.text()) or action.shortcuts())
        )
    else:
        texts = list(_texts(window))
    letters = Counter(letter for text in texts for letter in _letters(text))
    for letter, count in letters.items():
        if count > 1:
            users = ", ".join(text for text in texts if letter in _letters(text))
            yield f"{letter} is the letter of {users}"


def _texts(window: QWidget) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window):
            continue
        if isinstance(widget, QAbstractButton | QLabel):
            yield widget.text()
        elif isinstance(widget, QMenuBar):
            yield from (action.text() for action in widget.actions())


def _letters(text: str) -> list[str]:
    return [letter.casefold() for letter in _LETTER.findall(text.replace("&&", ""))]


def _controls(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        is_own_part = type(widget).__name__ in _OWN_PARTS or isinstance(widget.parent(), QLineEdit)
        is_qts = is_own_part or widget.objectName().startswith("qt_")
        if isinstance(widget, tuple(_ROLES)) and widget.isVisibleTo(window) and not is_qts:
            yield widget


def _takes_focus(widget: QWidget) -> bool:
    """By Tab; in a group of buttons, of which one is checked, by the arrow keys."""
    in_group = isinstance(widget, QAbstractButton) and (
        widget.group() is not None or widget.autoExclusive()
    )
    wanted = Qt.FocusPolicy.ClickFocus if in_group else Qt.FocusPolicy.TabFocus
    return bool(widget.focusPolicy() & wanted)


def _place(widget: QWidget, window: QWidget) -> QRect:
    """Where it is; what one has to scroll to counts as at the lower end of what is seen there."""
    place = QRect(widget.mapTo(window, QPoint()), widget.size())
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        end = above.mapTo(window, above.rect().bottomLeft()).y()
        place.moveTop(min(place.top(), end))
        place.setBottom(min(place.bottom(), end))
    if window.isRightToLeft():
        place.moveLeft(window.width() - place.right())
    return place


def _described(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{called(widget)}”"
