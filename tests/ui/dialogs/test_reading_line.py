"""Risk: a reading that nobody sees going on, or one that a screen reader cannot name."""

from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from desktop_app.progress import Phase, Progress
from desktop_app.ui.dialogs.reading_line import ReadingLine
from tests.ui.helpers import find, words


def test_it_says_what_it_reads_and_how_far_it_is(qtbot: QtBot) -> None:
    line = ReadingLine()
    qtbot.addWidget(line)
    line.set_text("Reading…")
    line.show()
    assert words(line) == "Reading…"
    bar = find(line, QProgressBar, "Reading…")
    line.show_progress(Progress(Phase.INSPECTING))
    assert bar.value() == 0
    line.show_progress(Progress(Phase.INSPECTING, 5_000_000_000, 20_000_000_000))
    assert bar.value() == bar.maximum() / 4
