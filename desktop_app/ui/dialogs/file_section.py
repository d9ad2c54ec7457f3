"""One file in the dialog for opened files: what it is, what speaks against it, and its names."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.archives import Compression
from desktop_app.archives.compatibility import Method, VerdictCode
from desktop_app.archives.report import ReportWarning
from desktop_app.errors import ErrorCode
from desktop_app.models.words import size_text
from desktop_app.progress import Progress
from desktop_app.transfers.requests import ImportRequest, LoadRequest, Transfer, UnreadableFile
from desktop_app.ui import theme
from desktop_app.ui.dialogs.contents_table import ContentsTable
from desktop_app.ui.dialogs.dialog import text_label
from desktop_app.ui.dialogs.image_names import NEW_IMAGE, ImageNames
from desktop_app.ui.dialogs.name_field import OwnerOf
from desktop_app.ui.dialogs.reading_line import ReadingLine
from desktop_app.ui.file_plan import FilePlan
from desktop_app.ui.texts import (
    conversion_text,
    error_text,
    kind_text,
    sentences,
    verdict_text,
    warning_text,
)

_SEEN_ANYWAY = {ReportWarning.NAMELESS, ReportWarning.LAYERS_MISSING}
"""The fields for names and the verdict say as much."""


class FileSection(QWidget):
    """What is said and asked about one file.

    Signals:
        changed(): a name was typed.

    Args:
        plan: the file and what is to be done with it.
        owner_of: tells which image in the engine has a name.
    """

    changed = Signal()

    def __init__(self, plan: FilePlan, owner_of: OwnerOf) -> None:
        super().__init__()
        self.plan = plan
        self._failure: UnreadableFile | None = None
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

    @property
    def is_startable(self) -> bool:
        """Whether the engine may be sent this file, now or once more is known of it."""
        return self._failure is None and self.plan.is_startable

    @property
    def is_reading(self) -> bool:
        """Whether the file is still being read."""
        return self._failure is None and not self.plan.report.complete

    def show_progress(self, progress: Progress) -> None:
        """Show how far the reading is."""
        self._reading.show_progress(progress)

    def show_plan(self, plan: FilePlan) -> None:
        """Show what is known now that the file was read to its end; what was typed stays."""
        before, self.plan = self.plan, plan
        self._add_table()
        if _questions(plan) != _questions(before):
            self._ask_for_names()
        self.retranslate()

    def show_failure(self, failure: UnreadableFile) -> None:
        """Say why the file could not be read to its end."""
        self._failure = failure
        self._ask_for_names()
        self.retranslate()

    @property
    def tab_stops(self) -> list[QWidget]:
        """What takes the focus, from top to bottom."""
        stops: list[QWidget] = [] if self._table is None else [self._table]
        return stops if self._names is None else [*stops, *self._names.tab_stops]

    @property
    def transfer(self) -> Transfer | None:
        """What goes into the queue; None if the file cannot be used, or not with these names."""
        if self._names is None or self.plan.awaits_names or not self._names.is_acceptable:
            return None
        return self.draft

    @property
    def is_unanswered(self) -> bool:
        """Whether nothing but an answer of the person is missing."""
        return self._names is not None and not self._names.is_acceptable

    @property
    def draft(self) -> Transfer | None:
        """The same as far as it is known, with a name to be filled in where one is missing."""
        if self._names is None:
            return None
        known, given = self.plan.report, self._names.given_names
        if self.plan.method is Method.IMPORT:
            name, has_consent = given.get(NEW_IMAGE, "NAME:TAG"), self.plan.has_consent
            return ImportRequest(known.path, name, despite_warning=has_consent, known=known)
        movable = self._names.movable_names
        return LoadRequest(known.path, given, movable_names=movable, known=known)

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """The names that new images will have, each with what tells the image from others."""
        if self._names is None:
            return ()
        given = self._names.given_names
        if self.plan.method is Method.IMPORT:
            return tuple((name, str(self.plan.report.path)) for name in given.values())
        return tuple(
            (given.get(name, name), image.config_digest)
            for image in self.plan.arriving.images
            for name in image.names or given.keys() & {image.config_digest}
        )

    @property
    def is_risky(self) -> bool:
        """Whether an image in the engine would lose a name, or that is not decided yet."""
        return self._names is not None and self._names.is_risky

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._facts.setText(self._facts_text())
        self._reading.set_text(self._reading_text())
        self._reading.setVisible(self.is_reading)
        notice = self._notice_text()
        self._notice.setText(notice)
        self._notice.setVisible(bool(notice))
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
        if self.plan.report.images:
            self._table = ContentsTable(self.plan)
            self._layout.insertWidget(1, self._table)
            self._table.show()

    def _ask_for_names(self) -> None:
        """Put the questions for this plan in the place of those of the one before."""
        if self._names is not None:
            self._layout.removeWidget(self._names)
            self._names.deleteLater()
            self._names = None
        if self.is_startable:
            self._names = ImageNames(self.plan, self._owner_of)
            self._names.changed.connect(self.changed)
            self._layout.addWidget(self._names)
            self._names.show()

    def _reading_text(self) -> str:
        if self.plan.method is Method.LOAD:
            return self.tr("Reading which images are in it…")
        return self.tr("Reading whether it is whole…")

    def _facts_text(self) -> str:
        """``Saved images · 361 MB · gzip``."""
        report = self.plan.report
        facts = [kind_text(report.kind), size_text(report.size_bytes)]
        if report.compression is not Compression.NONE:
            facts.append(report.compression.value)
        return " · ".join(facts)

    def _notice_text(self) -> str:
        """What speaks against the file and what is done to it on the way, a paragraph each."""
        if self._failure is not None:
            failed = error_text(ErrorCode(self._failure.code), self._failure.params)
            return f"⚠ {sentences([failed.headline, failed.advice])}"
        lines = [self._switched_text()] if self.plan.refused_method else []
        if self.plan.verdict.code is not VerdictCode.FITS:
            text = verdict_text(self.plan.verdict, self.plan.report)
            lines.append(f"⚠ {sentences([text.headline, text.explanation])}")
        conversion = self.plan.verdict.conversion
        if conversion is not None and self.plan.is_startable:
            lines.append(conversion_text(conversion, self.plan.report))
        odd = [warning for warning in self.plan.report.warnings if warning not in _SEEN_ANYWAY]
        lines += [f"⚠ {warning_text(warning)}" for warning in odd]
        return "\n\n".join(lines)

    def _switched_text(self) -> str:
        if self.plan.method is Method.LOAD:
            return self.tr("⚠ You chose Import. This file holds saved images, so it is loaded.")
        return self.tr("⚠ You chose Load. This file holds a file system, so it is imported.")


def _questions(plan: FilePlan) -> tuple[object, ...]:
    """What the names that are asked for depend on."""
    if not plan.is_startable:
        return ()
    if plan.method is Method.IMPORT:
        return (plan.method, plan.report.path)
    images = [(image.config_digest, image.names) for image in plan.arriving.images]
    return (plan.method, plan.awaits_names, images, plan.replaced_names)
