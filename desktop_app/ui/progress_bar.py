"""A bar that says how far something is. Words stand beside it and are said by its owner."""

from PySide6.QtWidgets import QProgressBar

_WHOLE = 1000


class ProgressBar(QProgressBar):
    """Painted with the rest of the window.

    Qt's own paints whatever has changed in the whole window at each step, before it goes on.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setTextVisible(False)
        self.set_permille(0)

    def set_permille(self, permille: int | None) -> None:
        """Show how far it is; None where nobody knows, and it only moves."""
        whole, value = (0, 0) if permille is None else (_WHOLE, permille)
        if (whole, value) != (self.maximum(), self.value()):
            self.setUpdatesEnabled(False)
            self.setRange(0, whole)
            self.setValue(value)
            self.setUpdatesEnabled(True)
