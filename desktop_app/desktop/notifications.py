"""Notes that the desktop shows while the window is not in front. What they say is handed in."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from desktop_app.desktop.settings import preferences


class Notifications(QObject):
    """Shown if people want them; desktops without a place for them mark the window in their bar.

    Signals:
        clicked(): somebody wants to see what a note was about.

    Args:
        icon: the program's.
        parent: owns it.
    """

    clicked = Signal()

    def __init__(self, icon: QIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tray: QSystemTrayIcon | None = None

    def tell(self, window: QWidget, headline: str, text: str) -> None:
        """Show a note, unless nobody wants it or the window is in front."""
        if window.isActiveWindow() or not preferences().notifies:
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
