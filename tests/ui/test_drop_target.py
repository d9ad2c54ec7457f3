"""Risk: a drop is ignored, hangs the file manager, or makes it delete the files as if moved."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.drop_overlay import DropOverlay
from desktop_app.ui.drop_target import DropTarget, local_paths

_ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
_LEFT, _NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def target(window: QWidget) -> DropTarget:
    return DropTarget(window)


def _data(*urls: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def _enter(window: QWidget, data: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(QPoint(9, 9), _ACTIONS, data, _LEFT, _NO_KEYS)
    QApplication.sendEvent(window, event)
    return event


def _drop(window: QWidget, data: QMimeData) -> QDropEvent:
    event = QDropEvent(QPointF(9, 9), _ACTIONS, data, _LEFT, _NO_KEYS)
    event.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(window, event)
    return event


def _overlay(window: QWidget) -> DropOverlay:
    overlay = window.findChild(DropOverlay)
    assert isinstance(overlay, DropOverlay)
    return overlay


def test_files_are_taken_as_copies_and_looked_at_only_afterwards(
    window: QWidget, target: DropTarget, qtbot: QtBot
) -> None:
    data = _data("file:///home/me/a.tar", "file:///home/me/%E9%95%9C%E5%83%8F.tar")
    assert _enter(window, data).isAccepted()
    assert _overlay(window).isVisible()
    assert "2 file(s)" in _overlay(window).accessibleName()
    paths: list[object] = []
    target.dropped.connect(paths.append)
    with qtbot.waitSignal(target.dropped):
        event = _drop(window, data)
        assert paths == []  # the other program still waits
    assert event.isAccepted()
    assert event.dropAction() is Qt.DropAction.CopyAction
    assert paths == [(Path("/home/me/a.tar"), Path("/home/me/镜像.tar"))]
    assert not _overlay(window).isVisible()


def test_the_overlay_goes_with_the_mouse(window: QWidget, target: DropTarget) -> None:
    _enter(window, _data("file:///a.tar"))
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not _overlay(window).isVisible()


def test_an_address_elsewhere_is_refused_in_words(
    window: QWidget, target: DropTarget, qtbot: QtBot
) -> None:
    data = _data("https://example.org/web.tar")
    assert _enter(window, data).isAccepted()
    assert not _overlay(window).isVisible()
    with qtbot.waitSignal(target.refused) as refused, qtbot.assertNotEmitted(target.dropped):
        _drop(window, data)
    assert refused.args == ["https://example.org/web.tar"]


def test_of_a_mixture_the_files_are_taken(
    window: QWidget, target: DropTarget, qtbot: QtBot
) -> None:
    data = _data("https://example.org/web.tar", "file:///a.tar")
    _enter(window, data)  # without it Qt drops nothing
    with qtbot.waitSignal(target.dropped) as dropped:
        _drop(window, data)
    assert dropped.args == [(Path("/a.tar"),)]


def test_a_name_that_is_no_utf_8_is_taken_byte_for_byte() -> None:
    urls = [QUrl("file:///home/me/%BE%B5%CF%F1%20100%25.tar"), QUrl("file:///a/%EF%BF%BD.tar")]
    strange = os.fsdecode(b"/home/me/\xbe\xb5\xcf\xf1 100%.tar")
    assert local_paths(urls) == (Path(strange), Path("/a/\N{REPLACEMENT CHARACTER}.tar"))


def test_what_is_no_file_at_all_is_not_taken(window: QWidget, target: DropTarget) -> None:
    data = QMimeData()
    data.setText("some words")
    assert not _enter(window, data).isAccepted()


def test_other_events_go_their_way(window: QWidget, target: DropTarget) -> None:
    assert not target.eventFilter(window, QEvent(QEvent.Type.User))
