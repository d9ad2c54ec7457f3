"""Several fields for names, one below the other, each with what it is for above it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.ui import theme
from desktop_app.ui.dialogs.name_field import NameField
from desktop_app.ui.elided_label import ElidedLabel
from desktop_app.ui.texts import without_mnemonic


class NameFields(QWidget):
    """A column of fields, empty at first.

    Signals:
        changed(): a name was typed.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, NameField] = {}
        self._labels: list[tuple[ElidedLabel, NameField, Callable[[], str]]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.GAP)

    @property
    def names(self) -> dict[str, str]:
        """What was typed, by the key of its field; without those that are empty."""
        return {key: field.name for key, field in self._fields.items() if field.name}

    @property
    def are_acceptable(self) -> bool:
        """Whether every name can be given."""
        return all(field.is_acceptable for field in self._fields.values())

    @property
    def moving_names(self) -> frozenset[str]:
        """Those that other images in the engine would lose."""
        return frozenset(field.name for field in self._fields.values() if field.loser_id)

    @property
    def tab_stops(self) -> list[QWidget]:
        """What takes the focus, from top to bottom."""
        return [field.buddy for field in self._fields.values()]

    def add(self, key: str, field: NameField, make_text: Callable[[], str]) -> None:
        """Add a field.

        Args:
            key: what its name is for.
            field: asks for it.
            make_text: says what it is for, in the language of now.
        """
        label = ElidedLabel()
        label.setBuddy(field.buddy)
        field.changed.connect(self.changed)
        self._fields[key] = field
        self._labels.append((label, field, make_text))
        for widget in (label, field):
            self._layout.addWidget(widget)
            widget.show()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now; the fields do so themselves."""
        for label, field, make_text in self._labels:
            text = make_text()
            label.set_whole_text(text)
            label.setAccessibleName(without_mnemonic(text))
            field.set_accessible_name(without_mnemonic(text))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
