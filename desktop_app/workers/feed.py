"""The feed: the newest snapshot of the engine, told in the window's thread.

Owns the thread in which `watching.EngineWatch` runs; what is watched and how stands there.
"""

from PySide6.QtCore import QObject, QThread, Signal, Slot
from typing_extensions import override

from desktop_app.workers.snapshot import EngineSnapshot
from desktop_app.workers.watched import BuiltInEngine, Connect
from desktop_app.workers.watching import EngineWatch


class EngineFeed(QObject):
    """Connects to an engine by itself, follows it, and connects again when it is lost.

    Signals:
        snapshot_changed(EngineSnapshot): something is not as it was.

    Attributes:
        snapshot: the newest.
        url: the engine that is wanted; None for any that is found.

    Args:
        connect: opens an engine; called in the feed's own thread.
        url: the engine to watch; None looks for one and stays with it.
        built_in: the engine to fall back on; None for none.
        parent: owns the feed.
    """

    snapshot_changed = Signal(object)

    def __init__(
        self,
        connect: Connect,
        url: str | None = None,
        built_in: BuiltInEngine | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.url = url
        self.snapshot = EngineSnapshot()
        self._thread = _WatchThread(connect, url, built_in, self)
        self._thread.seen.connect(self._on_seen)

    @Slot()
    def start(self) -> None:
        """Begin to look for an engine."""
        self._thread.start()

    @Slot()
    def refresh(self) -> None:
        """List again now, or try at once to connect."""
        self._thread.watch.refresh()

    @Slot()
    def use_built_in(self) -> None:
        """Go over to the built-in engine, whose images are its own."""
        self._thread.watch.use_built_in()

    def use(self, url: str | None) -> None:
        """Go over to the engine at an address; None looks for one."""
        self.url = url
        self._thread.watch.use(url)

    def shut_down(self) -> None:
        """End the watching, and the built-in engine with it; waits for both."""
        self._thread.watch.shut_down()
        self._thread.wait()

    @Slot(object)
    def _on_seen(self, snapshot: EngineSnapshot) -> None:
        self.snapshot = snapshot
        self.snapshot_changed.emit(snapshot)


class _WatchThread(QThread):
    """One blocking call needs no event loop, hence no worker object either."""

    seen = Signal(object)

    def __init__(
        self, connect: Connect, url: str | None, built_in: BuiltInEngine | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.watch = EngineWatch(connect, self.seen.emit, url, built_in)

    @override
    def run(self) -> None:
        self.watch.run()
