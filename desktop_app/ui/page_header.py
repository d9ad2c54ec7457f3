"""The top of a page: its title, a field to filter by, and the one entry for files."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from desktop_app.ui import theme
from desktop_app.ui.action_button import MenuButton
from desktop_app.ui.actions import Actions
from desktop_app.ui.search_field import SearchField

_PAUSE_MS = 150
"""After the last letter; nobody reads what is filtered while they type."""

_FILTER_CHARACTERS = 26


class PageHeader(QWidget):
    """Title, filter and "Open file…".

    Signals:
        filtered(str): the text to filter by, some time after it was typed.

    Args:
        actions: for opening files.
    """

    filtered = Signal(str)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._title = QLabel()
        theme.set_look(self._title, theme.Look.TITLE)
        self._count = QLabel()
        theme.make_quiet(self._count)
        self._filter = SearchField()
        self._filter.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self._filter.setFixedWidth(_FILTER_CHARACTERS * self.fontMetrics().averageCharWidth())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self._filter.textChanged.connect(self._pause.start)
        self._open = MenuButton(actions.open_file, (actions.load, actions.import_, actions.check))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self._title)
        layout.addWidget(self._count)
        layout.addStretch()
        layout.addWidget(self._filter)
        layout.addWidget(self._open)
        self.retranslate()

    @property
    def filter_text(self) -> str:
        """What is typed now."""
        return self._filter.text()

    def set_title(self, title: str) -> None:
        """Name the page."""
        self._title.setText(title)

    def show_count(self, shown: int, all_: int) -> None:
        """Say how many rows the filter lets through; nothing while it lets through all."""
        number = self.locale().toString
        text = self.tr("{shown} of {all}").format(shown=number(shown), all=number(all_))
        self._count.setText(text if shown < all_ else "")

    def set_open_primary(self, *, is_primary: bool) -> None:
        """Whether opening a file is what the page is for now."""
        self._open.set_primary(is_primary=is_primary)

    def focus_filter(self) -> None:
        """Let the next letters go into the filter, in place of what is there."""
        self._filter.setFocus()
        self._filter.selectAll()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._filter.setPlaceholderText(self.tr("Filter"))
        self._filter.setAccessibleName(self.tr("Filter"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_pause(self) -> None:
        self.filtered.emit(self._filter.text())
