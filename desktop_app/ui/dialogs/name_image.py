"""Giving an image one more name, or its first one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop_app.models.images import ImageRow
from desktop_app.transfers.requests import NameRequest
from desktop_app.ui import theme
from desktop_app.ui.dialogs.dialog import Dialog, text_label
from desktop_app.ui.dialogs.name_field import NameField
from desktop_app.ui.opened_file import OwnerOf
from desktop_app.ui.texts import listed, safe


class NameImageDialog(Dialog):
    """Asks for the name of an image.

    Signals:
        named(str): the name, valid and in its familiar form.

    Args:
        parent: the window.
        row: the image.
        owner_of: tells which image has a name.
        is_before_saving: whether the name is asked for because the image is to be saved.
    """

    named = Signal(str)

    def __init__(
        self,
        parent: QWidget | None,
        row: ImageRow,
        owner_of: OwnerOf,
        *,
        is_before_saving: bool = False,
    ) -> None:
        super().__init__(parent)
        self._row = row
        self._is_before_saving = is_before_saving
        self._field = NameField(owner_of, image_id=row.record.image_id)
        self._field.changed.connect(self._on_name_changed)
        self._label = self._field.label()
        self._names = text_label()
        self.body.addWidget(self._names)
        self.body.addWidget(self._label)
        self.body.addWidget(self._field)
        self._cancel = self.add_button()
        self._cancel.clicked.connect(self.reject)
        self._give = self.add_button(is_default=True)
        self._give.clicked.connect(self._on_give)
        theme.make_primary(self._give)
        self.retranslate()

    @property
    def request(self) -> NameRequest:
        """What stands in the dialog now; without a name yet, with one to be filled in."""
        return NameRequest(self._row.record.image_id, self._field.name or "NAME:TAG")

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_texts(self._heading_text(), self._explanation_text())
        names = self._row.record.names
        self._names.setVisible(bool(names))
        shown = listed(names)
        self._names.setText(self.tr("Its name(s) now: {names}", "", len(names)).format(names=shown))
        self._label.setText(self.tr("&Name"))
        self._field.set_accessible_name(self.tr("Name"))
        self._cancel.setText(self.tr("Cancel"))
        self._on_name_changed()

    def _heading_text(self) -> str:
        if self._is_before_saving:
            return self.tr("Give the image a name before it is saved")
        return self.tr("Name the image {image}").format(
            image=safe(self._row.name) or self._row.short_id
        )

    def _explanation_text(self) -> str:
        if self._is_before_saving:
            return self.tr(
                "The image {id} has no name. Saved like this, nobody could tell what it is."
            ).format(id=self._row.short_id)
        return self.tr("One image can have several names, its “tags”. No copy is made.")

    def _on_name_changed(self) -> None:
        """A name that another image would lose is moved only on purpose, never by Enter."""
        is_moving = bool(self._field.loser_id)
        self._give.setText(self.tr("Move the name") if is_moving else self.tr("Give this name"))
        self._give.setEnabled(self._field.is_acceptable)
        self._give.setDefault(not is_moving)
        self._cancel.setDefault(is_moving)
        self.fit()

    def _on_give(self) -> None:
        self.named.emit(self._field.name)
        self.accept()
