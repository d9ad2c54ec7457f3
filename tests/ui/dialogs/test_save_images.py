"""Risk: somebody waits an hour for a file that never fits, or gets another one than they chose."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.archives import Compression
from desktop_app.desktop.disks import Disk
from desktop_app.desktop.settings import SaveChoices
from desktop_app.engine_info import ImageStore
from desktop_app.models.images import ImageRow
from desktop_app.ui.dialogs.save_images import SaveImagesDialog
from desktop_app.ui.save_plan import SavePlan
from tests.ui.helpers import click, find, words
from tests.ui.samples import image
from tests.ui.texts.sentences import another_language

_STICK = Disk(Path("/media/me/STICK"), "STICK", 14_200_000_000)
_FULL = replace(_STICK, free_bytes=100_000_000)
_WEB = ImageRow(image("shop/web:2.1"), "shop/web:2.1")
_DB = ImageRow(image("db:1", digit="e"), "db:1")
_SEPARATE = "One file for each image"

Opening = Callable[..., SaveImagesDialog]


@pytest.fixture
def open_for(window: QWidget) -> Opening:
    """Opens the dialog for some images."""

    def open_it(
        *rows: ImageRow, disk: Disk | None = _STICK, choices: SaveChoices | None = None
    ) -> SaveImagesDialog:
        plan = SavePlan(rows, ImageStore.CLASSIC, choices or SaveChoices(), "shop.tar")
        dialog = SaveImagesDialog(window, plan, [_STICK], lambda _: disk)
        dialog.open()
        return dialog

    return open_it


@pytest.fixture
def dialog(open_for: Opening) -> SaveImagesDialog:
    return open_for(_WEB, _DB)


def _save(dialog: SaveImagesDialog) -> QPushButton:
    return next(button for button in dialog.findChildren(QPushButton) if button.isDefault())


def _name(dialog: SaveImagesDialog) -> str:
    return find(dialog, QLineEdit, "File name").text()


def _parts(dialog: SaveImagesDialog, name: str = "Parts") -> QComboBox:
    """On Linux a screen reader says what is chosen first, and takes the name from the label."""
    boxes = dialog.findChildren(QComboBox)
    return next(box for box in boxes if box.accessibleName() == name)


def _confirmed(dialog: SaveImagesDialog, qtbot: QtBot) -> SavePlan:
    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        qtbot.mouseClick(_save(dialog), Qt.MouseButton.LeftButton)
    plan = confirmed.args[0]
    assert isinstance(plan, SavePlan)
    return plan


def test_it_says_what_is_saved_how_large_it_is_and_what_is_free(dialog: SaveImagesDialog) -> None:
    assert dialog.windowTitle() == _save(dialog).text() == "Save 2 image(s)"
    assert "shop/web:2.1 and db:1" in words(dialog)
    assert "About 456 MB. 14.2 GB are free there." in words(dialog)
    assert "⚠" not in words(dialog)


def test_all_of_many_names_stand_under_details(open_for: Opening) -> None:
    names = ["a:1", "b:1", "c:1", "d:1"]
    dialog = open_for(*(ImageRow(image(name), name) for name in names))
    assert "a:1, b:1 and 2 more" in words(dialog)
    click(dialog, QToolButton, "Details")
    assert find(dialog, QPlainTextEdit, "Details").toPlainText().splitlines() == names


def test_enter_saves_as_it_stands(dialog: SaveImagesDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        qtbot.keyClick(find(dialog, QLineEdit, "File name"), Qt.Key.Key_Return)
    assert confirmed.args[0].request.target == _STICK.root / "shop.tar"
    assert dialog.isVisible()


def test_everything_can_be_chosen(dialog: SaveImagesDialog, qtbot: QtBot) -> None:
    click(dialog, QRadioButton, "Smaller and quick (zstd)")
    click(dialog, QCheckBox, "Also write a checksum file, to check copies with (SHA-256)")
    qtbot.keyClick(_parts(dialog), Qt.Key.Key_Down)
    expected = SaveChoices(str(_STICK.root), Compression.ZSTD, 4_000_000_000, checksum=True)
    assert _confirmed(dialog, qtbot).choices == expected


def test_what_was_chosen_the_last_time_stands_there(open_for: Opening, qtbot: QtBot) -> None:
    last = SaveChoices(
        str(_STICK.root), Compression.GZIP, 2_000_000_000, checksum=True, is_separate=True
    )
    dialog = open_for(_WEB, _DB, choices=last)
    assert _parts(dialog).currentText() == "2 GB each"
    assert _confirmed(dialog, qtbot).choices == last


def test_the_ending_of_the_name_follows_the_compression(
    dialog: SaveImagesDialog, qtbot: QtBot
) -> None:
    edit = find(dialog, QLineEdit, "File name")
    edit.clear()
    qtbot.keyClicks(edit, "mine")
    click(dialog, QRadioButton, "Smaller, for everyone (gzip)")
    assert _name(dialog) == "mine.tar.gz"
    assert "About 164 MB" in words(dialog)
    click(dialog, QRadioButton, "Not compressed (tar)")
    assert _name(dialog) == "mine.tar"


def test_files_for_each_image_need_no_name(dialog: SaveImagesDialog, qtbot: QtBot) -> None:
    click(dialog, QCheckBox, _SEPARATE)
    assert not [edit for edit in dialog.findChildren(QLineEdit) if edit.isVisible()]
    assert "shop-web_2.1.tar and db_1.tar" in words(dialog)
    assert _confirmed(dialog, qtbot).request.is_separate


def test_one_image_is_not_asked_how_many_files_it_wants(open_for: Opening, qtbot: QtBot) -> None:
    dialog = open_for(_DB, choices=SaveChoices(is_separate=True))
    assert not [
        box for box in dialog.findChildren(QCheckBox) if "each" in box.text() and box.isVisible()
    ]
    plan = _confirmed(dialog, qtbot)
    assert plan.choices.is_separate  # as it was chosen for several
    assert not plan.request.is_separate


def test_what_surely_does_not_fit_is_said_before(open_for: Opening) -> None:
    dialog = open_for(_WEB, _DB, disk=_FULL)
    assert "not enough room: at least 228 MB are needed" in words(dialog)
    assert "not enough room" in _save(dialog).accessibleDescription()
    click(dialog, QRadioButton, "Smaller and quick (zstd)")
    assert "not enough room" not in words(dialog)


def test_a_stick_that_takes_no_large_file_is_told_of(open_for: Opening, qtbot: QtBot) -> None:
    big = ImageRow(replace(_DB.record, size_bytes=5_000_000_000), "db:1")
    dialog = open_for(big, disk=replace(_STICK, ends_files_at_4_gb=True))
    assert "takes no file over 4 GB" in words(dialog)
    qtbot.keyClick(_parts(dialog), Qt.Key.Key_Down)
    assert "takes no file over 4 GB" not in words(dialog)


def test_a_folder_that_is_gone_cannot_be_saved_in(open_for: Opening) -> None:
    dialog = open_for(_DB, disk=None)
    assert "This folder is not there any more" in words(dialog)
    assert "About 228 MB." in words(dialog)
    assert not _save(dialog).isEnabled()


def test_a_name_that_no_stick_takes_cannot_be_saved(dialog: SaveImagesDialog) -> None:
    find(dialog, QLineEdit, "File name").setText("web:2")
    assert "Not every disk takes this name" in words(dialog)
    assert not _save(dialog).isEnabled()
    click(dialog, QRadioButton, "Smaller and quick (zstd)")
    assert _name(dialog) == "web:2"


def test_another_file_can_be_looked_for(
    dialog: SaveImagesDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(dialog.browse_wanted) as wanted:
        click(dialog, QPushButton, "Browse…")
    assert wanted.args[0].targets == (_STICK.root / "shop.tar",)
    dialog.place(tmp_path / "other")
    assert _confirmed(dialog, qtbot).request.target == tmp_path / "other.tar"


def test_for_several_files_a_folder_is_looked_for(
    dialog: SaveImagesDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    click(dialog, QCheckBox, _SEPARATE)
    dialog.place(tmp_path)
    assert _confirmed(dialog, qtbot).request.target == tmp_path


def test_cancel_saves_nothing(dialog: SaveImagesDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.confirmed), qtbot.waitSignal(dialog.rejected):
        click(dialog, QPushButton, "Cancel")


def test_a_long_name_does_not_widen_the_dialog(open_for: Opening) -> None:
    usual = open_for(_DB).width()
    dialog = open_for(ImageRow(image("a:1"), f"{'long/' * 20}name:1"))
    assert dialog.width() == usual


def test_no_letter_leads_to_two_things(dialog: SaveImagesDialog) -> None:
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    texts += [button.text() for button in dialog.findChildren(QAbstractButton)]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(letters) >= 9
    assert len(set(letters)) == len(letters)


def test_tab_goes_from_top_to_bottom(dialog: SaveImagesDialog, qtbot: QtBot) -> None:
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    places = []
    for _ in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        places.append(focused.mapTo(dialog, focused.rect().center()).y())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert places == sorted(places)


def test_everything_follows_the_language(dialog: SaveImagesDialog, qapp: QApplication) -> None:
    with another_language(qapp):
        QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
        labels = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
        buttons = [each.text() for each in dialog.findChildren(QAbstractButton) if each.isVisible()]
        parts = _parts(dialog, "«Parts»").currentText()
    texts = [text for text in [*labels, *buttons, parts] if "«" not in text]
    assert texts == []
