"""The dialogs and menus, in every state that looks different; add a function for a new one."""

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QFileDialog, QRadioButton, QToolButton, QWidget

from desktop_app.archives.compatibility import Method
from desktop_app.archives.report import Compression
from desktop_app.desktop.disks import Disk
from desktop_app.desktop.settings import EngineChoices, Preferences, SaveChoices
from desktop_app.engine_info import ImageStore
from desktop_app.errors import ErrorCode
from desktop_app.file_names import safe_file_name
from desktop_app.models.images import ImageRow
from desktop_app.transfers.requests import LoadRequest, SaveRequest, UnreadableFile
from desktop_app.ui import messages
from desktop_app.ui.dialogs.check_files import CheckFilesDialog
from desktop_app.ui.dialogs.file_table import FileTable
from desktop_app.ui.dialogs.image_names import ImageNames
from desktop_app.ui.dialogs.link import Link
from desktop_app.ui.dialogs.name_image import NameImageDialog
from desktop_app.ui.dialogs.open_files import OpenFilesDialog
from desktop_app.ui.dialogs.past_transfer import PastTransferDialog
from desktop_app.ui.dialogs.report import ReportDialog
from desktop_app.ui.dialogs.save_images import SaveImagesDialog
from desktop_app.ui.dialogs.settings import SettingsDialog
from desktop_app.ui.dialogs.show_command import show_command
from desktop_app.ui.dialogs.which_one import WhichOneDialog
from desktop_app.ui.dialogs.wrong_method import WrongMethodDialog
from desktop_app.ui.file_plan import FilePlan, name_owners, plan
from desktop_app.ui.save_plan import SavePlan
from tests.desktop.past import ALL
from tests.screenshots.pages import CONTAINERS, IMAGES, turn_to
from tests.screenshots.stage import Screen, Stage
from tests.ui.samples import (
    DAMAGED,
    ENGINE,
    FILESYSTEM,
    NAMELESS,
    READ,
    SHOP,
    UNKNOWN,
    UNREAD,
)

D = TypeVar("D", bound=QDialog)

_ROWS = tuple(ImageRow(image, image.names[0]) for image in IMAGES if image.names)
_STICK = Disk(Path("/media/sam/STICK"), "STICK", 900_000_000)


def _opened(dialog: D) -> D:
    dialog.open()
    return dialog


def _with_details(dialog: D) -> D:
    (button,) = (each for each in dialog.findChildren(QToolButton) if each.isVisible())
    button.click()
    return dialog


def _of_a_flow(stage: Stage) -> QDialog:
    """The dialog that the window has opened by itself."""
    (dialog,) = (each for each in stage.window.findChildren(QDialog) if each.isVisible())
    return dialog


def _owner_of(name: str) -> str:
    return next((each.image_id for each in IMAGES if name in each.names), "")


def _plans(*files: FilePlan | UnreadableFile, stage: Stage) -> OpenFilesDialog:
    return _opened(OpenFilesDialog(stage.window, files, _owner_of))


def which_one(stage: Stage) -> QWidget:
    return _opened(WhichOneDialog(stage.window))


def _save(stage: Stage, count: int, choices: SaveChoices) -> SaveImagesDialog:
    name = safe_file_name(_ROWS[0].name)
    plan_ = SavePlan(_ROWS[:count], ImageStore.CLASSIC, choices, name)
    return _opened(SaveImagesDialog(stage.window, plan_, [_STICK], lambda _: _STICK))


def save_one_image(stage: Stage) -> QWidget:
    return _save(stage, 1, SaveChoices(str(_STICK.root)))


def save_several_images(stage: Stage) -> QWidget:
    return _with_details(_save(stage, 6, SaveChoices(str(_STICK.root), is_separate=True)))


def load_one_file(stage: Stage) -> QWidget:
    return _plans(plan(SHOP, None, ENGINE, {}), stage=stage)


def load_with_a_name_that_moves(stage: Stage) -> QWidget:
    return _with_details(_plans(plan(SHOP, None, ENGINE, name_owners(IMAGES)), stage=stage))


