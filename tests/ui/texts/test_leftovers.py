"""Risk: somebody deletes a file without knowing which."""

from pathlib import Path

from desktop_app.transfers.leftovers import Leftover
from desktop_app.ui.texts import leftovers_text


def _leftovers(count: int) -> list[Leftover]:
    return [Leftover(Path(f"/files/{number}.tar.part"), 1000) for number in range(count)]


def test_without_any_there_is_nothing_to_say() -> None:
    assert leftovers_text([]) == ""


def test_many_are_counted() -> None:
    assert "0.tar.part, 1.tar.part and 3 more" in leftovers_text(_leftovers(5))


def test_one_that_resists_is_named() -> None:
    text = leftovers_text(_leftovers(1), resist=True)
    assert text.endswith("could not be deleted. 0.tar.part")
