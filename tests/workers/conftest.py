"""What tests of watching share."""

from collections.abc import Iterator

import pytest

from desktop_app.workers.watching import Timing
from tests.workers.fakes import FakeBuiltIn, FakePlaces
from tests.workers.watches import ONLY_WHEN_ASKED, Watch, Watching


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Starts watches and ends them all."""
    all_watching: list[Watching] = []

    def begin(
        places: FakePlaces,
        built_in: FakeBuiltIn | None = None,
        timing: Timing = ONLY_WHEN_ASKED,
    ) -> Watching:
        all_watching.append(Watching(places, built_in, timing))
        return all_watching[-1]

    yield begin
    for watching in all_watching:
        watching.end()
