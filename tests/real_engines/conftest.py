"""What the tests in this folder share: an engine, a workshop in it, and our own connection."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.engine import Engine, connect
from desktop_app.progress import run
from desktop_app.transfers import export_container, save_images
from tests.real_engines.engines import ALL_ENGINES, CI_ENGINES, RunningEngine, running_engine
from tests.real_engines.fixtures import EngineNamed, FerryTo, emptied, short_folder, workshop_in
from tests.real_engines.images import Workshop, write_large_archive

NEW = "registry.example/new:1"
"""What no site has; for loads and imports."""

_FOR_EACH_ENGINE = {"engine", "site", "cramped"}
_MEGABYTES = 160
_NEW_MEGABYTES = 100


@dataclass(frozen=True)
class Site:
    """An engine that a test may silence and kill, and what takes it a while to move.

    Attributes:
        engine: as it was left by the test before, but answering.
        image: the name of an image of some hundred megabytes.
        container: the ID of a container of it.
        archive: the image, saved; the engine has its layers.
        new_archive: an image called `NEW` of a hundred megabytes; the engine has nothing of it.
        filesystem: the container, exported.
    """

    engine: RunningEngine
    image: str
    container: str
    archive: Path
    new_archive: Path
    filesystem: Path


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes one of `_FOR_EACH_ENGINE` must hold on each one, unless it names some."""
    is_one_enough = metafunc.definition.get_closest_marker("one_engine_in_ci")
    in_ci = CI_ENGINES[:1] if is_one_enough else CI_ENGINES
    chosen = ALL_ENGINES if metafunc.config.getoption("--engines") == "all" else in_ci
    named = [mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")]
    for fixture in _FOR_EACH_ENGINE & set(metafunc.fixturenames) - set(named):
        metafunc.parametrize(fixture, chosen, indirect=True)


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
def ferry(engine: RunningEngine, ferry_to: FerryTo) -> Engine:
    """The program's own connection to ``engine``."""
    return ferry_to(engine.url)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file to write, alone in its folder."""
    folder = tmp_path / "files"
    folder.mkdir()
    return folder / "image.tar"


@pytest.fixture(scope="session")
def site_named() -> Iterator[Callable[[str], Site]]:
    """Gives the site with the engine of a name; the same one to all tests."""
    made: dict[str, Site] = {}
    with contextlib.ExitStack() as at_the_end:

        def named(name: str) -> Site:
            if name not in made:
                folder = at_the_end.enter_context(short_folder())
                made[name] = made_site(
                    at_the_end.enter_context(running_engine(name, folder)), folder
                )
            return made[name]

        yield named


@pytest.fixture
def site(request: pytest.FixtureRequest, site_named: Callable[[str], Site]) -> Site:
    """One site after the other, its engine in working order."""
    found = site_named(request.param)
    if not found.engine.answers():
        found.engine.kill()
        found.engine.start()
    return found


def forget_new(engine: RunningEngine) -> None:
    """Take the image called `NEW` off an engine, if it has one."""
    with workshop_in(engine) as workshop:
        if NEW in workshop.names():
            workshop.client.remove_image(NEW)


def made_site(engine: RunningEngine, folder: Path) -> Site:
    """Make what a `Site` has."""
    name = "shop/large:1"
    archive, new_archive, filesystem = (folder / f"{each}.tar" for each in ("image", "new", "root"))
    write_large_archive(new_archive, NEW, _NEW_MEGABYTES)
    with workshop_in(engine) as workshop, connect(engine.url) as ferry:
        workshop.large(name, _MEGABYTES, folder)
        container = workshop.client.create_container(name, ["/wait"])["Id"]
        run(save_images(ferry, [name], archive))
        run(export_container(ferry, container, filesystem))
    return Site(engine, name, container, archive, new_archive, filesystem)
