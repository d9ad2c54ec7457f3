"""Every page and every dialog of the program, ready to be looked at by people and by tests."""

from tests.screenshots.dialogs import DIALOGS
from tests.screenshots.pages import MENUS, PAGES

SCREENS = (*PAGES, *MENUS, *DIALOGS)
"""Each makes one state of a window on a `Stage` and gives the window."""
