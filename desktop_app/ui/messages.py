"""The one door through which the program tells and asks: failures, and questions with buttons.

Nothing here waits: each function opens a dialog and returns it, and the answer is a signal.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_app.archives import ArchiveReport
from desktop_app.errors import ErrorCode, Param
from desktop_app.transfers.requests import UnreadableFile
from desktop_app.ui import texts
from desktop_app.ui.dialogs.link import Link
from desktop_app.ui.dialogs.message import MessageDialog, MessageText
from desktop_app.ui.texts import briefly_listed, error_text, joined, program_text, safe, sentences

_MOST_FILES = 8
"""So many are named in a message."""


def show_failure(
    parent: QWidget | None, code: ErrorCode, params: Mapping[str, Param], detail: str = ""
) -> MessageDialog:
    """Say what went wrong and what to do; the engine's own words stand under "Details"."""
    dialog = MessageDialog(parent, partial(_failure, code, params), detail)
    dialog.open()
    return dialog


def ask(
    parent: QWidget | None,
    make_text: Callable[[], MessageText],
    *,
    is_risky: bool = False,
    links: Iterable[Link] = (),
) -> MessageDialog:
    """Ask whether to go ahead; ``accepted`` or ``rejected`` of the dialog is the answer.

    Args:
        parent: the window.
        make_text: the question, with a button that says what it does.
        is_risky: whether Enter must not go ahead.
        links: to what else there is to look at before one answers.
    """
    dialog = MessageDialog(parent, make_text, is_risky=is_risky)
    for link in links:
        dialog.add_link(link)
    dialog.open()
    return dialog


def ask_to_stop_jobs(parent: QWidget | None, count: int) -> MessageDialog:
    """Ask before the program ends with transfers under way; ``accepted`` means: stop them."""
    return ask(parent, partial(_stop_jobs, count), is_risky=True)


def tell_not_local(parent: QWidget | None, address: str) -> MessageDialog:
    """Say that what was dropped is no file of this computer."""
    return ask(parent, partial(_not_local, address))


def tell_nothing_to_paste(parent: QWidget | None) -> MessageDialog:
    """Say that there is no file in the clipboard, and how one gets there."""
    return ask(parent, _nothing_to_paste)


def tell_no_file_manager(parent: QWidget | None, path: Path) -> MessageDialog:
    """Say where the file is, as nothing here can show it."""
    return ask(parent, partial(_no_file_manager, path))


def ask_to_forget(parent: QWidget | None, count: int) -> MessageDialog:
    """Ask before past transfers are removed from the list; ``accepted`` means: remove them."""
    return ask(parent, partial(_forget, count), is_risky=True)


def tell_not_forgotten(parent: QWidget | None) -> MessageDialog:
    """Say that the list of past transfers is as it was."""
    return ask(parent, _not_forgotten)


def tell_no_engine_yet(
    parent: QWidget | None, reports: Sequence[ArchiveReport | UnreadableFile]
) -> MessageDialog:
    """Say what files are that no engine can take now; ``accepted`` means: check them."""
    return ask(parent, partial(_no_engine_yet, reports))


def show_about(parent: QWidget | None) -> MessageDialog:
    """Say what the program is."""
    return ask(parent, _about)


def _failure(code: ErrorCode, params: Mapping[str, Param]) -> MessageText:
    text = error_text(code, params)
    close = QCoreApplication.translate("Messages", "Close")
    return MessageText(text.headline, text.advice, close)


def _stop_jobs(count: int) -> MessageText:
    translate = QCoreApplication.translate
    return MessageText(
        translate("Messages", "%n transfer(s) are not done yet.", "", count),
        translate(
            "Messages", "If you quit now, what runs is stopped, and half-written files are removed."
        ),
        close=translate("Messages", "Keep running"),
        go_on=translate("Messages", "Stop and quit"),
    )


def _not_local(address: str) -> MessageText:
    translate = QCoreApplication.translate
    return MessageText(
        translate("Messages", "This is not a file on this computer."),
        translate(
            "Messages", "Download {address} first, then drop the downloaded file here."
        ).format(address=safe(address)),
        close=translate("Messages", "Close"),
    )


def _no_engine_yet(reports: Sequence[ArchiveReport | UnreadableFile]) -> MessageText:
    translate = QCoreApplication.translate
    count, more = len(reports), len(reports) - _MOST_FILES
    whole = sum(isinstance(report, ArchiveReport) for report in reports)
    lines = [_line_about(report) for report in reports[:_MOST_FILES]]
    if more > 0:
        lines.append(translate("Lists", "%n more", "", more))
    later = translate("Messages", "As soon as there is one, the file(s) will open.", "", count)
    check = translate("Messages", "Checking whether a file is whole needs no engine.")
    return MessageText(
        translate("Messages", "No engine was found yet, neither Docker nor Podman."),
        "\n".join([*lines, "", sentences([later, check] if whole else [later])]),
        close=translate("Messages", "Close"),
        go_on=translate("Messages", "Check %n file(s)…", "", whole) if whole else "",
    )


def _line_about(report: ArchiveReport | UnreadableFile) -> str:
    file = safe(report.path.name)
    if isinstance(report, UnreadableFile):
        what = error_text(ErrorCode(report.code), report.params).headline
    else:
        names = [name for image in report.images for name in image.names]
        what = joined([texts.kind_text(report.kind), briefly_listed(names)])
    return QCoreApplication.translate("Messages", "{file}: {what}").format(file=file, what=what)


def _nothing_to_paste() -> MessageText:
    translate = QCoreApplication.translate
    return MessageText(
        translate("Messages", "There is no file to paste."),
        translate(
            "Messages",
            "Copy a file in the file manager, or the path of one as text, and paste it here.",
        ),
        close=translate("Messages", "Close"),
    )


def _no_file_manager(path: Path) -> MessageText:
    translate = QCoreApplication.translate
    return MessageText(
        translate("Messages", "The folder could not be opened."),
        translate(
            "Messages", "No file manager was found here. {file} is in the folder {folder}."
        ).format(file=safe(path.name), folder=safe(str(path.parent))),
        close=translate("Messages", "Close"),
    )


def _forget(count: int) -> MessageText:
    translate = QCoreApplication.translate
    return MessageText(
        translate("Messages", "Remove %n transfer(s) from the list?", "", count),
        translate(
            "Messages",
            "Only the entries in this list are removed. The files and images stay as they are.",
        ),
        close=translate("Messages", "Keep in the list"),
        go_on=translate("Messages", "Remove from the list"),
    )


def _not_forgotten() -> MessageText:
    translate = QCoreApplication.translate
    return MessageText(
        translate("Messages", "The list could not be changed."),
        translate(
            "Messages",
            "Its file cannot be written: the disk may be full, or not yours to write. Nothing was"
            " removed.",
        ),
        close=translate("Messages", "Close"),
    )


def _about() -> MessageText:
    translate = QCoreApplication.translate
    return MessageText(
        program_text(),
        translate(
            "Messages",
            "Moves container images between computers as files. Free software under the Apache"
            " License 2.0.",
        ),
        close=translate("Messages", "Close"),
    )
