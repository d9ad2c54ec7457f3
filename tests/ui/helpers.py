"""Finding widgets as a screen reader does: by what they are and what they are called."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

Widget = TypeVar("Widget", bound=QWidget)


def called(widget: QWidget) -> str:
    """The name that a screen reader says: the accessible name, a button's text, a field's label."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def find(parent: QWidget, kind: type[Widget], name: str) -> Widget:
    """The one visible widget of this kind and name."""
    seen = [widget for widget in parent.findChildren(kind) if widget.isVisibleTo(parent)]
    found = [widget for widget in seen if called(widget) == name]
    assert len(found) == 1, f"{name!r} among {[called(widget) for widget in seen]}"
    return found[0]


def open_dialogs(kind: type[Widget]) -> list[Widget]:
    """Every window of this kind that is open."""
    windows = QApplication.topLevelWidgets()
    return [window for window in windows if isinstance(window, kind) and window.isVisible()]


def open_dialog(kind: type[Widget]) -> Widget:
    """The one window of this kind that is open."""
    found = open_dialogs(kind)
    assert len(found) == 1, f"{len(found)} windows of {kind.__name__}"
    return found[0]


def choose_file(path: Path) -> None:
    """Choose it in the file dialog that is open, by its name."""
    dialog = open_dialog(QFileDialog)
    dialog.setDirectory(str(path.parent))
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    dialog.activateWindow()
    edit.setFocus()  # without it the file that was suggested stays selected
    edit.setText(path.name)
    dialog.accept()
