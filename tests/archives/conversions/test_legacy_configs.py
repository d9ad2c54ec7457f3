"""Risk: an image from before 2016 loses its command, its platform or its history on the way."""

import json

from desktop_app.archives.conversions.legacy_configs import legacy_config

LOWER = {
    "id": "a" * 64,
    "created": "2014-01-01T00:00:00Z",
    "container_config": {"Cmd": ["/bin/sh", "-c", "#(nop) ADD"]},
}
UPPER = {
    "id": "b" * 64,
    "parent": "a" * 64,
    "created": "2014-02-02T00:00:00Z",
    "author": "Ada",
    "comment": "the last one",
    "architecture": "arm64",
    "os": "linux",
    "config": {"Cmd": ["/run"], "Env": ["A=1"]},
    "Size": 7,
    "RootFS": {"diff_ids": ["sha256:evil"]},
    "history": "lies",
}


def config_of(*chain: object) -> dict[str, object]:
    found: dict[str, object] = json.loads(legacy_config(chain, ["sha256:1", "sha256:2"]))
    return found


def test_settings_of_the_last_layer_are_those_of_the_image() -> None:
    config = config_of(LOWER, UPPER)
    assert config["config"] == UPPER["config"]
    assert config["created"] == UPPER["created"]
    assert (config["os"], config["architecture"]) == ("linux", "arm64")
    assert config["rootfs"] == {"type": "layers", "diff_ids": ["sha256:1", "sha256:2"]}


def test_every_layer_has_its_line_in_the_history() -> None:
    assert config_of(LOWER, UPPER)["history"] == [
        {"created": "2014-01-01T00:00:00Z", "created_by": "/bin/sh -c #(nop) ADD"},
        {"created": "2014-02-02T00:00:00Z", "author": "Ada", "comment": "the last one"},
    ]


def test_what_an_engine_could_take_for_something_else_is_left_out() -> None:
    config = config_of(LOWER, UPPER)
    assert not {"id", "parent", "Size", "RootFS"} & set(config)


def test_the_first_dockers_knew_one_platform_and_did_not_write_it() -> None:
    config = config_of(LOWER)
    assert (config["os"], config["architecture"]) == ("linux", "amd64")


def test_layers_whose_description_is_none_are_layers_all_the_same() -> None:
    config = config_of(None, {"container_config": {"Cmd": "no list"}, "os": 7})
    assert config["history"] == [{}, {}]
    assert config["os"] == "linux"
