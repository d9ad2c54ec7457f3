"""The names of the images in a file: to be given, to be changed, or to be taken from others."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.archives.compatibility import Method
from desktop_app.models.words import short_id
from desktop_app.ui import theme
from desktop_app.ui.dialogs.link import Link
from desktop_app.ui.dialogs.name_field import NameField
from desktop_app.ui.dialogs.name_fields import NameFields
from desktop_app.ui.dialogs.taken_names import TakenNames
from desktop_app.ui.file_plan import FilePlan
from desktop_app.ui.opened_file import NEW_IMAGE, Answer, OwnerOf, suggested_name
from desktop_app.ui.texts import safe


class ImageNames(QWidget):
    """Asks for names.

    Signals:
        changed(): something else was typed or chosen.

    Args:
        plan: a file that can be started.
        owner_of: tells which image in the engine has a name.
    """

    changed = Signal()

    def __init__(self, plan: FilePlan, owner_of: OwnerOf) -> None:
        super().__init__()
        self._owner_of = owner_of
        self._replaced_names = plan.replaced_names
        self._own_ids = {image.config_digest for image in plan.arriving.images}
        self._own_ids |= {image.manifest_digest for image in plan.arriving.images}
        self._missing, self._others = NameFields(), NameFields()
        self._taken: TakenNames | None = None
        self._change: Link | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.GAP)
        self._layout.addWidget(self._missing)
        self._missing.changed.connect(self.changed)
        self._others.changed.connect(self.changed)
        if plan.method is Method.IMPORT:
            self._ask_for_one(plan)
        elif not plan.awaits_names:
            self._ask_for_many(plan)
        self._layout.addWidget(self._others)

    @property
    def answer(self) -> Answer:
        """All that was answered so far."""
        taken, moving = self._taken, self._missing.moving_names
        typed = self._missing.names | self._others.names
        is_acceptable = self._missing.are_acceptable and self._others.are_acceptable
        if taken is not None:
            typed |= taken.given_names
            moving |= self._replaced_names if taken.moves else frozenset()
            is_acceptable &= taken.is_answered
        return Answer(
            given_names={key: name for key, name in typed.items() if key != name},
            movable_names=moving,
            is_acceptable=is_acceptable,
            is_risky=bool(moving) or (taken is not None and not taken.keeps_both),
        )

    @property
    def tab_stops(self) -> list[QWidget]:
        """What takes the focus, from top to bottom."""
        taken = [] if self._taken is None else self._taken.tab_stops
        change = [] if self._change is None else [self._change]
        return [*self._missing.tab_stops, *taken, *change, *self._others.tab_stops]

    def _ask_for_one(self, plan: FilePlan) -> None:
        field = NameField(self._owner_of, suggested_name(plan.report.path))
        self._missing.add(NEW_IMAGE, field, _new_image_text)

    def _ask_for_many(self, plan: FilePlan) -> None:
        for image in plan.nameless_images:
            field = NameField(self._owner_of, is_optional=True)
            self._missing.add(
                image.config_digest, field, partial(_nameless_text, short_id(image.config_digest))
            )
        taken = plan.taken_names
        if taken:
            self._taken = TakenNames(taken, self._other_owner)
            self._taken.changed.connect(self.changed)
            self._layout.addWidget(self._taken)
        if free := [name for name in dict.fromkeys(plan.arriving.names) if name not in taken]:
            self._offer_change(free)

    def _offer_change(self, names: list[str]) -> None:
        """The fields come when they are wanted: there may be hundreds, and most want none."""
        self._change = Link(_change_text)
        self._change.clicked.connect(lambda: self._on_change_wanted(names))
        self._layout.addWidget(self._change)

    def _on_change_wanted(self, names: list[str]) -> None:
        for name in names:
            field = NameField(self._other_owner, name, must_be_free=True)
            self._others.add(name, field, partial(_other_text, safe(name)))
        for first, second in pairwise(self.tab_stops):
            self.setTabOrder(first, second)
        self._others.tab_stops[0].setFocus()
        if self._change is not None:
            self._change.hide()
        self.updateGeometry()  # now, for whoever asks for the size at once
        self.changed.emit()

    def _other_owner(self, name: str) -> str:
        """The image that has a name now, unless it is one of those in the file."""
        owner = self._owner_of(name)
        return "" if owner in self._own_ids else owner


def _new_image_text() -> str:
    return QCoreApplication.translate("ImageNames", "&Name of the new image")


def _nameless_text(image_id: str) -> str:
    text = QCoreApplication.translate("ImageNames", "Name for the image {id}")
    return text.format(id=image_id)


def _other_text(name: str) -> str:
    return QCoreApplication.translate("ImageNames", "Load {name} as").format(name=name)


def _change_text() -> str:
    return QCoreApplication.translate("ImageNames", "Change names…")
