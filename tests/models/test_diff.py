"""Risk: a list that is brought up to date step by step is not the one that the engine has."""

from operator import itemgetter
from typing import TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.models.diff import Difference, Run, difference

rows = st.lists(
    st.tuples(st.integers(0, 12), st.sampled_from("ab")), unique_by=itemgetter(0), max_size=13
)
key = itemgetter(0)
Things: TypeAlias = list[tuple[int, str]]


def follow(steps: Difference, old: Things, new: Things) -> Things:
    """Take the steps as a model does."""
    shown = list(old)
    for run in steps.removals:
        del shown[run.first : run.last + 1]
    if steps.order is not None:
        shown = [shown[place] for place in steps.order]
    for run in steps.insertions:
        shown[run.first : run.first] = new[run.first : run.last + 1]
    for run in steps.changes:
        shown[run.first : run.last + 1] = new[run.first : run.last + 1]
    return shown


@given(rows, rows)
def test_the_steps_lead_from_any_list_to_any_other(old: Things, new: Things) -> None:
    assert follow(difference(old, new, key), old, new) == new


@given(rows, rows)
def test_what_stays_is_neither_removed_nor_inserted(old: Things, new: Things) -> None:
    steps = difference(old, new, key)
    staying = set(map(key, old)) & set(map(key, new))
    removed = {key(old[place]) for run in steps.removals for place in places(run)}
    inserted = {key(new[place]) for run in steps.insertions for place in places(run)}
    assert removed == set(map(key, old)) - staying
    assert inserted == set(map(key, new)) - staying


@given(rows)
def test_no_steps_lead_from_a_list_to_itself(same: Things) -> None:
    assert difference(same, list(same), key) == Difference((), None, (), ())


def test_neighbours_are_one_run_and_removals_start_at_the_end() -> None:
    old = [(number, "a") for number in range(8)]
    new = [(2, "a"), (3, "b"), (4, "b"), (9, "a"), (10, "a"), (7, "a")]
    assert difference(old, new, key) == Difference(
        removals=(Run(5, 6), Run(0, 1)),
        order=None,
        insertions=(Run(3, 4),),
        changes=(Run(1, 2),),
    )


def places(run: Run) -> range:
    return range(run.first, run.last + 1)
