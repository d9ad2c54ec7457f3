"""Says that a list is not of now: from when it is, why, and that it will come by itself."""

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel
from typing_extensions import override

from desktop_app.ui import theme
from desktop_app.ui.action_button import ActionButton
from desktop_app.ui.actions import Actions
from desktop_app.ui.dialogs.dialog import text_label
from desktop_app.ui.icons import Icon, pixmap
from desktop_app.ui.texts import error_text, sentences
from desktop_app.workers.snapshot import EngineSnapshot


class StaleBanner(QFrame):
    """Seen only while the engine does not answer and the rows are old.

    Args:
        actions: for trying again at once.
    """

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        theme.set_look(self, theme.Look.NOTICE)
        self._snapshot = EngineSnapshot()
        self._sign = QLabel()
        self._text = text_label()
        self._refresh = ActionButton(actions.refresh)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.line_margins())
        layout.setSpacing(theme.GAP)
        layout.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._refresh)
        self.hide()

    def show_snapshot(self, snapshot: EngineSnapshot) -> None:
        """Be seen if its lists are old."""
        self._snapshot = snapshot
        self.setVisible(snapshot.info is not None and snapshot.stale_because is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        problem = self._snapshot.stale_because
        if problem is not None:
            headline = error_text(problem.code, problem.params).headline
            self._text.setText(sentences([headline, self._since()]))
        self._sign.setPixmap(pixmap(Icon.WARNING, theme.bad_colour()))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.PaletteChange}:
            self.retranslate()
        super().changeEvent(event)

    def _since(self) -> str:
        listed_at = self._snapshot.listed_at
        if listed_at is None:
            return ""
        moment = QDateTime.fromSecsSinceEpoch(int(listed_at.timestamp())).time()
        time = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        text = self.tr("This list is from {time}. A new one comes as soon as the engine answers.")
        return text.format(time=time)
