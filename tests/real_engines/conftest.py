"""What the tests in this folder share: an engine, a workshop in it, and our own connection."""

from collections.abc import Iterator

import pytest

from desktop_app.engine import Engine, connect
from tests.real_engines.engines import ALL_ENGINES, CI_ENGINES, RunningEngine
from tests.real_engines.fixtures import EngineNamed, emptied, workshop_in
from tests.real_engines.images import Workshop


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes ``engine`` must hold on each one, unless it names those it is for."""
    marks = metafunc.definition.iter_markers("parametrize")
    if "engine" in metafunc.fixturenames and not any("engine" in mark.args[0] for mark in marks):
        is_all = metafunc.config.getoption("--engines") == "all"
        metafunc.parametrize("engine", ALL_ENGINES if is_all else CI_ENGINES, indirect=True)


@pytest.fixture
def engine(request: pytest.FixtureRequest, engine_named: EngineNamed) -> Iterator[RunningEngine]:
    """One engine after the other, empty."""
    with emptied(engine_named(request.param)) as running:
        yield running


@pytest.fixture
def workshop(engine: RunningEngine) -> Iterator[Workshop]:
    """Makes images and containers in ``engine``."""
    with workshop_in(engine) as made:
        yield made


@pytest.fixture
def ferry(engine: RunningEngine) -> Iterator[Engine]:
    """The program's own connection to ``engine``."""
    with connect(engine.url) as connected:
        yield connected
