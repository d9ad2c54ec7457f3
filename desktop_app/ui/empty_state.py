"""What stands where a list has nothing to show: why, and what to do next."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.ui import theme
from desktop_app.ui.dialogs.dialog import text_label
from desktop_app.ui.icons import Icon, pixmap


class EmptyState(QWidget):
    """A picture and two sentences in the middle of the room that there is.

    Args:
        picture: what there is none of.
    """

    def __init__(self, picture: Icon) -> None:
        super().__init__()
        self._icon = picture
        self._picture = QLabel()
        self._headline = text_label()
        self._advice = text_label()
        theme.make_heading(self._headline)
        theme.make_quiet(self._advice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.margins(theme.WIDE))
        layout.setSpacing(theme.GAP)
        layout.addStretch(2)
        for label in (self._picture, self._headline, self._advice):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addStretch(3)

    def set_texts(self, headline: str, advice: str) -> None:
        """Say that there is nothing, and what to do."""
        self._headline.setText(headline)
        self._advice.setText(advice)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._paint_picture()  # not before: a start need not wait for it
        super().showEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange and self.isVisible():
            self._paint_picture()
        super().changeEvent(event)

    def _paint_picture(self) -> None:
        colour = self.palette().placeholderText().color()
        self._picture.setPixmap(pixmap(self._icon, colour, theme.PICTURE))
