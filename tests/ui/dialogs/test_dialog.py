"""Risk: a dialog clips its words, keeps the old language, or stays in memory when it is closed."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QSpacerItem,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.ui.dialogs.dialog import Dialog, indent_under, text_label
from desktop_app.ui.dialogs.link import Link
from tests.ui.helpers import find
from tests.ui.texts.sentences import another_language

_LONG = "A sentence that is long enough to need several lines in a dialog of any width. " * 5


@pytest.fixture
def dialog(window: QWidget) -> Dialog:
    dialog = Dialog(window)
    dialog.add_button(is_default=True).setText("Close")
    dialog.set_texts("What it is about", _LONG)
    dialog.retranslate()
    return dialog


def test_opening_returns_at_once_and_blocks_only_the_window(dialog: Dialog) -> None:
    dialog.open()
    assert dialog.windowModality() is Qt.WindowModality.WindowModal
    assert dialog.windowTitle() == "What it is about"


def test_every_line_of_a_long_explanation_can_be_read(dialog: Dialog) -> None:
    dialog.open()
    explanation = next(label for label in dialog.findChildren(QLabel) if label.text() == _LONG)
    assert explanation.height() >= explanation.heightForWidth(explanation.width())


def test_details_are_there_after_a_click_and_the_dialog_grows(dialog: Dialog, qtbot: QtBot) -> None:
    details = text_label()
    details.setText("what an expert wants to know")
    dialog.add_details(details)
    dialog.open()
    height = dialog.height()
    assert not details.isVisible()
    button = find(dialog, QToolButton, "Details")
    assert button.arrowType() is Qt.ArrowType.RightArrow
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.arrowType() is Qt.ArrowType.DownArrow
    assert details.isVisible()
    assert dialog.height() > height
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not details.isVisible()
    assert dialog.height() == height


def test_on_a_low_screen_what_scrolls_gives_way(dialog: Dialog) -> None:
    policy = QSizePolicy.Policy.Preferred
    dialog.body.addItem(QSpacerItem(0, 5000, policy, policy))
    dialog.fit()
    assert dialog.height() < dialog.screen().availableGeometry().height()


def test_without_details_there_is_no_button_for_them(dialog: Dialog) -> None:
    dialog.open()
    assert not [button for button in dialog.findChildren(QToolButton) if button.isVisible()]


def test_escape_closes_and_deletes(dialog: Dialog, qtbot: QtBot) -> None:
    dialog.open()
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_new_language_is_spoken_at_once(dialog: Dialog, qapp: QApplication) -> None:
    dialog.add_details(text_label())
    dialog.open()
    with another_language(qapp):
        QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
        find(dialog, QToolButton, "«Details»")


def test_what_a_choice_means_stands_under_its_name(qapp: QApplication) -> None:
    button, label = QRadioButton("Full"), text_label()
    indent_under(label, button)
    option = QStyleOptionButton()
    option.initFrom(button)
    contents = button.style().subElementRect(
        QStyle.SubElement.SE_RadioButtonContents, option, button
    )
    assert abs(label.indent() - contents.left()) <= 2


def test_markup_in_a_name_is_shown_as_it_is() -> None:
    label = text_label()
    label.setText("<b>web</b>")
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_link_stands_before_the_buttons_also_for_the_keyboard(
    dialog: Dialog, qtbot: QtBot
) -> None:
    link = Link(lambda: "More")
    dialog.add_link(link)
    with qtbot.waitActive(dialog):
        dialog.open()
    button = find(dialog, QPushButton, "Close")
    assert link.x() < button.x()
    assert dialog.focusWidget() is button
    qtbot.keyClick(button, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is link
