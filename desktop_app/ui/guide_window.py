"""The user guide in a window of its own: contents at the left, a field to find words in it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QUrl
from PySide6.QtGui import (
    QKeySequence,
    QShortcut,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.desktop.resources import resource_path
from desktop_app.ui import theme
from desktop_app.ui.icons import program_icon
from desktop_app.ui.search_field import SearchField

_LINE_HEIGHT = 125  # percent
_CHAPTER = 2  # the level of its headings; the first is the title


class GuideWindow(QWidget):
    """Shows the guide in the language of now; it may stay open beside everything else."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowIcon(program_icon())
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self._contents = QListWidget()
        self._contents.setWordWrap(True)
        self._contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._contents.currentRowChanged.connect(self._on_chapter_chosen)
        self._text = QTextBrowser()
        self._text.setOpenExternalLinks(True)
        for part in (self._contents, self._text):
            theme.set_look(part, theme.Look.CARD)
        self._text.document().setDocumentMargin(theme.WIDE)
        self._find_label = QLabel()
        self._find = SearchField()
        self._find_label.setBuddy(self._find)
        self._find.textEdited.connect(self._on_words_typed)
        self._find.returnPressed.connect(self._on_next)
        self._next = QPushButton()
        self._next.clicked.connect(self._on_next)
        self._found = QLabel()
        theme.make_quiet(self._found)
        self._wire_keys()
        self._lay_out()
        self._chapters: list[QTextBlock] = []
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now, and stay in the same chapter."""
        row = max(self._contents.currentRow(), 0)
        self.setWindowTitle(self.tr("User guide"))
        self._contents.setAccessibleName(self.tr("Contents"))
        self._text.setAccessibleName(self.tr("Guide"))
        self._find_label.setText(self.tr("&Find"))
        self._next.setText(self.tr("&Next"))
        self._found.clear()
        self._show(guide_file(self.tr("guide/en.md", "the guide in your language")))
        self._contents.setCurrentRow(row)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show(self, file: Path) -> None:
        document = self._text.document()
        document.setBaseUrl(QUrl.fromLocalFile(f"{file.parent}/"))
        self._text.setMarkdown(file.read_text(encoding="utf-8"))
        block, self._chapters = document.begin(), []
        while block.isValid():
            is_chapter = block.blockFormat().headingLevel() == _CHAPTER
            if is_chapter:
                self._chapters.append(block)
            QTextCursor(block).mergeBlockFormat(_airy(is_chapter=is_chapter))
            block = block.next()
        with QSignalBlocker(self._contents):
            self._contents.clear()
            self._contents.addItems([chapter.text() for chapter in self._chapters])

    def _on_chapter_chosen(self, row: int) -> None:
        """The heading becomes the uppermost line."""
        if 0 <= row < len(self._chapters):
            layout = self._text.document().documentLayout()
            top = layout.blockBoundingRect(self._chapters[row]).top()
            self._text.verticalScrollBar().setValue(int(top) if row else 0)
            self._text.setTextCursor(QTextCursor(self._chapters[row]))

    def _on_words_typed(self) -> None:
        cursor = self._text.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._text.setTextCursor(cursor)
        self._on_next()

    def _on_next(self) -> None:
        """After the last place comes the first one."""
        words = self._find.text()
        is_found = bool(words) and (self._text.find(words) or self._find_from_start(words))
        self._found.setText("" if is_found or not words else self.tr("Not found"))

    def _find_from_start(self, words: str) -> bool:
        before = self._text.textCursor()
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        if self._text.find(words, QTextDocument.FindFlag(0)):
            return True
        self._text.setTextCursor(before)
        return False

    def _wire_keys(self) -> None:
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._find.setFocus)
        find.activated.connect(self._find.selectAll)
        close = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        close.activated.connect(self.close)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for widget in (self._find_label, self._find, self._next):
            row.addWidget(widget)
        row.addWidget(self._found)
        row.addStretch()
        parts = QSplitter()
        parts.addWidget(self._contents)
        parts.addWidget(self._text)
        parts.setStretchFactor(1, 1)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(theme.GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.margins(theme.CARD_GAP))
        layout.setSpacing(theme.GAP)
        layout.addLayout(row)
        layout.addWidget(parts, 1)
        self.resize(*theme.GUIDE)
        parts.setSizes([theme.SIDEBAR + 2 * theme.WIDE, theme.GUIDE[0]])


def _airy(*, is_chapter: bool) -> QTextBlockFormat:
    """Room above a heading, and between the lines."""
    form = QTextBlockFormat()
    form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if is_chapter:
        form.setTopMargin(theme.WIDE)
    return form


def guide_file(name: str) -> Path:
    """The guide of this name; in English if there is none."""
    try:
        return resource_path(name)
    except FileNotFoundError:
        return resource_path("guide/en.md")
