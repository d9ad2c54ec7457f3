"""The sidebar: the pages, how much is on each, and at its foot the engine."""

from functools import partial

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.ui import theme
from desktop_app.ui.action_button import ActionButton
from desktop_app.ui.actions import Actions, Page
from desktop_app.ui.engine_card import EngineCard
from desktop_app.workers.snapshot import EngineSnapshot


class Sidebar(QWidget):
    """Leads to the pages.

    Signals:
        page_wanted(Page): somebody goes through the sidebar, and has come to this one.

    Args:
        actions: the ones of the pages are checked while theirs is shown.
    """

    page_wanted = Signal(object)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.set_look(self, theme.Look.SIDEBAR)
        self._program = QLabel()
        theme.make_heading(self._program)
        self._buttons = {page: PageButton(action) for page, action in actions.pages.items()}
        group = QButtonGroup(self)
        for page, button in self._buttons.items():
            group.addButton(button)
            button.wanted.connect(partial(self.page_wanted.emit, page))
        self._which_one = ActionButton(actions.which_one)
        theme.set_look(self._which_one, theme.Look.LINK)
        self._engine = EngineCard()
        self._snapshot = EngineSnapshot()
        self._live_transfers = 0
        self._lay_out()
        self.retranslate()

    def show_snapshot(self, snapshot: EngineSnapshot) -> None:
        """Say which engine it is, how it is, and how much is in it."""
        self._snapshot = snapshot
        self._engine.show_snapshot(snapshot)
        self._show_counts()

    def show_live_transfers(self, count: int) -> None:
        """Say how many transfers wait or run."""
        self._live_transfers = count
        self._show_counts()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(self.tr("Pages"))
        self._program.setText(self.tr("Image Ferry"))
        self._show_counts()

    @override
    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(theme.SIDEBAR, 0))

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(theme.SIDEBAR, 0))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_counts(self) -> None:
        # As many as the list has lines, which need not be made and sorted for that.
        images = sum(len(image.names) or 1 for image in self._snapshot.images)
        containers = len(self._snapshot.containers)
        live = self._live_transfers
        for page, count, words in (
            (Page.IMAGES, images, self.tr("%n image(s)", "", images)),
            (Page.CONTAINERS, containers, self.tr("%n container(s)", "", containers)),
            (Page.TRANSFERS, live, self.tr("%n transfer(s) under way", "", live)),
        ):
            self._buttons[page].show_count(count, words)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.margins(theme.CARD_GAP))
        layout.setSpacing(theme.SMALL_GAP)
        self._program.setContentsMargins(theme.GAP + theme.LINE, 0, 0, theme.CARD_GAP)
        link = QHBoxLayout()
        link.setContentsMargins(theme.GAP - theme.LINE, 0, 0, 0)
        link.addWidget(self._which_one)
        layout.addWidget(self._program)
        for button in self._buttons.values():
            layout.addWidget(button)
        layout.addStretch()
        layout.addLayout(link)
        layout.addSpacing(theme.GAP)
        layout.addWidget(self._engine)


class PageButton(QPushButton):
    """Leads to a page and shows a number at its far end.

    Signals:
        wanted(): it was chosen.

    Args:
        action: leads there, too, and is checked while the page is shown.
    """

    wanted = Signal()

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self._count = 0
        self.setCheckable(True)
        self.setAutoExclusive(True)  # for a screen reader: one of several, not a box to tick
        self.setAutoDefault(False)
        theme.set_look(self, theme.Look.PAGE)
        self.toggled.connect(self._on_toggled)  # by whom ever: a screen reader does not click
        action.changed.connect(self._follow)
        self._follow()

    def show_count(self, count: int, words: str) -> None:
        """Show a number; none for zero.

        Args:
            count: the number.
            words: the same for a screen reader.
        """
        self._count = count
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._count:
            painter = QPainter(self)
            painter.setPen(self.palette().placeholderText().color())
            place = self.rect().marginsRemoved(theme.margins(theme.GAP + theme.SMALL_GAP))
            side = self.style().visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignRight)
            painter.drawText(
                place, side | Qt.AlignmentFlag.AlignVCenter, QLocale().toString(self._count)
            )

    def _on_toggled(self, is_checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        if is_checked and not self._action.isChecked():
            self.wanted.emit()

    def _follow(self) -> None:
        self.setText(self._action.iconText())
        self.setIcon(self._action.icon())
        self.setChecked(self._action.isChecked())
