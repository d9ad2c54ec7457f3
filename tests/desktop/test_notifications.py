"""Risk: nobody hears that a long transfer is over, or people are told what they see anyway."""

import subprocess
from contextlib import ExitStack

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.desktop import notifications as module
from desktop_app.desktop.notifications import Notifications
from desktop_app.desktop.settings import Preferences
from tests.helpers.alone import alone
from tests.helpers.mocked_services import WAIT_SECONDS, mocked_service, session_bus


class Told:
    """What the desktop was asked to show: the tests' own screen has no place for it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, has_tray: bool) -> None:
        self.notes: list[tuple[str, str]] = []
        self.marks = 0
        self.has_icon = False
        monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: has_tray)
        monkeypatch.setattr(QSystemTrayIcon, "show", lambda _: self._set_icon(is_there=True))
        monkeypatch.setattr(QSystemTrayIcon, "hide", lambda _: self._set_icon(is_there=False))
        monkeypatch.setattr(QSystemTrayIcon, "showMessage", self._note)
        monkeypatch.setattr(QApplication, "alert", self._mark)

    def _set_icon(self, *, is_there: bool) -> None:
        self.has_icon = is_there

    def _note(self, headline: str, text: str) -> None:
        assert self.has_icon
        self.notes.append((headline, text))

    def _mark(self, _window: QWidget) -> None:
        self.marks += 1


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def notifications(window: QWidget) -> Notifications:
    return Notifications(QIcon(), window)


def test_a_note_is_shown_where_there_is_a_place_for_it(
    window: QWidget, notifications: Notifications, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Told(monkeypatch, has_tray=True)
    notifications.tell(window, "Saved", "Checked")
    assert (told.notes, told.marks) == ([("Saved", "Checked")], 1)


def test_elsewhere_the_window_is_marked(
    window: QWidget, notifications: Notifications, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Told(monkeypatch, has_tray=False)
    notifications.tell(window, "Saved", "Checked")
    assert (told.notes, told.marks) == ([], 1)


def test_who_looks_at_the_window_or_wants_none_is_not_told(
    window: QWidget,
    notifications: Notifications,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = Told(monkeypatch, has_tray=True)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    notifications.tell(window, "Saved", "Checked")
    window.hide()
    monkeypatch.setattr(module, "preferences", lambda: Preferences(notifies=False))
    notifications.tell(window, "Saved", "Checked")
    assert (told.notes, told.marks) == ([], 0)


def test_a_click_is_told_and_the_icon_goes_when_it_was_seen(
    window: QWidget,
    notifications: Notifications,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    notifications.withdraw()
    told = Told(monkeypatch, has_tray=True)
    notifications.tell(window, "Saved", "Checked")
    (tray,) = notifications.findChildren(QSystemTrayIcon)
    with qtbot.waitSignal(notifications.clicked):
        tray.messageClicked.emit()
    with qtbot.waitSignal(notifications.clicked):
        tray.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    notifications.tell(window, "Saved", "Checked")
    assert notifications.findChildren(QSystemTrayIcon) == [tray]
    notifications.withdraw()
    assert not told.has_icon


def test_a_real_desktop_shows_the_note_and_a_click_comes_back(
    monkeypatch: pytest.MonkeyPatch, desktop_environment: dict[str, str]
) -> None:
    watcher = ("org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher")
    notes = ("org.freedesktop.Notifications", "/org/freedesktop/Notifications")
    with ExitStack() as at_the_end:
        bus = at_the_end.enter_context(session_bus(monkeypatch))
        tray = at_the_end.enter_context(mocked_service(bus, *watcher, watcher[0]))
        tray.have("IsStatusNotifierHostRegistered", "b", True)
        tray.teach("RegisterStatusNotifierItem", "s")
        desktop = at_the_end.enter_context(mocked_service(bus, *notes, notes[0]))
        desktop.teach("Notify", "susssasa{sv}i", "u", "ret = 7")
        environment = desktop_environment | {"DBUS_SESSION_BUS_ADDRESS": bus}
        program = subprocess.Popen(alone("tests.desktop.telling"), env=environment)
        at_the_end.enter_context(program)
        at_the_end.callback(program.kill)
        _, words = desktop.next_call({"Notify"})
        assert '"Saved db:1" "Checked: 5 layers"' in words
        desktop.emit("ActionInvoked", "us", ("u", 7), ("s", "default"))
        assert program.wait(WAIT_SECONDS) == 0
