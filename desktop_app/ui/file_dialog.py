"""The dialog in which files and folders are chosen: the desktop's own, or Qt's where it has none.

Qt's draws black arrows on any ground and cuts off dates; here it is made to be read.
"""

from PySide6.QtWidgets import QFileDialog, QToolButton, QTreeView, QWidget

from desktop_app.ui import theme
from desktop_app.ui.icons import recoloured

_ARROWS = ("backButton", "forwardButton", "toParentButton")


def file_dialog(parent: QWidget, caption: str, folder: str = "") -> QFileDialog:
    """A dialog that is deleted when it is closed; what can be chosen in it is set by the caller."""
    dialog = QFileDialog(parent, caption, folder)
    dialog.finished.connect(dialog.deleteLater)
    for name in _ARROWS:
        arrow = dialog.findChild(QToolButton, name)
        if arrow is not None:
            arrow.setIcon(recoloured(arrow.icon()))
    files = dialog.findChild(QTreeView, "treeView")
    if files is not None:
        files.header().setStretchLastSection(True)
        dialog.resize(*theme.FILES)
    return dialog
