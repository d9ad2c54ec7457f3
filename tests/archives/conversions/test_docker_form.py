"""Risk: an image comes out of its rewriting as another one, in part, or unreadable to an engine."""

import bz2
import gzip
import io
import json
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from desktop_app.archives import ArchivedImage
from desktop_app.archives.compression import DamagedCompression
from desktop_app.archives.conversions.contents import contents_of
from desktop_app.archives.conversions.docker_form import LayersMissing, Unusable, docker_form
from desktop_app.archives.conversions.rewriting import rewritten
from desktop_app.archives.proof import prove_image_archive
from desktop_app.archives.survey import survey
from desktop_app.archives.tar_reader import TarReader
from tests.archives import builder
from tests.archives.conversions.streams import members, opener_of, read_all

BASE, TOP = builder.layer("base"), builder.layer("top")
WEB = builder.Image(("shop/web:1", "shop/web:2"), (BASE, TOP))
DB = builder.Image(("db:9",), (BASE, builder.layer("db"), BASE))
NAMELESS = builder.Image(())

FORMS = builder.FORMS | {
    "oci, not compressed": lambda *images: builder.oci_layout(*images, compressed=False),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.tar"


def rewrite(path: Path, entries: list[builder.Entry], **choices) -> bytes:
    """The docker form of an archive; the images that were announced are those that are in it."""
    opener = opener_of(path, builder.tar(entries))
    plan, images = docker_form(opener, contents_of(opener), **choices)
    with opener() as opened:
        data = read_all(rewritten(opened, plan))
    assert prove_image_archive(io.BytesIO(data)).images == images
    assert len(data) == plan.size_bytes
    return data


def described(images: tuple[ArchivedImage, ...]) -> list[tuple[object, ...]]:
    return [(i.names, i.config_digest, [each.diff_id for each in i.layers]) for i in images]


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_images_of_every_form_come_out_as_they_are(path: Path, form) -> None:
    data = rewrite(path, form(WEB, DB))
    images = prove_image_archive(io.BytesIO(data), [*WEB.names, *DB.names]).images
    assert described(images) == [
        (each.names, each.config_digest, each.diff_ids) for each in (WEB, DB)
    ]


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_nothing_of_the_other_form_comes_out_and_every_layer_once(path: Path, form) -> None:
    names = members(rewrite(path, form(WEB, DB)))
    endings = sorted(name.partition(".")[2] for name in names)
    layers = {"tar": 3, "tar.gz": 3, "json": 3}  # two configurations and the list of images
    assert {ending: layers[ending] for ending in endings} == {
        ending: endings.count(ending) for ending in endings
    }
    assert names[-1] == "manifest.json"


def test_names_are_written_with_their_registry_which_podman_would_take_for_localhost(
    path: Path,
) -> None:
    data = rewrite(
        path, builder.docker_20(builder.Image(("a/b:1", "registry.example:5000/c:2")), DB)
    )
    found = survey(TarReader(io.BytesIO(data)), lambda: None).document("manifest.json")
    assert isinstance(found, list)
    assert [record["RepoTags"] for record in found] == [
        ["docker.io/a/b:1", "registry.example:5000/c:2"],
        ["docker.io/library/db:9"],
    ]


COMPRESSIONS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "none": (bytes, "tar"),
    "gzip": (gzip.compress, "tar.gz"),
    "zstd": (zstandard.compress, "tar"),
    "xz": (lzma.compress, "tar"),
    "bzip2": (bz2.compress, "tar"),
}


@pytest.mark.parametrize("compression", COMPRESSIONS)
def test_layers_come_out_as_every_engine_reads_them(path: Path, compression: str) -> None:
    compress, ending = COMPRESSIONS[compression]
    layers = {"base": compress(BASE), "top": compress(TOP)}
    entries: list[builder.Entry] = [("config.json", WEB.config), *layers.items()]
    entries.append(("manifest.json", builder.manifest([("config.json", WEB.names, layers)])))
    data = rewrite(path, entries)
    assert members(data)[:2] == [f"{digest[7:]}.{ending}" for digest in WEB.diff_ids]


def test_equal_layers_under_two_names_come_out_once(path: Path) -> None:
    twice = builder.Image(layers=(BASE, BASE))
    entries: list[builder.Entry] = [("config.json", twice.config), ("a", BASE), ("b", BASE)]
    entries.append(("manifest.json", builder.manifest([("config.json", (), ("b", "a"))])))
    assert len(members(rewrite(path, entries))) == 3


def test_images_from_before_2016_get_configurations(path: Path) -> None:
    data = rewrite(path, builder.legacy())
    (image,) = prove_image_archive(io.BytesIO(data), ["old/app:1"]).images
    layers = (builder.layer("lower"), builder.layer("upper"))
    assert [each.diff_id for each in image.layers] == [
        f"sha256:{builder.sha256(each)}" for each in layers
    ]
    assert (image.platform, image.names) == ("linux/amd64", ("old/app:1",))


