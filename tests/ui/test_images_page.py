"""Risk: the size that is promised counts an image twice, and a stick seems too small."""

import pytest
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from desktop_app.ui.actions import Actions
from desktop_app.ui.images_page import ImagesPage
from tests.ui.helpers import cells, find, select, words
from tests.ui.samples import connected, image


@pytest.fixture
def page(window: QWidget) -> ImagesPage:
    page = ImagesPage(Actions(window))
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
        (("web:1",), "1 image(s) selected\nabout 228 MB in a file"),
        (("web:1", "web:latest"), "1 image(s) selected\nabout 228 MB in a file"),
        (("web:1", "web:latest", "db:1"), "2 image(s) selected\nabout 456 MB in a file"),
    ],
)
def test_an_image_counts_once_whatever_names_are_selected(
    page: ImagesPage, names: tuple[str, ...], said: str
) -> None:
    select(find(page, QTableView, "Images"), *names)
    assert said in words(page)
