"""Risk: on one of the many pages and dialogs something cannot be reached, or has no name.

What is looked for on each is in `tests/screenshots/using.py`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.helpers.languages import speaking
from tests.screenshots import SCREENS
from tests.screenshots.dialogs import DIALOGS
from tests.screenshots.pages import MENUS, images
from tests.screenshots.stage import Screen, Stage, name_of, stage
from tests.screenshots.using import obstacles


@pytest.fixture
def played(qapp: QApplication) -> Iterator[Stage]:
    """A stage with the window on it."""
    with stage() as stage_:
        yield stage_


@pytest.fixture
def chinese(qapp: QApplication, translations: Path) -> Iterator[None]:
    """Inside, the program speaks Chinese; its letters for keys are the translator's choice."""
    with speaking(qapp, "zh_CN", translations):
        yield


@pytest.mark.parametrize("screen", SCREENS, ids=name_of)
def test_everything_is_named_and_reached_with_keys(played: Stage, screen: Screen) -> None:
    assert not obstacles(screen(played))


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("screen", [images, *MENUS, *DIALOGS], ids=name_of)
def test_and_so_it_is_in_chinese(played: Stage, screen: Screen) -> None:
    assert not obstacles(screen(played))
