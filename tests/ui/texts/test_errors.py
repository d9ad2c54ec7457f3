"""Risk: something goes wrong and the person reads a code, a hole in a sentence, or nothing."""

import inspect
import re

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app import errors
from desktop_app.archives.compatibility import VerdictCode
from desktop_app.errors import ErrorCode
from desktop_app.ui.texts import error_text
from desktop_app.ui.texts.errors import _TEXTS
from tests.ui.texts.sentences import another_language, placeholders

_DOCUMENTED = {
    value: set() if words == "none" else set(words.split(", "))
    for value, words in re.findall(
        r'= \(?\s*"([a-z0-9-]+)"\s+# ([a-z_, ]+)', inspect.getsource(errors)
    )
}
"""The parameters that the comment beside each code names."""

_MADE_OF_A_PATH = {"file", "folder"}


def _params(code: ErrorCode) -> dict[str, str | int]:
    params: dict[str, str | int] = dict.fromkeys(_DOCUMENTED[code], "thing")
    params |= {name: 1000 for name in params if name.endswith("_bytes")}
    if "path" in params:
        params["path"] = "/media/stick/thing.tar"
    if "verdict" in params:
        params["verdict"] = VerdictCode.EMPTY
    return params


def test_every_code_says_which_parameters_it_has() -> None:
    assert set(_DOCUMENTED) == set(ErrorCode)


@pytest.mark.parametrize("code", ErrorCode)
def test_every_code_has_two_whole_sentences(code: ErrorCode) -> None:
    text = error_text(code, _params(code))
    assert text.headline
    assert text.advice.endswith((".", ")"))
    assert not re.search(r"[{}]", text.headline + text.advice)


@pytest.mark.parametrize("code", ErrorCode)
def test_a_sentence_asks_for_nothing_that_the_code_has_not(code: ErrorCode) -> None:
    allowed = _DOCUMENTED[code] | (_MADE_OF_A_PATH if "path" in _DOCUMENTED[code] else set())
    for source in _TEXTS[code]:
        assert placeholders(str(source)) <= allowed


@pytest.mark.parametrize("code", ErrorCode)
def test_every_sentence_can_be_translated(code: ErrorCode, qapp: QApplication) -> None:
    with another_language(qapp):
        text = error_text(code, _params(code))
    assert text.headline.startswith("«")
    assert text.advice.startswith("«")


def test_a_path_is_said_as_file_and_folder() -> None:
    text = error_text(ErrorCode.TARGET_FULL, {"path": "/media/stick/shop.tar"})
    assert text.headline == "There is no space left for shop.tar."
    assert "/media/stick is full" in text.advice


def test_a_number_of_bytes_is_said_as_a_size() -> None:
    params: dict[str, str | int] = {
        "path": "/media/stick/a.tar",
        "needed_bytes": 8_000_000_000,
        "free_bytes": 4_000_000,
    }
    text = error_text(ErrorCode.TARGET_TOO_SMALL, params)
    assert "8.00 GB" in text.advice
    assert "4.00 MB" in text.advice


def test_an_unsuitable_file_is_explained_by_its_verdict() -> None:
    params = {"path": "x.tar", "verdict": VerdictCode.DAMAGED}
    assert error_text(ErrorCode.FILE_UNSUITABLE, params).advice == "This file is damaged."


def test_a_hostile_name_cannot_break_the_sentence() -> None:
    text = error_text(ErrorCode.IMAGE_GONE, {"image": "a{0}\u202e{name}"})
    assert text.headline == "The image a{0}\N{REPLACEMENT CHARACTER}{name} is no longer there."
