"""Risk: the wrong engine, taken silently; or none, without a word on where it was looked for."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.engine import NoEngineFound, connect
from desktop_app.engine.places import Place
from desktop_app.errors import ErrorCode, UserFacingError
from tests.real_engines.engines import RunningEngine, running_engine
from tests.real_engines.fixtures import short_folder
from tests.real_engines.hardships import as_nobody

pytestmark = [
    pytest.mark.engine_real,
    pytest.mark.usefixtures("failing_connections"),
    pytest.mark.filterwarnings("ignore:unclosed <socket"),
]


@pytest.fixture
def other_engine() -> Iterator[RunningEngine]:
    """One more, to be told from the first."""
    with short_folder() as folder, running_engine("20.10", folder) as engine:
        yield engine


@pytest.fixture
def docker_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder of settings for docker's command line."""
    monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path / "settings"))
    return tmp_path / "settings"


def connected_url(url: str | None = None) -> str:
    with connect(url) as ferry:
        assert ferry.info.version
        return ferry.info.url


def failure(url: str | None = None) -> UserFacingError:
    with pytest.raises(UserFacingError) as caught:
        connected_url(url)
    return caught.value


def test_by_its_address(engine: RunningEngine) -> None:
    assert connected_url(engine.url) == engine.url


def test_by_docker_host(docker_20_10: RunningEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCKER_HOST", docker_20_10.url)
    assert connected_url() == docker_20_10.url


def test_an_address_comes_before_docker_host(
    docker_20_10: RunningEngine, other_engine: RunningEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCKER_HOST", docker_20_10.url)
    assert connected_url(other_engine.url) == other_engine.url


@pytest.mark.usefixtures("docker_settings")
def test_by_the_context_that_docker_uses(docker_20_10: RunningEngine) -> None:
    docker("context", "create", "workshop", "--docker", f"host={docker_20_10.url}")
    docker("context", "use", "workshop")
    assert connected_url() == docker_20_10.url


@pytest.mark.usefixtures("docker_settings")
def test_by_a_context_in_the_environment_which_docker_host_overrules(
    docker_20_10: RunningEngine, other_engine: RunningEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    docker("context", "create", "workshop", "--docker", f"host={docker_20_10.url}")
    monkeypatch.setenv("DOCKER_CONTEXT", "workshop")
    assert connected_url() == docker_20_10.url
    monkeypatch.setenv("DOCKER_HOST", other_engine.url)
    assert connected_url() == other_engine.url


def test_a_context_that_is_gone_is_an_error_and_no_other_engine_is_taken(
    docker_20_10: RunningEngine, docker_settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only_places(monkeypatch, docker_20_10.url)
    docker("context", "create", "workshop", "--docker", f"host={docker_20_10.url}")
    docker("context", "use", "workshop")
    shutil.rmtree(docker_settings / "contexts")

    error = failure()

    assert (error.code, error.params["context"]) == (ErrorCode.CONTEXT_UNKNOWN, "workshop")


def test_the_first_usual_place_that_answers(
    docker_20_10: RunningEngine, other_engine: RunningEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    other_engine.kill()
    only_places(monkeypatch, "unix:///nowhere/engine.sock", other_engine.url, docker_20_10.url)
    assert connected_url() == docker_20_10.url


def test_where_it_was_looked_for_and_what_each_place_answered(
    other_engine: RunningEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    other_engine.kill()
    only_places(monkeypatch, "unix:///nowhere/engine.sock", other_engine.url)

    error = failure()

    assert isinstance(error, NoEngineFound)
    assert [(attempt.url, attempt.code) for attempt in error.attempts] == [
        ("unix:///nowhere/engine.sock", ErrorCode.ENGINE_NOT_FOUND),
        (other_engine.url, ErrorCode.ENGINE_STOPPED),
    ]
    assert (error.code, error.params["url"]) == (ErrorCode.ENGINE_STOPPED, other_engine.url)


def test_a_stopped_engine_of_which_only_the_socket_is_left(own_engine: RunningEngine) -> None:
    own_engine.kill()
    assert own_engine.socket.is_socket()
    assert failure(own_engine.url).code is ErrorCode.ENGINE_STOPPED


def test_an_engine_that_this_user_may_not_talk_to(own_engine: RunningEngine) -> None:
    own_engine.socket.parent.chmod(0o755)
    own_engine.socket.chmod(0o600)
    with as_nobody():
        error = failure(own_engine.url)
    assert (error.code, error.params["url"]) == (ErrorCode.ENGINE_FORBIDDEN, own_engine.url)


@pytest.mark.parametrize("url", ["nonsense://engine", "ftp://engine", "tcp://", "ssh://-o"])
def test_addresses_that_are_none(url: str) -> None:
    error = failure(url)
    assert (error.code, error.params["url"]) == (ErrorCode.ENGINE_URL_INVALID, url)


def only_places(monkeypatch: pytest.MonkeyPatch, *urls: str) -> None:
    """Whatever runs on this computer, these are the usual places."""
    places = tuple(Place(f"place {number}", url) for number, url in enumerate(urls))
    monkeypatch.setattr("desktop_app.engine.connecting.well_known_places", lambda: places)


def docker(*arguments: str) -> None:
    """Docker's own command line; it needs no engine for its contexts."""
    subprocess.run(["docker", *arguments], check=True, capture_output=True)
