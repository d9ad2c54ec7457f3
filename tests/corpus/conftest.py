"""What the tests of the corpus share: its archives, each made once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.corpus.producers import ENGINES, OFFLINE, PACKED
from tests.corpus.specimens import Specimen
from tests.real_engines.engines import ALL_ENGINES, CORPUS_ENGINES, RunningEngine
from tests.real_engines.fixtures import EngineNamed, emptied, short_folder

Made = Callable[[Specimen], Path]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes ``engine`` runs on each one; what it is given may come from each, too."""
    chosen = ALL_ENGINES if metafunc.config.getoption("--engines") == "all" else CORPUS_ENGINES
    written = [each for each in ENGINES if each.maker in chosen]
    everything = [*OFFLINE, *PACKED, *written]
    for fixture, specimens in (("written", written), ("any_specimen", everything)):
        if fixture in metafunc.fixturenames:
            metafunc.parametrize(fixture, [pytest.param(each, id=each.name) for each in specimens])
    if "engine" in metafunc.fixturenames:
        metafunc.parametrize("engine", chosen, indirect=True)


@pytest.fixture
def engine(request: pytest.FixtureRequest, engine_named: EngineNamed) -> Iterator[RunningEngine]:
    """One engine after the other, empty."""
    with emptied(engine_named(request.param)) as running:
        yield running


@pytest.fixture(scope="session")
def made(engine_named: EngineNamed) -> Iterator[Made]:
    """Gives the file of a specimen; the same one to all tests, which leave it as it is."""
    files: dict[str, Path] = {}
    with short_folder() as folder:  # Podman keeps nothing below a long path

        def file_of(specimen: Specimen) -> Path:
            if specimen.name not in files:
                path = files[specimen.name] = folder / str(len(files))
                if specimen.maker:
                    with emptied(engine_named(specimen.maker)) as engine:
                        specimen.write(path, engine.url)
                else:
                    specimen.write(path, "")
            return files[specimen.name]

        yield file_of
