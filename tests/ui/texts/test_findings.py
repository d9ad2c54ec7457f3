"""Risk: a file is called damaged in words that help nobody, or in none at all."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.archives import Finding, FindingCode
from desktop_app.ui.texts import finding_text
from tests.ui.texts.sentences import another_language

WITHOUT_SUBJECT = {
    FindingCode.NO_BYTES,
    FindingCode.NO_MEMBERS,
    FindingCode.NOT_AN_ARCHIVE,
    FindingCode.NO_IMAGES,
    FindingCode.PACKED_AGAIN,
    FindingCode.NO_END_MARKER,
    FindingCode.TRAILING_DATA,
    FindingCode.NO_DIGESTS,
}


@pytest.mark.parametrize("code", FindingCode)
def test_every_finding_has_whole_sentences_and_says_where(code: FindingCode) -> None:
    text = finding_text(Finding(code, "blobs/x"))
    for sentence in (text.headline, text.advice):
        assert sentence.endswith(".")
        assert "{" not in sentence
    assert ("blobs/x" in text.headline) is (code not in WITHOUT_SUBJECT)


@pytest.mark.parametrize("code", FindingCode)
def test_every_finding_can_be_translated(code: FindingCode, qapp: QApplication) -> None:
    with another_language(qapp):
        text = finding_text(Finding(code, "x"))
    assert text.headline.startswith("«")
    assert text.advice.startswith("«")


def test_no_finding_sounds_like_another_one() -> None:
    headlines = [finding_text(Finding(code, "x")).headline for code in FindingCode]
    assert len(set(headlines)) == len(headlines)


def test_a_name_from_the_file_cannot_break_the_sentence() -> None:
    text = finding_text(Finding(FindingCode.LAYER_MISSING, "a{0}\u202e\n<b>"))
    mark = "\N{REPLACEMENT CHARACTER}"
    assert text.headline == f"A layer is missing: a{{0}}{mark}{mark}<b>."


def test_nothing_has_a_name_too() -> None:
    text = finding_text(Finding(FindingCode.NAME_INVALID, ""))
    assert text.headline == "(nothing) cannot be the name of an image."
