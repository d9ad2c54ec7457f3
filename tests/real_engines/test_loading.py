"""Risk: a green tick for images that are not there, under other names, or not those of the file."""

import bz2
import gzip
import lzma
from collections.abc import Callable
from pathlib import Path

import docker.errors
import pytest
import zstandard

from desktop_app.archives import Compression, Method, identify, judge
from desktop_app.engine import Engine
from desktop_app.engine_info import ImageStore
from desktop_app.errors import ErrorCode
from desktop_app.progress import Phase, Progress, run
from desktop_app.transfers import LoadOptions, load_archive
from tests.archives import builder
from tests.real_engines.images import Workshop, write_archive
from tests.real_engines.jobs import failure_of

pytestmark = pytest.mark.engine_real

WEB = builder.Image(names=("registry.example/web:1",), layers=(builder.layer("web"),))
DB = builder.Image(
    names=("registry.example/db:1", "registry.example/db:latest"),
    layers=(builder.layer("base"), builder.layer("db")),
)
NAMELESS = builder.Image(names=(), layers=(builder.layer("nameless"),))

SHORT = builder.Image(names=("shop/db:1",), layers=DB.layers)
SHORTER = builder.Image(names=("shop/web:1", "shop/web:latest"), layers=WEB.layers)
"""Written with ``docker.io/`` before them by the programs that write names in full."""

COMPRESSIONS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "zstd": zstandard.ZstdCompressor().compress,
}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "images.tar"


def test_a_load_takes_the_name_from_the_image_that_had_it(
    ferry: Engine, workshop: Workshop, archive: Path
) -> None:
    older = workshop.base(WEB.names[0])
    write_archive(archive, [WEB])

    loaded = run(load_archive(ferry, archive))

    now = {record.image_id: record.names for record in ferry.images()}
    assert now[loaded.images[0].image_id] == WEB.names
    assert now.get(older, ()) == ()  # the containerd store of 26 forgets it altogether


def test_a_nameless_image_gets_the_name_that_it_was_given(ferry: Engine, archive: Path) -> None:
    write_archive(archive, [NAMELESS])
    options = LoadOptions({NAMELESS.config_digest: "shop/new"})

    loaded = run(load_archive(ferry, archive, options))

    assert [image.names for image in loaded.images] == [("shop/new:latest",)]
    assert [record.names for record in ferry.images()] == [("shop/new:latest",)]


def test_an_archive_that_docker_saved_by_id_gets_a_name_while_it_is_loaded(
    ferry: Engine, workshop: Workshop, archive: Path
) -> None:
    workshop.save(workshop.base("shop/base:1"), archive)
    workshop.empty()
    (image,) = identify(archive).images

    run(load_archive(ferry, archive, LoadOptions({image.config_digest: "shop/again:3"})))

    assert [record.names for record in ferry.images()] == [("shop/again:3",)]
    assert ferry.image("shop/again:3").diff_ids == tuple(each.diff_id for each in image.layers)


def test_a_nameless_image_without_a_name_given_stays_nameless(ferry: Engine, archive: Path) -> None:
    write_archive(archive, [NAMELESS])
    loaded = run(load_archive(ferry, archive))
    assert [image.names for image in loaded.images] == [()]
    assert [(record.image_id, record.names) for record in ferry.images()] == [
        (loaded.images[0].image_id, ())
    ]


def test_named_and_nameless_images_in_one_file(ferry: Engine, archive: Path) -> None:
    write_archive(archive, [NAMELESS, DB, WEB])
    options = LoadOptions({NAMELESS.config_digest: "shop/new:1"})

    loaded = run(load_archive(ferry, archive, options))

    names = {name for record in ferry.images() for name in record.names}
    assert names == {"shop/new:1", *DB.names, *WEB.names}
    assert len(loaded.images) == len(ferry.images()) == 3


def test_names_without_a_registry_are_said_as_the_engine_shows_them(
    ferry: Engine, archive: Path
) -> None:
    """Podman writes ``localhost/`` before them."""
    write_archive(archive, [builder.Image(names=("postgres:9.6", "shop/web:1"))])
    prefix = "localhost/" if ferry.info.is_podman else ""

    loaded = run(load_archive(ferry, archive))

    assert loaded.images[0].names == (f"{prefix}postgres:9.6", f"{prefix}shop/web:1")
    (record,) = ferry.images()
    assert sorted(record.names) == sorted(loaded.images[0].names)


