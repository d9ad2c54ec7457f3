"""Risk: a name that moves unseen, or the last name taken off and the image with it."""

from pathlib import Path

import pytest

from desktop_app.engine import Engine
from desktop_app.errors import ErrorCode
from desktop_app.progress import run
from desktop_app.transfers import save_images
from desktop_app.transfers.naming import name_image, remove_name
from tests.real_engines.images import Workshop
from tests.real_engines.jobs import failure_of

pytestmark = pytest.mark.engine_real


def test_an_image_gets_one_more_name_in_its_familiar_form(
    ferry: Engine, workshop: Workshop
) -> None:
    image_id = workshop.base("shop/web:1")
    assert run(name_image(ferry, image_id, "docker.io/library/web")) == "web:latest"
    assert sorted(ferry.image(image_id).names) == ["shop/web:1", "web:latest"]


def test_a_nameless_image_gets_its_first_name(ferry: Engine, workshop: Workshop) -> None:
    image_id = workshop.nameless()
    assert run(name_image(ferry, image_id, "shop/found:1")) == "shop/found:1"
    assert ferry.image(image_id).names == ("shop/found:1",)


def test_a_name_moves_to_the_image_that_it_is_given_to(ferry: Engine, workshop: Workshop) -> None:
    older = workshop.base("shop/web:1")
    newer = workshop.built_on("shop/web:1", "shop/web:2", {"srv/page": b"page"})

    run(name_image(ferry, newer, "shop/web:1"))

    names = {record.image_id: sorted(record.names) for record in ferry.images()}
    assert names[newer] == ["shop/web:1", "shop/web:2"]
    assert names.get(older, []) == []


def test_one_of_several_names_is_taken_off_and_the_image_stays(
    ferry: Engine, workshop: Workshop
) -> None:
    image_id = workshop.base("shop/web:1")
    run(name_image(ferry, image_id, "shop/web:2"))
    run(remove_name(ferry, "shop/web:1"))
    assert ferry.image(image_id).names == ("shop/web:2",)


def test_the_last_name_stays(ferry: Engine, workshop: Workshop) -> None:
    workshop.base("shop/web:1")
    error = failure_of(remove_name(ferry, "shop/web:1"))
    assert (error.code, error.params["name"]) == (ErrorCode.NAME_IS_LAST, "shop/web:1")
    assert ferry.image("shop/web:1").names == ("shop/web:1",)


def test_a_name_of_an_image_that_a_container_needs_is_taken_off_all_the_same(
    ferry: Engine, workshop: Workshop
) -> None:
    image_id = workshop.base("shop/web:1")
    run(name_image(ferry, image_id, "shop/web:2"))
    workshop.container("shop/web:1", "web", "running")
    run(remove_name(ferry, "shop/web:2"))
    assert ferry.image(image_id).names == ("shop/web:1",)


def test_images_and_names_that_are_gone(ferry: Engine, workshop: Workshop) -> None:
    image_id = workshop.base("shop/web:1")
    workshop.client.remove_image("shop/web:1")

    for body in (name_image(ferry, image_id, "shop/new:1"), remove_name(ferry, "shop/web:1")):
        assert failure_of(body).code is ErrorCode.IMAGE_GONE
    assert ferry.images() == ()


def test_names_that_docker_does_not_take(ferry: Engine, workshop: Workshop) -> None:
    image_id = workshop.base("shop/web:1")
    for name in ("Shop/Web:1", "", "shop/web:ü", "a" * 64):
        error = failure_of(name_image(ferry, image_id, name))
        assert (error.code, error.params["name"]) == (ErrorCode.NAME_INVALID, name)
    assert ferry.image(image_id).names == ("shop/web:1",)


def test_a_name_and_its_namesake_with_a_registry_are_two(
    ferry: Engine, workshop: Workshop, tmp_path: Path
) -> None:
    """Podman, asked for ``shop/web``, takes ``localhost/shop/web`` where there is one."""
    meant = workshop.base("shop/web:1")
    ferry.tag(meant, "shop/kept:1")
    other = workshop.nameless()
    ferry.tag(other, "localhost/shop/web:1")

    saved = run(save_images(ferry, ["shop/web:1"], tmp_path / "web.tar"))
    run(remove_name(ferry, "shop/web:1"))

    assert [image.names for image in saved.images] == [("shop/web:1",)]
    assert ferry.image(meant).names == ("shop/kept:1",)
    assert ferry.image(other).names == ("localhost/shop/web:1",)
