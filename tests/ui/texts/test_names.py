"""Risk: a name is refused without a reason that helps, or accepted and refused by the engine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import references
from desktop_app.ui.texts import name_problem


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "Type a name"),
        ("  ", "Type a name"),
        ("my shop", "spaces"),
        ("Web:2", "Capital letters"),
        ("shop/Web", "Capital letters"),
        ("localhost:5000/Web", "Capital letters"),
        ("wéb", "letters from a to z"),
        ("web@sha256:aa", "@"),
        ("web:", "a tag"),
        (":2", "Before the colon"),
        ("web:.2", "A tag begins"),
        (f"web:{129 * 'x'}", "128 characters"),
        (64 * "a", "This is an ID"),
        (300 * "a", "255 characters"),
        ("web-", "begins and ends"),
        ("-web:ABC", "begins and ends"),
        ("a//b", "begins and ends"),
    ],
)
def test_each_mistake_has_its_reason(name: str, reason: str) -> None:
    assert reason in name_problem(name)


@pytest.mark.parametrize("name", ["web", " shop/web:2.1 ", "localhost:5000/web:RC1"])
def test_a_good_name_has_no_problem(name: str) -> None:
    assert name_problem(name) == ""


@given(st.text(alphabet="aZ09._:/-@ é\n", max_size=12))
def test_there_is_a_problem_exactly_where_docker_sees_one(text: str) -> None:
    assert bool(name_problem(text)) is not references.is_valid(text)