def load_beside_an_image_of_the_same_name(stage: Stage) -> QWidget:
    dialog = _plans(plan(SHOP, None, ENGINE, name_owners(IMAGES)), stage=stage)
    choice = dialog.findChildren(QRadioButton)[1]
    choice.setFocus()
    choice.click()
    return dialog


def load_under_other_names(stage: Stage) -> QWidget:
    files = [plan(SHOP, None, ENGINE, {})]
    dialog = _opened(OpenFilesDialog(stage.window, files, lambda _name: ""))
    names = dialog.findChild(ImageNames)
    assert names is not None
    names.findChildren(Link)[0].click()
    return dialog


def load_with_a_name_to_give(stage: Stage) -> QWidget:
    return _plans(plan(NAMELESS, None, ENGINE, {}), stage=stage)


def load_while_reading(stage: Stage) -> QWidget:
    return _plans(plan(UNREAD, None, ENGINE, {}), stage=stage)


def load_after_reading(stage: Stage) -> QWidget:
    return _plans(plan(READ, None, ENGINE, {}), stage=stage)


def import_one_file(stage: Stage) -> QWidget:
    return _plans(plan(FILESYSTEM, None, ENGINE, {}), stage=stage)


def a_file_that_cannot_be_used(stage: Stage) -> QWidget:
    return _plans(plan(DAMAGED, None, ENGINE, {}), stage=stage)


def many_files(stage: Stage) -> QWidget:
    files = (SHOP, FILESYSTEM, NAMELESS, UNKNOWN, DAMAGED)
    gone = UnreadableFile(
        Path("/media/sam/gone.tar"), ErrorCode.FILE_GONE, {"path": "/media/sam/gone.tar"}
    )
    owners = name_owners(IMAGES)
    return _plans(*(plan(file, None, ENGINE, owners) for file in files), gone, stage=stage)


def hundreds_of_files(stage: Stage) -> QWidget:
    """An import in their midst is chosen."""
    files = [
        replace(file, path=Path(f"/media/sam/{file.path.stem}-{number}.tar"))
        for number in range(100)
        for file in (SHOP, FILESYSTEM)
    ]
    dialog = _plans(*(plan(file, None, ENGINE, {}) for file in files), stage=stage)
    table = dialog.findChild(FileTable)
    assert table is not None
    table.choose(21)
    return dialog


def import_of_images(stage: Stage) -> QWidget:
    return _opened(WrongMethodDialog(stage.window, plan(SHOP, Method.IMPORT, ENGINE, {})))


def import_of_images_with_details(stage: Stage) -> QWidget:
    dialog = WrongMethodDialog(stage.window, plan(SHOP, Method.IMPORT, ENGINE, {}))
    return _with_details(_opened(dialog))


def import_of_something_else(stage: Stage) -> QWidget:
    return _opened(WrongMethodDialog(stage.window, plan(UNKNOWN, Method.IMPORT, ENGINE, {})))


def command_of_a_save(stage: Stage) -> QWidget:
    save = SaveRequest(
        ("postgres:9.6", "mongo:3.4"),
        _STICK.root / "databases.tar.zst",
        compression=Compression.ZSTD,
        part_bytes=4_000_000_000,
        checksum=True,
    )
    return show_command(stage.window, [save], replace(ENGINE, url="ssh://sam@server"))


def command_of_a_load(stage: Stage) -> QWidget:
    load = LoadRequest(SHOP.path, {"shop/web:2.1": "shop/web:2.1-2"})
    return show_command(stage.window, [load], ENGINE)


def load_of_a_file_system(stage: Stage) -> QWidget:
    return _opened(WrongMethodDialog(stage.window, plan(FILESYSTEM, Method.LOAD, ENGINE, {})))


def check_files(stage: Stage) -> QWidget:
    return _opened(CheckFilesDialog(stage.window, [SHOP.path, FILESYSTEM.path]))


def name_an_image(stage: Stage) -> QWidget:
    return _opened(NameImageDialog(stage.window, _ROWS[0], str))


