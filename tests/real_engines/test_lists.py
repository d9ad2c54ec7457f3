"""Risk: lists that hide an image, show one twice, or say of an engine what it is not."""

from datetime import UTC, datetime

import pytest

from desktop_app.engine import Engine
from desktop_app.engine_info import ImageStore
from desktop_app.errors import ErrorCode, UserFacingError
from tests.archives import builder
from tests.real_engines.engines import RunningEngine
from tests.real_engines.images import Workshop

pytestmark = pytest.mark.engine_real

STATES = ("created", "running", "paused", "exited")


def test_what_the_engine_is(engine: RunningEngine, ferry: Engine, workshop: Workshop) -> None:
    version = workshop.client.version()
    info = ferry.info
    assert info.url == engine.url
    assert info.version == version["Version"]
    assert info.api_version == version["ApiVersion"]
    assert (info.os, info.architecture) == ("linux", "amd64")
    assert info.is_podman == ("podman" in str(version["Components"]).lower())


def test_the_store_is_the_one_that_shows_in_the_ids(ferry: Engine, workshop: Workshop) -> None:
    """A classic store names an image by its configuration, a containerd store by its manifest."""
    image = builder.Image(names=("registry.example/web:1",))
    workshop.loaded(image)
    is_classic = ferry.image("registry.example/web:1").image_id == image.config_digest
    assert (ferry.info.store is ImageStore.CLASSIC) == is_classic


def test_one_record_for_an_image_with_all_its_names(ferry: Engine, workshop: Workshop) -> None:
    image_id = workshop.base("shop/web:1")
    for name in ("shop/web:2", "registry.example:5000/web:latest"):
        ferry.tag(image_id, name)

    (record,) = ferry.images()

    assert record.image_id == image_id == ferry.image("shop/web:2").image_id
    assert sorted(record.names) == ["registry.example:5000/web:latest", "shop/web:1", "shop/web:2"]


def test_nameless_images_are_there_and_have_no_name(ferry: Engine, workshop: Workshop) -> None:
    first = workshop.base("shop/web:1")
    second = workshop.built_on("shop/web:1", "shop/web:1", {"srv/page": b"page"})
    third = workshop.nameless()

    names = {record.image_id: record.names for record in ferry.images()}

    assert names[second] == ("shop/web:1",)
    assert names[third] == ()
    assert names.get(first, ()) == ()
    assert len(ferry.images()) == len(names)


def test_steps_that_others_are_built_on_are_left_out(ferry: Engine, workshop: Workshop) -> None:
    workshop.base("shop/base:1")
    workshop.built_on("shop/base:1", "shop/web:1", {"srv/page": b"page"})
    names = sorted(name for record in ferry.images() for name in record.names)
    assert names == ["shop/base:1", "shop/web:1"]
    assert len(ferry.images()) == 2


def test_size_moment_and_platform_of_an_image(ferry: Engine, workshop: Workshop, tmp_path) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    workshop.large("shop/large:1", 20, tmp_path)
    foreign = builder.Image(names=("registry.example/arm:1",), architecture="arm64")
    workshop.loaded(foreign)

    records = {record.names[0]: record for record in ferry.images()}

    large, arm = records["shop/large:1"], records["registry.example/arm:1"]
    assert 19_000_000 < large.size_bytes < 60_000_000  # containerd counts packed and unpacked
    assert large.created is not None
    assert before <= large.created <= datetime.now(UTC)
    assert arm.created == datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
    assert ferry.image("shop/large:1").platform == "linux/amd64"
    assert ferry.image("registry.example/arm:1").platform.startswith("linux/arm64")


def test_layers_of_an_image_lowest_first(ferry: Engine, workshop: Workshop) -> None:
    layers = tuple(builder.layer(text) for text in ("one", "two", "three"))
    image = builder.Image(names=("registry.example/web:1",), layers=layers)
    workshop.loaded(image)
    assert list(ferry.image("registry.example/web:1").diff_ids) == image.diff_ids


def test_containers_in_every_state_with_their_volumes(ferry: Engine, workshop: Workshop) -> None:
    image_id = workshop.base("shop/base:1", volumes=["/data"])
    ids = {state: workshop.container("shop/base:1", f"in-{state}", state) for state in STATES}

    records = {record.state: record for record in ferry.containers()}

    assert {state: record.container_id for state, record in records.items()} == ids
    for state, record in records.items():
        assert record.name == f"in-{state}"
        assert record.image == "shop/base:1"
        assert record.image_id == image_id
        assert record.volumes == ("/data",)
        assert record.created is not None


@pytest.mark.parametrize("state", STATES)
def test_a_container_asked_for_alone_is_as_in_the_list(
    ferry: Engine, workshop: Workshop, state: str
) -> None:
    workshop.base("shop/base:1", volumes=["/data"])
    container = workshop.container("shop/base:1", "web", state, volumes=["/more"])

    (listed,) = ferry.containers()
    alone = ferry.container(container)

    assert alone.created is not None
    assert listed.created == alone.created.replace(microsecond=0)
    assert (alone.container_id, alone.name, alone.image) == (container, "web", "shop/base:1")
    assert (alone.state, alone.volumes, alone.image_id) == (
        state,
        ("/data", "/more"),
        listed.image_id,
    )
    assert (listed.state, listed.volumes) == (alone.state, alone.volumes)


def test_a_container_of_an_image_that_lost_its_name(ferry: Engine, workshop: Workshop) -> None:
    image_id = workshop.base("shop/base:1")
    workshop.container("shop/base:1", "web")
    workshop.built_on("shop/base:1", "shop/base:1", {"srv/page": b"page"})
    (record,) = ferry.containers()
    assert record.image_id == image_id
    assert record.image


def test_an_empty_engine(ferry: Engine) -> None:
    assert ferry.images() == ()
    assert ferry.containers() == ()


def test_things_that_are_not_there(ferry: Engine) -> None:
    with pytest.raises(UserFacingError) as caught:
        ferry.image("shop/gone:1")
    assert (caught.value.code, caught.value.params["image"]) == (
        ErrorCode.IMAGE_GONE,
        "shop/gone:1",
    )
    with pytest.raises(UserFacingError) as caught:
        ferry.container("gone")
    assert (caught.value.code, caught.value.params["container"]) == (
        ErrorCode.CONTAINER_GONE,
        "gone",
    )
