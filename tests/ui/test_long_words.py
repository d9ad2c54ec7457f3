"""Risk: in a language of longer words, or from right to left, texts are cut off or pushed out."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from tests.screenshots import SCREENS
from tests.screenshots.fitting import clipped
from tests.screenshots.stage import Screen, Stage, name_of, stage
from tests.ui.texts.sentences import Marking

_KEPT = re.compile(r"(\{\w*\}|%n|%\d|&.)")  # placeholders and letters for keys
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
    return "".join([*parts, " ", "~" * (len(text) // 2)])


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
    QCoreApplication.sendPostedEvents()  # the layout is in them
    assert not clipped(window)
    if window is played.window:
        window.resize(window.minimumSizeHint())
        QCoreApplication.sendPostedEvents()
        assert not clipped(window)
    assert window.isRightToLeft()


def test_what_is_filled_in_is_kept() -> None:
    assert stretched("&Load %n image(s)") == "&Løåd %n îmågé(s) ~~~~~~~~"
    assert stretched("{file} is there") == "{file} îs théré ~~~~~~~"
