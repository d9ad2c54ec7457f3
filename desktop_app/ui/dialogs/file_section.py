"""One file in the dialog for opened files: what it is, what speaks against it, and its names."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.archives import Compression
from desktop_app.archives.compatibility import Method, VerdictCode
from desktop_app.archives.report import ReportWarning
from desktop_app.errors import ErrorCode
from desktop_app.models.words import size_text
from desktop_app.progress import Progress
from desktop_app.transfers.requests import UnreadableFile
from desktop_app.ui import theme
from desktop_app.ui.dialogs.contents_table import ContentsTable
from desktop_app.ui.dialogs.dialog import text_label
from desktop_app.ui.dialogs.image_names import ImageNames
from desktop_app.ui.dialogs.reading_line import ReadingLine
from desktop_app.ui.file_plan import FilePlan
from desktop_app.ui.opened_file import OpenedFile, OwnerOf
from desktop_app.ui.texts import (
    conversion_text,
    error_text,
    kind_text,
    platforms_text,
    sentences,
    verdict_text,
    warning_text,
)

_SEEN_ANYWAY = {ReportWarning.NAMELESS, ReportWarning.LAYERS_MISSING}
"""The fields for names and the verdict say as much."""


class FileSection(QWidget):
    """What is said and asked about one file.

    Attributes:
        file: with what was answered so far.

    Signals:
        changed(): something else was answered.

    Args:
        file: what is shown.
        owner_of: tells which image in the engine has a name.
    """

    changed = Signal()

    def __init__(self, file: OpenedFile, owner_of: OwnerOf) -> None:
        super().__init__()
        self.file = file
        self._owner_of = owner_of
        self._facts = text_label()
        theme.make_quiet(self._facts)
        self._table: ContentsTable | None = None
        self._reading = ReadingLine()
        self._notice = text_label()
        self._names: ImageNames | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.GAP)
        for widget in (self._facts, self._reading, self._notice):
            self._layout.addWidget(widget)
        self._add_table()
        self._ask_for_names()
        self.retranslate()

    def show_progress(self, progress: Progress) -> None:
        """Show how far the reading is."""
        self._reading.show_progress(progress)

    def show_file(self, file: OpenedFile) -> None:
        """Show what is known now that the file was read to its end; what was typed stays."""
        before, self.file = self.file, file
        self._add_table()
        if file.questions != before.questions:
            self._ask_for_names()
        self.retranslate()

    @property
    def tab_stops(self) -> list[QWidget]:
        """What takes the focus, from top to bottom."""
        stops: list[QWidget] = [] if self._table is None else [self._table]
        return stops if self._names is None else [*stops, *self._names.tab_stops]

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        facts = self._facts_text()
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        self._reading.set_text(self._reading_text())
        self._reading.setVisible(self.file.is_reading)
        self._show_notice()
        if self._table is not None:
            self._table.retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _add_table(self) -> None:
        """Show the images; until the file was read, they are those that it says it has, if any."""
        if self._table is not None:
            self._layout.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
            self._table = None
        if self.file.plan is not None and self.file.plan.report.images:
            self._table = ContentsTable(self.file.plan)
            self._layout.insertWidget(1, self._table)
            self._table.show()

    def _ask_for_names(self) -> None:
        """Put the questions of now in the place of those before."""
        if self._names is not None:
            self._layout.removeWidget(self._names)
            self._names.deleteLater()
            self._names = None
        if (plan := self.file.startable) is not None:
            self._names = ImageNames(plan, self._owner_of)
            self._names.changed.connect(self._on_answered)
            self._layout.addWidget(self._names)
            self._names.show()

    @Slot()
    def _on_answered(self) -> None:
        if self._names is not None:
            self.file = replace(self.file, answer=self._names.answer)
            self._show_notice()
            self.changed.emit()

    def _show_notice(self) -> None:
        notice = self._notice_text()
        self._notice.setText(notice)
        self._notice.setVisible(bool(notice))

    def _reading_text(self) -> str:
        if self.file.plan is not None and self.file.plan.method is Method.LOAD:
            return self.tr("Reading which images are in it…")
        return self.tr("Reading whether it is whole…")

    def _facts_text(self) -> str:
        """``Saved images · 361 MB · gzip``."""
        if self.file.plan is None:
            return ""
        report = self.file.plan.report
        facts = [kind_text(report.kind), size_text(report.size_bytes)]
        if report.compression is not Compression.NONE:
            facts.append(report.compression.value)
        return " · ".join(facts)

    def _notice_text(self) -> str:
        """What speaks against the file and what is done to it on the way, a paragraph each."""
        if self.file.failure is not None:
            return _failure_text(self.file.failure)
        return "" if self.file.plan is None else self._plan_text(self.file.plan)

    def _plan_text(self, plan: FilePlan) -> str:
        lines = [self._switched_text(plan.method)] if plan.refused_method else []
        if plan.verdict.code is not VerdictCode.FITS:
            text = verdict_text(plan.verdict, plan.report)
            lines.append(f"⚠ {sentences([text.headline, text.explanation])}")
        if plan.verdict.conversion is not None and plan.is_startable:
            lines.append(conversion_text(plan.verdict.conversion, plan.report))
        if self.file.left_behind:
            lines.append(f"⚠ {platforms_text(plan.report, self.file.left_behind)}")
        odd = [warning for warning in plan.report.warnings if warning not in _SEEN_ANYWAY]
        lines += [f"⚠ {warning_text(warning)}" for warning in odd]
        return "\n\n".join(lines)

    def _switched_text(self, method: Method) -> str:
        if method is Method.LOAD:
            return self.tr("⚠ You chose Import. This file holds saved images, so it is loaded.")
        return self.tr("⚠ You chose Load. This file holds a file system, so it is imported.")


def _failure_text(failure: UnreadableFile) -> str:
    text = error_text(ErrorCode(failure.code), failure.params)
    return f"⚠ {sentences([text.headline, text.advice])}"
