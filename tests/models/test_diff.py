"""Risk: a list that is brought up to date step by step is not the one that the engine has."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.models.diff import Difference, Run, difference

rows = st.lists(st.integers(0, 12), unique=True)
some = st.sets(st.integers(0, 12))


def follow(steps: Difference, old: list[int], new: list[int]) -> list[int]:
    """Take the steps as a model does."""
    shown = list(old)
    for run in steps.removals:
        del shown[run.first : run.last + 1]
    if steps.order is not None:
        shown = [shown[place] for place in steps.order]
    for run in steps.insertions:
        shown[run.first : run.first] = new[run.first : run.last + 1]
    return shown


@given(rows, rows)
def test_the_steps_lead_from_any_list_to_any_other(old: list[int], new: list[int]) -> None:
    assert follow(difference(old, new), old, new) == new


@given(rows, rows)
def test_what_stays_is_neither_removed_nor_inserted(old: list[int], new: list[int]) -> None:
    steps = difference(old, new)
    removed = {old[place] for run in steps.removals for place in places(run)}
    inserted = {new[place] for run in steps.insertions for place in places(run)}
    assert removed == set(old) - set(new)
    assert inserted == set(new) - set(old)


@given(rows, rows, some)
def test_what_has_changed_is_shown_anew_unless_it_is_new(
    old: list[int], new: list[int], changed: set[int]
) -> None:
    steps = difference(old, new, changed)
    anew = {new[place] for run in steps.changes for place in places(run)}
    assert anew == set(old) & set(new) & changed


@given(rows)
def test_no_steps_lead_from_a_list_to_itself(same: list[int]) -> None:
    assert difference(same, list(same)) == Difference((), None, (), ())


def test_neighbours_are_one_run_and_removals_start_at_the_end() -> None:
    assert difference([*range(8)], [2, 3, 4, 9, 10, 7], {3, 4}) == Difference(
        removals=(Run(5, 6), Run(0, 1)),
        order=None,
        insertions=(Run(3, 4),),
        changes=(Run(1, 2),),
    )


def places(run: Run) -> range:
    return range(run.first, run.last + 1)
