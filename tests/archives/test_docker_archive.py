"""Risk: names, platforms and layers that are not those that an engine would load."""

import gzip
import io
import json
import tarfile

import pytest

from desktop_app.archives import HostileArchive
from desktop_app.archives.docker_archive import (
    is_docker_manifest,
    missing_images,
    read_docker_archive,
)
from desktop_app.archives.report import ArchivedImage, Compression
from desktop_app.archives.survey import Survey, survey
from desktop_app.archives.tar_reader import REGULAR, Member, TarReader
from tests.archives import builder
from tests.archives.builder import Entry, Image, docker_20, files
from tests.corpus.layouts import dangling, dotted, dotted_lists

TWO_LAYERS = Image(layers=(builder.layer("a"), builder.layer("b")))
TWICE = Image(layers=(builder.layer("a"), builder.layer("a")))  # the second one is a link


def found(*entries: Entry) -> Survey:
    survey = Survey()
    for name, data in files(entries).items():
        member = Member(name, REGULAR, len(data), "")
        survey.note(member)
        survey.keep(member, data)
    return survey


def read(records: object, image: Image = TWO_LAYERS) -> tuple[ArchivedImage, ...] | None:
    """The images of an archive whose manifest.json is replaced."""
    entries = files(docker_20(image)) | {"manifest.json": json.dumps(records).encode()}
    return read_docker_archive(found(*entries.items()))


def record(image: Image = TWO_LAYERS) -> dict[str, object]:
    manifest: list[dict[str, object]] = json.loads(files(docker_20(image))["manifest.json"])
    return manifest[0]


def test_an_image_has_what_its_manifest_and_its_configuration_say() -> None:
    images = read([record()])
    assert images is not None
    (image,) = images
    assert image.names == ("shop/web:1",)
    assert image.config_digest == TWO_LAYERS.config_digest
    assert [layer.diff_id for layer in image.layers] == TWO_LAYERS.diff_ids
    assert [layer.member for layer in image.layers] == record()["Layers"]
    assert image.layers[0].size_bytes == len(TWO_LAYERS.layers[0])


def test_members_are_found_however_their_names_are_written() -> None:
    dotted = record() | {"Config": f"./{record()['Config']}"}
    images = read([dotted])
    assert images is not None
    assert images[0].config_digest == TWO_LAYERS.config_digest


def test_without_a_manifest_there_are_no_images() -> None:
    assert read_docker_archive(Survey()) is None


@pytest.mark.parametrize(
    "records",
    [
        {},
        None,
        "text",
        [1],
        [{"Config": 1}],
        [{"Layers": []}],
        [{"Config": "gone.json", "Layers": []}],
        [{"Config": "manifest.json", "Layers": []}],
        [record() | {"Layers": "x"}],
        [record() | {"repotags": ["evil:1"]}],
        [record(), {"Config": "gone.json"}],
    ],
)
def test_a_manifest_that_does_not_hold_is_none(records: object) -> None:
    assert not read(records)


def test_an_empty_manifest_is_one_of_no_images() -> None:
    assert read([]) == ()
    assert is_docker_manifest([])


@pytest.mark.parametrize("names", [None, "web:1", 7, [], ["../../x"]])
def test_names_that_are_none_leave_an_image_nameless(names: object) -> None:
    images = read([record() | {"RepoTags": names}])
    assert images is not None
    assert images[0].names == ()


@pytest.mark.parametrize("layers", [None, [], ["gone"], [None, {}]])
def test_layers_that_are_not_there_are_listed_without_a_size(layers: object) -> None:
    images = read([record() | {"Layers": layers}])
    assert images is not None
    assert [layer.diff_id for layer in images[0].layers] == TWO_LAYERS.diff_ids
    assert {layer.size_bytes for layer in images[0].layers} == {None}


def test_more_layers_than_the_configuration_knows_are_listed_without_a_digest() -> None:
    images = read([record(TWO_LAYERS) | {"Layers": ["a", "b", "c"]}])
    assert images is not None
    assert [layer.diff_id for layer in images[0].layers] == [*TWO_LAYERS.diff_ids, ""]


def test_a_few_bytes_that_ask_for_millions_of_layers_are_hostile() -> None:
    config = json.dumps({"rootfs": {"diff_ids": ["x"] * 20_000}}).encode()
    records = [{"Config": "config.json", "Layers": []}] * 1000
    entries = [("config.json", config), ("manifest.json", json.dumps(records).encode())]
    with pytest.raises(HostileArchive):
        read_docker_archive(found(*entries))


def test_images_whose_configuration_is_not_there_are_told_by_their_names() -> None:
    gone = [{"Config": "gone.json", "RepoTags": tags} for tags in (["a:1", "a:2"], None, 7, ["b"])]
    entries = files(docker_20(TWO_LAYERS))
    entries["manifest.json"] = json.dumps([record(), *gone]).encode()
    assert missing_images(found(*entries.items())) == ("a:1", "a:2", "b:latest")
    assert missing_images(found(*docker_20(TWO_LAYERS))) == ()
    assert missing_images(Survey()) == ()


def test_it_is_known_how_the_data_of_a_layer_are_packed_and_reached() -> None:
    entries = files(docker_20(TWO_LAYERS))
    lower, upper = (name for name in entries if name.endswith("layer.tar"))
    entries[lower] = gzip.compress(entries[lower])
    entries["other.tar"] = entries.pop(upper)
    links: list[Entry] = [(upper, builder.link("other.tar", tarfile.LNKTYPE))]
    data = builder.tar([*entries.items(), *links])
    images = read_docker_archive(survey(TarReader(io.BytesIO(data)), lambda: None))
    assert images is not None
    assert [(each.compression, each.is_hard_link) for each in images[0].layers] == [
        (Compression.GZIP, False),
        (Compression.NONE, True),
    ]


@pytest.mark.parametrize(
    ("entries", "is_odd"),
    [
        (docker_20(TWO_LAYERS), False),
        (dotted(docker_20(TWO_LAYERS)), False),
        (docker_20(TWICE), False),
        (dotted(docker_20(TWICE)), True),
        (dotted_lists(TWO_LAYERS), True),
        (dangling(docker_20(TWO_LAYERS)), True),
    ],
    ids=[
        "plain",
        "dots before files",
        "a link",
        "dots before a link",
        "dots in the manifest",
        "nowhere",
    ],
)
def test_it_is_known_where_an_engine_may_lose_its_way(entries, is_odd) -> None:
    data = builder.tar(entries)
    images = read_docker_archive(survey(TarReader(io.BytesIO(data)), lambda: None))
    assert images is not None
    assert [image.has_odd_paths for image in images] == [is_odd]
    assert [layer.size_bytes is None for layer in images[0].layers] == [False, False]
