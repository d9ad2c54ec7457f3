"""Risk: the program's own Podman does not start, is not seen to fail, or outlives the program."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.engine import PodmanService, connect
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import run
from desktop_app.transfers import load_archive, save_images
from desktop_app.workers.snapshot import FeedState
from tests.archives import builder
from tests.real_engines.confined import await_end_of, processes_with
from tests.real_engines.fixtures import short_folder
from tests.real_engines.following import Following
from tests.real_engines.images import write_archive

pytestmark = [
    pytest.mark.engine_real,
    pytest.mark.usefixtures("failing_connections", "own_storage"),
    pytest.mark.filterwarnings("ignore:unclosed <socket"),
]

_STORAGE = '[storage]\ndriver = "vfs"\ngraphroot = "{0}/data"\nrunroot = "{0}/run"\n'
_ENGINE = '[engine]\ntmp_dir = "{0}/libpod"\nevents_logger = "file"\ncgroup_manager = "cgroupfs"\n'


@pytest.fixture
def own_storage(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The images of whoever runs the tests are left alone."""
    with short_folder() as folder:
        for variable, text in (
            ("CONTAINERS_STORAGE_CONF", _STORAGE),
            ("CONTAINERS_CONF", _ENGINE),
        ):
            path = folder / variable.lower()
            path.write_text(text.format(folder), encoding="utf-8")
            monkeypatch.setenv(variable, str(path))
        monkeypatch.setenv("TMPDIR", str(folder))
        yield


@pytest.fixture
def service() -> Iterator[PodmanService]:
    podman = PodmanService()
    yield podman
    podman.stop()


def socket_of(url: str) -> Path:
    return Path(url.removeprefix("unix://"))


def test_it_starts_works_and_leaves_nothing(service: PodmanService, tmp_path: Path) -> None:
    assert service.is_installed()
    url = service.start()
    assert service.start() == url

    name = "registry.example/web:1"
    write_archive(tmp_path / "web.tar", [builder.Image(names=(name,))])
    with connect(url) as ferry:
        assert ferry.info.is_podman
        assert ferry.images() == ()
        run(load_archive(ferry, tmp_path / "web.tar"))
        assert [record.names for record in ferry.images()] == [(name,)]
        assert run(save_images(ferry, [name], tmp_path / "again.tar")).size_bytes
        assert ferry.containers() == ()

    service.stop()
    assert processes_with(url) == []
    assert not socket_of(url).parent.exists()


def test_it_starts_again_after_it_was_killed(service: PodmanService) -> None:
    first = service.start()
    (pid,) = processes_with(first)
    os.kill(pid, signal.SIGKILL)
    await_end_of([pid])

    second = service.start()

    with connect(second) as ferry:
        assert ferry.info.is_podman
    assert not socket_of(first).parent.exists()


def test_stopping_what_never_ran_or_twice(service: PodmanService) -> None:
    service.stop()
    url = service.start()
    service.stop()
    service.stop()
    assert processes_with(url) == []


def test_a_podman_that_does_not_start_says_why(
    service: PodmanService, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    broken.write_text(_STORAGE.format(tmp_path).replace("vfs", "none such"), encoding="utf-8")
    monkeypatch.setenv("CONTAINERS_STORAGE_CONF", str(broken))

    with pytest.raises(UserFacingError) as caught:
        service.start()

    assert caught.value.code is ErrorCode.BUILT_IN_ENGINE_FAILED
    assert "none such" in caught.value.detail


def test_going_over_to_it_and_ending_with_it(service: PodmanService) -> None:
    with Following("unix:///nowhere/engine.sock", service) as following:
        absent = following.until(lambda seen: seen.state is FeedState.ABSENT)
        assert absent.can_use_podman

        following.watch.use_built_in()
        live = following.until(lambda seen: seen.is_live)

        assert live.info is not None
        assert live.info.is_podman
    assert processes_with(live.info.url) == []
