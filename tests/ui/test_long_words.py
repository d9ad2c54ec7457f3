"""Risk: in a language of longer words, or from right to left, texts are cut off or pushed out."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from tests.screenshots import SCREENS
from tests.screenshots.fitting import clipped
from tests.screenshots.pages import a_file_is_dragged_over
from tests.screenshots.stage import Screen, Stage, name_of, settle, stage
from tests.ui.texts.sentences import Marking

_KEPT = re.compile(r"(\{\w*\}|%n|%\d|&.)")  # placeholders and letters for keys
_SMALL = QSize(960, 500)
"""What is left of a usual screen where all is twice as large."""

_ACCENTS = str.maketrans("AEIOUaeiouy", "ÀËÎÕÜåéîøüÿ")


class Stretching(Marking):
    """Stands in for a language whose words are half as long again."""

    @override
    def translate(
        self, context: str, source_text: str, /, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return stretched(source_text)


def stretched(text: str) -> str:
    """The text with accents, and half as long again; what is filled in later is kept."""
    parts = _KEPT.split(text)
    parts[::2] = [part.translate(_ACCENTS) for part in parts[::2]]
    more = "".join(parts[::2])[: len(text) // 2]
    return "".join([*parts, " ", more]).rstrip()


@pytest.fixture
def played(qapp: QApplication) -> Iterator[Stage]:
    """A stage on which everything is said in long words, from right to left."""
    translator = Stretching(qapp)
    qapp.installTranslator(translator)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with stage() as stage_:
        yield stage_
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qapp.removeTranslator(translator)


@pytest.mark.parametrize("screen", SCREENS, ids=name_of)
def test_everything_fits_at_the_usual_size_and_at_the_smallest(
    played: Stage, screen: Screen
) -> None:
    window = screen(played)
    settle()
    assert not clipped(window)
    if window is played.window and screen is not a_file_is_dragged_over:  # the mouse is taken
        window.resize(_SMALL.expandedTo(window.minimumSizeHint()))
        settle()
        assert not clipped(window)
    assert window.isRightToLeft()


def test_what_is_filled_in_is_kept() -> None:
    assert stretched("&Load %n image(s)") == "&Løåd %n îmågé(s) øåd  îmå"
    assert stretched("{file} is there") == "{file} îs théré  îs thé"
