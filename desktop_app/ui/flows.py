"""All that a person can set going, each by its flow; made together when the first one is wanted.

The window imports this no sooner, and with it every dialog: until then nobody waits for them.
"""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.transfers.requests import Transfer
from desktop_app.ui.check_flow import CheckFlow
from desktop_app.ui.dialogs.show_command import show_command
from desktop_app.ui.export_flow import ExportFlow
from desktop_app.ui.help_flow import HelpFlow
from desktop_app.ui.name_flow import NameFlow
from desktop_app.ui.open_flow import OpenFlow
from desktop_app.ui.save_flow import SaveFlow
from desktop_app.ui.settings_flow import SettingsFlow
from desktop_app.workers.feed import EngineFeed
from desktop_app.workers.queue import JobQueue
from desktop_app.workers.snapshot import EngineSnapshot


class Flows(QObject):
    """The flows.

    Attributes:
        opening, checking, saving, naming, exporting, settings, help: one for each thing to do.

    Args:
        window: the dialogs' parent.
        queue: gets what is asked for.
        feed: tells what is in the engine.
    """

    def __init__(self, window: QWidget, queue: JobQueue, feed: EngineFeed) -> None:
        super().__init__(window)
        self._window = window
        self._feed = feed
        self.opening = OpenFlow(window, queue, self._snapshot)
        self.checking = CheckFlow(window, queue)
        self.saving = SaveFlow(window, queue, self._snapshot)
        self.naming = NameFlow(window, queue, self._snapshot)
        self.exporting = ExportFlow(window, queue, self._snapshot)
        self.settings = SettingsFlow(window, queue, feed)
        self.help = HelpFlow(window, self._snapshot)
        self.opening.check_wanted.connect(self.checking.begin)
        feed.snapshot_changed.connect(self._on_snapshot)

    def show_command(self, request: Transfer) -> None:
        """Show the docker command that does the same as a transfer."""
        show_command(self._window, [request], self._snapshot().info)

    def _snapshot(self) -> EngineSnapshot:
        return self._feed.snapshot

    @Slot(object)
    def _on_snapshot(self, snapshot: EngineSnapshot) -> None:
        if snapshot.info is not None:
            self.opening.take_up()
