"""Risk: whoever writes an archive chooses the names in it, and a name on the screen lies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.texts import safe


@pytest.mark.parametrize(
    "unseen",
    ["\0", "\n", "\x1b", "\u202e", "\u2066", "\u200b", "\u2028", "\ud800", "\ue000"],
    ids=lambda character: f"{ord(character):04x}",
)
def test_what_cannot_be_seen_is_marked(unseen: str) -> None:
    assert safe(f"web{unseen}gpj.exe") == "web\N{REPLACEMENT CHARACTER}gpj.exe"


@pytest.mark.parametrize(
    "name", ["镜像摆渡:1", "<b>web</b>", "a&b", "{braces}", "می\u200cخواهم", ""]
)
def test_what_can_be_seen_stays(name: str) -> None:
    assert safe(name) == name


def test_a_long_name_keeps_both_ends() -> None:
    shown = safe("registry.example" + 5000 * "x" + ":2.1")
    assert len(shown) == 120
    assert shown.startswith("registry.example")
    assert shown.endswith(":2.1")


@given(st.text(), st.integers(min_value=3, max_value=200))
def test_nothing_is_ever_longer_than_asked_for(text: str, longest: int) -> None:
    assert len(safe(text, longest)) <= longest
