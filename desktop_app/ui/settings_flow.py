"""The settings: from the dialog to the file, and into effect."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop_app.desktop.settings import (
    EngineChoices,
    Preferences,
    engine_choices,
    preferences,
    remember_engine_choices,
    remember_preferences,
)
from desktop_app.desktop.translation import use_language
from desktop_app.transfers.requests import ReachRequest
from desktop_app.ui import theme
from desktop_app.ui.dialogs.engine_choice import EngineChoice
from desktop_app.ui.dialogs.settings import SettingsDialog
from desktop_app.ui.file_dialog import file_dialog
from desktop_app.workers.feed import EngineFeed
from desktop_app.workers.queue import JobQueue


class SettingsFlow(QObject):
    """Shows the settings and does what is chosen in them.

    Args:
        window: the dialog's parent.
        queue: tries whether an engine answers.
        feed: goes over to another engine.
    """

    def __init__(self, window: QWidget, queue: JobQueue, feed: EngineFeed) -> None:
        super().__init__(window)
        self._window = window
        self._queue = queue
        self._feed = feed

    def begin(self) -> None:
        """Show what is chosen."""
        dialog = SettingsDialog(self._window, preferences(), engine_choices())
        dialog.changed.connect(self._on_changed)
        dialog.browse_wanted.connect(partial(self._browse, dialog))
        dialog.engines.changed.connect(self._on_engines_changed)
        dialog.engines.test_wanted.connect(partial(self._test, dialog.engines))
        dialog.open()

    def _on_changed(self, chosen: Preferences) -> None:
        before, app = preferences(), QApplication.instance()
        remember_preferences(chosen)
        if not isinstance(app, QApplication):
            return
        if chosen.theme != before.theme:
            theme.choose(app, chosen.theme)
        if chosen.language != before.language:
            use_language(app, chosen.language)

    def _browse(self, dialog: SettingsDialog) -> None:
        chooser = file_dialog(dialog, self.tr("Folder to save in"), dialog.folder)
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(lambda folder: dialog.choose_folder(Path(folder)))
        chooser.open()

    def _on_engines_changed(self, choices: EngineChoices) -> None:
        before = engine_choices()
        remember_engine_choices(choices)
        if choices.chosen != before.chosen:
            self._feed.use(choices.chosen or None)

    def _test(self, engines: EngineChoice, address: str) -> None:
        job = self._queue.run_errand(ReachRequest(address))
        job.finished.connect(engines.show_outcome)
        engines.destroyed.connect(job.cancel)
