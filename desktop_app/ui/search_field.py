"""A field for words to look for, with a cross that empties it."""

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from desktop_app.ui.icons import Icon, icon


class SearchField(QLineEdit):
    """As Qt's field with a button to clear it, in the palette's colours.

    Qt's own button fades in and out, for which the field is painted ten times.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(False)  # a file that is dropped here is meant for the window
        self._clear = QAction(self)
        self._clear.setVisible(False)
        self._clear.triggered.connect(self._on_clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._on_text_changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._clear.setText(self.tr("Clear"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.PaletteChange and self.text():
            self._clear.setIcon(icon(Icon.CLEAR))
        super().changeEvent(event)

    @Slot()
    def _on_clear(self) -> None:
        self.clear()
        self.textEdited.emit("")

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        if text and not self._clear.isVisible():
            self._clear.setIcon(icon(Icon.CLEAR))
        self._clear.setVisible(bool(text))
