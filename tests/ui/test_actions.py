"""Risk: something is offered that cannot be done, or cannot be reached by keys."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from desktop_app.models.images import ImageRow
from desktop_app.ui.actions import Actions, Page
from tests.ui.samples import container, image
from tests.ui.texts.sentences import another_language

_WEB = ImageRow(image("web:1"), "web:1")
_TWICE = ImageRow(image("db:1", "db:2"), "db:1")


@pytest.fixture
def actions(qapp) -> Actions:
    return Actions(QObject(qapp))


def _enabled(actions: Actions) -> set[str]:
    row_actions = [actions.save, actions.name, actions.remove_name, actions.export]
    return {action.iconText() for action in row_actions if action.isEnabled()}


@pytest.mark.parametrize(
    ("page", "images", "containers", "expected"),
    [
        (Page.IMAGES, (), (), set()),
        (Page.IMAGES, (_WEB,), (), {"Save to file…", "Name…"}),
        (Page.IMAGES, (_TWICE,), (), {"Save to file…", "Name…", "Remove name…"}),
        (Page.IMAGES, (_WEB, _TWICE), (), {"Save to file…"}),
        (Page.CONTAINERS, (), (container("a"),), {"Export to file…"}),
        (Page.CONTAINERS, (), (container("a"), container("b", "d")), set()),
        (Page.CONTAINERS, (_WEB,), (), set()),
        (Page.TRANSFERS, (_WEB,), (container("a"),), set()),
    ],
)
def test_what_is_seen_and_selected_decides_what_can_be_done(
    actions: Actions, page: Page, images, containers, expected: set[str]
) -> None:
    actions.offer(page, images, containers)
    assert _enabled(actions) == expected


def test_of_an_engine_that_does_not_answer_nothing_is_wanted(actions: Actions) -> None:
    for page in (Page.IMAGES, Page.CONTAINERS):
        actions.offer(page, (_TWICE,), (container("a"),), is_live=False)
        assert _enabled(actions) == set()


def test_no_key_does_two_things(actions: Actions) -> None:
    keys = [
        key.toString() for action in actions.findChildren(QAction) for key in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))
    for key in (
        "Ctrl+O",
        "Ctrl+K",
        "Ctrl+S",
        "F2",
        "F5",
        "Ctrl+F",
        "Ctrl+1",
        "Ctrl+2",
        "Ctrl+3",
        "Ctrl+I",
        "Ctrl+V",
    ):
        assert QKeySequence(key).toString() in keys


def test_the_words_follow_the_language_and_buttons_have_no_ampersand(
    actions: Actions, qapp
) -> None:
    with another_language(qapp):
        actions.retranslate()
    texts = [action.text() for action in actions.findChildren(QAction)]
    assert all(text.startswith("«") for text in texts)
    assert actions.open_file.iconText() == "«Open file…»"


def test_one_page_is_checked_at_a_time(actions: Actions) -> None:
    actions.pages[Page.CONTAINERS].setChecked(True)
    actions.pages[Page.TRANSFERS].setChecked(True)
    assert [action.isChecked() for action in actions.pages.values()] == [False, False, True]
