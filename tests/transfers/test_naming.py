"""Risk: an image that loses its last name and is deleted, or a name that did not get through."""

import pytest
from typing_extensions import override

from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress, run
from desktop_app.transfers.naming import name_image, remove_name
from tests.transfers.stand_in import StandIn, image

WEB = image("sha256:web", names=("web:1", "web:2"))
OTHER = image("sha256:other", names=("other:1",))


def engine() -> StandIn:
    return StandIn(
        has_images={"sha256:web": WEB, "web:1": WEB, "web:2": WEB, "other:1": OTHER},
    )


def test_a_name_is_put_on_in_its_familiar_form() -> None:
    stand_in = engine()
    assert run(name_image(stand_in, "sha256:web", "docker.io/library/shop")) == "shop:latest"
    assert stand_in.image("shop:latest") is WEB


def test_a_name_of_another_image_moves_over() -> None:
    stand_in = engine()
    run(name_image(stand_in, "sha256:web", "other:1"))
    assert stand_in.image("other:1") is WEB


@pytest.mark.parametrize("name", ["", "No Name", "web:1:2", "web@sha256:0"])
def test_a_name_that_is_none_changes_nothing(name: str) -> None:
    stand_in = engine()
    with pytest.raises(UserFacingError) as caught:
        run(name_image(stand_in, "sha256:web", name))
    assert caught.value.code is ErrorCode.NAME_INVALID
    assert stand_in.has_images == engine().has_images


def test_an_image_that_is_gone_is_told() -> None:
    with pytest.raises(UserFacingError) as caught:
        run(name_image(engine(), "sha256:gone", "web:3"))
    assert caught.value.code is ErrorCode.IMAGE_GONE


def test_an_engine_that_says_yes_and_did_not_do_it_is_not_believed() -> None:
    class Lazy(StandIn):
        @override
        def tag(self, image_id: str, name: str) -> None:
            pass

    lazy = Lazy(has_images=engine().has_images)
    with pytest.raises(UserFacingError) as caught:
        run(name_image(lazy, "sha256:web", "other:1"))
    assert (caught.value.code, caught.value.params) == (
        ErrorCode.LOAD_UNPROVEN,
        {"image": "other:1"},
    )


def test_one_of_several_names_is_taken_off() -> None:
    stand_in = engine()
    run(remove_name(stand_in, "web:2"))
    assert "web:2" not in stand_in.has_images
    assert stand_in.image("web:1") is WEB


def test_the_last_name_stays_because_the_image_would_go_with_it() -> None:
    stand_in = engine()
    with pytest.raises(UserFacingError) as caught:
        run(remove_name(stand_in, "other:1"))
    assert (caught.value.code, caught.value.params) == (ErrorCode.NAME_IS_LAST, {"name": "other:1"})
    assert stand_in.image("other:1") is OTHER


def test_a_name_that_is_gone_already_is_told() -> None:
    with pytest.raises(UserFacingError) as caught:
        run(remove_name(engine(), "gone:1"))
    assert caught.value.code is ErrorCode.IMAGE_GONE


@pytest.mark.parametrize(
    "job", [name_image(engine(), "sha256:web", "x"), remove_name(engine(), "web:1")]
)
def test_a_name_is_progress_of_one_step(job) -> None:
    told: list[Progress] = []
    run(job, told.append)
    assert [progress.phase for progress in told] == [Phase.WAITING]
