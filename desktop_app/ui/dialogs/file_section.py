"""One file in the dialog for opened files: what it is, what speaks against it, and its names."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.archives import ArchivedImage, Compression
from desktop_app.archives.compatibility import Method, VerdictCode
from desktop_app.archives.report import ReportWarning
from desktop_app.errors import ErrorCode
from desktop_app.models.words import short_id, size_text
from desktop_app.progress import Progress
from desktop_app.references import suggest
from desktop_app.transfers.requests import ImportRequest, LoadRequest, Transfer, UnreadableFile
from desktop_app.ui import theme
from desktop_app.ui.dialogs.contents_table import ContentsTable
from desktop_app.ui.dialogs.dialog import text_label
from desktop_app.ui.dialogs.name_field import NameField, OwnerOf
from desktop_app.ui.dialogs.reading_line import ReadingLine
from desktop_app.ui.file_plan import FilePlan
from desktop_app.ui.texts import (
    conversion_text,
    error_text,
    kind_text,
    sentences,
    verdict_text,
    warning_text,
    without_mnemonic,
)

_SEEN_ANYWAY = {ReportWarning.NAMELESS, ReportWarning.LAYERS_MISSING}
"""The fields for names and the verdict say as much."""


class FileSection(QWidget):
    """What is said and asked about one file.

    Signals:
        changed(): a name was typed, or more is known of the file.

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
        self._fields: list[tuple[QLabel, NameField]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.GAP)
        for widget in (self._facts, self._reading, self._notice):
            self._layout.addWidget(widget)
        self._add_table()
        self._add_fields()
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
        if _asks(plan) != _asks(before):
            self._remove_fields()
            self._add_fields()
        self.retranslate()
        self.changed.emit()

    def show_failure(self, failure: UnreadableFile) -> None:
        """Say why the file could not be read to its end."""
        self._failure = failure
        self._remove_fields()
        self.retranslate()
        self.changed.emit()

    @property
    def tab_stops(self) -> list[QWidget]:
        """What takes the focus, from top to bottom."""
        stops: list[QWidget | None] = [self._table]
        stops += [field.focusProxy() for _, field in self._fields]
        return [stop for stop in stops if stop is not None]

    @property
    def transfer(self) -> Transfer | None:
        """What goes into the queue; None if the file cannot be used, or not with these names."""
        is_known = self.is_startable and not self.plan.awaits_names
        if not is_known or not all(field.is_acceptable for _, field in self._fields):
            return None
        path = self.plan.report.path
        names = [field.name for _, field in self._fields]
        if self.plan.method is Method.IMPORT:
            return ImportRequest(path, names[0], despite_warning=self.plan.has_consent)
        nameless = self.plan.nameless_images
        given = {image.config_digest: name for image, name in zip(nameless, names, strict=True)}
        return LoadRequest(path, {digest: name for digest, name in given.items() if name})

    @property
    def names(self) -> tuple[str, ...]:
        """The names that were typed."""
        return tuple(field.name for _, field in self._fields if field.name)

    @property
    def is_risky(self) -> bool:
        """Whether an image in the engine would lose a name."""
        is_taking = any(field.loser_id for _, field in self._fields)
        return is_taking or bool(self.is_startable and self.plan.replaced_names)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._facts.setText(self._facts_text())
        self._reading.set_text(self._reading_text())
        self._reading.setVisible(self.is_reading)
        notice = self._notice_text()
        self._notice.setText(notice)
        self._notice.setVisible(bool(notice))
        for (label, field), text in zip(self._fields, self._field_texts(), strict=True):
            label.setText(text)
            field.set_accessible_name(without_mnemonic(text))
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

    def _add_fields(self) -> None:
        for text, is_optional in _asks(self.plan):
            self._add_field(NameField(self._owner_of, text, is_optional=is_optional))

    def _remove_fields(self) -> None:
        for label, field in self._fields:
            for widget in (label, field):
                self._layout.removeWidget(widget)
                widget.deleteLater()
        self._fields.clear()

    def _add_field(self, field: NameField) -> None:
        label = field.label()
        field.changed.connect(self.changed)
        self._fields.append((label, field))
        for widget in (label, field):
            self._layout.addWidget(widget)
            widget.show()

    def _field_texts(self) -> list[str]:
        if self.plan.method is Method.IMPORT:
            return [self.tr("&Name of the new image")] * len(self._fields)
        return [self._field_text(image) for image in self.plan.nameless_images]

    def _field_text(self, image: ArchivedImage) -> str:
        return self.tr("Name for the image {id}").format(id=short_id(image.config_digest))

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


def _asks(plan: FilePlan) -> list[tuple[str, bool]]:
    """The names to ask for: what each is to begin with, and whether it may stay empty."""
    if not plan.is_startable:
        return []
    if plan.method is Method.IMPORT:
        return [(suggest(_stem(plan.report.path.name)), False)]
    return [("", True) for _ in plan.nameless_images]


def _stem(file_name: str) -> str:
    """The name without the endings of archives: ``web`` for ``web.tar.gz``."""
    return file_name.split(".tar", 1)[0].removesuffix(".tgz")
