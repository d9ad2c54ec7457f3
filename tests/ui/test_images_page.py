"""Risk: the size that is promised counts an image twice, and a stick seems too small."""

import pytest
from PySide6.QtWidgets import QTableView, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.portraits import ImagePortrait, StartSettings, Step
from desktop_app.transfers.requests import MeasureRequest, MeasureResult, PortrayImageRequest
from desktop_app.ui.actions import Actions
from desktop_app.ui.details import LayersList
from desktop_app.ui.images_page import ImagesPage
from desktop_app.workers.queue import JobQueue
from tests.ui.conftest import ScriptedJobs
from tests.ui.helpers import cells, find, select, words
from tests.ui.samples import connected, digest, image


@pytest.fixture
def page(window: QWidget, queue: JobQueue) -> ImagesPage:
    page = ImagesPage(queue, Actions(window))
    QVBoxLayout(window).addWidget(page)
    page.selection_changed.connect(page.show_selection)
    page.show()
    page.show_snapshot(
        connected((image("web:1", "web:latest"), image("db:1", digit="e"), image(digit="f")))
    )
    return page


def test_there_is_a_row_for_each_name_and_for_the_nameless(page: ImagesPage) -> None:
    table = find(page, QTableView, "Images")
    assert cells(table) == ["db:1", "web:1", "web:latest", "(no name)"]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("web:1",), "1 image(s) selected\nabout 228 MB in a file · web:1"),
        (
            ("web:1", "web:latest"),
            "1 image(s) selected\nabout 228 MB in a file · web:1 and web:latest",
        ),
        (("web:1", "db:1"), "2 image(s) selected\nat most 456 MB in a file · db:1 and web:1"),
    ],
)
def test_an_image_counts_once_whatever_names_are_selected(
    page: ImagesPage, names: tuple[str, ...], said: str
) -> None:
    select(find(page, QTableView, "Images"), *names)
    assert said in words(page)


def test_of_several_images_the_engine_says_how_much_they_share(
    page: ImagesPage, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    jobs.answers[MeasureRequest] = MeasureResult(300_000_000)
    select(find(page, QTableView, "Images"), "web:1", "db:1")
    qtbot.waitUntil(lambda: "about 300 MB in a file · db:1 and web:1" in words(page))
    assert jobs.requests == [MeasureRequest((digest("e"), digest("d")))]


def test_so_many_images_that_it_would_take_long_are_not_measured(
    page: ImagesPage, jobs: ScriptedJobs
) -> None:
    images = [image(f"m{number}:1", digit=f"{number:064x}") for number in range(101)]
    page.show_snapshot(connected(images))
    page._table.selectAll()
    assert "101 image(s) selected" in words(page)
    assert not page._asking.is_waiting


@pytest.fixture
def wide(window: QWidget, page: ImagesPage, jobs: ScriptedJobs) -> ImagesPage:
    """The page where there is room for details, and an engine that tells them."""
    steps = (Step("/bin/sh -c make", 7),)
    settings = StartSettings(environment=("PASSWORD=secret",))
    jobs.answers[PortrayImageRequest] = ImagePortrait(digest("d"), settings, steps)
    window.resize(1100, 600)
    return page


def test_the_details_of_one_image_are_asked_for(wide: ImagesPage, qtbot: QtBot) -> None:
    details = wide._details
    assert not details.isVisible()
    select(find(wide, QTableView, "Images"), "web:1")
    assert details.isVisible()
    assert "Asking the engine…" in words(details)
    qtbot.waitUntil(lambda: "Layers, from the bottom up" in words(details))
    assert find(details, LayersList, "Layers").model().rowCount() == 1
    select(find(wide, QTableView, "Images"))
    assert not details.isVisible()


def test_several_images_have_a_sum_in_place_of_details(wide: ImagesPage) -> None:
    select(find(wide, QTableView, "Images"), "web:1", "db:1")
    assert words(wide._details).splitlines()[:2] == [
        "2 image(s) selected",
        "at most 456 MB in a file",
    ]
    facts = wide._details.findChildren(QTextEdit)[0].toPlainText()
    assert "db:1 · 228 MB\nweb:1 · 228 MB\nWhat they share" in facts


def test_what_cannot_be_told_is_one_quiet_sentence(
    wide: ImagesPage, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    jobs.answers[PortrayImageRequest] = UserFacingError(ErrorCode.IMAGE_GONE, {"image": "web:1"})
    select(find(wide, QTableView, "Images"), "web:1")
    qtbot.waitUntil(lambda: "Asking the engine…" not in words(wide._details))
    assert "web:1" in words(wide._details).splitlines()[-1]
    asked = len(jobs.requests)
    wide.show_snapshot(connected((image("web:1", "web:latest"),)))
    qtbot.waitUntil(lambda: len(jobs.requests) > asked)


def test_whoever_wants_no_details_or_has_no_room_sees_none(
    window: QWidget, wide: ImagesPage
) -> None:
    select(find(wide, QTableView, "Images"), "web:1")
    window.resize(700, 600)
    assert not wide._details.isVisible()
    window.resize(1100, 600)
    assert wide._details.isVisible()
    wide._details_action.setChecked(False)
    assert not wide._details.isVisible()
    assert not wide._asking.is_waiting
