"""How thoroughly files are to be checked: quickly, or every byte of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.archives import Depth
from desktop_app.ui import theme
from desktop_app.ui.dialogs.dialog import Dialog, indent_under, text_label
from desktop_app.ui.texts.joints import briefly_listed


class CheckFilesDialog(Dialog):
    """Asks before files are read.

    Signals:
        confirmed(Depth): how much of each file to read.

    Args:
        parent: the window.
        paths: the files, at least one.
    """

    confirmed = Signal(object)

    def __init__(self, parent: QWidget | None, paths: Sequence[Path]) -> None:
        super().__init__(parent)
        self._names = [path.name for path in paths]
        self._group = QButtonGroup(self)
        self._choices = {depth: self._add_choice() for depth in (Depth.FULL, Depth.QUICK)}
        self._choices[Depth.FULL][0].setChecked(True)
        self._cancel = self.add_button()
        self._cancel.clicked.connect(self.reject)
        self._start = self.add_button(is_default=True)
        self._start.clicked.connect(self._on_start)
        theme.make_primary(self._start)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        names = briefly_listed(self._names)
        self.set_texts(
            self.tr("Check {files}").format(files=names),
            self.tr("Checking only reads: nothing is loaded, and nothing is changed."),
        )
        for depth, (button, label) in self._choices.items():
            name, sentence = self._texts(depth)
            button.setText(name)
            label.setText(sentence)
            button.setAccessibleDescription(sentence)
        self._cancel.setText(self.tr("Cancel"))
        self._start.setText(self.tr("Check %n file(s)", "", len(self._names)))

    def _texts(self, depth: Depth) -> tuple[str, str]:
        if depth is Depth.FULL:
            return self.tr("&Full"), self.tr(
                "Reads every byte and compares every checksum: the proof that the copy is right."
                " Large files take minutes."
            )
        return self.tr("&Quick"), self.tr(
            "Looks at the structure only: whether the file ends too early, and whether everything"
            " on its lists is there. A changed byte in a layer goes unnoticed."
        )

    def _add_choice(self) -> tuple[QRadioButton, QLabel]:
        button, label = QRadioButton(), text_label()
        self._group.addButton(button)
        theme.make_quiet(label)
        indent_under(label, button)
        column = QVBoxLayout()
        column.setSpacing(theme.SMALL_GAP)
        column.addWidget(button)
        column.addWidget(label)
        self.body.addLayout(column)
        return button, label

    def _on_start(self) -> None:
        checked = self._group.checkedButton()
        depths = (depth for depth, (button, _) in self._choices.items() if button is checked)
        self.confirmed.emit(next(depths))
        self.accept()
