"""Risk: a place where an engine was looked for says what is true of none or of all of them."""

import pytest

from desktop_app.engine_info import Attempt
from desktop_app.errors import ErrorCode
from desktop_app.ui.texts import attempt_text
from tests.ui.texts.sentences import another_language

_ANSWERS = [
    code
    for code in ErrorCode
    if code.startswith("engine-") and code is not ErrorCode.ENGINE_DISK_TOO_SMALL
]
_URL = "tcp://server:2376"


@pytest.mark.parametrize("code", _ANSWERS)
def test_every_answer_has_words(code: ErrorCode) -> None:
    text = attempt_text(Attempt("Docker", _URL, code))
    assert text
    assert "{" not in text


def test_a_place_without_engine_does_not_speak_for_the_computer(qapp) -> None:
    attempt = Attempt("Docker", _URL, ErrorCode.ENGINE_NOT_FOUND)
    assert attempt_text(attempt) == "Not there"
    with another_language(qapp):
        assert attempt_text(attempt) == "«Not there»"


def test_what_has_no_short_words_is_said_as_elsewhere() -> None:
    attempt = Attempt("Docker", _URL, ErrorCode.ENGINE_URL_INVALID)
    assert attempt_text(attempt) == f"This is not the address of an engine: {_URL}"
