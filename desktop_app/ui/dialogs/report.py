"""The diagnostic report: seen before it is copied, and without names unless they are wished."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from desktop_app.ui import theme
from desktop_app.ui.dialogs.details_pane import DetailsPane
from desktop_app.ui.dialogs.dialog import Dialog


class ReportDialog(Dialog):
    """Shows the report and copies it; it goes nowhere by itself.

    Args:
        parent: the window.
        make: the report, with names or without.
    """

    def __init__(self, parent: QWidget | None, make: Callable[[bool], str]) -> None:
        super().__init__(parent)
        self._make = make
        self._has_names = QCheckBox()
        self._report = DetailsPane(make(self._has_names.isChecked()), can_copy=False)
        self._has_names.toggled.connect(self._on_toggled)
        self.body.addWidget(self._report)
        self.body.addWidget(self._has_names)
        self._close = self.add_button()
        self._close.clicked.connect(self.reject)
        self._copy = self.add_button(is_default=True)
        self._copy.clicked.connect(self._on_copy)
        theme.make_primary(self._copy)
        self._is_copied = False
        self.retranslate()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_texts(
            self.tr("Diagnostic report"),
            self.tr(
                "For whoever helps you with Image Ferry. Nothing is sent: copy it, and paste it"
                " into a message."
            ),
        )
        self._has_names.setText(self.tr("With &names of images, files, computers and users"))
        self._close.setText(self.tr("Close"))
        copied, copy = self.tr("✓ Copied"), self.tr("&Copy report")
        self._copy.setText(copied if self._is_copied else copy)

    def _on_toggled(self, has_names: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._report.set_detail(self._make(has_names))
        self._is_copied = False
        self.retranslate()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._make(self._has_names.isChecked()))
        self._is_copied = True
        self.retranslate()
