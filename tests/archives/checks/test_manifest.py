"""Risk: a list of Docker's own that engines refuse, or that calls two images alike, passes."""

import json
from pathlib import Path

import pytest

from desktop_app.archives.checks.findings import FindingCode
from tests.archives import builder
from tests.archives.builder import Image, files, tar
from tests.archives.checking import WEB, checked, codes, docker, findings, set_to

CODE = FindingCode


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.tar"


@pytest.mark.parametrize(
    "list_",
    [b"{}", b"[", b"[7]", b'[{"Config":7,"Layers":[]}]', b'[{"config":"a","Config":"b"}]'],
)
def test_a_list_that_cannot_be_read_is_told(list_: bytes, path: Path) -> None:
    entries = files(builder.docker_25(WEB))
    assert CODE.LIST_UNREADABLE in codes(path, entries | {"manifest.json": list_})


@pytest.mark.parametrize("name", ["Shop/Web:1", "web:", "", "a" * 300, 7])
def test_a_name_that_no_engine_takes_is_told(name: object, path: Path) -> None:
    found = findings(path, docker(record=set_to("RepoTags", ["shop/web:1", name])).items())
    assert found == [(CODE.NAME_INVALID, str(name))]


def test_names_that_are_no_list_are_told(path: Path) -> None:
    found = codes(path, docker(record=set_to("RepoTags", {"shop/web:1": "x"})))
    assert found == [CODE.LIST_UNREADABLE, CODE.REPOSITORIES_DISAGREE]


def test_an_image_without_names_is_whole(path: Path) -> None:
    unnamed: tuple[object, ...] = (None, [])
    for names in unnamed:
        entries = docker(Image(names=()), record=set_to("RepoTags", names))
        assert codes(path, entries) == []


def test_an_image_without_layers_is_whole(path: Path) -> None:
    assert codes(path, docker(Image(layers=()), record=set_to("Layers", None))) == []


def test_one_name_for_two_images_is_a_problem(path: Path) -> None:
    two = Image(layers=(builder.layer("b"),)), Image(("DB:1", "db:1"))
    found = findings(path, builder.podman(WEB, two[0], Image(("db:1",))))
    assert found == [(CODE.NAME_TWICE, "shop/web:1")]


def test_a_name_changed_in_one_list_only_is_remarked(path: Path) -> None:
    entries = docker()
    changed = entries["manifest.json"].replace(b"shop/web:1", b"shop/evil:1")
    assert findings(path, (entries | {"manifest.json": changed}).items()) == [
        (CODE.REPOSITORIES_DISAGREE, "shop/web:1")
    ]


@pytest.mark.parametrize("list_", [b"[]", b"{", b'{"shop/web":{"2":"x"},"a":7}'])
def test_a_list_of_repositories_that_makes_no_sense_is_remarked(list_: bytes, path: Path) -> None:
    found = codes(path, docker() | {"repositories": list_})
    assert found == [CODE.REPOSITORIES_DISAGREE]


def test_the_same_list_in_the_long_form_of_podman_is_no_disagreement(path: Path) -> None:
    list_ = json.dumps({"docker.io/shop/web": {"1": "x"}}).encode()
    assert codes(path, docker() | {"repositories": list_}) == []


LOWER, UPPER = "a" * 64, "b" * 64


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({f"{LOWER}/layer.tar": None}, (CODE.LAYER_MISSING, f"{LOWER}/layer.tar")),
        ({f"{LOWER}/json": None}, (CODE.CONFIG_MISSING, LOWER)),
        ({f"{LOWER}/json": b'{"parent":"cc"}'}, (CODE.CONFIG_MISSING, "cc")),
        ({f"{LOWER}/json": b'{"parent":"' + UPPER.encode() + b'"}'}, (CODE.CONFIG_MISSING, LOWER)),
        ({f"{LOWER}/layer.tar": b"no tar"}, (CODE.LAYER_UNREADABLE, f"{LOWER}/layer.tar")),
    ],
    ids=["layer", "json", "parent", "loop", "no tar"],
)
def test_a_chain_of_before_2016_must_come_to_its_end(change, expected, path: Path) -> None:
    entries = files(builder.legacy()) | change
    whole = {name: data for name, data in entries.items() if data is not None}
    report = checked(path, tar(whole.items()))
    assert expected in [(finding.code, finding.subject) for finding in report.findings]
    assert report.findings[-1].code is CODE.NO_DIGESTS


def test_an_old_chain_that_ends_is_whole(path: Path) -> None:
    assert codes(path, files(builder.legacy())) == [CODE.NO_DIGESTS]
