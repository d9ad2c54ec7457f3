"""The warning: the method that was chosen does not fit the file. The right one is a click away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.archives.compatibility import Level, Method
from desktop_app.ui import theme
from desktop_app.ui.dialogs.contents_table import ContentsTable
from desktop_app.ui.dialogs.dialog import Dialog, text_label
from desktop_app.ui.dialogs.method_pictures import MethodPictures
from desktop_app.ui.dialogs.which_one import which_one_link
from desktop_app.ui.file_plan import FilePlan
from desktop_app.ui.texts import evidence_text, verdict_text


class WrongMethodDialog(Dialog):
    """Says why the method is wrong and offers the right one.

    Signals:
        chosen(Method): what the person wants now; the method of the plan means "all the same".

    Args:
        parent: the window.
        plan: a file with a method that does not fit.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None, plan: FilePlan) -> None:
        super().__init__(parent)
        self._plan = plan
        self.body.addWidget(MethodPictures(plan.method, plan.verdict))
        self._table = ContentsTable(plan) if plan.report.images else None
        if self._table is not None:
            self.body.addWidget(self._table)
        self._evidence = text_label()
        self._anyway: QPushButton | None = None
        self._add_details()
        self.add_link(which_one_link())
        suggested = plan.verdict.suggested_method
        self._cancel = self.add_button(is_default=suggested is None)
        self._cancel.clicked.connect(self.reject)
        self._instead: QPushButton | None = None
        if suggested is not None:
            self._instead = self.add_button(is_default=True)
            self._instead.clicked.connect(lambda: self._choose(suggested))
        theme.make_primary(self._instead or self._cancel)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        text = verdict_text(self._plan.verdict, self._plan.report)
        self.set_texts(text.headline, text.explanation)
        self._evidence.setText(evidence_text(self._plan.report.evidence))
        self._cancel.setText(self.tr("Cancel"))
        if self._instead is not None:
            self._instead.setText(self._instead_text())
        if self._anyway is not None:
            self._anyway.setText(self.tr("Import anyway"))
            self._anyway.setAccessibleDescription(text.explanation)

    def _add_details(self) -> None:
        """How the file was told and, if the engine would take it, the way on all the same."""
        details = QWidget()
        layout = QVBoxLayout(details)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._evidence)
        if self._plan.method is Method.IMPORT and self._plan.verdict.level is Level.WARN:
            self._anyway = QPushButton()
            self._anyway.setAutoDefault(False)
            self._anyway.clicked.connect(lambda: self._choose(Method.IMPORT))
            layout.addWidget(self._anyway, alignment=Qt.AlignmentFlag.AlignLeading)
        self.add_details(details)

    def _instead_text(self) -> str:
        if self._plan.verdict.suggested_method is Method.IMPORT:
            return self.tr("Import instead…")
        return self.tr("Load %n image(s) instead", "", len(self._plan.report.images))

    def _choose(self, method: Method) -> None:
        self.chosen.emit(method)
        self.accept()
