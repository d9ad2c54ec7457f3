"""The main window: puts pages, menus and flows together. Each of them does its own work."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QLocale, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app import archives, ui
from desktop_app.desktop.folders import history_file
from desktop_app.desktop.history import History
from desktop_app.desktop.notifications import Notifications
from desktop_app.models.batch import BatchProgress
from desktop_app.transfers.requests import Transfer
from desktop_app.ui import theme, window_state
from desktop_app.ui.actions import Actions, Page
from desktop_app.ui.closing import Closing
from desktop_app.ui.containers_page import ContainersPage
from desktop_app.ui.drop_target import DropTarget
from desktop_app.ui.engine_page import EnginePage
from desktop_app.ui.icons import program_icon
from desktop_app.ui.images_page import ImagesPage
from desktop_app.ui.leftovers_banner import LeftoversBanner
from desktop_app.ui.list_page import ListPage
from desktop_app.ui.menus import Menus
from desktop_app.ui.messages import tell_not_local, tell_nothing_to_paste
from desktop_app.ui.pasting import pasted_paths
from desktop_app.ui.sidebar import Sidebar
from desktop_app.ui.transfers_page import TransfersPage
from desktop_app.workers.feed import EngineFeed
from desktop_app.workers.queue import JobQueue
from desktop_app.workers.snapshot import EngineSnapshot, FeedState


class MainWindow(QMainWindow):
    """The window.

    Signals:
        closed(): it is gone, and what was opened from it goes with it.

    Args:
        queue: gets what is asked for.
        feed: tells what is in the engine.
    """

    closed = Signal()

    def __init__(self, queue: JobQueue, feed: EngineFeed) -> None:
        super().__init__()
        self._queue = queue
        self._feed = feed
        self._page = Page.IMAGES
        self._batch = BatchProgress()
        self._waiting_files: tuple[Path, ...] = ()
        self._actions = Actions(self)
        self._sidebar = Sidebar(self._actions)
        self._images = ImagesPage(queue, self._actions)
        self._containers = ContainersPage(queue, self._actions)
        self._transfers = TransfersPage(queue, self._actions, History(queue, history_file(), self))
        self._notifications = Notifications(program_icon(), self)
        self._engine = EnginePage()
        self._leftovers = LeftoversBanner(queue)
        self._closing = Closing(self, queue)
        self._drops = DropTarget(self)
        self._lay_out()
        self._wire_actions()
        self._wire_signals(queue)
        self._show_page(Page.IMAGES)
        self._on_snapshot(feed.snapshot)

    def open_files(self, paths: Sequence[Path]) -> None:
        """Look at files and show what is in them; while one is looked for, a little later."""
        snapshot = self._snapshot()
        if snapshot.info is None and snapshot.state is FeedState.SEARCHING:
            self._waiting_files += tuple(paths)
        else:
            self._flows.opening.begin(paths)

    def restore(self) -> None:
        """Be as it was left the last time."""
        self._show_page(window_state.restore(self, self._arrangement()))

    @property
    def closing_began(self) -> SignalInstance:
        """Sent when the window takes nothing on any more, as it waits for its end."""
        return self._closing.began

    @Slot(object)
    def come_forward(self, paths: Sequence[Path]) -> None:
        """Be seen, and open the files of somebody who has started the program once more."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if paths:
            self.open_files(paths)

    def offer_leftovers(self) -> None:
        """Look for half files of an interrupted run, and offer them for deletion."""
        self._leftovers.look()

    @Slot()
    def close_unasked(self) -> None:
        """Stop what runs, then close: for a session that ends, where nobody can be asked."""
        self._closing.close_unasked()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._closing.may_close())
        if event.isAccepted():
            self.closed.emit()
            window_state.remember(self, self._page, self._arrangement())

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._name_itself()
            self._actions.retranslate()
            self._menus.retranslate()
        elif event.type() is QEvent.Type.PaletteChange:
            self._actions.paint_icons()
        elif event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._notifications.withdraw()
        super().changeEvent(event)

    def _arrangement(self) -> window_state.Arrangement:
        return window_state.Arrangement(
            {
                "images": self._images.table,
                "containers": self._containers.table,
                "earlier": self._transfers.table,
            },
            {"images": self._images.splitter, "containers": self._containers.splitter},
            self._actions.details,
        )

    def _name_itself(self) -> None:
        """Desktops write the program's name behind every title that does not end with it."""
        QGuiApplication.setApplicationDisplayName(self.tr("Image Ferry"))
        self._show_title()

    @cached_property
    def _flows(self) -> "ui.Flows":
        """Nobody waits for them before the window is seen."""
        flows = ui.Flows(self, self._queue, self._feed)
        self.closed.connect(flows.help.close_guide)
        return flows

    def _set_going(self, begin: Callable[["ui.Flows"], object], *_: object) -> None:
        begin(self._flows)

    def _snapshot(self) -> EngineSnapshot:
        return self._feed.snapshot

    def _lay_out(self) -> None:
        self.setWindowIcon(program_icon())
        self._menus = Menus(self._actions)
        self.setMenuBar(self._menus)
        self._stack = QStackedWidget()
        for page in (self._images, self._containers, self._transfers, self._engine):
            self._stack.addWidget(page)
        self._whole = QWidget()
        layout = QHBoxLayout(self._whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._sidebar)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._leftovers)
        column.addWidget(self._stack, 1)
        layout.addLayout(column, 1)
        self.setCentralWidget(self._whole)
        self._name_itself()
        self.resize(*theme.WINDOW)

    def _wire_actions(self) -> None:
        actions = self._actions
        todo: list[tuple[QAction, Callable[[], object]]] = [
            (actions.paste, self._paste),
            (actions.quit, self.close),
            (actions.refresh, self._feed.refresh),
            (actions.filter, self._focus_filter),
        ]
        todo += [(actions.pages[page], partial(self._go_to, page)) for page in Page]
        for action, do in todo:
            action.triggered.connect(_without_arguments(do))
        images, containers = self._images, self._containers
        begins: list[tuple[QAction, Callable[[ui.Flows], object]]] = [
            (actions.open_file, lambda flows: flows.opening.choose()),
            (actions.load, lambda flows: flows.opening.choose(archives.Method.LOAD)),
            (actions.import_, lambda flows: flows.opening.choose(archives.Method.IMPORT)),
            (actions.check, lambda flows: flows.checking.choose()),
            (actions.settings, lambda flows: flows.settings.begin()),
            (actions.save, lambda flows: flows.saving.begin(images.selected)),
            (actions.name, lambda flows: flows.naming.begin(*images.selected)),
            (actions.remove_name, lambda flows: flows.naming.remove(*images.selected)),
            (actions.export, lambda flows: flows.exporting.begin(*containers.selected)),
            (actions.guide, lambda flows: flows.help.show_guide()),
            (actions.show_log, lambda flows: flows.help.show_log()),
            (actions.report, lambda flows: flows.help.show_report()),
            (actions.which_one, lambda flows: flows.help.explain_ways()),
            (actions.about, lambda flows: flows.help.show_about()),
        ]
        for action, begin in begins:
            action.triggered.connect(partial(self._set_going, begin))

    def _wire_signals(self, queue: JobQueue) -> None:
        self._feed.snapshot_changed.connect(self._on_snapshot)
        queue.job_added.connect(lambda: self._show_page(Page.TRANSFERS))
        self._sidebar.page_wanted.connect(self._show_page)
        self._transfers.live_count_changed.connect(self._sidebar.show_live_transfers)
        self._transfers.batch_changed.connect(self._on_batch)
        self._transfers.command_wanted.connect(self._show_command)
        self._transfers.files_wanted.connect(self.open_files)
        self._transfers.batch_ended.connect(partial(self._notifications.tell, self))
        self._notifications.clicked.connect(partial(self.come_forward, ()))
        self._notifications.clicked.connect(self._actions.pages[Page.TRANSFERS].trigger)
        self._images.selection_changed.connect(self._offer)
        self._containers.selection_changed.connect(self._offer)
        self._engine.again_wanted.connect(self._feed.refresh)
        self._engine.podman_wanted.connect(self._feed.use_built_in)
        self._engine.another_wanted.connect(self._actions.settings.trigger)
        self._closing.began.connect(self._on_closing)
        self._drops.dropped.connect(self.open_files)
        self._drops.refused.connect(partial(tell_not_local, self))

    def _go_to(self, page: Page) -> None:
        """By key or menu: the next keys are for the rows, wherever the focus was."""
        self._show_page(page)
        shown = self._stack.currentWidget()
        if isinstance(shown, ListPage | TransfersPage | EnginePage):
            shown.focus_rows()

    def _show_page(self, page: Page) -> None:
        """The lists need an engine; without one the page about engines stands in for them."""
        self._page = page
        self._actions.pages[page].setChecked(True)
        has_lists = self._snapshot().info is not None
        pages = {
            Page.IMAGES: self._images if has_lists else self._engine,
            Page.CONTAINERS: self._containers if has_lists else self._engine,
            Page.TRANSFERS: self._transfers,
        }
        self._turn_to(pages[page])
        self._offer()

    def _turn_to(self, page: ListPage[Any] | TransfersPage | EnginePage) -> None:
        """Whoever moves in the sidebar stays there; from elsewhere the rows get the focus."""
        if page is self._stack.currentWidget():
            return
        is_awaited = self._stack.currentWidget() is self._engine
        focused: QWidget | None = self.focusWidget()
        is_in_sidebar = focused is not None and self._sidebar.isAncestorOf(focused)
        self._stack.setCurrentWidget(page)
        if is_awaited or not is_in_sidebar:
            page.focus_rows()

    def _paste(self) -> None:
        if paths := pasted_paths(QGuiApplication.clipboard().mimeData()):
            self.open_files(paths)
        else:
            tell_nothing_to_paste(self)

    def _focus_filter(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, ImagesPage | ContainersPage | TransfersPage):
            page.focus_filter()

    @Slot()
    def _offer(self) -> None:
        self._actions.offer(
            self._page,
            self._images.selected,
            self._containers.selected,
            is_live=self._snapshot().is_live,
        )
        self._images.show_selection()
        self._containers.show_selection()

    @Slot(object)
    def _on_snapshot(self, snapshot: EngineSnapshot) -> None:
        self._images.show_snapshot(snapshot)
        self._containers.show_snapshot(snapshot)
        self._engine.show_snapshot(snapshot)
        self._sidebar.show_snapshot(snapshot)
        self._show_page(self._page)
        if self._waiting_files and snapshot.state is not FeedState.SEARCHING:
            paths, self._waiting_files = self._waiting_files, ()
            self._flows.opening.begin(paths)

    @Slot(object)
    def _on_batch(self, batch: BatchProgress) -> None:
        self._batch = batch
        self._show_title()

    def _show_title(self) -> None:
        """The title says how far all is, and is seen in the desktop's bar, too."""
        title = self.tr("Image Ferry")
        if not self._whole.isEnabled():
            title = self.tr("Stopping…")
        elif not self._batch.is_over:
            percent = QLocale().toString(self._batch.permille // 10)
            title = self.tr("{percent}% · {program}").format(percent=percent, program=title)
        self.setWindowTitle(title)

    @Slot(object)
    def _show_command(self, request: Transfer) -> None:
        self._flows.show_command(request)

    @Slot()
    def _on_closing(self) -> None:
        self._whole.setEnabled(False)
        self._menus.setEnabled(False)
        self._show_title()


def _without_arguments(do: Callable[[], object]) -> Callable[[], None]:
    """Qt says whether the action is checked, which nothing here wants to know."""

    def call() -> None:
        do()

    return call
