"""Risk: an image whose layers are missing, other ones or no layers at all counts as whole."""

from pathlib import Path

import pytest

from desktop_app.archives.checks.findings import FindingCode
from desktop_app.archives.checks.images import Listed
from tests.archives import builder
from tests.archives.builder import Entry, Image, docker_20, files, link, tar
from tests.archives.checking import WEB, codes, docker, findings, layout, set_to

CODE = FindingCode
TWO = Image(layers=(builder.layer("a"), builder.layer("b")))
STEPS = [{"created_by": "a"}, {"created_by": "b", "empty_layer": True}]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.tar"


def layer_of(entries: dict[str, bytes]) -> str:
    return next(name for name in entries if name.endswith("layer.tar"))


def config_of(entries: dict[str, bytes]) -> str:
    return next(name for name in entries if name.endswith(".json") and name != "manifest.json")


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (docker(config=set_to("history", STEPS)), []),
        (docker(config=set_to("history", [])), []),
        (docker(config=set_to("history", "none")), []),
        (docker(config=set_to("history", STEPS[:1] * 2)), [CODE.HISTORY_COUNT]),
        (docker(config=set_to("history", [7])), [CODE.HISTORY_COUNT]),
        (docker(config=set_to("rootfs", "type", "leaves")), [CODE.ROOTFS_TYPE]),
        (docker(config=lambda each: each["rootfs"].pop("type")), [CODE.ROOTFS_TYPE]),
        (docker(config=set_to("rootfs", [])), [CODE.CONFIG_UNREADABLE]),
        (docker(TWO, record=lambda each: each["Layers"].pop()), [CODE.LAYER_COUNT]),
        (docker(TWO, record=lambda each: each["Layers"].reverse()), [CODE.DIFF_ID_WRONG] * 2),
        (docker(config=set_to("rootfs", "diff_ids", 0, "sha256:1")), [CODE.DIGEST_INVALID]),
        (docker(config=set_to("rootfs", "diff_ids", ["sha256:" + "0" * 64])), [CODE.DIFF_ID_WRONG]),
        (
            docker(config=set_to("rootfs", "diff_ids", ["sha512:" + "0" * 128])),
            [CODE.LAYER_UNCHECKED],
        ),
    ],
)
def test_a_configuration_must_fit_its_layers(entries, expected, path: Path) -> None:
    assert codes(path, entries) == expected


def test_a_configuration_that_is_not_there_is_told_with_the_name_of_its_image(path: Path) -> None:
    entries = docker()
    del entries[config_of(entries)]
    assert findings(path, entries.items()) == [(CODE.CONFIG_MISSING, "shop/web:1")]


def test_a_layer_that_is_not_there_is_told_with_its_member(path: Path) -> None:
    entries = docker()
    name = layer_of(entries)
    del entries[name]
    assert findings(path, entries.items()) == [(CODE.LAYER_MISSING, name)]


def test_a_layer_behind_a_link_is_checked(path: Path) -> None:
    entries = docker()
    name = layer_of(entries)
    data = entries.pop(name)
    linked: list[Entry] = [(name, link("../real.tar")), *entries.items()]
    assert findings(path, [*linked, ("real.tar", data)]) == []
    assert findings(path, [*linked, ("real.tar", builder.layer("other"))]) == [
        (CODE.DIFF_ID_WRONG, "real.tar")
    ]


def test_layers_in_a_crowd_of_files_were_not_looked_at_and_that_is_a_problem(path: Path) -> None:
    crowd = [(name, b"x") for name in ("bin/sh", "etc/passwd", "usr/bin/env", "var/log/x")]
    entries = files(docker_20(WEB))
    data = entries.pop(layer_of(entries))
    record = (config_of(entries), WEB.names, ["srv/l.tar"])
    entries["manifest.json"] = builder.manifest([record])
    found = findings(path, [*crowd, ("srv/l.tar", data), *entries.items()])
    assert (CODE.LAYER_UNCHECKED, "srv/l.tar") in found


def test_of_archives_with_many_members_not_all_are_looked_at(path: Path, monkeypatch) -> None:
    monkeypatch.setattr("desktop_app.archives.checks.members._MOST_PASSED", 1)
    assert CODE.LAYER_UNCHECKED in codes(path, docker())


@pytest.mark.parametrize(
    ("layer", "expected"),
    [
        (b"no archive" * 100, CODE.LAYER_UNREADABLE),
        (builder.layer()[:600], CODE.LAYER_CUT_SHORT),
        (tar([("a", b"1"), ("a", b"2")]), CODE.LAYER_REPEATS_PATH),
    ],
    ids=["no archive", "cut", "twice"],
)
def test_a_true_digest_does_not_make_a_layer_readable(layer: bytes, expected, path: Path) -> None:
    assert codes(path, docker(Image(layers=(layer,)))) == [expected]
    assert codes(path, layout(Image(layers=(layer,)))) == [expected]


def test_an_image_is_shown_by_its_name_or_its_digest() -> None:
    assert Listed(("web:1", "web:2"), "sha256:a", ()).shown == "web:1"
    assert Listed((), "sha256:a", ()).shown == "sha256:a"
