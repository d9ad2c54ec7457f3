"""The frame that all dialogs share: heading, explanation, body, details and a row of buttons.

A dialog is opened with ``open()``, which returns at once, and answers with a signal; it deletes
itself when it is closed. What it asks and what comes of the answer is not known here.
"""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.ui import theme
from desktop_app.ui.dialogs.link import Link

GUIDE_ACTION = "guide"
"""The object name of the action that opens the guide."""

_READABLE_CHARACTERS = 96
"""So many average characters make a line that is pleasant to read."""


class DetailsButton(QToolButton):
    """Opens and closes something for those who want to know more; hidden at first."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(self._point)
        self._point()
        self.hide()

    @Slot()
    def _point(self) -> None:
        is_open = self.isChecked()
        self.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)


class Dialog(QDialog):
    """A window-modal dialog with a heading, an explanation and named buttons.

    Attributes:
        body: what stands between the explanation and the buttons.

    Args:
        parent: the window that waits for the answer.
    """

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_READABLE_CHARACTERS * self.fontMetrics().averageCharWidth())
        self._heading = text_label()
        theme.make_heading(self._heading)
        self._explanation = text_label()
        self._details_button = DetailsButton()
        self._details_button.toggled.connect(self._on_details_toggled)
        self._details: QWidget | None = None
        self._buttons = QHBoxLayout()
        self._links = QHBoxLayout()
        self._links.setSpacing(theme.WIDE)
        self._buttons.addWidget(self._details_button)
        self._buttons.addLayout(self._links)
        self._buttons.addStretch()
        self.body = QVBoxLayout()
        self._lay_out()
        self._offer_help()

    def retranslate(self) -> None:
        """Say everything in the language of now; children go on with their own texts."""
        self._details_button.setText(self.tr("Details"))

    def set_texts(self, heading: str, explanation: str) -> None:
        """Say what this is about; without an explanation there is no empty line."""
        self.setWindowTitle(heading)
        self._heading.setText(heading)
        self._explanation.setText(explanation)
        self._explanation.setVisible(bool(explanation))

    def add_details(self, details: QWidget) -> None:
        """Something for those who want to know more; shown after a click."""
        self._details = details
        details.hide()
        self._frame.addWidget(details)
        self._details_button.show()

    def add_button(self, *, is_default: bool = False) -> QPushButton:
        """One more button at the right end of the row; the default one answers to Enter."""
        button = QPushButton(self)
        button.setDefault(is_default)
        self._buttons.addWidget(button)
        return button

    def add_link(self, link: Link) -> None:
        """Something else to look at; it stands at the left end of the row of buttons."""
        self._links.addWidget(link)
        self.setTabOrder(self._details_button, link)

    def fit(self) -> None:
        """Become as wide as the buttons need, and as high as the texts do then, and no higher.

        On a low screen what scrolls gives way, so that the buttons can be reached.
        """
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # what was shown
        self._frame.activate()
        self.order_tabs()
        width = max(self.width(), self._frame.totalMinimumSize().width())
        title_height = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        room = self.screen().availableGeometry().height() - title_height
        most = max(room, self._frame.totalMinimumHeightForWidth(width))
        self.resize(width, min(self._frame.totalHeightForWidth(width), most))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()
        self.place_focus()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def place_focus(self) -> None:
        """Where one types first, else on the default button: Enter presses the one with focus.

        A field that one would have to scroll to is not taken.
        """
        stops = [*self.body_stops(), *self._end_stops()]
        fields = [each for each in stops if isinstance(each, QLineEdit)]
        seen = [field for field in fields if not field.visibleRegion().isEmpty()]
        buttons = [each for each in stops if isinstance(each, QPushButton) and each.isDefault()]
        for widget in [*seen, *buttons][:1]:
            widget.setFocus()

    def _offer_help(self) -> None:
        """The key that opens the guide belongs to the window, which waits behind the dialog."""
        window = self.parentWidget()
        while window is not None and window.parentWidget() is not None:
            window = window.parentWidget()
        guide = window.findChild(QAction, GUIDE_ACTION) if window is not None else None
        if guide is not None:
            self.addAction(guide)

    def body_stops(self) -> list[QWidget]:
        """Where Tab leads in the body, in order.

        PySide takes what nextInFocusChain gives for a child of the widget that was asked, in the
        end the dialog for a child of its own button, and crashes when they go. So nobody asks.
        """
        ends = self._end_stops()
        widgets = [each for each in self.findChildren(QWidget) if each.window() is self]
        return [each for each in widgets if _is_stop(each) and each not in ends]

    def _end_stops(self) -> list[QWidget]:
        """The same for the buttons, and then the details."""
        rows = (self._links, self._buttons)
        items = [row.itemAt(number) for row in rows for number in range(row.count())]
        ends = [self._details_button, *(item.widget() for item in items if item is not None)]
        if self._details is not None:
            ends += [self._details, *self._details.findChildren(QWidget)]
        return [each for each in dict.fromkeys(ends) if each is not None and _is_stop(each)]

    def order_tabs(self) -> None:
        """Tab goes through the body, also what came later, then the buttons, then the details.

        Nothing in a body that changes has a focus proxy: Tab stops there, too, and what is behind
        it in Qt's own order is never reached.
        """
        for first, second in pairwise([*self.body_stops(), *self._end_stops()]):
            self.setTabOrder(first, second)

    def _lay_out(self) -> None:
        self._frame = QVBoxLayout(self)
        self._frame.setContentsMargins(theme.margins(theme.WIDE))
        self._frame.setSpacing(theme.GAP + theme.SMALL_GAP)
        self._frame.addWidget(self._heading)
        self._frame.addWidget(self._explanation)
        self._frame.addLayout(self.body)
        self._frame.addSpacing(theme.GAP)
        self._frame.addLayout(self._buttons)

    def _on_details_toggled(self) -> None:
        if self._details is not None:
            self._details.setVisible(self._details_button.isChecked())
            self.fit()


def text_label() -> QLabel:
    """A label for words that may come from anywhere: no markup, as many lines as it needs."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def indent_under(label: QLabel, button: QRadioButton) -> None:
    """A label begins where the text of the button above it does."""
    metrics = (
        QStyle.PixelMetric.PM_ExclusiveIndicatorWidth,
        QStyle.PixelMetric.PM_RadioButtonLabelSpacing,
    )
    label.setIndent(sum(button.style().pixelMetric(each, None, button) for each in metrics))


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
