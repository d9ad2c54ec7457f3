"""What is in the files that were opened, and one button that starts all that can be started."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.archives import ArchiveReport
from desktop_app.archives.compatibility import Method
from desktop_app.errors import ErrorCode
from desktop_app.progress import Progress
from desktop_app.transfers.requests import Transfer, UnreadableFile
from desktop_app.ui import theme
from desktop_app.ui.dialogs.dialog import Dialog, text_label
from desktop_app.ui.dialogs.file_section import FileSection
from desktop_app.ui.dialogs.name_field import OwnerOf
from desktop_app.ui.file_plan import FilePlan
from desktop_app.ui.texts import error_text, evidence_text, safe, sentences


class OpenFilesDialog(Dialog):
    """Shows one or many files before anything of them is sent.

    Signals:
        confirmed(tuple[Transfer, ...]): what is to be done, in the order of the files.
        check_wanted(tuple[Path, ...]): the files are to be checked first; the dialog is closed.

    Args:
        parent: the window.
        files: each with its plan, or with the reason why it could not be read.
        owner_of: tells which image in the engine has a name.
    """

    confirmed = Signal(object)
    check_wanted = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        files: Sequence[FilePlan | UnreadableFile],
        owner_of: OwnerOf,
    ) -> None:
        super().__init__(parent)
        plans = [file for file in files if isinstance(file, FilePlan)]
        self._sections = [FileSection(plan, owner_of) for plan in plans]
        self._unreadable = [
            (file, text_label()) for file in files if isinstance(file, UnreadableFile)
        ]
        self._file_count = len(files)
        self.body.addWidget(self._content())
        self._remark = text_label()
        self.body.addWidget(self._remark)
        self._evidence = text_label()
        self.add_details(self._evidence)
        self._check = self.add_button()
        self._check.clicked.connect(self._on_check)
        self._check.setVisible(bool(plans))
        self._cancel = self.add_button()
        self._cancel.clicked.connect(self.reject)
        self._start = self.add_button()
        self._start.clicked.connect(self._on_start)
        theme.make_primary(self._start)
        for section in self._sections:
            section.changed.connect(self._on_changed)
        self.retranslate()

    @property
    def incomplete_reports(self) -> tuple[ArchiveReport, ...]:
        """The files that are known from their beginning only, in the order in which they stand."""
        return tuple(each.plan.report for each in self._sections if each.is_reading)

    def show_progress(self, report: ArchiveReport, progress: Progress) -> None:
        """Show how far the reading of one of these files is."""
        self._section_of(report).show_progress(progress)

    def fill_in(self, report: ArchiveReport, file: FilePlan | UnreadableFile) -> None:
        """Show what one of these files is, now that it was read to its end.

        Args:
            report: what was known of it so far.
            file: its plan of now, or the reason why it could not be read.
        """
        section = self._section_of(report)
        if isinstance(file, FilePlan):
            section.show_plan(file)
        else:
            section.show_failure(file)
        self.retranslate()
        if not isinstance(self.focusWidget(), QLineEdit):  # nobody is typing
            self.place_focus()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_texts(self._heading_text(), self._explanation_text())
        for file, label in self._unreadable:
            text = error_text(ErrorCode(file.code), file.params)
            label.setText(f"⚠ {sentences([text.headline, text.advice])}")
        self._evidence.setText("\n\n".join(_evidence(plan) for plan in self._plans))
        self._check.setText(self.tr("Check…"))
        self._on_changed()

    @property
    def _transfers(self) -> tuple[Transfer, ...]:
        found = (section.transfer for section in self._sections)
        return tuple(transfer for transfer in found if transfer is not None)

    @property
    def _plans(self) -> list[FilePlan]:
        return [section.plan for section in self._sections]

    @property
    def _startable(self) -> list[FilePlan]:
        return [section.plan for section in self._sections if section.is_startable]

    def _section_of(self, report: ArchiveReport) -> FileSection:
        return next(each for each in self._sections if each.plan.report == report)

    def _content(self) -> QWidget:
        """The only file as it is; several one below the other, in an area that scrolls."""
        if self._file_count == 1:
            return [*self._sections, *(label for _, label in self._unreadable)][0]
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, theme.GAP, 0)
        layout.setSpacing(theme.GAP)
        for section in self._sections:
            layout.addWidget(_card(section.plan.report.path.name, section))
        for file, label in self._unreadable:
            layout.addWidget(_card(file.path.name, label))
        layout.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(column)
        return area

    def _heading_text(self) -> str:
        if self._file_count > 1:
            return self.tr("What is in these %n file(s)", "", self._file_count)
        file = safe(self._plans[0].report.path.name) if self._plans else ""
        if not self._startable:
            return self.tr("{file} cannot be used").format(file=file)
        if self._startable[0].method is Method.IMPORT:
            return self.tr("Import {file} as an image").format(file=file)
        return self.tr("Load {file}").format(file=file)

    def _explanation_text(self) -> str:
        if not self._startable:
            return self.tr("Nothing was sent to the engine.")
        return self.tr("Nothing has been sent to the engine yet.")

    def _on_changed(self) -> None:
        """What is typed decides what the button does, and whether Enter may press it."""
        repeated = self._repeated_name()
        self._remark.setText(repeated)
        self._remark.setVisible(bool(repeated))
        transfers = self._transfers
        is_complete = len(transfers) == len(self._startable)
        self._start.setVisible(bool(self._startable))
        self._start.setEnabled(is_complete and not repeated)
        self._start.setText(self._start_text())
        self._cancel.setText(self.tr("Cancel") if self._startable else self.tr("Close"))
        is_risky = any(section.is_risky for section in self._sections)
        self._start.setDefault(bool(self._startable) and not is_risky)
        self._cancel.setDefault(not self._startable or is_risky)
        self.fit()

    def _start_text(self) -> str:
        methods = {plan.method for plan in self._startable}
        if methods == {Method.LOAD} and any(plan.awaits_names for plan in self._startable):
            return self.tr("Load images")
        if methods == {Method.LOAD}:
            count = sum(len(plan.arriving.images) for plan in self._startable)
            return self.tr("Load %n image(s)", "", count)
        if methods == {Method.IMPORT}:
            return self.tr("Import %n file system(s)", "", len(self._startable))
        return self.tr("Load and import %n file(s)", "", len(self._startable))

    def _repeated_name(self) -> str:
        """A sentence if two of the new images would get the same name; one would lose it again."""
        names = Counter(name for section in self._sections for name in section.names)
        repeated = next((name for name, count in names.items() if count > 1), "")
        if not repeated:
            return ""
        text = self.tr("Two images here would be called {name}. Give each a name of its own.")
        return text.format(name=repeated)

    def _on_check(self) -> None:
        self.check_wanted.emit(tuple(plan.report.path for plan in self._plans))
        self.reject()

    def _on_start(self) -> None:
        self.confirmed.emit(self._transfers)
        self.accept()


def _card(title: str, content: QWidget) -> QFrame:
    card = QFrame()
    theme.make_card(card)
    heading = text_label()
    heading.setText(safe(title))
    theme.make_bold(heading)
    layout = QVBoxLayout(card)
    layout.addWidget(heading)
    layout.addWidget(content)
    return card


def _evidence(plan: FilePlan) -> str:
    """How the file was told, and what one would type in a terminal."""
    report = plan.report
    command = "docker load -i" if plan.method is Method.LOAD else "docker import"
    lines = [f"{safe(report.path.name)}: {evidence_text(report.evidence)}"]
    if report.inner:
        lines.append(f"→ {safe(report.inner)}")
    if plan.is_startable:
        lines.append(f"{command} {safe(str(report.path))}")
    return "\n".join(lines)