def test_what_the_first_dockers_did_not_write_is_announced_as_it_comes_out(path: Path) -> None:
    entries = builder.files(builder.legacy())
    top = f"{'b' * 64}/json"
    entries[top] = json.dumps({"parent": "a" * 64}).encode()
    (image,) = prove_image_archive(io.BytesIO(rewrite(path, list(entries.items())))).images
    assert image.platform == "linux/amd64"


def test_nameless_images_get_the_names_that_they_are_given(path: Path) -> None:
    names = {NAMELESS.config_digest: ("shop/new:1", "shop/new:2"), WEB.config_digest: ("no:1",)}
    data = rewrite(path, builder.docker_20(WEB, NAMELESS), names=names)
    images = prove_image_archive(io.BytesIO(data)).images
    assert [each.names for each in images] == [WEB.names, ("shop/new:1", "shop/new:2")]


def test_a_name_takes_the_place_of_another_and_none_is_there_twice(path: Path) -> None:
    names = {"shop/web:1": ("web",), "db:9": ("db:10",), "no:1": ("nothing:1",)}
    data = rewrite(path, builder.docker_20(WEB, DB), names=names)
    images = prove_image_archive(io.BytesIO(data)).images
    assert [each.names for each in images] == [("web:latest", "shop/web:2"), ("db:10",)]
    data = rewrite(path, builder.docker_20(WEB), names={"shop/web:1": ("shop/web:2",)})
    assert [each.names for each in prove_image_archive(io.BytesIO(data)).images] == [
        ("shop/web:2",)
    ]


def test_without_a_name_given_a_nameless_image_stays_so(path: Path) -> None:
    (image,) = prove_image_archive(io.BytesIO(rewrite(path, builder.docker_20(NAMELESS)))).images
    assert image.names == ()


def test_one_platform_comes_out_of_several_and_nothing_of_the_others(path: Path) -> None:
    arm = builder.Image(layers=(builder.layer("arm"),), architecture="arm64")
    amd = builder.Image(layers=(builder.layer("amd"),))
    data = rewrite(path, builder.platforms(amd, arm), platform="linux/arm64")
    assert members(data) == [
        f"{arm.diff_ids[0][7:]}.tar.gz",
        f"{arm.config_digest[7:]}.json",
        "manifest.json",
    ]
    assert prove_image_archive(io.BytesIO(data)).images[0].names == amd.names


def test_an_image_for_one_platform_comes_out_whatever_was_chosen(path: Path) -> None:
    data = rewrite(path, builder.docker_20(WEB), platform="linux/arm64")
    (image,) = prove_image_archive(io.BytesIO(data)).images
    assert image.platform == "linux/amd64"


def test_an_image_without_layers_is_one(path: Path) -> None:
    data = rewrite(path, builder.docker_20(builder.Image(layers=())))
    assert len(members(data)) == 2


@pytest.mark.parametrize("form", [builder.docker_25, builder.legacy])
def test_missing_layers_are_an_error(path: Path, form) -> None:
    entries = builder.files(form(WEB) if form is builder.docker_25 else form())
    largest = next(name for name in entries if "layer.tar" in name or WEB.diff_ids[0][7:] in name)
    del entries[largest]
    with pytest.raises(LayersMissing):
        rewrite(path, list(entries.items()))


@pytest.mark.parametrize("diff_ids", [[], ["sha256:short"], ["../../etc/passwd"], [7]])
def test_a_configuration_that_does_not_fit_its_layers_is_an_error(path: Path, diff_ids) -> None:
    config = json.dumps({"os": "linux", "rootfs": {"diff_ids": diff_ids}}).encode()
    entries: list[builder.Entry] = [("config.json", config), ("a.tar", BASE)]
    entries.append(("manifest.json", builder.manifest([("config.json", (), ("a.tar",))])))
    with pytest.raises(Unusable):
        rewrite(path, entries)


@pytest.mark.parametrize(
    ("layer", "error"),
    [
        (zstandard.compress(BASE)[:-9], Unusable),
        (zstandard.compress(BASE), Unusable),
        (lzma.compress(BASE)[:-9], DamagedCompression),
    ],
    ids=["cut", "another one", "damaged"],
)
def test_a_wrong_layer_that_must_be_read_is_told_before_anything_is_sent(
    path: Path, layer: bytes, error: type[Exception]
) -> None:
    entries: list[builder.Entry] = [("config.json", NAMELESS.config), ("a", layer)]
    entries.append(("manifest.json", builder.manifest([("config.json", (), ("a",))])))
    with pytest.raises(error):
        rewrite(path, entries)
