"""What must happen to one list of rows so that it becomes another. Pure Python, no Qt."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

Row = TypeVar("Row")


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
        changes: runs of the new list whose rows were there, but different.
    """

    removals: tuple[Run, ...]
    order: tuple[int, ...] | None
    insertions: tuple[Run, ...]
    changes: tuple[Run, ...]


def difference(
    old: Sequence[Row], new: Sequence[Row], key: Callable[[Row], Hashable]
) -> Difference:
    """Compare two lists of rows.

    Args:
        old: the rows as they are.
        new: the rows as they are to be.
        key: tells which rows are the same one; no two rows of one list may have the same.
    """
    old_keys, new_keys = list(map(key, old)), list(map(key, new))
    gone, come = set(old_keys).difference(new_keys), set(new_keys).difference(old_keys)
    staying = {each: row for each, row in zip(old_keys, old, strict=True) if each not in gone}
    position = {each: place for place, each in enumerate(staying)}
    order = [position[each] for each in new_keys if each not in come]
    removed = (place for place, each in enumerate(old_keys) if each in gone)
    inserted = (place for place, each in enumerate(new_keys) if each in come)
    changed = (
        place
        for place, (each, row) in enumerate(zip(new_keys, new, strict=True))
        if each not in come and staying[each] is not row and staying[each] != row
    )
    return Difference(
        removals=tuple(_runs(removed))[::-1],
        order=tuple(order) if order != sorted(order) else None,
        insertions=tuple(_runs(inserted)),
        changes=tuple(_runs(changed)),
    )


def _runs(places: Iterable[int]) -> Iterator[Run]:
    """Join ascending places that follow one another."""
    run: Run | None = None
    for place in places:
        if run is not None and place == run.last + 1:
            run = Run(run.first, place)
            continue
        if run is not None:
            yield run
        run = Run(place, place)
    if run is not None:
        yield run
