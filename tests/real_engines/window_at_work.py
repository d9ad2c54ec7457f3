"""The real program at work, offscreen: ``… URL COMPRESSION NAME… FILE`` or ``… URL load FILE``.

It prints how many bytes of memory it took at most above the idle program, and for how many seconds
its window stood still at most. A process of its own, because the peak of one never falls.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop

from desktop_app.app import App
from desktop_app.archives import Compression
from desktop_app.transfers.requests import LoadRequest, SaveRequest
from desktop_app.workers.job import JobState
from desktop_app.workers.snapshot import EngineSnapshot
from tests.helpers.heartbeat import Heartbeat


def main(url: str, verb: str, *arguments: str) -> None:
    """Do it, and print what it took."""
    app = App(["image-ferry", "-platform", "offscreen"], url)
    app.window.show()
    _await(lambda done: app.feed.snapshot_changed.connect(_if_listed(done)), app._begin)
    list(app._coming)  # nobody starts a transfer before the program has imported what it needs
    idle_bytes, heart = _status_bytes("VmRSS"), Heartbeat()
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # resets VmHWM, proc(5)
    job = app.queue.submit(_request(verb, *arguments))
    _await(lambda done: job.finished.connect(lambda _: done()))
    sys.stdout.write(f"{_status_bytes('VmHWM') - idle_bytes} {heart.longest_seconds}\n")
    app.feed.shut_down()
    if job.state is not JobState.SUCCEEDED:
        raise RuntimeError(job.outcome)


def _request(verb: str, *arguments: str) -> SaveRequest | LoadRequest:
    *names, file = arguments
    if verb == "load":
        return LoadRequest(Path(file))
    return SaveRequest(tuple(names), Path(file), compression=Compression(verb))


def _await(
    connect: Callable[[Callable[[], None]], object], start: Callable[[], None] = lambda: None
) -> None:
    loop = QEventLoop()
    connect(loop.quit)
    start()
    loop.exec()


def _if_listed(done: Callable[[], None]) -> Callable[[EngineSnapshot], None]:
    def look(snapshot: EngineSnapshot) -> None:
        if snapshot.listed_at is not None:
            done()

    return look


def _status_bytes(key: str) -> int:
    """A line of proc_pid_status(5)."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) << 10 for line in lines if line.startswith(f"{key}:"))


if __name__ == "__main__":
    main(*sys.argv[1:])
