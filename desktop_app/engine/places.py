"""Where engines are usually found, as one table. It looks at nothing and opens nothing."""

import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Place:
    """One usual place.

    Attributes:
        name: what people call what is found there.
        url: its address.
    """

    name: str
    url: str


def well_known_places(
    environ: Mapping[str, str] | None = None, platform: str = sys.platform
) -> tuple[Place, ...]:
    """The usual places on this computer, the likeliest first.

    Args:
        environ: of the process; its own if not given.
        platform: in the words of ``sys.platform``.
    """
    environ = os.environ if environ is None else environ
    home = Path(environ.get("HOME") or Path.home())
    if platform == "win32":
        return _WINDOWS
    if platform == "darwin":
        return _on_macos(home, Path(environ.get("TMPDIR") or tempfile.gettempdir()))
    runtime = Path(environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}")
    return _on_linux(home, runtime)


def is_docker_socket(place: Place) -> bool:
    """Whether Docker itself, and not another program in its language, is found there."""
    return place.name.startswith("Docker")


_DOCKER = Place("Docker", "unix:///var/run/docker.sock")

_WINDOWS = (
    Place("Docker", "npipe:////./pipe/docker_engine"),
    Place("Docker Desktop", "npipe:////./pipe/dockerDesktopLinuxEngine"),
    Place("Podman", "npipe:////./pipe/podman-machine-default"),
)


def _on_linux(home: Path, runtime: Path) -> tuple[Place, ...]:
    return (
        _DOCKER,
        _socket("Docker of this user", runtime / "docker.sock"),
        _socket("Podman", Path("/run/podman/podman.sock")),
        _socket("Podman of this user", runtime / "podman/podman.sock"),
        _socket("Docker Desktop", home / ".docker/desktop/docker.sock"),
        _socket("Rancher Desktop", home / ".rd/docker.sock"),
        _socket("Colima", home / ".colima/default/docker.sock"),
    )


def _on_macos(home: Path, temporary: Path) -> tuple[Place, ...]:
    return (
        _DOCKER,
        _socket("Docker Desktop", home / ".docker/run/docker.sock"),
        _socket("OrbStack", home / ".orbstack/run/docker.sock"),
        _socket("Colima", home / ".colima/default/docker.sock"),
        _socket("Rancher Desktop", home / ".rd/docker.sock"),
        _socket("Podman", temporary / "podman/podman-machine-default-api.sock"),
    )


def _socket(name: str, path: Path) -> Place:
    return Place(name, f"unix://{path}")
