"""Risk: a long path that was chosen widens the dialog, or cannot be read at all."""

from pytestqt.qtbot import QtBot

from desktop_app.ui.dialogs.choice_list import ChoiceList


def test_what_is_chosen_is_said_in_full_and_widens_nothing(qtbot: QtBot) -> None:
    choices = ChoiceList()
    qtbot.addWidget(choices)
    choices.addItems(["a", "b"])
    assert choices.toolTip() == "a"
    width = choices.sizeHint().width()
    long = "/media/" + 10 * "long"
    choices.setItemText(0, long)
    assert (choices.toolTip(), choices.sizeHint().width()) == (long, width)
    choices.setCurrentIndex(1)
    assert choices.toolTip() == "b"
