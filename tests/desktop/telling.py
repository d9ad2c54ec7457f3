"""A program of one window that is not in front: it tells something, and ends with a click on it.

python -m tests.desktop.telling
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.desktop.notifications import Notifications
from desktop_app.ui.icons import program_icon


def main() -> int:
    """0 after the click."""
    app = QApplication(sys.argv)
    window = QWidget()
    notifications = Notifications(program_icon(), window)
    notifications.clicked.connect(app.quit)
    QTimer.singleShot(0, lambda: notifications.tell(window, "Saved db:1", "Checked: 5 layers"))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
