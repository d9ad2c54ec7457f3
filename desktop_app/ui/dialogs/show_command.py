"""The command that does the same in a terminal, ready to be copied, and what each piece is for."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QWidget
from typing_extensions import override

from desktop_app.engine_info import EngineInfo
from desktop_app.transfers.commands import Commands, Meaning, Shown, commands_for
from desktop_app.ui import theme
from desktop_app.ui.dialogs.dialog import Dialog, text_label
from desktop_app.ui.dialogs.link import Link
from desktop_app.ui.elided_label import ElidedLabel
from desktop_app.ui.texts import meaning_text

_MOST_LINES = 8
_LINE_CHARACTERS = 60
"""At least so many fit beside each other; what is longer is broken."""

_MEANING_COLUMN = 1


class ShowCommandDialog(Dialog):
    """Shows commands; there is nothing to choose in it.

    Args:
        parent: the window.
        commands: what to show, at least one line.
    """

    def __init__(self, parent: QWidget | None, commands: Commands) -> None:
        super().__init__(parent)
        self._commands = commands
        self._field = self._add_field()
        self._sentences = self._add_explanations()
        self._was_copied = False
        self._close = self.add_button()
        self._close.clicked.connect(self.accept)
        self._copy = self.add_button(is_default=True)
        self._copy.clicked.connect(self._on_copy)
        theme.make_primary(self._copy)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        heading = self.tr("The command that does the same")
        self.set_texts(
            heading,
            self.tr(
                "For those who like to type: copy it into a terminal. Image Ferry does not need it,"
                " and checks what it writes and loads, which a command does not."
            ),
        )
        self._field.setAccessibleName(heading)
        for meaning, label in self._sentences.items():
            label.setText(meaning_text(meaning))
        copied, copy = self.tr("✓ Copied"), self.tr("&Copy the command")
        self._copy.setText(copied if self._was_copied else copy)
        self._close.setText(self.tr("Close"))

    def _add_field(self) -> QPlainTextEdit:
        field = QPlainTextEdit(self._commands.text)
        field.setReadOnly(True)
        field.setTabChangesFocus(True)
        field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        texts = self._commands.text.splitlines()
        lines = min(_MOST_LINES, sum(1 + len(text) // _LINE_CHARACTERS for text in texts))
        field.setFixedHeight(lines * field.fontMetrics().lineSpacing() + theme.CARD_GAP)
        self.body.addWidget(field)
        return field

    def _add_explanations(self) -> dict[Meaning, QLabel]:
        """What is typed at the left, what it is for beside it."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.CARD_GAP)
        grid.setVerticalSpacing(theme.GAP)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(_MEANING_COLUMN, 3)
        sentences = {}
        for row, (meaning, text) in enumerate(self._commands.explained.items()):
            piece, sentence = ElidedLabel(), text_label()
            piece.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
            piece.set_whole_text(text.removeprefix("| "))
            grid.addWidget(piece, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(sentence, row, _MEANING_COLUMN, Qt.AlignmentFlag.AlignTop)
            sentences[meaning] = sentence
        self.body.addLayout(grid)
        return sentences

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._commands.text)
        self._was_copied = True
        self.retranslate()


def show_command(
    parent: QWidget | None, requests: Sequence[Shown], engine: EngineInfo | None
) -> ShowCommandDialog:
    """Show the command that does the same as some requests.

    Args:
        parent: the window.
        requests: at least one.
        engine: who would be asked; None for the usual Docker of this computer.
    """
    dialog = ShowCommandDialog(parent, commands_for(requests, engine))
    dialog.open()
    return dialog


def command_link(
    make: Callable[[], Sequence[Shown]], engine: Callable[[], EngineInfo | None]
) -> Link:
    """A link to the command for what stands in a dialog when it is clicked.

    Args:
        make: gives the requests; while it gives none, nothing is shown.
        engine: tells who would be asked.
    """
    link = Link(show_command_text)

    def show() -> None:
        if requests := make():
            show_command(link.window(), requests, engine())

    link.clicked.connect(show)
    return link


def show_command_text() -> str:
    """What a link to the command says."""
    return QCoreApplication.translate("ShowCommandDialog", "Show the command…")
