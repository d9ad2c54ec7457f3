"""A field for the name of an image that says at once whether the name will do."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app import references
from desktop_app.models.words import short_id
from desktop_app.ui import theme
from desktop_app.ui.dialogs.dialog import text_label
from desktop_app.ui.opened_file import OwnerOf
from desktop_app.ui.texts import name_problem


class NameField(QWidget):
    """A line to type a name into, and a line below that says what is the matter with it.

    Attributes:
        name: the name in its familiar form; empty if none was typed.
        problem: what keeps the name from being given; empty if nothing does.
        loser_id: the ID of the other image that would lose the name; empty if none would.

    Signals:
        changed(): another text was typed.

    Args:
        owner_of: tells which image has a name.
        suggestion: what stands there at first.
        is_optional: whether the field may stay empty.
        image_id: the image that gets the name; having it already is no use.
        must_be_free: whether no other image may have the name.
    """

    changed = Signal()

    def __init__(
        self,
        owner_of: OwnerOf,
        suggestion: str = "",
        *,
        is_optional: bool = False,
        image_id: str = "",
        must_be_free: bool = False,
    ) -> None:
        super().__init__()
        self._owner_of = owner_of
        self._is_optional = is_optional
        self._image_id = image_id
        self._must_be_free = must_be_free
        self._edit = QLineEdit(suggestion)
        self._edit.setMaxLength(512)
        self._edit.textChanged.connect(self._on_text_changed)
        self._remark = text_label()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL_GAP)
        layout.addWidget(self._edit)
        layout.addWidget(self._remark)
        self.retranslate()

    @property
    def is_acceptable(self) -> bool:
        """Whether the name can be given, or may be left out."""
        return not self.problem

    @property
    def buddy(self) -> QWidget:
        """What a label's mnemonic leads to."""
        return self._edit

    def label(self) -> QLabel:
        """A label whose mnemonic leads here; its text is the field's accessible name."""
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(self._edit)
        return label

    def set_accessible_name(self, name: str) -> None:
        """What a screen reader calls the field."""
        self._edit.setAccessibleName(name)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._edit.setPlaceholderText(self.tr("name:tag"))
        self._judge()
        self._remark.setText(self._remark_text())
        self._edit.setAccessibleDescription(self._remark.text())

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_text_changed(self) -> None:
        self.retranslate()
        self.changed.emit()

    def _judge(self) -> None:
        """Once for each text, because many want to know and there may be thousands of images."""
        text = self._edit.text().strip()
        self.name = references.familiar(text) if text else ""
        owner = self._owner_of(self.name) if self.name else ""
        self.problem = self._problem(text, owner)
        self.loser_id = "" if self.problem or owner == self._image_id else owner

    def _problem(self, text: str, owner: str) -> str:
        if not text and self._is_optional:
            return ""
        if self._image_id and owner == self._image_id:
            return self.tr("The image has this name already.")
        if self._must_be_free and owner:
            return self.tr("Another image has this name now. Choose one that is free.")
        return name_problem(text)

    def _remark_text(self) -> str:
        if self.problem:
            return self.problem
        if self.loser_id:
            text = self.tr("{name} is the name of another image ({id}). It would lose it.")
            return "⚠ " + text.format(name=self.name, id=short_id(self.loser_id))
        if not self.name:
            return self.tr("Without a name it can only be found by its ID.")
        return ""
