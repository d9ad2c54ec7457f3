"""Peak memory of a saving program above an idle one: ``python -m … URL IMAGE FILE PACKED``.

It runs in a process of its own, because the peak of a process never falls.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop

from desktop_app.app import App
from desktop_app.archives import Compression
from desktop_app.transfers.requests import SaveRequest
from desktop_app.workers.job import JobState
from desktop_app.workers.snapshot import EngineSnapshot


def peak_above_idle(url: str, image: str, target: Path, compression: Compression) -> int:
    """Save an image with the real program, offscreen.

    Returns:
        Bytes: the highest resident memory during the save less that of the idle program (VmHWM and
        VmRSS of proc_pid_status(5)).
    """
    app = App(["image-ferry", "-platform", "offscreen"], url)
    _connect(app)
    idle = _status_bytes("VmRSS")
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # resets VmHWM, proc(5)
    job = app.queue.submit(SaveRequest((image,), target, compression=compression))
    loop = QEventLoop()
    job.finished.connect(loop.quit)
    loop.exec()
    if job.state is not JobState.SUCCEEDED:
        raise RuntimeError(job.outcome)
    peak = _status_bytes("VmHWM")
    app.feed.shut_down()
    return peak - idle


def _connect(app: App) -> None:
    loop = QEventLoop()

    def quit_when_listed(snapshot: EngineSnapshot) -> None:
        if snapshot.listed_at is not None:
            loop.quit()

    app.feed.snapshot_changed.connect(quit_when_listed)
    app.feed.start()
    app.window.show()
    loop.exec()


def _status_bytes(key: str) -> int:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(f"{key}:"):
            return int(line.split()[1]) * 1024
    raise RuntimeError(f"no {key} on this system")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _, engine, name, path, packing = sys.argv
    print(peak_above_idle(engine, name, Path(path), Compression(packing)))
