"""Risk: a piece of a command is copied by somebody who was not told what it does."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.transfers.commands import Meaning
from desktop_app.ui.texts import meaning_text
from tests.ui.texts.sentences import another_language


@pytest.mark.parametrize("meaning", Meaning)
def test_every_piece_has_a_whole_sentence(meaning: Meaning, qapp: QApplication) -> None:
    sentence = meaning_text(meaning)
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    with another_language(qapp):
        assert meaning_text(meaning) == f"«{sentence}»"
