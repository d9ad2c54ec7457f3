"""The pages of the window, in every state that looks different; add a function for a new one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QLineEdit, QMenu, QTableView, QWidget

from desktop_app.archives import Depth, VerificationReport
from desktop_app.desktop.folders import history_file
from desktop_app.desktop.history_line import to_line
from desktop_app.engine_info import ContainerRecord, ImageRecord
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.models.record_table import Role
from desktop_app.portraits import ContainerPortrait, ImagePortrait, Mount, StartSettings, Step
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.leftovers import Leftover
from desktop_app.transfers.requests import (
    CheckRequest,
    CheckResult,
    ExportRequest,
    FindLeftoversRequest,
    ImportRequest,
    LeftoversResult,
    LoadedImage,
    LoadRequest,
    LoadResult,
    MeasureRequest,
    MeasureResult,
    PortrayContainerRequest,
    PortrayImageRequest,
    SaveRequest,
    SaveResult,
)
from desktop_app.ui.drop_overlay import DropOverlay
from desktop_app.ui.list_page import ListPage
from desktop_app.ui.sidebar import PageButton
from desktop_app.workers.snapshot import EngineSnapshot, Problem
from tests.desktop.past import ALL
from tests.screenshots.stage import Screen, Stage, wait_until
from tests.ui.samples import ABSENT, SHOP, connected, digest, lost

_STICK = Path("/media/sam/STICK")
_LONG = "registry.example.com:5000/department/accounting/invoices:2026-11-26-build-1184"


_STATES = (("web", 1, "running"), ("api", 2, "exited"), ("database-of-the-shop", 3, "paused"))


def _image(number: int, *names: str, platform: str = "linux/amd64", megabytes: int) -> ImageRecord:
    created = datetime(2026, 5, 4, 9, 30, tzinfo=UTC) - timedelta(days=17 * number, hours=5)
    users = sum(user == number for _, user, _ in _STATES)
    return ImageRecord(
        digest(f"{number:x}"), names, megabytes * 1_000_000, created, platform, users
    )


IMAGES = (
    _image(1, "shop/web:2.1", "shop/web:latest", megabytes=412),
    _image(2, "shop/api:2.1", megabytes=188),
    _image(3, "postgres:16.4-alpine", megabytes=247),
    _image(4, "nginx:1.27", megabytes=192),
    _image(5, "redis:7.4", platform="linux/arm64", megabytes=41),
    _image(6, _LONG, megabytes=1_840),
    _image(7, megabytes=96),
)
CONTAINERS = tuple(
    ContainerRecord(
        64 * f"{number:x}",
        name,
        IMAGES[number - 1].names[0],
        state,
        datetime(2026, 5, 4, 9, 30, tzinfo=UTC),
        ("/var/lib/data",) if state == "paused" else (),
        IMAGES[number - 1].image_id,
    )
    for name, number, state in _STATES
)
SETTINGS = StartSettings(
    entrypoint=("/docker-entrypoint.sh",),
    command=("nginx", "-g", "daemon off;"),
    environment=("PATH=/usr/local/sbin:/usr/local/bin", "NGINX_VERSION=1.27.0"),
    ports=("80/tcp", "443/tcp"),
    volumes=("/var/cache/nginx",),
    working_folder="/usr/share/nginx",
)
STEPS = (
    Step("ADD rootfs.tar.xz /", 74_800_000),
    Step("RUN apt-get update && apt-get install -y nginx", 97_600_000),
    Step("COPY docker-entrypoint.sh /", 4_600),
    Step('CMD ["nginx", "-g", "daemon off;"]', 0),
)
FULL = connected(IMAGES, CONTAINERS)


def turn_to(stage: Stage, page: int, snapshot: EngineSnapshot = FULL) -> QWidget:
    """The window with one of its pages."""
    stage.see(snapshot)
    stage.window.findChildren(PageButton)[page].click()
    return stage.window


def select(stage: Stage, page: ListPage[Any], *rows: int) -> None:
    """Rows of a page that is seen; the engine has told of them when this returns."""
    flags = QItemSelectionModel.SelectionFlag
    for row in rows:
        index = page.table.model().index(row, 0)
        page.table.selectionModel().setCurrentIndex(index, flags.Select | flags.Rows)
    wait_until(lambda: not page._asking.is_waiting)


def images(stage: Stage) -> QWidget:
    return turn_to(stage, 0)


def images_with_one_selected(stage: Stage) -> QWidget:
    window = turn_to(stage, 0)
    for image in IMAGES:
        portrait = ImagePortrait(image.image_id, SETTINGS, STEPS)
        stage.will_answer(PortrayImageRequest(image.image_id), portrait)
    select(stage, stage.window._images, 4)
    return window


def images_with_several_selected(stage: Stage) -> QWidget:
    window = turn_to(stage, 0)
    rows = (2, 4, 5)
    table = stage.window._images.table
    ids = (table.model().index(row, 0).data(Role.RECORD).record.image_id for row in rows)
    stage.will_answer(MeasureRequest(tuple(ids)), MeasureResult(596_000_000))
    select(stage, stage.window._images, *rows)
    return window


def images_of_a_lost_engine(stage: Stage) -> QWidget:
    turn_to(stage, 0)
    return turn_to(stage, 0, lost(FULL))


def images_that_nothing_matches(stage: Stage) -> QWidget:
    window = turn_to(stage, 0)
    (filter_,) = (each for each in window.findChildren(QLineEdit) if each.isVisible())
    filter_.setText("mysql")
    tables = window.findChildren(QTableView)
    wait_until(lambda: not any(table.isVisible() for table in tables))
    return window


def no_images(stage: Stage) -> QWidget:
    return turn_to(stage, 0, connected())


def containers(stage: Stage) -> QWidget:
    window = turn_to(stage, 1)
    for container in CONTAINERS:
        portrait = ContainerPortrait(
            container.container_id,
            SETTINGS,
            ("8080 → 80/tcp",),
            (Mount("/var/lib/data", "shop-data"),),
            18_000_000,
            430_000_000,
        )
        request = PortrayContainerRequest(container.container_id, container.state)
        stage.will_answer(request, portrait)
    select(stage, stage.window._containers, 0)
    return window


def no_containers(stage: Stage) -> QWidget:
    return turn_to(stage, 1, connected(IMAGES))


def looking_for_an_engine(stage: Stage) -> QWidget:
    return stage.window


def no_engine(stage: Stage) -> QWidget:
    docker, podman = ABSENT.attempts
    nothing = replace(docker, code=podman.code, detail="")
    return turn_to(stage, 0, replace(ABSENT, attempts=(nothing, podman)))


def an_engine_that_is_not_for_everybody(stage: Stage) -> QWidget:
    docker = ABSENT.attempts[0]
    refused = Problem(docker.code, {"url": docker.url})
    return turn_to(stage, 0, replace(ABSENT, stale_because=refused))


def no_transfers(stage: Stage) -> QWidget:
    return turn_to(stage, 2)


def transfers_of_earlier(stage: Stage) -> QWidget:
    target = _STICK / "shop.tar"
    stage.has_done(
        SaveRequest(("shop/web:2.1", "shop/api:2.1"), target, 600_000_000),
        SaveResult(target, 361_000_000, SHOP.images, 64 * "a", (target,)),
    )
    archive, loaded = _STICK / "database.tar.gz", LoadedImage(digest("3"), ("postgres:16.4",))
    stage.has_done(LoadRequest(archive), LoadResult(archive, (loaded,)))
    found = VerificationReport(target, SHOP, Depth.FULL, ())
    stage.has_done(CheckRequest(target), CheckResult(found))
    refused = UserFacingError(ErrorCode.ENGINE_REFUSED, {}, "no space left on device")
    stage.has_done(ImportRequest(_STICK / "web-dev.tar", "shop/web-dev:1"), refused)
    return turn_to(stage, 2)


def transfers_under_way(stage: Stage) -> QWidget:
    target = _STICK / "invoices.tar"
    lost_engine = UserFacingError(ErrorCode.ENGINE_LOST, {}, "connection reset by peer")
    stage.has_done(LoadRequest(_STICK / "old.tar"), lost_engine)
    save = SaveRequest((_LONG,), target, 1_840_000_000)
    stage.does(save, Progress(Phase.RECEIVING, 790_000_000, 1_840_000_000))
    stage.queue.submit(LoadRequest(_STICK / "shop.tar"))
    stage.queue.submit(ExportRequest(64 * "1", "web", _STICK / "web.tar"))
    return turn_to(stage, 2)


def half_files_of_an_interrupted_run(stage: Stage) -> QWidget:
    half = Leftover(_STICK / "shop.tar.part", 1_200_000_000)
    stage.will_answer(FindLeftoversRequest(), LeftoversResult((half,)))
    window = turn_to(stage, 0)
    stage.window.offer_leftovers()
    wait_until(lambda: not stage.window._leftovers.isHidden())
    return window


def a_file_is_dragged_over(stage: Stage) -> QWidget:
    window = turn_to(stage, 0)
    (overlay,) = window.findChildren(DropOverlay)
    overlay.cover(2)
    return window


def history(stage: Stage) -> QWidget:
    history_file().parent.mkdir(parents=True, exist_ok=True)
    history_file().write_bytes(b"\n".join(map(to_line, ALL)))
    window = turn_to(stage, 2)
    wait_until(stage.window._transfers._earlier.isVisible)
    stage.window._transfers._earlier._table.selectRow(0)
    return window


def user_guide(stage: Stage) -> QWidget:
    stage.window._flows.help.show_guide()
    guide = stage.window._flows.help._guide
    assert guide is not None
    return guide


def _menu(stage: Stage, place: int) -> QMenu:
    turn_to(stage, 0)
    menu = stage.window.menuBar().actions()[place].menu()
    assert isinstance(menu, QMenu)
    menu.adjustSize()  # and not opened: that would take the mouse and the keys
    return menu


def menu_file(stage: Stage) -> QWidget:
    return _menu(stage, 0)


def menu_image(stage: Stage) -> QWidget:
    return _menu(stage, 1)


def menu_container(stage: Stage) -> QWidget:
    return _menu(stage, 2)


def menu_view(stage: Stage) -> QWidget:
    return _menu(stage, 3)


def menu_help(stage: Stage) -> QWidget:
    return _menu(stage, 4)


PAGES: tuple[Screen, ...] = (
    images,
    images_with_one_selected,
    images_with_several_selected,
    images_of_a_lost_engine,
    images_that_nothing_matches,
    no_images,
    containers,
    no_containers,
    looking_for_an_engine,
    no_engine,
    an_engine_that_is_not_for_everybody,
    no_transfers,
    transfers_of_earlier,
    transfers_under_way,
    history,
    user_guide,
    half_files_of_an_interrupted_run,
    a_file_is_dragged_over,
)

MENUS: tuple[Screen, ...] = (menu_file, menu_image, menu_container, menu_view, menu_help)
