"""Notes that the desktop shows while the window is not in front. What they say is handed in."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget


class Notifications(QObject):
    """Desktops without a place for notes mark the window in their bar instead.

    Attributes:
        enabled: whether people want to be told.

    Signals:
        clicked(): somebody wants to see what a note was about.

    Args:
        icon: the program's.
        parent: owns it.
    """

    clicked = Signal()

    def __init__(self, icon: QIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.enabled = True
        self._icon = icon
        self._tray: QSystemTrayIcon | None = None

    def tell(self, window: QWidget, headline: str, text: str) -> None:
        """Show a note, unless nobody wants it or the window is in front."""
        if not self.enabled or window.isActiveWindow():
            return
        QApplication.alert(window)
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._tray = self._tray or self._new_tray()
            self._tray.setToolTip(text)
            self._tray.show()  # without its icon a note cannot be clicked
            self._tray.showMessage(headline, text)

    def withdraw(self) -> None:
        """Take the icon away: the window was looked at."""
        if self._tray is not None:
            self._tray.hide()

    def _new_tray(self) -> QSystemTrayIcon:
        tray = QSystemTrayIcon(self._icon, self)
        tray.messageClicked.connect(self.clicked)
        tray.activated.connect(self.clicked)
        return tray
