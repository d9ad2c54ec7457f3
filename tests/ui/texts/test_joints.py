"""Risk: a button shows a letter that belongs to a menu, or sentences run into each other."""

import pytest

from desktop_app.ui.texts import listed, sentences, without_mnemonic


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("&Open file…", "Open file…"),
        ("Save &to file", "Save to file"),
        ("打开文件(&O)…", "打开文件…"),
        ("新镜像的名称(&N)", "新镜像的名称"),
        ("我该用哪一种(&W)？", "我该用哪一种？"),
        ("Nothing to take out (O)", "Nothing to take out (O)"),
    ],
)
def test_a_button_says_the_menu_s_text_without_its_letter(text: str, shown: str) -> None:
    assert without_mnemonic(text) == shown


def test_sentences_stand_apart() -> None:
    assert sentences(["It failed.", "Try again.", "Or ask."]) == "It failed. Try again. Or ask."


def test_a_sentence_that_is_not_there_leaves_no_gap() -> None:
    assert sentences(["", "Try again."]) == "Try again."
    assert sentences(["It failed.", ""]) == "It failed."
    assert sentences([]) == ""


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ([], ""),
        (["a:1"], "a:1"),
        (["a:1", "b:2"], "a:1 and b:2"),
        (["a:1", "b:2", "{c}:3"], "a:1, b:2 and {c}:3"),
        (["\u202ea", "b"], "\ufffda and b"),
    ],
)
def test_names_in_a_list_stand_apart_and_cannot_turn_it_around(
    names: list[str], shown: str
) -> None:
    assert listed(names) == shown
