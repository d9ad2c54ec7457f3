"""Risk: an engine that everybody has in its usual place is not found, or another one before it."""

import pytest

from desktop_app.engine.places import is_docker_socket, well_known_places

_LINUX = [
    ("Docker", "unix:///var/run/docker.sock"),
    ("Docker of this user", "unix:///run/user/7/docker.sock"),
    ("Podman", "unix:///run/podman/podman.sock"),
    ("Podman of this user", "unix:///run/user/7/podman/podman.sock"),
    ("Docker Desktop", "unix:///home/me/.docker/desktop/docker.sock"),
    ("Rancher Desktop", "unix:///home/me/.rd/docker.sock"),
    ("Colima", "unix:///home/me/.colima/default/docker.sock"),
]
_MACOS = [
    ("Docker", "unix:///var/run/docker.sock"),
    ("Docker Desktop", "unix:///home/me/.docker/run/docker.sock"),
    ("OrbStack", "unix:///home/me/.orbstack/run/docker.sock"),
    ("Colima", "unix:///home/me/.colima/default/docker.sock"),
    ("Rancher Desktop", "unix:///home/me/.rd/docker.sock"),
    ("Podman", "unix:///tmp/x/podman/podman-machine-default-api.sock"),
]
_WINDOWS = [
    ("Docker", "npipe:////./pipe/docker_engine"),
    ("Docker Desktop", "npipe:////./pipe/dockerDesktopLinuxEngine"),
    ("Podman", "npipe:////./pipe/podman-machine-default"),
]


@pytest.mark.parametrize(
    ("platform", "expected"), [("linux", _LINUX), ("darwin", _MACOS), ("win32", _WINDOWS)]
)
def test_the_usual_places_of_each_system(platform, expected) -> None:
    environ = {"HOME": "/home/me", "XDG_RUNTIME_DIR": "/run/user/7", "TMPDIR": "/tmp/x"}
    places = well_known_places(environ, platform)
    assert [(place.name, place.url) for place in places] == expected


def test_without_a_login_session_the_users_own_folder_is_where_systemd_makes_it(
    monkeypatch,
) -> None:
    monkeypatch.setattr("os.getuid", lambda: 1000)
    urls = [place.url for place in well_known_places({"HOME": "/home/me"}, "linux")]
    assert "unix:///run/user/1000/docker.sock" in urls


def test_podman_is_not_taken_for_docker() -> None:
    dockers = [place.name for place in well_known_places({}, "linux") if is_docker_socket(place)]
    assert dockers == ["Docker", "Docker of this user", "Docker Desktop"]
