"""The pane beside a list: what is known of the selected row. It asks nobody; it is told."""

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import (
    QAction,
    QFont,
    QGuiApplication,
    QKeySequence,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListView,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
)
from typing_extensions import override

from desktop_app.models.layers import LayersModel, layer_rows
from desktop_app.models.record_table import Role
from desktop_app.ui import theme
from desktop_app.ui.dialogs.dialog import text_label
from desktop_app.ui.elided_label import ElidedLabel
from desktop_app.ui.layer_delegate import LayerDelegate
from desktop_app.ui.texts import Fact, Portrait, safe

_MOST_LAYERS = 7
"""So many are seen at once; the rest is reached by scrolling."""


class Details(QFrame):
    """Title, summary, layers as bars, and facts as a text that can be read and copied."""

    def __init__(self) -> None:
        super().__init__()
        theme.make_card(self)
        self._portrait = Portrait("", "")
        self._title = ElidedLabel()
        theme.make_heading(self._title)
        self._summary = text_label()
        theme.make_quiet(self._summary)
        self._layers_heading = QLabel()
        theme.make_bold(self._layers_heading)
        self._layers = LayersList()
        self._facts = QTextEdit()
        self._facts.setReadOnly(True)
        self._facts.setTabChangesFocus(True)
        self._facts.setFrameShape(QFrame.Shape.NoFrame)
        self._facts.setAcceptDrops(False)  # a file that is dropped here is meant for the window
        self._facts.document().setDocumentMargin(theme.SMALL_GAP)
        self._values = QPushButton()
        self._values.setCheckable(True)
        theme.set_look(self._values, theme.Look.LINK)
        self._values.toggled.connect(self._on_values_toggled)
        self._remark = text_label()
        theme.make_quiet(self._remark)
        self._lay_out()
        self.retranslate()

    def show_portrait(self, portrait: Portrait) -> None:
        """Show this; of another thing than before, no secrets are shown."""
        if portrait == self._portrait:
            return
        if portrait.subject != self._portrait.subject:
            self._values.setChecked(False)
        self._portrait = portrait
        self._title.set_whole_text(portrait.title)
        self._layers.show_steps(portrait)
        for label, text in ((self._summary, portrait.summary), (self._remark, portrait.remark)):
            label.setText(text)
            label.setVisible(bool(text))
        for widget in (self._layers, self._layers_heading):
            widget.setVisible(bool(portrait.steps))
        self._values.setVisible(any(fact.secret_lines for fact in portrait.facts))
        self._facts.setVisible(bool(portrait.facts))
        self._write_facts()

    def retranslate(self) -> None:
        """Say everything in the language of now; the portrait is made anew by whoever made it."""
        self.setAccessibleName(self.tr("Details"))
        self._layers_heading.setText(self.tr("Layers, from the bottom up"))
        self._layers.retranslate()
        self._facts.setAccessibleName(self.tr("Settings and use"))
        self._on_values_toggled()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.DETAILS, super().sizeHint().height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.PaletteChange:
            self._write_facts()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        side = theme.CARD_GAP - theme.SMALL_GAP  # the rest is inside: a marked layer needs it
        layout.setContentsMargins(side, theme.CARD_GAP, side, theme.GAP)
        layout.setSpacing(theme.SMALL_GAP)
        for label in (self._title, self._summary, self._layers_heading, self._remark):
            label.setContentsMargins(theme.SMALL_GAP, 0, theme.SMALL_GAP, 0)
        layout.addWidget(self._title)
        layout.addWidget(self._summary)
        layout.addSpacing(theme.GAP)
        layout.addWidget(self._layers_heading)
        layout.addWidget(self._layers)
        layout.addWidget(self._remark)
        layout.addWidget(self._facts, 1)
        layout.addWidget(self._values, alignment=Qt.AlignmentFlag.AlignLeading)
        layout.addStretch()

    @Slot()
    def _on_values_toggled(self) -> None:
        is_shown = self._values.isChecked()
        self._values.setText(self.tr("Hide values") if is_shown else self.tr("Show values"))
        self._values.setToolTip(
            self.tr("The values of the environment; passwords may be among them")
        )
        self._write_facts()

    def _write_facts(self) -> None:
        """By formats, not by markup: what strangers wrote stays what it is."""
        place = self._facts.verticalScrollBar().value()
        self._facts.clear()
        cursor = self._facts.textCursor()
        for number, fact in enumerate(self._portrait.facts):
            self._write(cursor, fact, is_first=number == 0)
        self._facts.verticalScrollBar().setValue(place)

    def _write(self, cursor: QTextCursor, fact: Fact, *, is_first: bool) -> None:
        block, bold, quiet = QTextBlockFormat(), QTextCharFormat(), QTextCharFormat()
        block.setTopMargin(0 if is_first else theme.GAP)
        bold.setFontWeight(QFont.Weight.Bold)
        quiet.setForeground(self.palette().placeholderText())
        if is_first:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        cursor.insertText(fact.title, bold)
        lines = fact.secret_lines if self._values.isChecked() and fact.secret_lines else fact.lines
        for line in lines:
            cursor.insertBlock(QTextBlockFormat())
            cursor.insertText(line, QTextCharFormat())
        if fact.remark:
            block.setTopMargin(theme.SMALL_GAP)
            cursor.insertBlock(block)
            cursor.insertText(fact.remark, quiet)


class LayersList(QListView):
    """Layers with their bars; a command is copied whole by Ctrl+C."""

    def __init__(self) -> None:
        super().__init__()
        self._layers = LayersModel(safe, self)
        self.setModel(self._layers)
        self.setItemDelegate(LayerDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._copy = QAction(self)
        self._copy.setShortcuts(QKeySequence.StandardKey.Copy)
        self._copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._copy.triggered.connect(self._on_copy)
        self.addAction(self._copy)

    def show_steps(self, portrait: Portrait) -> None:
        """Show the steps of an image, and be as high as they need."""
        self._layers.apply(layer_rows(portrait.steps))
        rows = min(len(portrait.steps), _MOST_LAYERS)
        self.setFixedHeight(rows * self.sizeHintForRow(0) + 2 * self.frameWidth())

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(self.tr("Layers"))
        self._copy.setText(self.tr("Copy the whole command"))
        self._layers.retranslate()

    @Slot()
    def _on_copy(self) -> None:
        row = self.currentIndex().data(Role.RECORD)
        if row is not None:
            QGuiApplication.clipboard().setText(row.step.command or row.step.comment)
