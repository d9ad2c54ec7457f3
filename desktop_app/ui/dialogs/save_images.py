"""How and where images are saved: everything that is to be known and chosen before it begins."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from desktop_app.desktop.disks import Disk
from desktop_app.models.words import size_text
from desktop_app.ui import theme
from desktop_app.ui.dialogs.compression_choice import CompressionChoice
from desktop_app.ui.dialogs.details_pane import DetailsPane
from desktop_app.ui.dialogs.dialog import Dialog, text_label
from desktop_app.ui.dialogs.folder_choice import FolderChoice
from desktop_app.ui.elided_label import ElidedLabel
from desktop_app.ui.save_plan import SavePlan
from desktop_app.ui.texts import briefly_listed, safe, without_mnemonic

_PART_BYTES = (None, 4_000_000_000, 2_000_000_000)

_NAMES_AT_A_GLANCE = 3

DiskOf = Callable[[Path], Disk | None]
"""The disk that a folder is on; None if there is no such folder."""


class SaveImagesDialog(Dialog):
    """Asks how and where to save images.

    Signals:
        browse_wanted(SavePlan): another place is to be chosen; `place` takes it.
        confirmed(SavePlan): this is to be saved. The dialog stays open.

    Args:
        parent: the window.
        plan: the images, and what is chosen at first.
        disks: those that can be carried away.
        disk_of: tells what is free where.
    """

    browse_wanted = Signal(object)
    confirmed = Signal(object)

    def __init__(
        self, parent: QWidget | None, plan: SavePlan, disks: Sequence[Disk], disk_of: DiskOf
    ) -> None:
        super().__init__(parent)
        self._first_plan = plan
        self._disk_of = disk_of
        choices = plan.choices
        self._images = ElidedLabel()
        self._separate = QCheckBox()
        self._separate.setChecked(plan.is_separate)
        self._separate.setVisible(len(plan.rows) > 1)
        self._name = QLineEdit(plan.suffixed_name)
        self._file_names = ElidedLabel()
        self._folder = FolderChoice(disks, choices.folder)
        self._compression = CompressionChoice(choices.compression)
        self._parts = QComboBox()
        self._parts.addItems([""] * len(_PART_BYTES))
        if choices.part_bytes in _PART_BYTES:
            self._parts.setCurrentIndex(_PART_BYTES.index(choices.part_bytes))
        self._about_parts = text_label()
        theme.make_quiet(self._about_parts)
        self._checksum = QCheckBox()
        self._checksum.setChecked(choices.checksum)
        self._size = text_label()
        self._warning = text_label()
        self._labels = [QLabel() for _ in range(5)]
        self.body.addLayout(self._form())
        for label in (self._size, self._warning):
            self.body.addWidget(label)
        if len(plan.rows) > _NAMES_AT_A_GLANCE:
            self.add_details(DetailsPane("\n".join(map(safe, plan.names))))
        self._cancel = self.add_button()
        self._cancel.clicked.connect(self.reject)
        self._save = self.add_button(is_default=True)
        self._save.clicked.connect(lambda: self.confirmed.emit(self.plan))
        theme.make_primary(self._save)
        self._wire()
        self.retranslate()

    @property
    def plan(self) -> SavePlan:
        """What stands in the dialog now."""
        choices = replace(
            self._first_plan.choices,
            folder=str(self._folder.folder),
            compression=self._compression.compression,
            part_bytes=_PART_BYTES[self._parts.currentIndex()],
            checksum=self._checksum.isChecked(),
        )
        if len(self._first_plan.rows) > 1:  # one image says nothing on how several are wanted
            choices = replace(choices, is_separate=self._separate.isChecked())
        return replace(self._first_plan, choices=choices, file_name=self._name.text())

    def place(self, chosen: Path) -> None:
        """Save there: a folder for several files, else a file."""
        if self.plan.is_separate:
            self._folder.choose(chosen)
        else:
            self._folder.choose(chosen.parent)
            self._name.setText(chosen.name)
            self._on_renamed()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        count = len(self._first_plan.rows)
        heading = self.tr("Save %n image(s)", "", count)
        self.set_texts(
            heading,
            self.tr("Docker and Podman can load the file on any computer (docker save)."),
        )
        self._save.setText(heading)
        self._cancel.setText(self.tr("Cancel"))
        self._images.set_whole_text(briefly_listed(self._first_plan.names))
        self._separate.setText(self.tr("One file for each &image"))
        self._checksum.setText(
            self.tr("Also write a &checksum file, to check copies with (SHA-256)")
        )
        for number, text in enumerate(
            (self.tr("In one piece"), self.tr("4 GB each"), self.tr("2 GB each"))
        ):
            self._parts.setItemText(number, text)
        self._about_parts.setText(
            self.tr("For small sticks. To load them, drop any one of the parts on the window.")
        )
        self._parts.setAccessibleDescription(self._about_parts.text())
        self._label_rows()
        self._on_changed()

    def _label_rows(self) -> None:
        is_separate = self.plan.is_separate
        name = self.tr("File names") if is_separate else self.tr("File na&me")
        texts = [
            self.tr("Image(s)", "", len(self._first_plan.rows)),
            name,
            self.tr("&Folder"),
            self.tr("Compression"),
            self.tr("&Parts"),
        ]
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        self._name.setAccessibleName(without_mnemonic(texts[1]))
        self._folder.set_accessible_name(without_mnemonic(texts[2]))
        self._parts.setAccessibleName(without_mnemonic(texts[4]))

    def _form(self) -> QGridLayout:
        """A label at the left of what it is about; Tab goes from top to bottom."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.CARD_GAP)
        grid.setVerticalSpacing(theme.GAP)
        grid.setColumnStretch(2, 1)
        for line in (self._images, self._file_names):  # they give way, the dialog does not
            line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        images, name, folder, compression, parts = self._labels
        name.setBuddy(self._name)
        folder.setBuddy(self._folder.buddy)
        parts.setBuddy(self._parts)
        for number, label in ((0, images), (2, name), (3, folder), (5, parts)):
            grid.addWidget(label, number, 0)
        compression.setContentsMargins(0, theme.LINE, 0, 0)  # level with the first choice
        grid.addWidget(compression, 4, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._images, 0, 1, 1, 2)
        grid.addWidget(self._separate, 1, 1, 1, 2, Qt.AlignmentFlag.AlignLeading)
        grid.addWidget(self._name, 2, 1, 1, 2)
        grid.addWidget(self._file_names, 2, 1, 1, 2)  # one of the two is hidden
        grid.addWidget(self._folder, 3, 1, 1, 2)
        grid.addWidget(self._compression, 4, 1, 1, 2)
        grid.addWidget(self._parts, 5, 1)
        grid.addWidget(self._about_parts, 5, 2)
        grid.addWidget(self._checksum, 6, 1, 1, 2, Qt.AlignmentFlag.AlignLeading)
        return grid

    def _wire(self) -> None:
        self._separate.toggled.connect(self._label_rows)
        self._separate.toggled.connect(self._on_changed)
        self._name.textChanged.connect(self._on_changed)
        self._name.editingFinished.connect(self._on_renamed)
        self._folder.changed.connect(self._on_changed)
        self._folder.browse_wanted.connect(lambda: self.browse_wanted.emit(self.plan))
        self._compression.changed.connect(self._on_renamed)
        self._parts.currentIndexChanged.connect(self._on_changed)

    def _on_renamed(self) -> None:
        """The ending of the file's name follows the compression."""
        if self.plan.has_good_name:
            self._name.setText(self.plan.suffixed_name)
        self._on_changed()

    def _on_changed(self) -> None:
        plan, disk = self.plan, self._disk_of(self._folder.folder)
        self._name.setVisible(not plan.is_separate)
        self._file_names.setVisible(plan.is_separate)
        if plan.is_separate:
            self._file_names.set_whole_text(briefly_listed(file.name for file in plan.targets))
        self._size.setText(self._size_text(plan, disk))
        warning = self._warning_text(plan, disk)
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        self._save.setAccessibleDescription(f"{self._size.text()} {warning}".strip())
        self._save.setEnabled(plan.has_good_name and disk is not None)
        if self.isVisible():
            self.fit()

    def _size_text(self, plan: SavePlan, disk: Disk | None) -> str:
        size = size_text(plan.estimate.likely_bytes)
        if disk is None:
            return self.tr("About {size}.").format(size=size)
        free = size_text(disk.free_bytes)
        return self.tr("About {size}. {free} are free there.").format(size=size, free=free)

    def _warning_text(self, plan: SavePlan, disk: Disk | None) -> str:
        """What will go wrong, the worst first; empty if nothing is known to."""
        if not plan.has_good_name:
            return self.tr(
                '⚠ Not every disk takes this name. Choose a short one without \\ / : * ? " < > |'
            )
        if disk is None:
            return self.tr("⚠ This folder is not there any more. Choose another one.")
        least = plan.estimate.least_bytes
        if least > disk.free_bytes:
            return self.tr(
                "⚠ There is not enough room: at least {size} are needed. Choose another folder."
            ).format(size=size_text(least))
        if disk.ends_files_at_4_gb and plan.is_too_large_for_fat:
            return self.tr("⚠ This drive takes no file over 4 GB. Choose parts, or another drive.")
        return ""
