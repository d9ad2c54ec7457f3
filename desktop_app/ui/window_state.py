"""How the window was left: place, size, page and what is on it, found again at the next start."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QWidget

from desktop_app.desktop.settings import WindowState, remember_window_state, window_state
from desktop_app.ui.actions import Page
from desktop_app.ui.record_table import RecordTable

_DETAILS = "details"
_SHOWN, _HIDDEN = b"shown", b"hidden"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What people arrange in the window.

    Attributes:
        tables: their widths and order.
        splitters: how much room each side has.
        details: whether they are shown.
    """

    tables: Mapping[str, RecordTable[Any]]
    splitters: Mapping[str, QSplitter]
    details: QAction


def remember(window: QWidget, page: Page, arrangement: Arrangement) -> None:
    """Note how everything is now; of a side that is hidden the last width stays noted."""
    parts = {name: table.layout_state for name, table in arrangement.tables.items()}
    for name, splitter in arrangement.splitters.items():
        if all(splitter.sizes()):
            parts[_sides(name)] = ",".join(map(str, splitter.sizes())).encode()
    parts[_DETAILS] = _SHOWN if arrangement.details.isChecked() else _HIDDEN
    remember_window_state(WindowState(bytes(window.saveGeometry().data()), page.value, parts))


def restore(window: QWidget, arrangement: Arrangement) -> Page:
    """Put everything as it was, where that still makes sense, and say which page was shown.

    Qt keeps a window on the screens that are there now.
    """
    state = window_state()
    window.restoreGeometry(state.geometry)
    for name, table in arrangement.tables.items():
        table.restore_layout(state.parts.get(name, b""))
    for name, splitter in arrangement.splitters.items():
        with suppress(ValueError):
            splitter.setSizes(list(map(int, state.parts.get(_sides(name), b"").split(b","))))
    arrangement.details.setChecked(state.parts.get(_DETAILS) != _HIDDEN)
    with suppress(ValueError):
        return Page(state.page or 0)
    return Page.IMAGES


def _sides(name: str) -> str:
    return f"{name}-sides"
