"""Which one do I need? The two ways of carrying an image in a file, side by side."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget
from typing_extensions import override

from desktop_app.ui import theme
from desktop_app.ui.dialogs.dialog import Dialog, text_label
from desktop_app.ui.dialogs.link import Link
from desktop_app.ui.icons import Icon, pixmap

_SAVE_COLUMN = 1
_EXPORT_COLUMN = 2


class WhichOneDialog(Dialog):
    """Explains saving and exporting; there is nothing to choose in it.

    Args:
        parent: the window.
    """

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.WIDE)
        self._grid.setVerticalSpacing(theme.GAP)
        self._grid.setColumnStretch(_SAVE_COLUMN, 1)
        self._grid.setColumnStretch(_EXPORT_COLUMN, 1)
        self._pictures = {Icon.SAVED_IMAGES: QLabel(), Icon.FILE_SYSTEM: QLabel()}
        for column, picture in enumerate(self._pictures.values(), start=_SAVE_COLUMN):
            self._grid.addWidget(picture, 0, column)
        self._rows = [self._add_row(number) for number in range(len(self._texts()))]
        self.body.addLayout(self._grid)
        self._close = self.add_button(is_default=True)
        self._close.clicked.connect(self.accept)
        theme.make_primary(self._close)
        self.retranslate()
        self._paint()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._paint()
        super().changeEvent(event)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_texts(
            self.tr("Which one do I need?"),
            self.tr(
                "Almost always: save images here, load the file there. Exporting is for a"
                " container that somebody set up by hand."
            ),
        )
        for labels, texts in zip(self._rows, self._texts(), strict=True):
            for label, text in zip(labels, texts, strict=True):
                label.setText(text)
        for picture, title in zip(self._pictures.values(), self._rows[0][1:], strict=True):
            picture.setAccessibleName(title.text())
        self._close.setText(self.tr("Close"))

    def _add_row(self, number: int) -> tuple[QLabel, QLabel, QLabel]:
        """A line above, the subject at the left, the two ways beside it."""
        if number:
            line = QFrame()
            line.setFrameShape(QFrame.Shape.HLine)
            self._grid.addWidget(line, 2 * number, 0, 1, 3)
        labels = (QLabel(), text_label(), text_label())
        for column, label in enumerate(labels):
            label.setTextFormat(Qt.TextFormat.PlainText)
            is_title = number == 0 or column == 0
            if is_title:
                theme.make_bold(label)
            self._grid.addWidget(label, 2 * number + 1, column, Qt.AlignmentFlag.AlignTop)
        return labels

    def _paint(self) -> None:
        """Draw the pictures in the colours of now."""
        for icon, label in self._pictures.items():
            label.setPixmap(pixmap(icon, self.palette().windowText().color(), theme.PICTURE))

    def _texts(self) -> list[tuple[str, str, str]]:
        return [
            ("", self.tr("Save, then Load"), self.tr("Export, then Import")),
            (
                self.tr("In Docker’s words"),
                self.tr("docker save, docker load"),
                self.tr("docker export, docker import"),
            ),
            (
                self.tr("Takes"),
                self.tr("Images, with all their layers."),
                self.tr("The files of one container, as they are now."),
            ),
            (
                self.tr("Good for"),
                self.tr("Carrying images to a computer without a network."),
                self.tr("Handing out a container that was set up by hand, as a base image."),
            ),
            (
                self.tr("Several in one file"),
                self.tr("Yes, as many as you like."),
                self.tr("No, one container per file."),
            ),
            (
                self.tr("Name"),
                self.tr("Kept. You can choose another one when loading."),
                self.tr("Not in the file. You give a new one when importing."),
            ),
            (
                self.tr("Start settings"),
                self.tr("Kept: command, environment, ports."),
                self.tr("Lost. Volumes are not in the file either."),
            ),
            (
                self.tr("History"),
                self.tr("Kept: each step is a layer, and you can go back to an earlier one."),
                self.tr("Lost: everything becomes one layer, with no way back."),
            ),
            (
                self.tr("Size of the file"),
                self.tr("Larger: every layer is in it."),
                self.tr("Smaller: only what is there now."),
            ),
        ]


def which_one_link() -> Link:
    """A link to the explanation, for dialogs in which somebody may wonder."""
    link = Link(_link_text)
    link.clicked.connect(lambda: WhichOneDialog(link.window()).open())
    return link


def _link_text() -> str:
    return QCoreApplication.translate("WhichOneDialog", "Which one do I need?")
