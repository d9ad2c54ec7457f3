"""Choosing the folder to save in: disks that can be carried away first, then the last one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDir, QEvent, QStandardPaths, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from desktop_app.desktop.disks import Disk
from desktop_app.models.words import size_text
from desktop_app.ui import theme
from desktop_app.ui.dialogs.choice_list import ChoiceList
from desktop_app.ui.texts import safe


class FolderChoice(QWidget):
    """A list of folders, and a button for any other one.

    Signals:
        changed(): another folder was chosen.
        browse_wanted(): the button was pressed.

    Args:
        disks: those that can be carried away.
        last: the folder of the last time, chosen at first if it is still there.
    """

    changed = Signal()
    browse_wanted = Signal()

    def __init__(self, disks: Sequence[Disk], last: str) -> None:
        super().__init__()
        self._disks = {disk.root: disk for disk in disks}
        self._folders = folders(disks, last)
        self._list = ChoiceList()
        self._list.addItems([str(folder) for folder in self._folders])
        self._list.setCurrentIndex(max(0, self._index_of(Path(last)) if last else 0))
        self._list.currentIndexChanged.connect(self.changed)
        self._browse = QPushButton()
        self._browse.setAutoDefault(False)
        self._browse.clicked.connect(self.browse_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._browse)
        self.setFocusProxy(self._list)
        self.retranslate()

    @property
    def buddy(self) -> QWidget:
        """What a label's mnemonic leads to."""
        return self._list

    @property
    def folder(self) -> Path:
        """The chosen folder."""
        return self._folders[self._list.currentIndex()]

    def choose(self, folder: Path) -> None:
        """Choose any folder; it becomes one of the list."""
        if self._index_of(folder) < 0:
            self._folders = (*self._folders, folder)
            self._list.addItem(self._text(folder))
        self._list.setCurrentIndex(self._index_of(folder))

    def set_accessible_name(self, name: str) -> None:
        """What a screen reader calls the list."""
        self._list.setAccessibleName(name)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._browse.setText(self.tr("B&rowse…"))
        for number, folder in enumerate(self._folders):
            self._list.setItemText(number, self._text(folder))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _index_of(self, folder: Path) -> int:
        return self._folders.index(folder) if folder in self._folders else -1

    def _text(self, folder: Path) -> str:
        disk = self._disks.get(folder)
        if disk is None:
            return safe(str(folder))
        text = self.tr("Removable drive {name} ({size} free)")
        return text.format(name=safe(disk.name), size=size_text(disk.free_bytes))


def folders(disks: Sequence[Disk], last: str) -> tuple[Path, ...]:
    """What is offered, each once; there is always one, be it gone."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    offered = [disk.root for disk in disks]
    offered += [Path(each) for each in (last, documents) if each and QDir(each).exists()]
    return tuple(dict.fromkeys([*offered, Path.home()]))
