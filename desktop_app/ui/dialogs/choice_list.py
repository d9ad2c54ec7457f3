"""A list to choose from that long choices do not widen."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QSizePolicy

from desktop_app.models.words import tip_text

_SHOWN_CHARACTERS = 24


class ChoiceList(QComboBox):
    """Takes the room that there is; what is chosen is said in full in the tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_SHOWN_CHARACTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.currentTextChanged.connect(self._on_text_changed)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self.setToolTip(tip_text(text))
