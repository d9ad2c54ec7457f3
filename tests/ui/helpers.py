"""Finding widgets as a screen reader does: by what they are and what they are called."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from desktop_app.workers.feed import EngineFeed
from desktop_app.workers.snapshot import EngineSnapshot

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
    assert isinstance(edit, QLineEdit)
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    edit.setFocus()  # without it the file that was suggested stays selected
    edit.setText(path.name)
    dialog.accept()


def see(feed: EngineFeed, snapshot: EngineSnapshot) -> None:
    """Let the feed tell this, as if its thread had seen it."""
    feed._on_seen(snapshot)


def click(parent: QWidget, kind: type[QAbstractButton], name: str) -> None:
    """Press the visible button of this name with the mouse."""
    QTest.mouseClick(find(parent, kind, name), Qt.MouseButton.LeftButton)


def words(parent: QWidget) -> str:
    """Everything that labels say and that can be seen, or would be with more room."""
    labels = [label for label in parent.findChildren(QLabel) if label.isVisibleTo(parent)]
    return "\n".join(label.accessibleName() or label.text() for label in labels)


def cells(table: QTableView, column: int = 0) -> list[str]:
    """What stands in a column, from top to bottom."""
    model = table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def select(table: QTableView, *names: str) -> None:
    """Select the rows that begin with these names, and no others."""
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().clearSelection()
    for row, name in enumerate(cells(table)):
        if name in names:
            index = table.model().index(row, 0)
            table.selectionModel().select(index, flags.Select | flags.Rows)
