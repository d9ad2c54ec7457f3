"""Help: the guide, the two ways, the log and a report. What they hold is made elsewhere."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.desktop.diagnosis import diagnosis
from desktop_app.desktop.folders import log_file
from desktop_app.desktop.show_in_folder import show_in_folder
from desktop_app.ui.dialogs.report import ReportDialog
from desktop_app.ui.dialogs.which_one import WhichOneDialog
from desktop_app.ui.guide_window import GuideWindow
from desktop_app.ui.messages import show_about, tell_no_file_manager
from desktop_app.workers.snapshot import EngineSnapshot


class HelpFlow(QObject):
    """Opens what helps.

    Args:
        window: the dialogs' parent.
        snapshot: what is known of the engine now.
    """

    def __init__(self, window: QWidget, snapshot: Callable[[], EngineSnapshot]) -> None:
        super().__init__(window)
        self._window = window
        self._snapshot = snapshot
        self._guide: GuideWindow | None = None

    def show_guide(self) -> None:
        """Open the guide, or bring it to the front."""
        if self._guide is None:
            # Without a parent, so that it can be read while a dialog waits for an answer.
            self._guide = GuideWindow()
        self._guide.show()
        self._guide.raise_()
        self._guide.activateWindow()

    def close_guide(self) -> None:
        """The program ends, and the guide with it."""
        if self._guide is not None:
            self._guide.close()
            self._guide.deleteLater()
            self._guide = None

    def explain_ways(self) -> None:
        """Show which of the two ways is needed when."""
        WhichOneDialog(self._window).open()

    def show_about(self) -> None:
        """Say what the program is."""
        show_about(self._window)

    def show_log(self) -> None:
        """Open the folder of the log."""
        if not show_in_folder(log_file()):
            tell_no_file_manager(self._window, log_file())

    def show_report(self) -> None:
        """Show the diagnostic report, which can be copied."""
        ReportDialog(self._window, self._report).open()

    def _report(self, has_names: bool) -> str:  # noqa: FBT001 - one answer to one question
        return diagnosis(self._snapshot(), has_names=has_names)