@pytest.mark.parametrize("form", builder.FORMS)
@pytest.mark.parametrize("count", [1, 2])
def test_a_form_is_loaded_and_converted_only_where_the_engine_cannot_load_it(
    ferry: Engine,
    workshop: Workshop,
    archive: Path,
    form: str,
    count: int,
) -> None:
    images = (SHORT, SHORTER)[:count]
    archive.write_bytes(builder.tar(builder.FORMS[form](*images)))
    check_verdict(ferry, workshop, archive, images)


@pytest.mark.parametrize("compression", COMPRESSIONS)
def test_compressed_files_are_loaded_and_decompressed_where_the_engine_cannot(
    ferry: Engine, workshop: Workshop, archive: Path, compression: str
) -> None:
    data = builder.tar(builder.docker_20(WEB))
    archive.write_bytes(COMPRESSIONS[compression](data))
    check_verdict(ferry, workshop, archive, (WEB,))


def test_every_byte_is_seen_to_be_sent_before_the_engine_unpacks(
    ferry: Engine, archive: Path
) -> None:
    write_archive(archive, [DB])
    seen: list[Progress] = []

    run(load_archive(ferry, archive), seen.append)

    phases = [progress.phase for progress in seen]
    assert phases[0] is Phase.INSPECTING
    assert phases[-2:] == [Phase.UNPACKING, Phase.CHECKING]
    assert seen[-2].done_bytes == seen[-2].total_bytes == archive.stat().st_size


def test_layers_that_are_not_what_the_file_says_are_the_engines_no(
    ferry: Engine, archive: Path
) -> None:
    entries = dict(builder.docker_20(WEB))
    member = next(name for name in entries if name.endswith("layer.tar"))
    entries[member] = builder.layer("not it")
    archive.write_bytes(builder.tar(entries.items()))

    error = failure_of(load_archive(ferry, archive))

    assert error.code in {ErrorCode.ENGINE_REFUSED, ErrorCode.LOAD_UNPROVEN}
    assert ferry.images() == ()  # a containerd store gives the name before it unpacks
    assert "remaining" not in error.params


def test_a_failed_load_takes_no_name_from_the_image_that_had_it(
    ferry: Engine, workshop: Workshop, archive: Path
) -> None:
    workshop.base(WEB.names[0])
    layers = ferry.image(WEB.names[0]).diff_ids
    entries = dict(builder.docker_20(WEB))
    member = next(name for name in entries if name.endswith("layer.tar"))
    entries[member] = builder.layer("not it")
    archive.write_bytes(builder.tar(entries.items()))

    failure_of(load_archive(ferry, archive))

    is_forgetful = ferry.info.store is ImageStore.CONTAINERD and ferry.info.version < "27"
    names = {name: each.image_id for each in ferry.images() for name in each.names}
    if not is_forgetful:  # it drops an image with its only name
        assert ferry.image(WEB.names[0]).diff_ids == layers
    assert set(names) <= set(WEB.names)


def test_what_came_before_a_failure_is_told(ferry: Engine, archive: Path) -> None:
    """Classic stores take image after image; the second is not what the file says."""
    entries = dict(builder.docker_20(DB, WEB))
    config = f"{WEB.config_digest.removeprefix('sha256:')}.json"
    assert config in entries
    bad = [name for name in entries if entries[name] == WEB.layers[0]]
    entries[bad[0]] = builder.layer("not it")
    archive.write_bytes(builder.tar(entries.items()))

    error = failure_of(load_archive(ferry, archive))

    there = {name for record in ferry.images() for name in record.names}
    assert set(filter(None, str(error.params.get("remaining", "")).split(", "))) == there
    assert there in (set(), set(DB.names))


def check_verdict(
    ferry: Engine, workshop: Workshop, archive: Path, images: tuple[builder.Image, ...]
) -> None:
    """Loaded by us; what we have to convert for that is what docker-py has no luck with."""
    report = identify(archive)
    verdict = judge(report, Method.LOAD, ferry.info)
    may_have_xz = report.compression is Compression.XZ
    if verdict.conversion is not None and not may_have_xz:
        assert "Loaded image" not in dockers_answer(workshop, archive)
    loaded = run(load_archive(ferry, archive))
    shown = sorted(
        name.removeprefix("localhost/") for image in loaded.images for name in image.names
    )
    assert shown == sorted(name for image in images for name in image.names)
    layers = sorted(image.diff_ids for image in images)
    for image in loaded.images:
        for name in image.names:
            assert list(ferry.image(name).diff_ids) in layers


def dockers_answer(workshop: Workshop, archive: Path) -> str:
    with archive.open("rb") as file:
        try:
            return str(list(workshop.client.load_image(file)))
        except docker.errors.APIError as error:
            return str(error)
