"""Risk: an engine ends up with an image that lacks a layer, or is sent again what it has."""

import contextlib
import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from docker.errors import APIError

from desktop_app.engine import Engine
from desktop_app.engine_info import ImageStore
from desktop_app.progress import Phase, Progress, run
from desktop_app.transfers import (
    LoadOptions,
    export_container,
    import_filesystem,
    load_archive,
    save_images,
)
from desktop_app.transfers.presence import layers_there
from desktop_app.transfers.requests import LoadResult
from tests.archives import builder
from tests.archives.builder import Image
from tests.real_engines.images import MEGABYTE, Workshop, files_tar, write_archive
from tests.real_engines.programs import DONE, WAIT

pytestmark = pytest.mark.engine_real

BASE = files_tar({"done": DONE, "wait": WAIT, "data": random.Random(4).randbytes(4 * MEGABYTE)})
OLD = Image(("shop/web:1",), (BASE, builder.layer("old")))
NEW = Image(("shop/web:2", "shop/web:latest"), (BASE, builder.layer("new")))
RENAMED = Image(("shop/renamed:1",), NEW.layers)
ARM = replace(NEW, names=("shop/arm:1",), architecture="arm64")
"""The same layers under another configuration."""


@dataclass(frozen=True)
class Told:
    """What a load told on its way."""

    result: LoadResult
    phases: list[Phase]
    sent_bytes: int


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "images.tar"


def load(ferry: Engine, path: Path, options: LoadOptions | None = None) -> Told:
    seen: list[Progress] = []
    result = run(load_archive(ferry, path, options), seen.append)
    sent = [each.done_bytes for each in seen if each.phase is Phase.UNPACKING]
    return Told(result, [each.phase for each in seen], max(sent, default=0))


def takes_the_rest(ferry: Engine) -> bool:
    """Whether it is an engine that takes an archive without the layers that it has."""
    return ferry.info.store is ImageStore.CLASSIC and not ferry.info.is_podman


def knows_what_it_has(ferry: Engine) -> bool:
    return ferry.info.store is ImageStore.CLASSIC


def says_what_it_has(ferry: Engine) -> bool:
    """Containerd stores do so from Docker 28 on."""
    return knows_what_it_has(ferry) or ferry.info.version >= "28"


def check_whole(ferry: Engine, workshop: Workshop, names: Iterable[str], path: Path) -> None:
    """All is there: it runs, and what is saved of it has every layer."""
    saved = run(save_images(ferry, list(names), path.with_name("saved.tar")))
    assert {name for image in saved.images for name in image.names} == set(names)
    for number, name in enumerate(names):
        container = workshop.container(name, f"whole-{number}", "exited")
        assert workshop.client.wait(container)["StatusCode"] == 0


@pytest.mark.parametrize("form", builder.FORMS)
def test_an_engine_with_the_base_gets_the_rest(
    ferry: Engine, workshop: Workshop, archive: Path, form: str
) -> None:
    workshop.loaded(OLD)
    archive.write_bytes(builder.tar(builder.FORMS[form](NEW)))

    told = load(ferry, archive)

    names = told.result.images[0].names
    assert [name.removeprefix("localhost/") for name in names] == list(NEW.names)
    assert all(list(ferry.image(name).diff_ids) == NEW.diff_ids for name in names)
    assert (told.sent_bytes < MEGABYTE) == takes_the_rest(ferry)
    workshop.client.remove_image("shop/web:1")
    check_whole(ferry, workshop, names, archive)


def test_an_engine_with_all_layers_gets_a_configuration(
    ferry: Engine, workshop: Workshop, archive: Path
) -> None:
    workshop.loaded(NEW)
    archive.write_bytes(builder.tar(builder.podman(ARM)))
    told = load(ferry, archive)
    assert ferry.image("shop/arm:1").platform == "linux/arm64"
    assert list(ferry.image("shop/arm:1").diff_ids) == NEW.diff_ids
    assert (told.sent_bytes < MEGABYTE) == takes_the_rest(ferry)
    assert not told.result.images[0].was_there


def test_an_engine_with_nothing_of_it_gets_the_file(ferry: Engine, archive: Path) -> None:
    write_archive(archive, [NEW])
    told = load(ferry, archive)
    assert told.sent_bytes == archive.stat().st_size
    assert Phase.SENDING_ALL not in told.phases


