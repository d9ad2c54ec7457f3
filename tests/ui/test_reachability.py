"""Risk: somebody without a mouse, without eyes, or with another language cannot use the window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

from desktop_app.archives import Depth, VerificationReport
from desktop_app.archives.compatibility import Method
from desktop_app.desktop.disks import Disk
from desktop_app.desktop.folders import history_file
from desktop_app.desktop.history_line import to_line
from desktop_app.desktop.settings import EngineChoices, Preferences, SaveChoices
from desktop_app.engine_info import ImageStore
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.models.images import ImageRow
from desktop_app.transfers.leftovers import Leftover
from desktop_app.transfers.requests import (
    CheckRequest,
    CheckResult,
    FindLeftoversRequest,
    LeftoversResult,
    LoadRequest,
    SaveRequest,
)
from desktop_app.ui import messages
from desktop_app.ui.dialogs.check_files import CheckFilesDialog
from desktop_app.ui.dialogs.name_image import NameImageDialog
from desktop_app.ui.dialogs.open_files import OpenFilesDialog
from desktop_app.ui.dialogs.past_transfer import PastTransferDialog
from desktop_app.ui.dialogs.report import ReportDialog
from desktop_app.ui.dialogs.save_images import SaveImagesDialog
from desktop_app.ui.dialogs.settings import SettingsDialog
from desktop_app.ui.dialogs.show_command import show_command
from desktop_app.ui.dialogs.which_one import WhichOneDialog
from desktop_app.ui.dialogs.wrong_method import WrongMethodDialog
from desktop_app.ui.file_plan import plan
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.save_plan import SavePlan
from desktop_app.ui.sidebar import PageButton
from desktop_app.workers.feed import EngineFeed
from desktop_app.workers.queue import JobQueue
from tests.desktop.past import ALL
from tests.ui.conftest import ScriptedJobs
from tests.ui.helpers import called, see
from tests.ui.samples import (
    ABSENT,
    DAMAGED,
    ENGINE,
    FILESYSTEM,
    NAMELESS,
    SHOP,
    connected,
    container,
    image,
    lost,
)
from tests.ui.texts.sentences import Marking

_INTERACTIVE = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
_ENGINE = connected((image("web:1", "web:2"), image(digit="e")), (container("web-dev"),))
_PAGES = ("Images", "Containers", "Transfers")


class Doubling(Marking):
    """Stands in for a language that needs twice the room."""

    @override
    def translate(
        self, context: str, source_text: str, /, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"{source_text} {source_text}"


@pytest.fixture
def full(
    main_window: MainWindow, feed: EngineFeed, queue: JobQueue, jobs: ScriptedJobs, qtbot: QtBot
) -> MainWindow:
    """The window with rows, a selection, a check, transfers that failed, those of earlier, a half
    file, and a lost engine.
    """
    history_file().parent.mkdir(parents=True, exist_ok=True)
    history_file().write_bytes(b"\n".join(map(to_line, ALL)))
    jobs.answers[LoadRequest] = UserFacingError(ErrorCode.ENGINE_REFUSED, {}, "no")
    jobs.answers[CheckRequest] = CheckResult(VerificationReport(SHOP.path, SHOP, Depth.FULL, ()))
    requests = (
        LoadRequest(SHOP.path),
        LoadRequest(FILESYSTEM.path),
        SaveRequest(("a:1",), SHOP.path),
        CheckRequest(SHOP.path),
    )
    done = [queue.submit(request) for request in requests]
    qtbot.waitUntil(lambda: all(job.is_over for job in done))
    half = Leftover(Path("/home/me/shop.tar.part"), 1_200_000_000)
    jobs.answers[FindLeftoversRequest] = LeftoversResult((half,))
    main_window.offer_leftovers()
    qtbot.waitUntil(lambda: not main_window._leftovers.isHidden())
    see(feed, _ENGINE)
    see(feed, lost(_ENGINE))
    main_window._images._table.selectRow(0)
    main_window._containers._table.selectRow(0)
    main_window._transfers._earlier._table.selectRow(4)
    return main_window


def _go(window: MainWindow, page: int) -> None:
    window.findChildren(PageButton)[page].click()


def _save_dialog(parent: QWidget) -> SaveImagesDialog:
    rows = tuple(ImageRow(image(name), name) for name in ("web:1", f"{'long/' * 20}name:1"))
    plan = SavePlan(rows, ImageStore.CLASSIC, SaveChoices(), "web.tar")
    stick = Disk(Path("/media/me/STICK"), "STICK", 1_000)
    return SaveImagesDialog(parent, plan, [stick], lambda _: stick)


_DIALOGS: dict[str, Callable[[QWidget], QDialog]] = {
    "which one": WhichOneDialog,
    "check": lambda parent: CheckFilesDialog(parent, [SHOP.path]),
    "wrong method": lambda parent: WrongMethodDialog(parent, plan(SHOP, Method.IMPORT, ENGINE, ())),
    "command": lambda parent: show_command(parent, [LoadRequest(SHOP.path)], ENGINE),
    "taken": lambda parent: OpenFilesDialog(
        parent, [plan(SHOP, None, ENGINE, [image("shop/web:2.1")])], str
    ),
    "load": lambda parent: OpenFilesDialog(parent, [plan(NAMELESS, None, ENGINE, ())], str),
    "many": lambda parent: OpenFilesDialog(
        parent, [plan(file, None, ENGINE, ()) for file in (SHOP, FILESYSTEM, DAMAGED)], str
    ),
    "save": _save_dialog,
    "name": lambda parent: NameImageDialog(parent, ImageRow(image("a:1"), "a:1"), str),
    "failure": lambda parent: messages.show_failure(parent, ErrorCode.ENGINE_REFUSED, {}, "no"),
    "past": lambda parent: PastTransferDialog(parent, ALL[2]),
    "forget": lambda parent: messages.ask_to_forget(parent, 2),
    "question": lambda parent: messages.ask_to_stop_jobs(parent, 2),
    "about": messages.show_about,
    "settings": lambda parent: SettingsDialog(
        parent, Preferences(folder="/media/me"), EngineChoices(("ssh://me@server",))
    ),
    "report": lambda parent: ReportDialog(parent, str),
}


def _unreachable(window: QWidget) -> list[str]:
    """What can be used, but has no name or cannot have the focus."""
    return [
        f"{type(widget).__name__} {called(widget)!r}"
        for widget in window.findChildren(QWidget)
        if isinstance(widget, _INTERACTIVE)
        and widget.isVisibleTo(window)
        and not widget.objectName().startswith("qt_")
        and not isinstance(
            widget.parent(), QLineEdit
        )  # the cross in the filter; keys clear it, too
        and type(widget).__name__ not in {"QHeaderView", "QTableCornerButton"}
        and not (called(widget) and _takes_focus(widget))
    ]


def _takes_focus(widget: QWidget) -> bool:
    """By Tab; in a group of buttons, of which one is checked, by the arrow keys."""
    in_group = isinstance(widget, QAbstractButton) and widget.group() is not None
    wanted = Qt.FocusPolicy.ClickFocus if in_group else Qt.FocusPolicy.TabFocus
    return bool(widget.focusPolicy() & wanted)


@pytest.mark.parametrize("page", range(len(_PAGES)), ids=_PAGES)
def test_everything_on_a_page_has_a_name_and_takes_the_focus(full: MainWindow, page: int) -> None:
    _go(full, page)
    assert not _unreachable(full)


@pytest.mark.parametrize("name", _DIALOGS)
def test_everything_in_a_dialog_has_a_name_and_takes_the_focus(window: QWidget, name: str) -> None:
    dialog = _DIALOGS[name](window)
    dialog.open()
    assert dialog.windowTitle()
    assert not _unreachable(dialog)


def test_the_page_about_engines_is_reachable_too(main_window: MainWindow, feed: EngineFeed) -> None:
    see(feed, ABSENT)
    assert not _unreachable(main_window)


def test_every_bar_and_list_says_what_it_is(full: MainWindow) -> None:
    named = [*full.findChildren(QProgressBar), *full.findChildren(QAbstractItemView)]
    assert all(called(widget) for widget in named if type(widget).__name__ != "QHeaderView")


def test_tab_goes_around_the_page_and_comes_back(
    full: MainWindow, feed: EngineFeed, qtbot: QtBot
) -> None:
    _go(full, 0)
    with qtbot.waitActive(full):
        full.activateWindow()
    around = _around(qtbot)
    for name in ("Images", "Filter", "Open file…", "Settings and use", "Refresh"):
        assert name in around
    see(feed, _ENGINE)  # it answers again, so something can be done with the selection
    assert {"Save to file…", "Name…"} <= _around(qtbot)


def _around(qtbot: QtBot) -> set[str]:
    """Where Tab leads to before it comes back."""
    first = QApplication.focusWidget()
    seen: list[str] = []
    while not seen or QApplication.focusWidget() is not first:
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(called(focused))
        assert len(seen) < 50
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    return set(seen)


@pytest.fixture
def long_words(qapp: QApplication) -> Iterator[None]:
    """Texts of twice the length, from right to left."""
    translator = Doubling(qapp)
    qapp.installTranslator(translator)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qapp.removeTranslator(translator)


def _clipped(window: QWidget) -> list[str]:
    """Labels and buttons with less room than their words need."""
    clipped = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.isVisible():
            continue
        needed = widget.minimumSizeHint()
        if isinstance(widget, QLabel) and widget.wordWrap():
            needed.setHeight(widget.heightForWidth(widget.width()))
        if needed.width() > widget.width() or needed.height() > widget.height():
            clipped.append(f"{type(widget).__name__} {called(widget)!r}")
    return clipped


@pytest.mark.usefixtures("long_words")
@pytest.mark.parametrize("page", range(len(_PAGES)), ids=_PAGES)
def test_long_words_from_right_to_left_are_not_clipped(
    full: MainWindow, qtbot: QtBot, page: int
) -> None:
    QApplication.sendEvent(full, QEvent(QEvent.Type.LanguageChange))
    _go(full, page)
    qtbot.waitUntil(lambda: not _clipped(full))
    assert full.layoutDirection() is Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize("name", _DIALOGS)
def test_enter_presses_the_default_button_from_where_the_focus_is_at_first(
    window: QWidget, qtbot: QtBot, name: str
) -> None:
    dialog = _DIALOGS[name](window)
    with qtbot.waitActive(dialog):
        dialog.open()
    focused = dialog.focusWidget()
    assert isinstance(focused, QLineEdit | QPushButton)
    assert isinstance(focused, QLineEdit) or focused.isDefault()


@pytest.mark.usefixtures("long_words")
@pytest.mark.parametrize("name", _DIALOGS)
def test_long_words_fit_into_every_dialog(window: QWidget, qtbot: QtBot, name: str) -> None:
    dialog = _DIALOGS[name](window)
    dialog.open()
    qtbot.waitUntil(lambda: not _clipped(dialog))
    assert dialog.isVisible()
