"""Risk: a start takes longer again, because something is imported before the window is seen."""

import subprocess
import sys


def _said_by(script: str) -> str:
    program = [sys.executable, "-c", script]
    said = subprocess.run(program, check=True, stdout=subprocess.PIPE, text=True, timeout=60)
    return said.stdout


def test_the_window_is_seen_before_anything_else_is_imported() -> None:
    script = """
import sys
from PySide6.QtCore import QTimer
from desktop_app.app import App
from desktop_app.workers.feed import EngineFeed

later = ["docker", "requests", "urllib3", "zstandard", "isal", "wakepy", "desktop_app.ui.flows"]
later += [f"desktop_app.ui.dialogs.{name}" for name in ("open_files", "save_images", "settings")]
later += [f"desktop_app.archives.{name}" for name in ("compatibility", "parts", "survey")]

def start(feed):
    is_seen = app.window.isVisible() and bool(app._qt.styleSheet())
    print(is_seen, [name for name in later if name in sys.modules])
    QTimer.singleShot(0, app.window.close)

EngineFeed.start = start
app = App(["image-ferry", "-platform", "offscreen"])
app.run()
"""
    assert _said_by(script) == "True []\n"


def test_what_the_first_dialog_needs_is_imported_while_nobody_waits() -> None:
    script = """
import sys
from PySide6.QtCore import QTimer
from desktop_app.app import App
from desktop_app.workers.feed import EngineFeed

def look():
    if "desktop_app.archives.wrapping" in sys.modules and not app._spare_time.isActive():
        timer.stop()
        wanted = ["desktop_app.ui.flows", "desktop_app.transfers.loading"]
        print(all(name in sys.modules for name in wanted))
        app.window.close()

EngineFeed.start = lambda _: None
app = App(["image-ferry", "-platform", "offscreen"])
timer = QTimer()
timer.timeout.connect(look)
timer.start()
app.run()
"""
    assert _said_by(script) == "True\n"
