"""Risk: the window waits for dialogs that nobody has opened, or an entry of a menu opens none."""

from PySide6.QtWidgets import QDialog

from desktop_app import ui
from desktop_app.transfers.requests import LoadRequest
from desktop_app.ui.dialogs.settings import SettingsDialog
from desktop_app.ui.dialogs.show_command import ShowCommandDialog
from desktop_app.ui.main_window import MainWindow
from tests.ui.helpers import open_dialog, open_dialogs
from tests.ui.samples import SHOP


def _made(window: MainWindow) -> int:
    return len(window.findChildren(ui.Flows))


def test_they_are_made_when_the_first_one_is_wanted_and_only_once(main_window: MainWindow) -> None:
    assert _made(main_window) == 0
    main_window._actions.settings.trigger()
    open_dialog(SettingsDialog).reject()
    main_window._actions.check.trigger()
    open_dialog(QDialog).reject()
    assert _made(main_window) == 1


def test_the_engines_page_leads_to_the_settings(main_window: MainWindow) -> None:
    main_window._engine.another_wanted.emit()
    assert open_dialogs(SettingsDialog)


def test_the_command_of_a_transfer_is_shown(main_window: MainWindow) -> None:
    main_window._flows.show_command(LoadRequest(SHOP.path))
    assert open_dialog(ShowCommandDialog).isVisible()
