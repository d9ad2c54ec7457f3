"""How the window was left: its place and size, its page and its tables, found again at a start."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.desktop.settings import WindowState, remember_window_state, window_state
from desktop_app.ui.actions import Page
from desktop_app.ui.record_table import RecordTable

Tables = Mapping[str, RecordTable[Any]]


def remember(window: QWidget, page: Page, tables: Tables) -> None:
    """Note how everything is now."""
    parts = {name: table.layout_state for name, table in tables.items()}
    remember_window_state(WindowState(bytes(window.saveGeometry().data()), page.value, parts))


def restore(window: QWidget, tables: Tables) -> Page:
    """Put everything as it was, where that still makes sense, and say which page was shown.

    Qt keeps a window on the screens that are there now.
    """
    state = window_state()
    window.restoreGeometry(state.geometry)
    for name, table in tables.items():
        table.restore_layout(state.parts.get(name, b""))
    with suppress(ValueError):
        return Page(state.page or 0)
    return Page.IMAGES