def test_an_image_that_is_removed_after_the_look_is_no_misfortune(
    ferry: Engine, workshop: Workshop, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nothing else may ever have brought this base: an engine may keep it for reasons of its own.
    base = files_tar({"done": DONE, "once": random.Random(5).randbytes(4 * MEGABYTE)})
    workshop.loaded(Image(("shop/web:1",), (base,)))
    new = Image(("shop/web:2",), (base, builder.layer("new")))
    archive.write_bytes(builder.tar(builder.podman(new)))

    def look_and_lose(*arguments: object, **named: object) -> frozenset[str]:
        found = layers_there(*arguments, **named)  # type: ignore[arg-type]  # as they come
        workshop.empty()
        return found

    monkeypatch.setattr("desktop_app.transfers.loading.layers_there", look_and_lose)

    told = load(ferry, archive)

    assert (Phase.SENDING_ALL in told.phases) == takes_the_rest(ferry)
    check_whole(ferry, workshop, told.result.images[0].names, archive)


@pytest.mark.parametrize("form", ["docker-20", "docker-25"])
def test_what_is_there_already_is_not_sent(ferry: Engine, archive: Path, form: str) -> None:
    archive.write_bytes(builder.tar(builder.FORMS[form](OLD, NEW)))
    # A containerd store knows images by their manifests, of which older archives have none.
    is_known = says_what_it_has(ferry) if form == "docker-25" else knows_what_it_has(ferry)
    first = load(ferry, archive).result
    again = load(ferry, archive)
    assert [image.names for image in again.result.images] == [each.names for each in first.images]
    assert all(image.was_there for image in again.result.images) == is_known
    assert (again.sent_bytes == 0) == is_known
    assert len(ferry.images()) == 2


def test_what_the_engine_has_saved_itself_is_not_sent_back(
    ferry: Engine, workshop: Workshop, archive: Path
) -> None:
    workshop.base("shop/base:1")
    names = [name for record in ferry.images() for name in record.names]
    run(save_images(ferry, names, archive))
    workshop.client.tag("shop/base:1", "shop/other", "1")
    assert (load(ferry, archive).sent_bytes == 0) == says_what_it_has(ferry)


def test_an_image_of_which_a_layer_is_missing_is_sent(
    ferry: Engine, workshop: Workshop, archive: Path
) -> None:
    """Containerd stores take archives without layers, and list what they do not have."""
    archive.write_bytes(builder.tar(builder.docker_25(NEW)))
    layer = NEW.diff_ids[1].removeprefix("sha256:")
    hollow = [each for each in builder.docker_25(NEW) if not each[0].endswith(layer)]
    with contextlib.suppress(APIError):
        list(workshop.client.load_image(builder.tar(hollow)))

    names = load(ferry, archive).result.images[0].names

    check_whole(ferry, workshop, names, archive)


def test_names_that_are_missing_are_put_on_what_is_there(
    ferry: Engine, workshop: Workshop, archive: Path
) -> None:
    workshop.loaded(NEW)
    workshop.loaded(replace(OLD, names=()))
    archive.write_bytes(builder.tar(builder.podman(RENAMED, OLD)))
    told = load(ferry, archive)
    assert [image.names for image in told.result.images] == [RENAMED.names, OLD.names]
    assert list(ferry.image(RENAMED.names[0]).diff_ids) == NEW.diff_ids
    assert list(ferry.image(OLD.names[0]).diff_ids) == OLD.diff_ids
    assert (told.sent_bytes == 0) == knows_what_it_has(ferry)
    check_whole(ferry, workshop, [*RENAMED.names, *OLD.names], archive)


def test_a_name_that_another_image_has_moves_to_the_one_that_is_there(
    ferry: Engine, workshop: Workshop, archive: Path
) -> None:
    workshop.loaded(replace(NEW, names=("shop/keeper:1",)))
    workshop.base("registry.example/web:1")
    write_archive(archive, [replace(NEW, names=("registry.example/web:1",))])
    load(ferry, archive)
    assert list(ferry.image("registry.example/web:1").diff_ids) == NEW.diff_ids


def test_a_nameless_image_that_is_there_gets_the_name_that_is_given(
    ferry: Engine, workshop: Workshop, archive: Path
) -> None:
    nameless = replace(NEW, names=())
    workshop.loaded(nameless)
    write_archive(archive, [nameless])
    options = LoadOptions({nameless.config_digest: "shop/given:1"})
    told = load(ferry, archive, options)
    assert told.result.images[0].names == ("shop/given:1",)
    assert list(ferry.image("shop/given:1").diff_ids) == NEW.diff_ids


def test_a_new_version_that_the_engine_has_built_itself_is_loaded_onto_its_base(
    ferry: Engine, workshop: Workshop, archive: Path, tmp_path: Path
) -> None:
    workshop.large("shop/large:1", 100, tmp_path)
    workshop.built_on("shop/large:1", "shop/large:2", {"etc/version": b"2", "wait": WAIT})
    layers = ferry.image("shop/large:2").diff_ids
    run(save_images(ferry, ["shop/large:2"], archive))
    workshop.client.remove_image("shop/large:2")
    told = load(ferry, archive)
    assert ferry.image("shop/large:2").diff_ids == layers
    assert (told.sent_bytes < MEGABYTE) == takes_the_rest(ferry)
    assert workshop.container("shop/large:2", "built", "running")


def test_a_file_system_that_is_there_already_is_not_imported_again(
    ferry: Engine, workshop: Workshop, archive: Path
) -> None:
    workshop.base("shop/base:1")
    container = workshop.container("shop/base:1", "exported")
    run(export_container(ferry, container, archive))
    first = run(import_filesystem(ferry, archive, "registry.example/shop:1"))
    again = run(import_filesystem(ferry, archive, "registry.example/shop:1"))
    assert not first.was_there
    assert again.was_there == says_what_it_has(ferry)
    if again.was_there:
        assert again.image_id == first.image_id
