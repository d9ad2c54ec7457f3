"""Risk: somebody exports a container who wanted to carry an image, or wants several in a file."""

import pytest
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from desktop_app.ui.actions import Actions
from desktop_app.ui.containers_page import ContainersPage
from tests.ui.helpers import cells, find, select, words
from tests.ui.samples import connected, container


@pytest.fixture
def page(window: QWidget) -> ContainersPage:
    page = ContainersPage(Actions(window))
    QVBoxLayout(window).addWidget(page)
    page.selection_changed.connect(page.show_selection)
    page.show()
    return page


def test_without_containers_the_way_to_the_images_is_shown(page: ContainersPage) -> None:
    page.show_snapshot(connected())
    assert "save it on the page Images" in words(page)


def test_one_is_exported_at_a_time(page: ContainersPage) -> None:
    page.show_snapshot(connected((), (container("web"), container("db", "d"))))
    table = find(page, QTableView, "Containers")
    assert cells(table) == ["db", "web"]
    select(table, "web")
    assert "1 container(s) selected" in words(page)
    assert "One container goes into one file." not in words(page)
    select(table, "web", "db")
    assert "2 container(s) selected" in words(page)
    assert "One container goes into one file." in words(page)
