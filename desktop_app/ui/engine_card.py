"""The engine in a few words: what it is, where it is, and whether it answers."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy
from typing_extensions import override

from desktop_app.engine_info import EngineInfo
from desktop_app.ui import theme
from desktop_app.ui.elided_label import ElidedLabel
from desktop_app.ui.icons import Icon, pixmap
from desktop_app.ui.texts import safe
from desktop_app.workers.snapshot import EngineSnapshot, FeedState

_ON_THIS_COMPUTER = ("unix:", "npipe:")


class EngineCard(QFrame):
    """A sign, the name and version, and the place; the sign's form says what its colour does."""

    def __init__(self) -> None:
        super().__init__()
        theme.make_card(self)
        self._snapshot = EngineSnapshot()
        self._sign = QLabel()
        self._name = ElidedLabel()
        theme.make_bold(self._name)
        self._place = ElidedLabel()
        theme.make_quiet(self._place)
        for label in (self._name, self._place):  # a long address does not widen the sidebar
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout = QGridLayout(self)
        side, top = theme.GAP + theme.LINE, theme.GAP + theme.SMALL_GAP
        layout.setContentsMargins(side, top, side, top)
        layout.setHorizontalSpacing(theme.GAP)
        layout.setVerticalSpacing(theme.SMALL_GAP)
        layout.addWidget(self._sign, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._name, 0, 1)
        layout.addWidget(self._place, 1, 0, 1, 2)
        layout.setColumnStretch(1, 1)
        self.retranslate()

    def show_snapshot(self, snapshot: EngineSnapshot) -> None:
        """Say how the engine is."""
        self._snapshot = snapshot
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        name, place = self._texts()
        self._name.set_whole_text(name)
        self._place.set_whole_text(place)
        self.setAccessibleName(self.tr("Engine"))
        self.setAccessibleDescription(f"{name}, {place}")
        self._paint_sign()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.PaletteChange}:
            self.retranslate()
        super().changeEvent(event)

    def _texts(self) -> tuple[str, str]:
        info = self._snapshot.info
        if info is not None and not self._snapshot.is_live:
            return _name(info), self.tr("Does not answer")
        if info is not None:
            is_here = info.url.startswith(_ON_THIS_COMPUTER)
            return _name(info), self.tr("This computer") if is_here else safe(info.url)
        if self._snapshot.state is FeedState.SEARCHING:
            return self.tr("Engine"), self.tr("Looking for one…")
        return self.tr("No engine"), self.tr("Waiting for one…")

    def _paint_sign(self) -> None:
        palette = self.palette()
        if self._snapshot.is_live:
            sign = pixmap(Icon.DONE, theme.good_colour())
        elif self._snapshot.state is FeedState.SEARCHING:
            sign = pixmap(Icon.WAITING, palette.placeholderText().color())
        else:
            sign = pixmap(Icon.WARNING, theme.bad_colour())
        self._sign.setPixmap(sign)


def _name(info: EngineInfo) -> str:
    """Without what a distribution adds to the version: ``20.10.24`` of ``20.10.24+dfsg1``."""
    version = safe(info.version).partition("+")[0]
    return f"{'Podman' if info.is_podman else 'Docker'} {version}"
