"""The bar below a list: what is selected, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from desktop_app.ui import theme
from desktop_app.ui.action_button import ActionButton
from desktop_app.ui.elided_label import ElidedLabel


class SelectionBar(QFrame):
    """Appears with the selection.

    Args:
        actions: from the least to the most important; the last one is the filled button.
        rare_actions: those among them that are seen only while they can be used.
    """

    def __init__(self, actions: Sequence[QAction], rare_actions: Sequence[QAction] = ()) -> None:
        super().__init__()
        theme.make_card(self)
        self._count = QLabel()
        theme.make_bold(self._count)
        self._remark = ElidedLabel()
        theme.make_quiet(self._remark)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.line_margins())
        layout.setSpacing(theme.GAP)
        layout.addWidget(self._count)
        layout.addWidget(self._remark, 1)
        self._rare = []
        for action in actions:
            button = ActionButton(action)
            theme.make_primary(button, is_primary=action is actions[-1])
            layout.addWidget(button)
            if action in rare_actions:
                self._rare.append((action, button))
        self.hide()

    def show_selection(self, count_text: str, remark: str) -> None:
        """Say what is selected; nothing hides the bar."""
        self._count.setText(count_text)
        self._remark.set_whole_text(remark)
        for action, button in self._rare:
            button.setVisible(action.isEnabled())
        self.setVisible(bool(count_text))
