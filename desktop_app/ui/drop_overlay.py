"""What lies over the window while files are dragged over it: it says what dropping them does."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.ui import theme
from desktop_app.ui.dialogs.dialog import text_label
from desktop_app.ui.icons import Icon, pixmap

_CARD_CHARACTERS = 56


class DropOverlay(QWidget):
    """Covers its window, but lets every event through to it.

    Args:
        window: what is covered.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._count = 1
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sign = QLabel()
        self._headline = text_label()
        self._promise = text_label()
        theme.make_heading(self._headline)
        card = QFrame()
        theme.make_card(card)
        card.setMinimumWidth(_CARD_CHARACTERS * self.fontMetrics().averageCharWidth())
        inside = QVBoxLayout(card)
        inside.setContentsMargins(theme.margins(theme.WIDE))
        inside.setSpacing(theme.GAP)
        for label in (self._sign, self._headline, self._promise):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(label)
        QVBoxLayout(self).addWidget(card, alignment=Qt.AlignmentFlag.AlignCenter)
        self.hide()
        self.retranslate()

    def cover(self, count: int) -> None:
        """Lie over the whole window until hidden.

        Args:
            count: of the files that are about to be dropped.
        """
        self._count = count
        self.retranslate()
        self._sign.setPixmap(pixmap(Icon.DROP, self.palette().highlight().color(), theme.PICTURE))
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._headline.setText(self.tr("Drop to see what is in %n file(s)", "", self._count))
        self._promise.setText(self.tr("Nothing is loaded before you say so."))
        self.setAccessibleName(self._headline.text())
        self.setAccessibleDescription(self._promise.text())

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = self.palette().window().color()
        veil.setAlphaF(0.93)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(self.palette().highlight(), theme.LINE, Qt.PenStyle.DashLine))
        frame = self.rect().marginsRemoved(theme.margins(theme.GAP))
        painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
