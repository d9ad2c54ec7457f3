"""Risk: a kind of file that the reader knows has no words in the window."""

from collections.abc import Callable
from enum import StrEnum

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.archives.report import ArchiveKind, Evidence, ReportWarning
from desktop_app.ui.texts import evidence_text, kind_text, warning_text
from tests.ui.texts.sentences import another_language

_ALL = [
    (say, member)
    for say, members in (
        (kind_text, ArchiveKind),
        (evidence_text, Evidence),
        (warning_text, ReportWarning),
    )
    for member in members
]


@pytest.mark.parametrize(("say", "member"), _ALL)
def test_every_member_has_words_that_can_be_translated(
    say: Callable[[StrEnum], str], member: StrEnum, qapp: QApplication
) -> None:
    with another_language(qapp):
        words = say(member)
    assert words.startswith("«")
    assert words.strip("«»")


def test_evidence_and_warnings_are_whole_sentences() -> None:
    assert all(evidence_text(evidence).endswith(".") for evidence in Evidence)
    assert all(warning_text(warning).endswith(".") for warning in ReportWarning)
