"""Widgets, pages, dialogs, texts and the theme. Never imports the engine.

``main_window.py`` puts it together: a sidebar, a page each for images, containers and transfers,
and one that stands in while there is no engine. What can be done is an action of ``actions.py``,
shared by menus, buttons and context menus; what follows from it is a flow (``save_flow.py``,
``open_flow.py``, …) that asks through ``dialogs`` and ends in the queue. The flows and their
dialogs are imported when somebody wants one. Nothing here waits: the queue and the feed tell by
signals what happened. Words about codes and files come from ``texts``, colours and distances from
``theme.py``, and every text is said anew when the language changes.
"""

from typing import TYPE_CHECKING

from desktop_app.late import late

if TYPE_CHECKING:
    from desktop_app.ui.flows import Flows
    from desktop_app.ui.transfer_card import TransferCard

__all__ = ["Flows", "TransferCard"]

__getattr__ = late(__name__, {"Flows": "flows", "TransferCard": "transfer_card"})
