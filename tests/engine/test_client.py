"""Risk: an engine is asked for something else than what a person asked for."""

import pytest

from desktop_app.engine import Engine
from desktop_app.engine_info import ContainerSizes
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.portraits import Step
from tests.engine.fake_engine import Answer, FakeEngine, json_answer

_ID = "sha256:" + 64 * "a"


def test_all_containers_are_asked_for(engine: Engine, fake: FakeEngine) -> None:
    fake.answers["GET /containers/json"] = json_answer([{"Id": "c1", "Names": ["/web"]}])
    assert [container.name for container in engine.containers()] == ["web"]
    assert fake.asked("GET", "/containers/json")[0].query["all"] == ["1"]


def test_steps_of_images_are_not_asked_for(engine, fake) -> None:
    fake.answers["GET /images/json"] = json_answer([{"Id": _ID, "RepoTags": ["web:1"]}])
    assert [image.names for image in engine.images()] == [("web:1",)]
    assert fake.asked("GET", "/images/json")[0].query["all"] == ["0"]


def test_a_lost_engine_is_said_in_words(engine, fake) -> None:
    fake.answers["GET /images/json"] = Answer([b"[{"], is_whole=False)
    with pytest.raises(UserFacingError) as caught:
        engine.images()
    assert caught.value.code is ErrorCode.ENGINE_LOST


@pytest.mark.parametrize(
    ("ask", "code", "params"),
    [
        (lambda engine: engine.image("web:1"), ErrorCode.IMAGE_GONE, {"image": "web:1"}),
        (lambda engine: engine.container("x"), ErrorCode.CONTAINER_GONE, {"container": "x"}),
        (lambda engine: engine.image_portrait("x"), ErrorCode.IMAGE_GONE, {"image": "x"}),
        (
            lambda engine: engine.container_portrait("x"),
            ErrorCode.CONTAINER_GONE,
            {"container": "x"},
        ),
        (lambda engine: engine.tag("abc", "web:1"), ErrorCode.IMAGE_GONE, {"image": "abc"}),
        (lambda engine: engine.untag("web:1"), ErrorCode.IMAGE_GONE, {"image": "web:1"}),
    ],
)
def test_what_is_not_there_is_named(engine, ask, code, params) -> None:
    with pytest.raises(UserFacingError) as caught:
        ask(engine)
    assert (caught.value.code, caught.value.params) == (code, params)


def test_the_sizes_of_layers_are_asked_for(engine, fake) -> None:
    layers = {"RootFS": {"Layers": ["sha256:1"]}}
    fake.answers["GET /images/web:1/json"] = json_answer({"Id": _ID, **layers})
    fake.answers["GET /images/web:1/history"] = json_answer([{"Size": 0}, {"Size": 7}])
    assert engine.layer_sizes("web:1").by_diff_id == {"sha256:1": 7}


def test_the_size_of_a_container_is_counted_when_it_is_asked_for(engine, fake) -> None:
    sizes = {"Id": "c1", "SizeRw": 7, "SizeRootFs": 9}
    fake.answers["GET /containers/c1/json"] = json_answer(sizes)
    assert engine.container_sizes("c1") == ContainerSizes(7, 9)
    assert fake.asked("GET", "/containers/c1/json")[0].query["size"] == ["1"]
    fake.answers["GET /containers/c1/json"] = json_answer({"Id": "c1"})
    assert engine.container_sizes("c1") == ContainerSizes(0, 0)


def test_a_portrait_of_an_image_needs_its_history(engine, fake) -> None:
    fake.answers["GET /images/web:1/json"] = json_answer({"Id": _ID, "Config": {"User": "me"}})
    fake.answers["GET /images/web:1/history"] = json_answer([{"CreatedBy": "make", "Size": 7}])
    portrait = engine.image_portrait("web:1")
    assert (portrait.settings.user, portrait.steps) == ("me", (Step("make", 7),))


def test_an_engine_that_fails_to_tell_the_history_tells_the_rest(engine, fake) -> None:
    fake.answers["GET /images/web:1/json"] = json_answer({"Id": _ID})
    fake.answers["GET /images/web:1/history"] = json_answer({"message": "no date"}, 500)
    assert engine.image_portrait("web:1").steps == ()


def test_an_image_that_goes_away_meanwhile_is_gone(engine, fake) -> None:
    fake.answers["GET /images/web:1/json"] = json_answer({"Id": _ID})
    with pytest.raises(UserFacingError) as caught:
        engine.image_portrait("web:1")
    assert caught.value.code is ErrorCode.IMAGE_GONE


def test_the_size_of_a_container_is_asked_for(engine, fake) -> None:
    fake.answers["GET /containers/c/json"] = json_answer({"Id": "c", "SizeRw": 7})
    assert engine.container_portrait("c").own_bytes == 7
    assert fake.requests[-1].query == {"size": ["1"]}


def test_a_name_is_given_whole(engine, fake) -> None:
    fake.answers[f"POST /images/{_ID}/tag"] = Answer(status=201)
    engine.tag(_ID, "registry.example:5000/shop/web")
    query = fake.asked("POST", f"/images/{_ID}/tag")[0].query
    assert (query["repo"], query["tag"]) == (["registry.example:5000/shop/web"], ["latest"])


def test_a_name_that_is_none_is_not_given(engine, fake) -> None:
    with pytest.raises(UserFacingError) as caught:
        engine.tag(_ID, "Web Server")
    assert caught.value.code is ErrorCode.NAME_INVALID
    assert not [request for request in fake.requests if request.method == "POST"]


def test_taking_a_name_off_removes_no_other_image(engine, fake) -> None:
    fake.answers["DELETE /images/web:1"] = json_answer([{"Untagged": "web:1"}])
    engine.untag("web:1")
    query = fake.asked("DELETE", "/images/web:1")[0].query
    assert query["noprune"] == ["1"]
    assert query["force"] == ["0"]


def test_a_name_that_a_container_needs(engine, fake) -> None:
    fake.answers["DELETE /images/web:1"] = json_answer({"message": "in use"}, 409)
    with pytest.raises(UserFacingError) as caught:
        engine.untag("web:1")
    assert (caught.value.code, caught.value.detail) == (ErrorCode.IMAGE_IN_USE, "in use")


def test_every_image_of_a_save_is_asked_for_by_its_whole_name(engine, fake) -> None:
    """A repository without a tag would bring all its tags."""
    fake.answers["GET /images/get"] = Answer([b"tar"])
    with engine.open_save(["web:1", "shop/db:2"]) as download:
        download.readinto(memoryview(bytearray(8)))
    assert fake.requests[-1].query == {"names": ["web:1", "shop/db:2"]}


def test_the_name_of_an_import_is_understood_by_podman_too(engine, fake) -> None:
    fake.answers["POST /images/create"] = json_answer({"status": _ID})
    with engine.open_import("shop/web:2.1") as upload:
        upload.write(b"tar")
        assert list(upload.finish()) == [{"status": _ID}]
    request = fake.asked("POST", "/images/create")[0]
    assert request.query == {"fromSrc": ["-"], "repo": ["shop/web:2.1"]}
    assert request.headers["Content-Type"] == "application/x-tar"