def name_before_saving(stage: Stage) -> QWidget:
    row = ImageRow(IMAGES[-1], "")
    return _opened(NameImageDialog(stage.window, row, str, is_before_saving=True))


def remove_a_name(stage: Stage) -> QWidget:
    turn_to(stage, 0)
    stage.window._flows.naming.remove(_ROWS[0])
    return _of_a_flow(stage)


def export_a_container(stage: Stage) -> QWidget:
    turn_to(stage, 1)
    stage.window._flows.exporting.begin(CONTAINERS[2])
    return _of_a_flow(stage)


def failure(stage: Stage) -> QWidget:
    detail = "Error response from daemon: write /layer.tar: no space left on device"
    return messages.show_failure(stage.window, ErrorCode.ENGINE_REFUSED, {}, detail)


def failure_with_details(stage: Stage) -> QWidget:
    detail = "Error response from daemon: write /layer.tar: no space left on device"
    return _with_details(messages.show_failure(stage.window, ErrorCode.ENGINE_REFUSED, {}, detail))


def stop_transfers(stage: Stage) -> QWidget:
    return messages.ask_to_stop_jobs(stage.window, 2)


def not_on_this_computer(stage: Stage) -> QWidget:
    return messages.tell_not_local(stage.window, "https://example.org/web.tar")


def no_file_manager(stage: Stage) -> QWidget:
    return messages.tell_no_file_manager(stage.window, Path("/media/sam/STICK/shop.tar"))


def settings(stage: Stage) -> QWidget:
    chosen, engines = Preferences(folder="/media/sam/STICK"), EngineChoices(("ssh://sam@server",))
    return _opened(SettingsDialog(stage.window, chosen, engines))


def diagnostic_report(stage: Stage) -> QWidget:
    words = "Image Ferry 0.1\nDocker 28.5.2 at unix:///var/run/docker.sock\n7 images"
    return _opened(ReportDialog(stage.window, lambda _has_names: words))


def details_of_a_past_transfer(stage: Stage) -> QWidget:
    return _opened(PastTransferDialog(stage.window, ALL[2]))


def forget_past_transfers(stage: Stage) -> QWidget:
    return messages.ask_to_forget(stage.window, 2)


def nothing_to_paste(stage: Stage) -> QWidget:
    return messages.tell_nothing_to_paste(stage.window)


def no_engine_for_files(stage: Stage) -> QWidget:
    gone = UnreadableFile(Path("/gone.tar"), ErrorCode.FILE_GONE, {"path": "/gone.tar"})
    return messages.tell_no_engine_yet(stage.window, [SHOP, FILESYSTEM, gone])


def about(stage: Stage) -> QWidget:
    return messages.show_about(stage.window)


def open_a_file(stage: Stage) -> QWidget:
    turn_to(stage, 0)
    stage.window._flows.opening.choose()
    dialog = _of_a_flow(stage)
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory("/")
    return dialog


DIALOGS: tuple[Screen, ...] = (
    which_one,
    save_one_image,
    save_several_images,
    load_one_file,
    load_with_a_name_that_moves,
    load_beside_an_image_of_the_same_name,
    load_under_other_names,
    load_with_a_name_to_give,
    load_while_reading,
    load_after_reading,
    import_one_file,
    a_file_that_cannot_be_used,
    many_files,
    hundreds_of_files,
    import_of_images,
    import_of_images_with_details,
    load_of_a_file_system,
    import_of_something_else,
    command_of_a_save,
    command_of_a_load,
    check_files,
    name_an_image,
    name_before_saving,
    remove_a_name,
    export_a_container,
    failure,
    failure_with_details,
    stop_transfers,
    not_on_this_computer,
    no_file_manager,
    settings,
    diagnostic_report,
    details_of_a_past_transfer,
    forget_past_transfers,
    nothing_to_paste,
    no_engine_for_files,
    about,
)

OF_QT: tuple[Screen, ...] = (open_a_file,)
"""Whether everything in it has a name is Qt's matter."""
