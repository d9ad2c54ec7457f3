"""Choosing how a file is packed: three ways, with a sentence on what each is good for."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget
from typing_extensions import override

from desktop_app.archives import Compression
from desktop_app.desktop.settings import COMPRESSIONS
from desktop_app.ui import theme
from desktop_app.ui.dialogs.dialog import text_label


class CompressionChoice(QWidget):
    """A row for each way: a button, and what speaks for it.

    Signals:
        changed(): another one was chosen.

    Args:
        chosen: at first.
    """

    changed = Signal()

    def __init__(self, chosen: Compression) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._rows = [(QRadioButton(), text_label()) for _ in COMPRESSIONS]
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(theme.CARD_GAP)
        layout.setVerticalSpacing(theme.SMALL_GAP)
        layout.setColumnStretch(1, 1)
        for number, (button, label) in enumerate(self._rows):
            self._group.addButton(button, number)
            theme.make_quiet(label)
            label.setContentsMargins(0, theme.LINE, 0, 0)  # level with the text of the button
            layout.addWidget(button, number, 0, Qt.AlignmentFlag.AlignTop)
            layout.addWidget(label, number, 1, Qt.AlignmentFlag.AlignTop)
        self._group.button(COMPRESSIONS.index(chosen)).setChecked(True)
        self._group.idToggled.connect(self._on_toggled)
        self.retranslate()

    @property
    def compression(self) -> Compression:
        """The chosen one."""
        return COMPRESSIONS[self._group.checkedId()]

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        texts = (
            (
                self.tr("&Not compressed (tar)"),
                self.tr("The quickest. Every Docker and Podman reads it."),
            ),
            (
                self.tr("&Smaller and quick (zstd)"),
                self.tr("Good for slow sticks. Docker by itself needs version 23 or later."),
            ),
            (
                self.tr("Smaller, for &everyone (gzip)"),
                self.tr("Takes longer. Every Docker reads it."),
            ),
        )
        for (button, label), (text, sentence) in zip(self._rows, texts, strict=True):
            button.setText(text)
            button.setAccessibleDescription(sentence)
            label.setText(sentence)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_toggled(self, _number: int, is_checked: bool) -> None:  # noqa: FBT001  Qt's own
        if is_checked:
            self.changed.emit()
