"""Risk: a person has to go to the same folder again for each file, or cannot see their archives."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.file_chooser import FileChooser
from tests.ui.helpers import choose_file, open_dialog, open_dialogs


def test_the_next_files_are_looked_for_where_the_last_ones_were(
    window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "shop.tar"
    file.touch()
    chosen: list[tuple[Path, ...]] = []
    chooser = FileChooser(window)
    chooser.choose("Open files", chosen.append)
    assert open_dialog(QFileDialog).windowTitle() == "Open files"
    choose_file(file)
    assert chosen == [(file,)]
    qtbot.waitUntil(lambda: not open_dialogs(QFileDialog))
    chooser.choose("Open files", chosen.append)
    assert Path(open_dialog(QFileDialog).directory().path()) == tmp_path


def test_archives_come_first_and_everything_can_be_chosen(window: QWidget) -> None:
    chosen: list[tuple[Path, ...]] = []
    FileChooser(window).choose("Open files", chosen.append)
    dialog = open_dialog(QFileDialog)
    archives, everything = dialog.nameFilters()
    assert "*.tgz" in archives
    assert everything == "All files (*)"
    dialog.reject()
    assert chosen == []
