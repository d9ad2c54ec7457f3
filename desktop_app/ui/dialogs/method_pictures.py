"""What comes of a file by the method that was asked for, and by the right one, as pictures."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QTransform
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout
from typing_extensions import override

from desktop_app.archives.compatibility import Method, Verdict, VerdictCode
from desktop_app.ui import theme
from desktop_app.ui.dialogs.dialog import text_label
from desktop_app.ui.icons import Icon, pixmap


class _Result(Enum):
    """What comes out."""

    NEVER_STARTS = auto()
    MAY_NEVER_START = auto()
    REFUSED = auto()
    AS_SAVED = auto()
    NEW_IMAGE = auto()


@dataclass(frozen=True, slots=True)
class _Story:
    """What a file is, and what comes of it.

    Attributes:
        file: its picture.
        asked: what comes of the method that does not fit.
        instead: what comes of the one that does; None if none does.
    """

    file: Icon
    asked: _Result
    instead: _Result | None


_STORIES = {
    VerdictCode.IMAGES_NEED_LOAD: _Story(Icon.SAVED_IMAGES, _Result.NEVER_STARTS, _Result.AS_SAVED),
    VerdictCode.FILESYSTEM_NEEDS_IMPORT: _Story(
        Icon.FILE_SYSTEM, _Result.REFUSED, _Result.NEW_IMAGE
    ),
}
_UNKNOWN = _Story(Icon.UNKNOWN_FILE, _Result.MAY_NEVER_START, None)

_RESULT_ICONS = {
    _Result.NEVER_STARTS: Icon.NEVER_STARTS,
    _Result.MAY_NEVER_START: Icon.NEVER_STARTS,
    _Result.REFUSED: Icon.FAILED,
    _Result.AS_SAVED: Icon.STARTS,
    _Result.NEW_IMAGE: Icon.IMAGES,
}
_GOOD = {_Result.AS_SAVED, _Result.NEW_IMAGE}


class _Cell:
    """A picture, and below it what it shows in words."""

    def __init__(
        self, icon: Icon, colour: Callable[[], QColor], make_text: Callable[[], str]
    ) -> None:
        self.icon = icon
        self.colour = colour
        self.make_text = make_text
        self.picture, self.caption = QLabel(), text_label()
        self.layout = QVBoxLayout()
        self.layout.setSpacing(theme.SMALL_GAP)
        for label in (self.picture, self.caption):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.layout.addWidget(label)
        self.layout.addStretch()


class MethodPictures(QFrame):
    """A row for what was asked, and one for what to do instead: file, method, result.

    Args:
        method: the one that was asked for.
        verdict: why it does not fit.
    """

    def __init__(self, method: Method, verdict: Verdict) -> None:
        super().__init__()
        theme.make_card(self)
        story = _STORIES.get(verdict.code, _UNKNOWN)
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(theme.CARD_GAP)
        self._grid.setVerticalSpacing(theme.CARD_GAP)
        for column, stretch in enumerate((2, 3, 3, 3)):
            self._grid.setColumnStretch(column, stretch)
        self._titles: list[tuple[QLabel, Callable[[], str]]] = []
        self._cells: list[_Cell] = []
        self._add_row(self._asked_text, story.file, method, story.asked)
        if story.instead is not None and verdict.suggested_method is not None:
            suggested = verdict.suggested_method
            self._add_row(self._instead_text, story.file, suggested, story.instead)
        self.retranslate()
        self._paint()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        for title, make_text in self._titles:
            title.setText(make_text())
        for cell in self._cells:
            cell.caption.setText(cell.make_text())
            cell.picture.setAccessibleName(cell.caption.text())

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LayoutDirectionChange):
            self._paint()
        super().changeEvent(event)

    def _add_row(
        self, make_title: Callable[[], str], file: Icon, method: Method, result: _Result
    ) -> None:
        row = self._grid.rowCount()
        title = text_label()
        theme.make_bold(title)
        self._titles.append((title, make_title))
        self._grid.addWidget(title, row, 0)
        colour = theme.good_colour if result in _GOOD else theme.bad_colour
        cells = (
            _Cell(file, self._text_colour, lambda: self._file_text(file)),
            _Cell(Icon.BECOMES, self._text_colour, lambda: self._method_text(method)),
            _Cell(_RESULT_ICONS[result], colour, lambda: self._result_text(result)),
        )
        for column, cell in enumerate(cells, start=1):
            self._cells.append(cell)
            self._grid.addLayout(cell.layout, row, column)

    def _text_colour(self) -> QColor:
        return self.palette().windowText().color()

    def _paint(self) -> None:
        """Draw the pictures in the colours of now; the arrow points the way one reads."""
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for cell in self._cells:
            drawn = pixmap(cell.icon, cell.colour(), theme.PICTURE)
            if cell.icon is Icon.BECOMES and is_mirrored:
                drawn = drawn.transformed(QTransform.fromScale(-1, 1))
            cell.picture.setPixmap(drawn)

    def _asked_text(self) -> str:
        return self.tr("What you asked for")

    def _instead_text(self) -> str:
        return self.tr("What to do instead")

    def _file_text(self, file: Icon) -> str:
        match file:
            case Icon.SAVED_IMAGES:
                return self.tr("Saved images")
            case Icon.FILE_SYSTEM:
                return self.tr("The files of a container")
            case _:
                return self.tr("Something else")

    def _method_text(self, method: Method) -> str:
        if method is Method.LOAD:
            return self.tr("Load\ndocker load")
        return self.tr("Import\ndocker import")

    def _result_text(self, result: _Result) -> str:
        match result:
            case _Result.NEVER_STARTS:
                return self.tr("An image that never starts")
            case _Result.MAY_NEVER_START:
                return self.tr("An image that may never start")
            case _Result.REFUSED:
                return self.tr("Nothing: the engine refuses it")
            case _Result.AS_SAVED:
                return self.tr("The images, as they were saved")
            case _Result.NEW_IMAGE:
                return self.tr("A new image that you name")
