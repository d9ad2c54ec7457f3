"""Risk: the built-in engine starts where Docker belongs, or not at all, or never ends."""

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.engine import PodmanService
from desktop_app.engine.places import Place
from desktop_app.errors import ErrorCode, UserFacingError

_LISTENS = """
import signal, socket, sys
server = socket.socket(socket.AF_UNIX)
server.bind(sys.argv[-1].removeprefix("unix://"))
server.listen()
signal.pause()
"""


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder with programs, empty at first."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr("desktop_app.engine.podman._SYSTEM_FOLDERS", str(tmp_path / "sbin"))
    monkeypatch.setattr("desktop_app.engine.podman.well_known_places", lambda: ())
    return folder


@pytest.fixture
def service() -> Iterator[PodmanService]:
    service = PodmanService()
    yield service
    service.stop()


def _install(folder: Path, name: str, body: str = "") -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{body}\n")
    (folder / name).chmod(0o755)


def _install_podman(folder: Path) -> None:
    _install(folder, "podman", f"exec {sys.executable} -c '{_LISTENS}' \"$@\"")


def test_it_is_needed_where_podman_is_all_there_is(programs, service) -> None:
    assert not service.is_needed()
    _install_podman(programs)
    assert service.is_installed()
    assert service.is_needed()


def test_a_docker_that_is_stopped_is_not_passed_over(programs, service, tmp_path) -> None:
    """A plain user's PATH does not have the folder that dockerd is in."""
    _install_podman(programs)
    _install(tmp_path / "sbin", "dockerd")
    assert service.is_installed()
    assert not service.is_needed()


def test_a_docker_whose_program_is_elsewhere_is_told_by_its_socket(
    programs, service, monkeypatch, socket_folder
) -> None:
    _install_podman(programs)
    place = Place("Docker Desktop", f"unix://{socket_folder}/docker.sock")
    monkeypatch.setattr("desktop_app.engine.podman.well_known_places", lambda: (place,))
    assert service.is_needed()
    with socket.socket(socket.AF_UNIX) as docker:
        docker.bind(f"{socket_folder}/docker.sock")
        assert not service.is_needed()


def test_it_answers_when_it_has_started_and_is_gone_when_it_has_stopped(programs, service) -> None:
    _install_podman(programs)
    path = service.start().removeprefix("unix://")
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(path)
    process = service._process
    service.stop()
    assert process is not None
    assert process.poll() is not None
    assert not Path(path).parent.exists()


def test_it_is_started_once_and_again_when_it_has_ended(programs, service) -> None:
    _install_podman(programs)
    first = service.start()
    assert service.start() == first
    service._process.kill()
    service._process.wait()
    assert service.start() != first


def test_why_it_does_not_start_is_told(programs, service) -> None:
    _install(programs, "podman", "echo 'cannot set up namespace' >&2; exit 125")
    with pytest.raises(UserFacingError) as caught:
        service.start()
    assert caught.value.code is ErrorCode.BUILT_IN_ENGINE_FAILED
    assert caught.value.detail == "cannot set up namespace"


def test_a_podman_that_is_gone_is_told(programs, service) -> None:
    with pytest.raises(UserFacingError) as caught:
        service.start()
    assert "No such file" in caught.value.detail


def test_one_that_never_answers_is_given_up(programs, service, monkeypatch) -> None:
    monkeypatch.setattr("desktop_app.engine.podman._START_SECONDS", 0.2)
    _install(programs, "podman", f"exec {sys.executable} -c 'import signal; signal.pause()'")
    with pytest.raises(UserFacingError) as caught:
        service.start()
    assert caught.value.code is ErrorCode.BUILT_IN_ENGINE_FAILED


def test_the_waiting_for_one_that_does_not_answer_can_be_cancelled(programs, service) -> None:
    _install(programs, "podman", f"exec {sys.executable} -c 'import signal; signal.pause()'")
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        service.start(cancel)
    assert service._process is None


def test_one_that_does_not_want_to_end_is_killed(programs, service, monkeypatch) -> None:
    monkeypatch.setattr("desktop_app.engine.podman._STOP_SECONDS", 0.2)
    _install_podman(programs)
    deaf = _LISTENS.replace("server.listen()", "signal.signal(15, signal.SIG_IGN); server.listen()")
    _install(programs, "podman", f"exec {sys.executable} -c '{deaf}' \"$@\"")
    service.start()
    process = service._process
    service.stop()
    assert process.returncode == -9


def test_it_ends_by_itself_after_a_program_that_was_killed(programs, service) -> None:
    _install_podman(programs)
    service.start()
    arguments = Path(f"/proc/{service._process.pid}/cmdline").read_text().split("\0")
    assert "--time=60" in arguments
    assert os.fspath(service._folder) in arguments[-2]
