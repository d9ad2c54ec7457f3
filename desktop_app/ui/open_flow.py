"""Opening files: each is identified by its content, judged and shown, and only then queued."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QProgressDialog, QWidget

from desktop_app.archives import ArchiveReport
from desktop_app.archives.compatibility import Method
from desktop_app.engine_info import EngineInfo, ImageRecord
from desktop_app.errors import ErrorCode
from desktop_app.transfers.requests import (
    CompleteRequest,
    InspectRequest,
    InspectResult,
    LoadRequest,
    Transfer,
    UnreadableFile,
)
from desktop_app.ui.dialogs.message import MessageDialog
from desktop_app.ui.dialogs.open_files import OpenFilesDialog
from desktop_app.ui.dialogs.wrong_method import WrongMethodDialog
from desktop_app.ui.file_chooser import FileChooser
from desktop_app.ui.file_plan import (
    FilePlan,
    name_owners,
    plan,
    plan_with_fitting_method,
    without_further_parts,
)
from desktop_app.ui.messages import show_failure, tell_no_engine_yet
from desktop_app.ui.second_look import SecondLook
from desktop_app.workers.job import Job
from desktop_app.workers.outcome import Failed, Outcome, Succeeded
from desktop_app.workers.queue import JobQueue
from desktop_app.workers.snapshot import EngineSnapshot

_BUSY_AFTER_MS = 400
"""Most files are identified sooner; a dialog that only flashes up helps nobody."""

_QUEUED_AT_ONCE = 3
"""Each gets a card, which takes some milliseconds; more go one by one, and the window answers."""

_BREATH_MS = 1
"""Between two pieces of much work; with 0 the second would come before a click of meanwhile."""


class OpenFlow(QObject):
    """From files to transfers in the queue.

    Signals:
        check_wanted(tuple[Path, ...]): files that are to be checked before they are loaded.

    Args:
        window: the dialogs' parent.
        queue: looks at the files and gets the transfers.
        snapshot: what is known of the engine now.
    """

    check_wanted = Signal(object)

    def __init__(
        self, window: QWidget, queue: JobQueue, snapshot: Callable[[], EngineSnapshot]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._queue = queue
        self._snapshot = snapshot
        self._chooser = FileChooser(window)
        self._postponed: dict[Path, None] = {}
        self._told: MessageDialog | None = None
        self._images: Sequence[ImageRecord] = ()
        self._owners_of_images: Mapping[str, str] = {}

    def choose(self, method: Method | None = None) -> None:
        """Open the file dialog, then `begin` with what was chosen."""
        self._chooser.choose(self._caption(method), partial(self.begin, method=method))

    def begin(self, paths: Sequence[Path], method: Method | None = None) -> None:
        """Look at the files and show what is in them.

        Args:
            paths: files; folders and others are explained in words.
            method: what the person chose; None leaves the choice to what is in each file.
        """
        if not paths:
            return
        job = self._queue.run_errand(InspectRequest(tuple(paths)))
        job.finished.connect(partial(self._on_inspected, method, self._busy_dialog(job)))

    def take_up(self) -> None:
        """There is an engine: show again what was opened when there was none."""
        paths, self._postponed = tuple(self._postponed), {}
        if paths and self._told is not None:
            self._told.reject()
        self.begin(paths)

    def _caption(self, method: Method | None) -> str:
        match method:
            case Method.LOAD:
                return self.tr("Load images")
            case Method.IMPORT:
                return self.tr("Import a file system")
            case None:
                return self.tr("Open files")

    def _busy_dialog(self, job: Job) -> QProgressDialog:
        """Says that the files are being looked at, if that takes a while, and can stop it."""
        dialog = QProgressDialog(self._window)
        dialog.setLabelText(self.tr("Looking at what is in the files…"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.setRange(0, 0)
        dialog.setMinimumDuration(_BUSY_AFTER_MS)
        dialog.canceled.connect(job.cancel)
        return dialog

    def _on_inspected(self, method: Method | None, busy: QProgressDialog, outcome: Outcome) -> None:
        busy.deleteLater()
        if isinstance(outcome, Failed):
            show_failure(self._window, outcome.code, outcome.params, outcome.detail)
        elif isinstance(outcome, Succeeded) and isinstance(outcome.value, InspectResult):
            self._show(without_further_parts(outcome.value.reports), method)

    def _show(
        self, reports: Sequence[ArchiveReport | UnreadableFile], method: Method | None
    ) -> None:
        match reports:
            case [UnreadableFile(_, code, params, detail)]:
                show_failure(self._window, ErrorCode(code), params, detail)
                return
        if (info := self._snapshot().info) is None:
            self._tell_without_engine(reports)
        else:
            self._show_judged(reports, method, info)

    def _show_judged(
        self,
        reports: Sequence[ArchiveReport | UnreadableFile],
        method: Method | None,
        info: EngineInfo,
    ) -> None:
        match reports:
            case [ArchiveReport() as report]:
                self._show_one(plan(report, method, info, self._owners()), method)
            case _:
                files = [self._planned(method, info, report) for report in reports]
                QTimer.singleShot(_BREATH_MS, self, partial(self._show_many, files, method))

    def _tell_without_engine(self, reports: Sequence[ArchiveReport | UnreadableFile]) -> None:
        """What the files are can be said, and they can be checked; the rest comes later."""
        paths = tuple(report.path for report in reports)
        self._postponed |= dict.fromkeys(paths)
        self._told = tell_no_engine_yet(self._window, reports)
        files = tuple(report.path for report in reports if isinstance(report, ArchiveReport))
        self._told.accepted.connect(partial(self.check_wanted.emit, files))
        self._told.finished.connect(self._on_told)

    @Slot()
    def _on_told(self) -> None:
        self._told = None

    def _planned(
        self, method: Method | None, info: EngineInfo, report: ArchiveReport | UnreadableFile
    ) -> FilePlan | UnreadableFile:
        if isinstance(report, UnreadableFile):
            return report
        if method is None:
            return plan(report, None, info, self._owners())
        return plan_with_fitting_method(report, method, info, self._owners())

    def _owners(self) -> Mapping[str, str]:
        """Which image has a name now; worked out once, for hundreds of files ask for it."""
        images = self._snapshot().images
        if images is not self._images:
            self._images, self._owners_of_images = images, name_owners(images)
        return self._owners_of_images

    def _owner_of(self, name: str) -> str:
        return self._owners().get(name, "")

    def _show_one(self, file: FilePlan, method: Method | None) -> None:
        """A single file gets the full warning if its method does not fit."""
        if not file.is_mismatch:
            self._dialog([file], method).open()
            return
        if file.verdict.suggested_method is Method.LOAD and not file.report.complete:
            self._read_on(file)
            return
        dialog = WrongMethodDialog(self._window, file)
        dialog.chosen.connect(partial(self._on_method_chosen, file))
        dialog.open()

    def _read_on(self, file: FilePlan) -> None:
        """The warning names the images, so they have to be known first."""
        job = self._queue.run_errand(CompleteRequest(file.report))
        job.finished.connect(partial(self._on_inspected, file.method, self._busy_dialog(job)))

    def _on_method_chosen(self, file: FilePlan, method: Method) -> None:
        """All the same, or the right method; that starts at once if nothing is to be asked."""
        if method is file.method:
            self._dialog([file.with_consent()], method).open()
            return
        right = plan(file.report, method, file.info, self._owners())
        if right.needs_a_look:
            self._dialog([right], method).open()
        else:
            self._queue.submit(LoadRequest(right.report.path, known=right.report))

    def _show_many(self, files: Sequence[FilePlan | UnreadableFile], method: Method | None) -> None:
        dialog = self._dialog(files, method)
        QTimer.singleShot(_BREATH_MS, dialog, dialog.open)

    def _dialog(
        self, files: Sequence[FilePlan | UnreadableFile], method: Method | None
    ) -> OpenFilesDialog:
        """Ready to be opened."""
        dialog = OpenFilesDialog(self._window, files, self._owner_of)
        dialog.confirmed.connect(self._submit)
        dialog.check_wanted.connect(self.check_wanted)
        plans = [file for file in files if isinstance(file, FilePlan)]
        if plans:
            SecondLook(dialog, self._queue, partial(self._planned, method, plans[0].info))
        return dialog

    def _submit(self, transfers: Sequence[Transfer]) -> None:
        if len(transfers) > _QUEUED_AT_ONCE:
            QTimer.singleShot(_BREATH_MS, self, partial(self._submit_next, deque(transfers)))
            return
        for transfer in transfers:
            self._queue.submit(transfer)

    def _submit_next(self, coming: deque[Transfer]) -> None:
        self._queue.submit(coming.popleft())
        if coming:
            QTimer.singleShot(_BREATH_MS, self, partial(self._submit_next, coming))
