"""What must be true after every fault, and the repetition of each test with ``--soak``."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.engine import Engine
from desktop_app.transfers.leftovers import Journal
from tests.real_engines.conftest import Site, forget_new
from tests.real_engines.engines import RunningEngine
from tests.real_engines.fixtures import FerryTo, workshop_in

_REPETITIONS = 10


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Once may be luck; kill points are many as it is."""
    if metafunc.config.getoption("--soak") and "kill_point" not in metafunc.fixturenames:
        metafunc.fixturenames.append("repetition")
        metafunc.parametrize("repetition", range(1, _REPETITIONS + 1))


@pytest.fixture
def ferry(site: Site, ferry_to: FerryTo) -> Engine:
    """The program's own connection to the site's engine."""
    return ferry_to(site.engine.url)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """Where half files are noted."""
    return Journal(tmp_path / "journal")


@pytest.fixture(autouse=True)
def _nothing_unasked_for(request: pytest.FixtureRequest) -> Iterator[None]:
    """A site's engine ends with what it had: no container, image or tag more, and none less."""
    if "site" not in request.fixturenames:
        yield
        return
    engine = request.getfixturevalue("site").engine
    before = _possessions(engine)
    yield
    if not engine.answers():
        engine.kill()
        engine.start()
    forget_new(engine)  # a retry has brought it
    assert _possessions(engine) == before


def _possessions(engine: RunningEngine) -> set[tuple[str, ...]]:
    with workshop_in(engine) as workshop:
        return {
            *((each["Id"], *(each["RepoTags"] or ())) for each in workshop.client.images(all=True)),
            *((each["Id"],) for each in workshop.client.containers(all=True)),
        }
