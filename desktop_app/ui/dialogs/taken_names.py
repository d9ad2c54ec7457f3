"""The question who has a name from now on: an image in a file, or the one in the engine.

Nothing is chosen at first: a name that another image has is never moved unasked.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.ui import theme
from desktop_app.ui.dialogs.dialog import indent_under, text_label
from desktop_app.ui.dialogs.name_field import NameField
from desktop_app.ui.dialogs.name_fields import NameFields
from desktop_app.ui.opened_file import OwnerOf
from desktop_app.ui.texts import listed, safe

_LAST_NUMBER = 100
_KEPT_CHARACTERS = 120  # of a tag, which has 128 at most


class TakenNames(QWidget):
    """Replace, or keep both.

    Signals:
        changed(): something else was chosen or typed.

    Args:
        names: those in the file that other images in the engine have now, at least one.
        owner_of: tells which image in the engine has a name.
    """

    changed = Signal()

    def __init__(self, names: Sequence[str], owner_of: OwnerOf) -> None:
        super().__init__()
        self._names = names
        self._question = text_label()
        theme.make_bold(self._question)
        self._replace, self._keep_both = QRadioButton(), QRadioButton()
        self._about_replacing, self._about_keeping = text_label(), text_label()
        self._fields = NameFields()
        for name in names:
            field = NameField(owner_of, _free_name(name, owner_of), must_be_free=True)
            self._fields.add(name, field, partial(self._field_text, name))
        self._fields.hide()
        self._lay_out()
        for button in (self._replace, self._keep_both):
            button.toggled.connect(self._on_chosen)
        self._fields.changed.connect(self.changed)
        self.retranslate()

    @property
    def is_answered(self) -> bool:
        """Whether the names are known that the images will have."""
        return self.moves or (self.keeps_both and self._fields.are_acceptable)

    @property
    def keeps_both(self) -> bool:
        """Whether it was chosen that no image in the engine loses a name."""
        return self._keep_both.isChecked()

    @property
    def moves(self) -> bool:
        """Whether it was chosen that images in the engine lose names."""
        return self._replace.isChecked()

    @property
    def given_names(self) -> dict[str, str]:
        """The names to load the images under instead, by those in the file."""
        return self._fields.names if self.keeps_both else {}

    @property
    def tab_stops(self) -> list[QWidget]:
        """What takes the focus, from top to bottom."""
        return [self._replace, self._keep_both, *self._fields.tab_stops]

    def retranslate(self) -> None:
        """Say everything in the language of now; the fields do so themselves."""
        count = len(self._names)
        question = self.tr("Which image(s) get the name(s) {names}?", "", count)
        question = question.format(names=listed(self._names))
        self._question.setText(question)
        self._replace.setText(
            self.tr("&Replace: the image(s) in this file get the name(s)", "", count)
        )
        self._keep_both.setText(
            self.tr("&Keep both: the image(s) in this file get other name(s)", "", count)
        )
        self._about_replacing.setText(
            self.tr("The image(s) there now stay, but without the name(s).", "", count)
        )
        self._about_keeping.setText(
            self.tr("Nothing changes for the image(s) there now.", "", count)
        )
        for button, label in self._choices:
            button.setAccessibleDescription(f"{question} {label.text()}")

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @property
    def _choices(self) -> tuple[tuple[QRadioButton, QLabel], ...]:
        return (
            (self._replace, self._about_replacing),
            (self._keep_both, self._about_keeping),
        )

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL_GAP)
        layout.addWidget(self._question)
        for button, label in self._choices:
            theme.make_quiet(label)
            indent_under(label, button)
            layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeading)
            layout.addWidget(label)
        self._fields.setContentsMargins(self._about_keeping.indent(), theme.GAP, 0, 0)
        layout.addWidget(self._fields)

    def _field_text(self, name: str) -> str:
        return self.tr("New name instead of {name}").format(name=safe(name))

    @Slot()
    def _on_chosen(self) -> None:
        self._fields.setVisible(self.keeps_both)
        self.updateGeometry()  # now, for whoever asks for the size at once
        self.changed.emit()


def _free_name(name: str, owner_of: OwnerOf) -> str:
    """``web:1-2`` for ``web:1``, or the next number that no image has; empty if many have one."""
    candidates = (f"{name[:_KEPT_CHARACTERS]}-{number}" for number in range(2, _LAST_NUMBER))
    return next((candidate for candidate in candidates if not owner_of(candidate)), "")
