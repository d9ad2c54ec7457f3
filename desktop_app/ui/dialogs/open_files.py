"""What is in the files that were opened, and one button that starts all that can be started."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.archives import ArchiveReport
from desktop_app.archives.compatibility import Method
from desktop_app.errors import ErrorCode
from desktop_app.progress import Progress
from desktop_app.transfers.requests import Transfer, UnreadableFile
from desktop_app.ui import theme
from desktop_app.ui.dialogs.details_pane import DetailsPane
from desktop_app.ui.dialogs.dialog import Dialog, text_label
from desktop_app.ui.dialogs.file_section import FileSection
from desktop_app.ui.dialogs.name_field import OwnerOf
from desktop_app.ui.dialogs.show_command import command_link
from desktop_app.ui.dialogs.which_one import which_one_link
from desktop_app.ui.file_plan import FilePlan
from desktop_app.ui.fitting_area import FittingArea
from desktop_app.ui.one_layout import laid_out_once
from desktop_app.ui.texts import briefly_listed, error_text, evidence_text, safe, sentences

_SEEN_AT_ONCE = 4
"""So many files are seen without scrolling. Each takes some milliseconds to show, so that the
others follow one by one, and in between the window answers."""


class OpenFilesDialog(Dialog):
    """Shows one or many files before anything of them is sent.

    Signals:
        completed(): all files are shown; not sent where they are from the start.
        confirmed(tuple[Transfer, ...]): what is to be done, in the order in which it is shown.
        check_wanted(tuple[Path, ...]): the files are to be checked first; the dialog is closed.

    Args:
        parent: the window.
        files: each with its plan, or with the reason why it could not be read.
        owner_of: tells which image in the engine has a name.
    """

    completed = Signal()
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
        plans = [file for file in files if isinstance(file, FilePlan)]
        plans.sort(key=lambda plan: not plan.is_startable)
        unreadable = [file for file in files if isinstance(file, UnreadableFile)]
        self._coming: list[FilePlan | UnreadableFile] = [*plans, *unreadable]
        self._sections: list[FileSection] = []
        self._unreadable: list[tuple[UnreadableFile, QLabel]] = []
        self._file_count = len(files)
        self._column = self._add_column() if len(files) > 1 else None
        self._remark = text_label()
        self.body.addWidget(self._remark)
        self._evidence = DetailsPane("")
        self.add_details(self._evidence)
        self._command = command_link(lambda: self._drafts, lambda: plans[0].info)
        self.add_link(self._command)
        self.add_link(which_one_link())
        self._check = self.add_button()
        self._check.clicked.connect(self._on_check)
        self._check.setVisible(bool(plans))
        self._cancel = self.add_button()
        self._cancel.clicked.connect(self.reject)
        self._start = self.add_button()
        self._start.clicked.connect(self._on_start)
        theme.make_primary(self._start)
        for _ in files[:_SEEN_AT_ONCE]:
            self._show_next()
        self._later = QTimer(self)
        self._later.timeout.connect(self._show_more)
        if not self.is_complete:
            self._later.start()
        self.retranslate()

    @property
    def is_complete(self) -> bool:
        """Whether all files are shown."""
        return not self._coming

    @property
    def incomplete_reports(self) -> tuple[ArchiveReport, ...]:
        """The files that are known from their beginning only, in the order in which they stand.

        Of those that are shown so far.
        """
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
        with laid_out_once(self.body if self._column is None else self._column):
            if isinstance(file, FilePlan):
                section.show_plan(file)
            else:
                section.show_failure(file)
        self._say_what_it_is()
        self._on_changed()
        self._place_focus_again()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        for file, label in self._unreadable:
            label.setText(_reason(file))
        self._check.setText(self.tr("Check…"))
        self._say_what_it_is()
        self._on_changed()

    @property
    def _transfers(self) -> tuple[Transfer, ...]:
        found = (section.transfer for section in self._sections)
        return tuple(transfer for transfer in found if transfer is not None)

    @property
    def _drafts(self) -> list[Transfer]:
        return [each.draft for each in self._sections if each.draft is not None]

    @property
    def _plans(self) -> list[FilePlan]:
        return [*(section.plan for section in self._sections), *self._coming_plans]

    @property
    def _startable(self) -> list[FilePlan]:
        shown = [section.plan for section in self._sections if section.is_startable]
        return [*shown, *(plan for plan in self._coming_plans if plan.is_startable)]

    @property
    def _coming_plans(self) -> list[FilePlan]:
        return [file for file in self._coming if isinstance(file, FilePlan)]

    def _section_of(self, report: ArchiveReport) -> FileSection:
        return next(each for each in self._sections if each.plan.report == report)

    def _add_column(self) -> QVBoxLayout:
        """Where several files stand one below the other, in an area that scrolls."""
        area = FittingArea(0)
        area.column.setSpacing(theme.GAP)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the focus makes what it is on visible
        self.body.insertWidget(0, area)
        return area.column

    @override
    def done(self, result: int) -> None:
        """Many files are taken down as they were put up: one after the other, unseen."""
        is_large = self._column is not None and self._column.count() > 2 * _SEEN_AT_ONCE
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, not is_large)
        super().done(result)
        self._later.stop()
        if is_large:
            self._later.timeout.disconnect(self._show_more)
            self._later.timeout.connect(self._take_down)
            self._later.start()

    @Slot()
    def _take_down(self) -> None:
        item = self._column.takeAt(0) if self._column is not None else None
        if item is None:
            self._later.stop()
            self.deleteLater()
        elif (card := item.widget()) is not None:
            card.deleteLater()

    @Slot()
    def _show_more(self) -> None:
        """After the last file everything is known that the button has to know."""
        if not self.is_complete:
            self._show_next()
            return
        self._later.stop()
        self._on_changed()
        self._place_focus_again()
        self.completed.emit()

    def _show_next(self) -> None:
        file = self._coming.pop(0)
        if isinstance(file, FilePlan):
            self._place(file.report.path.name, self._new_section(file))
        else:
            label = text_label()
            label.setText(_reason(file))
            self._unreadable.append((file, label))
            self._place(file.path.name, label)

    def _new_section(self, plan: FilePlan) -> FileSection:
        section = FileSection(plan, self._owner_of)
        section.changed.connect(self._on_changed)
        self._sections.append(section)
        return section

    def _place(self, title: str, content: QWidget) -> None:
        if self._column is None:
            self.body.insertWidget(0, content)
        else:
            self._column.addWidget(_card(title, content))

    @override
    def body_stops(self) -> list[QWidget]:
        """From file to file, whatever was made first."""
        return [stop for section in self._sections for stop in section.tab_stops]

    def _place_focus_again(self) -> None:
        """More is known now; nobody who types is interrupted."""
        if not isinstance(self.focusWidget(), QLineEdit):
            self.place_focus()

    def _say_what_it_is(self) -> None:
        self.set_texts(self._heading_text(), self._explanation_text())
        self._evidence.set_detail("\n\n".join(_evidence(plan) for plan in self._plans))

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
        remark = repeated or self._unanswered_text()
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        transfers = self._transfers
        is_complete = self.is_complete and len(transfers) == len(self._startable)
        self._start.setVisible(bool(self._startable))
        self._command.setVisible(bool(self._startable))
        self._start.setEnabled(is_complete and not repeated)
        self._start.setText(self._start_text())
        self._cancel.setText(self.tr("Cancel") if self._startable else self.tr("Close"))
        is_risky = any(section.is_risky for section in self._sections)
        self._start.setDefault(bool(self._startable) and not is_risky)
        self._cancel.setDefault(not self._startable or is_risky)
        theme.make_primary(self._cancel, is_primary=not self._startable)
        self.fit()

    def _start_text(self) -> str:
        methods = {plan.method for plan in self._startable}
        if methods == {Method.LOAD} and any(plan.awaits_names for plan in self._startable):
            return self.tr("Load images")
        if methods == {Method.LOAD}:
            count = sum(len(plan.arriving.images) for plan in self._startable)
            return self.tr("Load %n image(s)", "", count)
        if methods == {Method.IMPORT}:
            return self.tr("Import %n file(s)", "", len(self._startable))
        return self.tr("Load and import %n file(s)", "", len(self._startable))

    def _repeated_name(self) -> str:
        """A sentence if two of the new images would get the same name; one would lose it again."""
        images: dict[str, set[str]] = {}
        for name, image in (pair for section in self._sections for pair in section.names):
            images.setdefault(name, set()).add(image)
        repeated = next((name for name, each in images.items() if len(each) > 1), "")
        if not repeated:
            return ""
        text = self.tr("Two images here would be called {name}. Give each a name of its own.")
        return text.format(name=repeated)

    def _unanswered_text(self) -> str:
        """Which of several files keep the button from being pressed; a single one is in sight."""
        if self._file_count == 1:
            return ""
        files = [each.plan.report.path.name for each in self._sections if each.is_unanswered]
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


def _reason(file: UnreadableFile) -> str:
    text = error_text(ErrorCode(file.code), file.params)
    return f"⚠ {sentences([text.headline, text.advice])}"


def _evidence(plan: FilePlan) -> str:
    """How the file was told."""
    report = plan.report
    text = QCoreApplication.translate("OpenFilesDialog", "{file}: {evidence}")
    text = text.format(file=safe(report.path.name), evidence=evidence_text(report.evidence))
    return f"{text}\n→ {safe(report.inner)}" if report.inner else text
