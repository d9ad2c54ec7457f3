"""Risk: somebody exports a container who wanted to carry an image, or wants several in a file."""

import pytest
from PySide6.QtWidgets import QTableView, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.portraits import ContainerPortrait, Mount, StartSettings
from desktop_app.transfers.requests import PortrayContainerRequest
from desktop_app.ui.actions import Actions
from desktop_app.ui.containers_page import ContainersPage
from desktop_app.workers.queue import JobQueue
from tests.ui.conftest import ScriptedJobs
from tests.ui.helpers import cells, find, select, words
from tests.ui.samples import connected, container


@pytest.fixture
def page(window: QWidget, queue: JobQueue) -> ContainersPage:
    page = ContainersPage(queue, Actions(window))
    QVBoxLayout(window).addWidget(page)
    page.selection_changed.connect(page.show_selection)
    page.show()
    return page


def test_without_containers_the_way_to_the_images_is_shown(page: ContainersPage) -> None:
    page.show_snapshot(connected())
    assert "save it on the Images page" in words(page)


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


def test_the_details_of_a_container_say_what_is_left_out(
    window: QWidget, page: ContainersPage, jobs: ScriptedJobs, qtbot: QtBot
) -> None:
    jobs.answers[PortrayContainerRequest] = ContainerPortrait(
        64 * "c", StartSettings(), mounts=(Mount("/data", "vol"),)
    )
    window.resize(1100, 600)
    page.show_snapshot(connected((), (container("web"), container("db", "d"))))
    select(find(page, QTableView, "Containers"), "web")
    assert "web · Stopped" in words(page)
    facts = page._details.findChildren(QTextEdit)[0]
    qtbot.waitUntil(lambda: "/data ← vol" in facts.toPlainText())
    assert "These are not in an exported file." in facts.toPlainText()
    assert jobs.requests == [PortrayContainerRequest(64 * "c", "exited")]
    select(find(page, QTableView, "Containers"), "web", "db")
    assert words(page._details) == "2 container(s) selected"
    assert facts.toPlainText() == "Selected\ndb · Stopped\nweb · Stopped"
