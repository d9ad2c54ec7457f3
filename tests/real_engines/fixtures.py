"""Engines for any test: started when first asked for, empty before and after, ended at the end."""

import contextlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docker
import pytest

from desktop_app.engine import Engine, connect
from tests.real_engines.engines import RunningEngine, running_engine
from tests.real_engines.images import Workshop

EngineNamed = Callable[[str], RunningEngine]
FerryTo = Callable[[str], Engine]


@pytest.fixture(scope="session")
def engine_named() -> Iterator[EngineNamed]:
    """Gives the engine of a name; the same one to all tests."""
    started: dict[str, RunningEngine] = {}
    with contextlib.ExitStack() as at_the_end:

        def named(name: str) -> RunningEngine:
            if name not in started:
                folder = at_the_end.enter_context(short_folder())
                started[name] = at_the_end.enter_context(running_engine(name, folder))
            return started[name]

        yield named


@pytest.fixture(scope="session")
def ferry_to() -> Iterator[FerryTo]:
    """Gives the program's own connection to an address; Podman takes a second to open one."""
    opened: dict[str, Engine] = {}
    with contextlib.ExitStack() as at_the_end:

        def to(url: str) -> Engine:
            if url not in opened:
                opened[url] = at_the_end.enter_context(connect(url))
            return opened[url]

        yield to


@pytest.fixture
def docker_20_10(engine_named: EngineNamed) -> Iterator[RunningEngine]:
    """Debian 12's own Docker, empty."""
    with emptied(engine_named("20.10")) as engine:
        yield engine


@pytest.fixture
def podman(engine_named: EngineNamed) -> Iterator[RunningEngine]:
    """Debian 12's own Podman, answering in Docker's language, empty."""
    with emptied(engine_named("podman")) as engine:
        yield engine


@pytest.fixture
def own_engine() -> Iterator[RunningEngine]:
    """A Docker 20.10 that a test may kill, silence or leave behind in any state."""
    with short_folder() as folder, running_engine("20.10", folder) as engine:
        yield engine


@contextlib.contextmanager
def emptied(engine: RunningEngine) -> Iterator[RunningEngine]:
    """Whatever a test makes in the engine is removed after it, even when it fails."""
    try:
        yield engine
    finally:
        with workshop_in(engine) as workshop:
            workshop.empty()


@contextlib.contextmanager
def workshop_in(engine: RunningEngine) -> Iterator[Workshop]:
    """Makes images and containers there."""
    # Every engine here speaks this version; to ask each for its own costs Podman a quarter second.
    with contextlib.closing(docker.APIClient(engine.url, version="1.41", timeout=60)) as client:
        yield Workshop(client)


@contextlib.contextmanager
def short_folder() -> Iterator[Path]:
    """A folder of whose path a socket's path can be made; pytest's own are too long for that."""
    folder = Path(tempfile.mkdtemp(prefix="ferry-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)
