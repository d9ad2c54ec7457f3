"""What is in the files that were opened, and one button that starts all that can be started."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.archives import ArchiveReport
from desktop_app.archives.compatibility import Method
from desktop_app.progress import Progress
from desktop_app.transfers.requests import Transfer, UnreadableFile
from desktop_app.ui import theme
from desktop_app.ui.dialogs.details_pane import DetailsPane
from desktop_app.ui.dialogs.dialog import Dialog, text_label
from desktop_app.ui.dialogs.file_section import FileSection
from desktop_app.ui.dialogs.file_table import FileTable
from desktop_app.ui.dialogs.show_command import command_link
from desktop_app.ui.dialogs.which_one import which_one_link
from desktop_app.ui.file_plan import FilePlan
from desktop_app.ui.fitting_area import FittingArea
from desktop_app.ui.one_layout import laid_out_once
from desktop_app.ui.opened_file import OpenedFile, OwnerOf, opened_file, repeated_name
from desktop_app.ui.texts import briefly_listed, evidence_text, safe

_FEW = 4
"""So many files are shown with all that is asked about them; of more, a table and one of them."""


class OpenFilesDialog(Dialog):
    """Shows one or many files before anything of them is sent.

    Signals:
        confirmed(tuple[Transfer, ...]): what is to be done, in the order in which it is shown.
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
        self._owner_of = owner_of
        self._files = sorted((opened_file(file, owner_of) for file in files), key=_rank)
        self._sections: dict[int, FileSection] = {}
        self._shown: dict[int, QWidget] = {}  # each of them, in its card
        self._table: FileTable | None = None
        self._column = self.body if len(files) == 1 else self._add_column()
        self._show_files()
        self._remark = text_label()
        self.body.addWidget(self._remark)
        self._evidence = DetailsPane("")
        self.add_details(self._evidence)
        self._command = command_link(lambda: self._drafts, lambda: self._plans[0].info)
        self.add_link(self._command)
        self.add_link(which_one_link())
        self._check = self.add_button()
        self._check.clicked.connect(self._on_check)
        self._check.setVisible(bool(self._plans))
        self._cancel = self.add_button()
        self._cancel.clicked.connect(self.reject)
        self._start = self.add_button()
        self._start.clicked.connect(self._on_start)
        theme.make_primary(self._start)
        self.retranslate()

    @property
    def incomplete_reports(self) -> tuple[ArchiveReport, ...]:
        """The files that are known from their beginning only, in the order in which they stand."""
        plans = (file.plan for file in self._files if file.is_reading)
        return tuple(plan.report for plan in plans if plan is not None)

    def show_progress(self, report: ArchiveReport, progress: Progress) -> None:
        """Show how far the reading of one of these files is."""
        section = self._sections.get(self._number_of(report))
        if section is not None:
            section.show_progress(progress)

    def fill_in(self, report: ArchiveReport, found: FilePlan | UnreadableFile) -> None:
        """Show what one of these files is, now that it was read to its end.

        Args:
            report: what was known of it so far.
            found: its plan of now, or the reason why it could not be read.
        """
        number = self._number_of(report)
        file = self._files[number].found(found, self._owner_of)
        if (section := self._sections.get(number)) is not None:
            with laid_out_once(self._column):
                section.show_file(file)
        self._become(number, file)
        self._say_what_it_is()
        if self.focusWidget() not in self.body_stops():  # nobody who is at work is interrupted
            self.place_focus()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._check.setText(self.tr("Check…"))
        self._say_what_it_is()
        self._on_changed()

    @override
    def body_stops(self) -> list[QWidget]:
        """From file to file, whatever was made first."""
        table = [] if self._table is None else [self._table]
        numbers = [number for number, card in self._shown.items() if card.isVisibleTo(self)]
        return [*table, *(stop for number in numbers for stop in self._sections[number].tab_stops)]

    @override
    def fit(self) -> None:
        """Beside a table it never gets lower: nothing jumps from file to file."""
        before = self.height() if self._table is not None and self.isVisible() else 0
        super().fit()
        self.resize(self.width(), max(self.height(), before))

    @property
    def _plans(self) -> list[FilePlan]:
        return [file.plan for file in self._files if file.plan is not None]

    @property
    def _startable(self) -> list[FilePlan]:
        return [file.startable for file in self._files if file.startable is not None]

    @property
    def _transfers(self) -> tuple[Transfer, ...]:
        found = (file.transfer for file in self._files)
        return tuple(transfer for transfer in found if transfer is not None)

    @property
    def _drafts(self) -> list[Transfer]:
        return [file.draft for file in self._files if file.draft is not None]

    def _number_of(self, report: ArchiveReport) -> int:
        plans = (file.plan for file in self._files)
        return next(n for n, plan in enumerate(plans) if plan is not None and plan.report == report)

    def _add_column(self) -> QVBoxLayout:
        """Where several files stand one below the other, in an area that scrolls."""
        area = FittingArea(0)
        area.column.setSpacing(theme.GAP)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the focus makes what it is on visible
        self.body.addWidget(area)
        return area.column

    def _show_files(self) -> None:
        if len(self._files) <= _FEW:
            for number in range(len(self._files)):
                self._add_section(number)
            return
        self._table = FileTable(self._files)
        self._table.chosen.connect(self._on_chosen)
        self.body.insertWidget(0, self._table)
        waiting = (number for number, file in enumerate(self._files) if file.is_unanswered)
        self._table.choose(next(waiting, 0))

    def _add_section(self, number: int) -> None:
        section = FileSection(self._files[number], self._owner_of)
        section.changed.connect(partial(self._on_answered, number))
        self._sections[number] = section
        self._shown[number] = section if len(self._files) == 1 else _card(section)
        self._column.addWidget(self._shown[number])

    @Slot(object)
    def _on_chosen(self, chosen: int) -> None:
        """Of many files the one that was chosen is shown."""
        with laid_out_once(self._column):
            if chosen not in self._sections:
                self._add_section(chosen)
            for number, card in self._shown.items():
                card.setVisible(number == chosen)
        self.order_tabs()

    def _on_answered(self, number: int) -> None:
        self._become(number, self._sections[number].file)

    def _become(self, number: int, file: OpenedFile) -> None:
        self._files[number] = file
        if self._table is not None:
            self._table.show_file(number, file)
        self._on_changed()

    def _say_what_it_is(self) -> None:
        startable = self._startable
        self.set_texts(self._heading_text(startable), self._explanation_text(startable))
        self._evidence.set_detail("\n\n".join(_evidence(plan) for plan in self._plans))

    def _heading_text(self, startable: Sequence[FilePlan]) -> str:
        if len(self._files) > 1:
            return self.tr("What is in these %n file(s)", "", len(self._files))
        file = safe(self._files[0].path.name)
        if not startable:
            return self.tr("{file} cannot be used").format(file=file)
        if startable[0].method is Method.IMPORT:
            return self.tr("Import {file} as an image").format(file=file)
        return self.tr("Load {file}").format(file=file)

    def _explanation_text(self, startable: Sequence[FilePlan]) -> str:
        if not startable:
            return self.tr("Nothing was sent to the engine.")
        return self.tr("Nothing has been sent to the engine yet.")

    def _on_changed(self) -> None:
        """What is typed decides what the button does, and whether Enter may press it."""
        repeated, startable = self._repeated_text(), self._startable
        remark = repeated or self._unanswered_text()
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        is_complete = len(self._transfers) == len(startable)
        self._start.setVisible(bool(startable))
        self._command.setVisible(bool(startable))
        self._start.setEnabled(is_complete and not repeated)
        self._start.setText(self._start_text(startable))
        self._cancel.setText(self.tr("Cancel") if startable else self.tr("Close"))
        is_risky = any(file.is_risky for file in self._files)
        self._start.setDefault(bool(startable) and not is_risky)
        self._cancel.setDefault(not startable or is_risky)
        theme.make_primary(self._cancel, is_primary=not startable)
        self.fit()

    def _start_text(self, startable: Sequence[FilePlan]) -> str:
        methods = {plan.method for plan in startable}
        if methods == {Method.LOAD} and any(plan.awaits_names for plan in startable):
            return self.tr("Load images")
        if methods == {Method.LOAD}:
            count = sum(plan.image_count for plan in startable)
            return self.tr("Load %n image(s)", "", count)
        if methods == {Method.IMPORT}:
            return self.tr("Import %n file(s)", "", len(startable))
        return self.tr("Load and import %n file(s)", "", len(startable))

    def _repeated_text(self) -> str:
        """A sentence if two of the new images would get the same name."""
        if not (repeated := repeated_name(self._files)):
            return ""
        text = self.tr("Two images here would be called {name}. Give each a name of its own.")
        return text.format(name=repeated)

    def _unanswered_text(self) -> str:
        """Which of several files keep the button from being pressed; a single one is in sight."""
        if len(self._files) == 1:
            return ""
        files = [file.path.name for file in self._files if file.is_unanswered]
        if not files:
            return ""
        text = self.tr("To be answered first: the question about {files}.")
        return text.format(files=briefly_listed(files))

    def _on_check(self) -> None:
        self.check_wanted.emit(tuple(plan.report.path for plan in self._plans))
        self.reject()

    def _on_start(self) -> None:
        self.confirmed.emit(self._transfers)
        self.accept()


def _rank(file: OpenedFile) -> tuple[bool, bool]:
    """What can be done comes first, and last what cannot even be read."""
    return (file.plan is None, not file.is_startable)


def _card(section: FileSection) -> QFrame:
    card = QFrame()
    theme.make_card(card)
    heading = text_label()
    heading.setText(safe(section.file.path.name))
    theme.make_bold(heading)
    layout = QVBoxLayout(card)
    layout.addWidget(heading)
    layout.addWidget(section)
    return card


def _evidence(plan: FilePlan) -> str:
    """How the file was told."""
    report = plan.report
    text = QCoreApplication.translate("OpenFilesDialog", "{file}: {evidence}")
    text = text.format(file=safe(report.path.name), evidence=evidence_text(report.evidence))
    return f"{text}\n→ {safe(report.inner)}" if report.inner else text
