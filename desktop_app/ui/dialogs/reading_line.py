"""A quiet line that says that a file is still being read, and how far that is."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop_app.progress import Progress
from desktop_app.ui import theme
from desktop_app.ui.progress_bar import ProgressBar

_WHOLE = 1000
_BAR_WIDTH = 160


class ReadingLine(QWidget):
    """Words and a bar beside them; the words are said by whoever owns the line."""

    def __init__(self) -> None:
        super().__init__()
        self._label = QLabel()
        theme.make_quiet(self._label)
        self._bar = ProgressBar()
        self._bar.setMaximumWidth(_BAR_WIDTH)
        self._label.setBuddy(self._bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self._label)
        layout.addWidget(self._bar)
        layout.addStretch()

    def set_text(self, text: str) -> None:
        """Say what is being read for, in the language of now."""
        self._label.setText(text)
        self._bar.setAccessibleName(text)

    def show_progress(self, progress: Progress) -> None:
        """Show how many of the file's bytes were passed over."""
        if progress.total_bytes:
            self._bar.set_permille(_WHOLE * progress.done_bytes // progress.total_bytes)
