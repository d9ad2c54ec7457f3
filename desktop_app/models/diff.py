"""What must happen to one list of rows so that it becomes another. Pure Python, no Qt."""

from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

Row = TypeVar("Row", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring rows, counted as Qt does: `last` belongs to them."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Steps to be taken in the order of the attributes.

    Attributes:
        removals: runs of the old list, the last one first.
        order: for each row that stays, in its new order, where it stood after the removals; None
            where the order is the same.
        insertions: runs of the new list, the first one first.
        changes: runs of the new list whose rows were there and have changed.
    """

    removals: tuple[Run, ...]
    order: tuple[int, ...] | None
    insertions: tuple[Run, ...]
    changes: tuple[Run, ...]


def difference(old: Sequence[Row], new: Sequence[Row], changed: Collection[Row] = ()) -> Difference:
    """Compare two lists of rows, in neither of which any is twice.

    Args:
        old: the rows as they are.
        new: the rows as they are to be.
        changed: those of them that are to be shown anew.
    """
    gone, come = set(old).difference(new), set(new).difference(old)
    before = [row for row in old if row not in gone]
    after = [row for row in new if row not in come]
    return Difference(
        removals=tuple(_runs(old, gone))[::-1],
        order=_order(before, after) if before != after else None,
        insertions=tuple(_runs(new, come)),
        changes=tuple(_runs(new, set(changed) - come)),
    )


def _order(before: Sequence[Row], after: Sequence[Row]) -> tuple[int, ...]:
    places = {row: place for place, row in enumerate(before)}
    return tuple(places[row] for row in after)


def _runs(rows: Sequence[Row], wanted: Collection[Row]) -> Iterator[Run]:
    """Where these are among the rows; neighbours are joined."""
    run: Run | None = None
    for place in [place for place, row in enumerate(rows) if row in wanted]:
        if run is not None and place == run.last + 1:
            run = Run(run.first, place)
            continue
        if run is not None:
            yield run
        run = Run(place, place)
    if run is not None:
        yield run
