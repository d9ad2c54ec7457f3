"""One past transfer in full, to be read and copied."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop_app.desktop.past_transfer import PastTransfer
from desktop_app.ui import theme
from desktop_app.ui.dialogs.details_pane import DetailsPane
from desktop_app.ui.dialogs.dialog import Dialog
from desktop_app.ui.texts import past_outcome, past_report, past_title


class PastTransferDialog(Dialog):
    """Says what came of it; below is the report.

    Args:
        parent: the window.
        past: the transfer.
    """

    def __init__(self, parent: QWidget | None, past: PastTransfer) -> None:
        super().__init__(parent)
        self._past = past
        self._report = DetailsPane(past_report(past))
        self.body.addWidget(self._report)
        self._close = self.add_button(is_default=True)
        self._close.clicked.connect(self.accept)
        theme.make_primary(self._close)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_texts(past_title(self._past), past_outcome(self._past))
        self._report.set_detail(past_report(self._past))
        self._close.setText(self.tr("Close"))
