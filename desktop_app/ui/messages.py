"""The one door through which the program tells and asks: failures, and questions with buttons.

Nothing here waits: each function opens a dialog and returns it, and the answer is a signal.
"""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_app.errors import ErrorCode, Param
from desktop_app.ui.dialogs.message import MessageDialog, MessageText
from desktop_app.ui.texts import error_text


def show_failure(
    parent: QWidget | None, code: ErrorCode, params: Mapping[str, Param], detail: str = ""
) -> MessageDialog:
    """Say what went wrong and what to do; the engine's own words stand under "Details"."""
    dialog = MessageDialog(parent, partial(_failure, code, params), detail)
    dialog.open()
    return dialog


def ask(
    parent: QWidget | None, make_text: Callable[[], MessageText], *, is_risky: bool = False
) -> MessageDialog:
    """Ask whether to go ahead; ``accepted`` or ``rejected`` of the dialog is the answer.

    Args:
        parent: the window.
        make_text: the question, with a button that says what it does.
        is_risky: whether Enter must not go ahead.
    """
    dialog = MessageDialog(parent, make_text, is_risky=is_risky)
    dialog.open()
    return dialog


def ask_to_stop_jobs(parent: QWidget | None, count: int) -> MessageDialog:
    """Ask before the program ends with transfers under way; ``accepted`` means: stop them."""
    return ask(parent, partial(_stop_jobs, count), is_risky=True)


def _failure(code: ErrorCode, params: Mapping[str, Param]) -> MessageText:
    text = error_text(code, params)
    close = QCoreApplication.translate("Messages", "Close")
    return MessageText(text.headline, text.advice, close)


def _stop_jobs(count: int) -> MessageText:
    translate = QCoreApplication.translate
    return MessageText(
        translate("Messages", "%n transfer(s) are not done yet.", "", count),
        translate(
            "Messages",
            "If you quit now they are stopped, and files that are half written are removed.",
        ),
        close=translate("Messages", "Keep running"),
        go_on=translate("Messages", "Stop and quit"),
    )
