"""Every sentence that the program says about a code, a file or a transfer.

The layers below speak in codes and numbers; here they become words, in the person's language and
with nothing in them that only an expert knows. Sources are marked literally, so that
``pyside6-lupdate`` finds them, and translated at the moment they are shown. Labels, buttons and
questions stand beside the widgets that show them.

* ``errors``: a headline and an advice for every `ErrorCode`.
* ``verdicts``: the same for what `judge` found, the short reason why a file cannot be used, and
  what is done to one while it is sent.
* ``attempts``: what each place answered where an engine was looked for.
* ``findings``: what the check of a file has found, and what to do about it.
* ``checks``: what the check of a file came to, in a line and as a report.
* ``commands``: what each piece of a docker command is for.
* ``contents``: what a file is, how that was told, and what is odd about it.
* ``transfers``: what a job does, what it is doing just now, and what came of it.
* ``batches``: how far several transfers together are, and how they ended.
* ``history``: what past transfers were, and a report of each.
* ``reports``: the lines that all reports have.
* ``leftovers``: half files of an interrupted run.
* ``portraits``: what is known of an image or a container, for the details pane.
* ``quantities``: speeds, times that are left and moments; sizes are in ``models/words.py``.
* ``names``: why a text cannot be the name of an image.
* ``program``: its name and version.
* ``joints``: sentences and facts in a row, names in a list, and menu texts as buttons say them.
* ``safe``: makes names from files fit to be shown.
"""

from typing import TYPE_CHECKING

from desktop_app.late import late
from desktop_app.ui.texts.safe import safe  # late, it would be the module of this name

if TYPE_CHECKING:
    from desktop_app.ui.texts.attempts import attempt_text
    from desktop_app.ui.texts.batches import batch_text, ended_texts
    from desktop_app.ui.texts.checks import check_report, check_text
    from desktop_app.ui.texts.commands import meaning_text
    from desktop_app.ui.texts.contents import evidence_text, kind_text, warning_text
    from desktop_app.ui.texts.errors import ErrorText, error_text
    from desktop_app.ui.texts.findings import FindingText, finding_text
    from desktop_app.ui.texts.history import (
        past_folder,
        past_outcome,
        past_path,
        past_report,
        past_result,
        past_title,
    )
    from desktop_app.ui.texts.joints import (
        briefly_listed,
        joined,
        listed,
        sentences,
        without_mnemonic,
    )
    from desktop_app.ui.texts.leftovers import leftovers_text
    from desktop_app.ui.texts.names import name_problem
    from desktop_app.ui.texts.portraits import (
        Fact,
        Portrait,
        container_text,
        image_text,
        several_text,
    )
    from desktop_app.ui.texts.program import program_text
    from desktop_app.ui.texts.quantities import recent_text, speed_text, time_left_text
    from desktop_app.ui.texts.reports import whole_path_text
    from desktop_app.ui.texts.transfers import (
        amount_text,
        cancelled_text,
        phase_text,
        progress_text,
        remaining_text,
        request_title,
        result_text,
        stalled_text,
        state_text,
    )
    from desktop_app.ui.texts.verdicts import (
        VerdictText,
        conversion_text,
        platforms_text,
        reason_text,
        verdict_text,
    )

__all__ = [
    "ErrorText",
    "Fact",
    "FindingText",
    "Portrait",
    "VerdictText",
    "amount_text",
    "attempt_text",
    "batch_text",
    "briefly_listed",
    "cancelled_text",
    "check_report",
    "check_text",
    "container_text",
    "conversion_text",
    "ended_texts",
    "error_text",
    "evidence_text",
    "finding_text",
    "image_text",
    "joined",
    "kind_text",
    "leftovers_text",
    "listed",
    "meaning_text",
    "name_problem",
    "past_folder",
    "past_outcome",
    "past_path",
    "past_report",
    "past_result",
    "past_title",
    "phase_text",
    "platforms_text",
    "program_text",
    "progress_text",
    "reason_text",
    "recent_text",
    "remaining_text",
    "request_title",
    "result_text",
    "safe",
    "sentences",
    "several_text",
    "speed_text",
    "stalled_text",
    "state_text",
    "time_left_text",
    "verdict_text",
    "warning_text",
    "whole_path_text",
    "without_mnemonic",
]

__getattr__ = late(
    __name__,
    {
        "ErrorText": "errors",
        "Fact": "portraits",
        "FindingText": "findings",
        "Portrait": "portraits",
        "VerdictText": "verdicts",
        "amount_text": "transfers",
        "attempt_text": "attempts",
        "batch_text": "batches",
        "briefly_listed": "joints",
        "cancelled_text": "transfers",
        "check_report": "checks",
        "check_text": "checks",
        "container_text": "portraits",
        "conversion_text": "verdicts",
        "ended_texts": "batches",
        "error_text": "errors",
        "evidence_text": "contents",
        "finding_text": "findings",
        "image_text": "portraits",
        "joined": "joints",
        "kind_text": "contents",
        "leftovers_text": "leftovers",
        "listed": "joints",
        "meaning_text": "commands",
        "name_problem": "names",
        "past_folder": "history",
        "past_outcome": "history",
        "past_path": "history",
        "past_report": "history",
        "past_result": "history",
        "past_title": "history",
        "phase_text": "transfers",
        "platforms_text": "verdicts",
        "program_text": "program",
        "progress_text": "transfers",
        "reason_text": "verdicts",
        "recent_text": "quantities",
        "remaining_text": "transfers",
        "request_title": "transfers",
        "result_text": "transfers",
        "sentences": "joints",
        "several_text": "portraits",
        "speed_text": "quantities",
        "stalled_text": "transfers",
        "state_text": "transfers",
        "time_left_text": "quantities",
        "verdict_text": "verdicts",
        "warning_text": "contents",
        "whole_path_text": "reports",
        "without_mnemonic": "joints",
    },
)
