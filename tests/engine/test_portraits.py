"""Risk: the settings of an image are shown with a part missing, or engines are told apart wrongly.

The answers are such as the engines gave: Docker 20.10.24, 28.5.2 and Podman 4.3.1; what is not
looked at is left out.
"""

import pytest

from desktop_app.engine import portraits
from desktop_app.portraits import ContainerPortrait, ImagePortrait, Mount, StartSettings, Step

_ID = "sha256:" + 64 * "a"


def test_an_image_with_all_its_settings_and_the_lowest_step_first() -> None:
    config = {
        "Entrypoint": ["docker-entrypoint.sh"],
        "Cmd": ["postgres"],
        "Env": ["PATH=/bin", "EMPTY="],
        "ExposedPorts": {"5432/tcp": {}, "53/udp": {}},
        "Volumes": {"/var/lib/data": {}},
        "WorkingDir": "/srv",
        "User": "999",
        "Labels": {"maintainer": "me"},
    }
    history = [
        {"CreatedBy": "CMD", "Size": 0, "Comment": "buildkit.dockerfile.v0"},
        {"CreatedBy": "", "Size": 7, "Comment": "Imported from -"},
    ]
    assert portraits.image_portrait({"Id": 64 * "a", "Config": config}, history) == ImagePortrait(
        _ID,
        StartSettings(
            ("docker-entrypoint.sh",),
            ("postgres",),
            ("PATH=/bin", "EMPTY="),
            ("53/udp", "5432/tcp"),
            ("/var/lib/data",),
            "/srv",
            "999",
            {"maintainer": "me"},
        ),
        (Step("", 7, "Imported from -"), Step("CMD", 0, "buildkit.dockerfile.v0")),
    )


@pytest.mark.parametrize("config", [None, {}, {"Cmd": None, "Env": None, "Labels": None}])
def test_an_image_without_any_settings(config) -> None:
    portrait = portraits.image_portrait({"Id": _ID, "Config": config}, [{}])
    assert portrait == ImagePortrait(_ID, StartSettings(), (Step("", 0),))


def test_podman_gives_an_entrypoint_as_one_text() -> None:
    answer = {"Id": "c", "Config": {"Entrypoint": "/bin/serve"}}
    assert portraits.container_portrait(answer).settings.entrypoint == ("/bin/serve",)
    assert portraits.container_portrait({"Id": "c", "Config": {"Entrypoint": ""}}) == (
        ContainerPortrait("c", StartSettings())
    )


def test_a_container_with_its_ports_and_mounts_and_sizes() -> None:
    answer = {
        "Id": "c",
        "Config": {"Cmd": ["web"]},
        "State": {"Status": "running", "ExitCode": 0},
        "NetworkSettings": {
            "Ports": {
                "80/tcp": [
                    {"HostIp": "0.0.0.0", "HostPort": "8080"},  # noqa: S104  an answer
                    {"HostIp": "::", "HostPort": "8080"},
                    {"HostIp": "127.0.0.1", "HostPort": "81"},
                ],
                "443/tcp": None,
            }
        },
        "Mounts": [
            {"Type": "volume", "Name": "data", "Source": "/x", "Destination": "/var/lib"},
            {"Type": "bind", "Source": "/home/me", "Destination": "/home"},
        ],
        "SizeRw": 12,
        "SizeRootFs": 3_000_000_000,
    }
    assert portraits.container_portrait(answer) == ContainerPortrait(
        "c",
        StartSettings(command=("web",)),
        ("127.0.0.1:81 → 80/tcp", "8080 → 80/tcp"),
        (Mount("/home", "/home/me"), Mount("/var/lib", "data")),
        12,
        3_000_000_000,
    )


def test_a_stopped_container_says_how_it_ended_and_what_will_be_reached() -> None:
    answer = {
        "Id": "c",
        "State": {"Status": "exited", "ExitCode": 137},
        "NetworkSettings": {"Ports": {}},
        "HostConfig": {"PortBindings": {"80/tcp": [{"HostIp": "", "HostPort": "8080"}]}},
    }
    portrait = portraits.container_portrait(answer)
    assert (portrait.exit_code, portrait.published) == (137, ("8080 → 80/tcp",))
    assert (portrait.own_bytes, portrait.whole_bytes) == (None, None)
