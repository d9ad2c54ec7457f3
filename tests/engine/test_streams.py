"""Risk: a failure inside an answer that began as a success is taken for a success."""

import pytest

from desktop_app.engine import Engine
from desktop_app.errors import ErrorCode, UserFacingError
from tests.engine.fake_engine import Answer, FakeEngine, Gate, json_answer

_ARCHIVE = bytes(range(256)) * 12_000


def _download(engine: Engine) -> bytes:
    received = bytearray()
    buffer = memoryview(bytearray(1 << 20))
    with engine.open_save(["web:1"]) as download:
        while count := download.readinto(buffer):
            received += buffer[:count]
    return bytes(received)


def _upload(engine: Engine, *chunks: bytes | memoryview) -> list[dict[str, object]]:
    with engine.open_load() as upload:
        for chunk in chunks:
            upload.write(chunk)
        return list(upload.finish())


def _failure(call, *arguments) -> UserFacingError:
    with pytest.raises(UserFacingError) as caught:
        call(*arguments)
    return caught.value


def test_a_download_brings_every_byte(engine, fake) -> None:
    fake.answers["GET /images/get"] = Answer([_ARCHIVE[:7], _ARCHIVE[7:90_000], _ARCHIVE[90_000:]])
    assert _download(engine) == _ARCHIVE


def test_a_missing_image_is_named(engine, fake) -> None:
    fake.answers["GET /images/get"] = json_answer({"message": "no such image"}, 404)
    error = _failure(_download, engine)
    assert (error.code, error.params) == (ErrorCode.IMAGE_GONE, {"image": "web:1"})
    assert error.detail == "no such image"


def test_a_missing_container_is_named(engine, fake) -> None:
    fake.answers["GET /containers/abc/export"] = json_answer({"message": "no"}, 404)
    with engine.open_export("abc") as download:
        error = _failure(download.readinto, memoryview(bytearray(8)))
    assert (error.code, error.params) == (ErrorCode.CONTAINER_GONE, {"container": "abc"})


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        (json_answer({"message": "out of luck"}, 500), ErrorCode.ENGINE_REFUSED, "out of luck"),
        (json_answer(["odd"], 500), ErrorCode.ENGINE_REFUSED, '["odd"]'),
        (Answer([b"<p>Bad gateway\n"], 502), ErrorCode.ENGINE_REFUSED, "<p>Bad gateway"),
        (Answer(status=503), ErrorCode.ENGINE_REFUSED, "Service Unavailable"),
        (
            json_answer({"message": "write /x: no space left on device"}, 500),
            ErrorCode.ENGINE_DISK_FULL,
            "write /x: no space left on device",
        ),
    ],
)
def test_a_refusal_keeps_the_engines_words(engine, fake, answer, code, words) -> None:
    fake.answers["GET /images/get"] = answer
    error = _failure(_download, engine)
    assert (error.code, error.detail) == (code, words)


def test_an_upload_arrives_as_it_was_written(engine, fake) -> None:
    fake.answers["POST /images/load"] = json_answer({"stream": "Loaded image: web:1\n"})
    messages = _upload(engine, _ARCHIVE[:10], b"", memoryview(_ARCHIVE[10:]))
    assert messages == [{"stream": "Loaded image: web:1\n"}]
    assert fake.asked("POST", "/images/load")[0].body == _ARCHIVE


def test_an_upload_of_nothing_still_ends(engine, fake) -> None:
    fake.answers["POST /images/load"] = json_answer({"stream": "nothing"})
    assert _upload(engine) == [{"stream": "nothing"}]
    assert fake.asked("POST", "/images/load")[0].body == b""


@pytest.mark.parametrize(
    "chunks",
    [
        [b'{"stream":"a"}{"stream":"\xc3', b'\xa4"}\r\n'],
        [b'  {"stream"', b':"a"}\n\n{"stream":"\xc3\xa4"}'],
        [b'{"stream":"a"}\r\n["odd"]\r\n', b'{"stream":"\xc3\xa4"}\r\n'],
    ],
)
def test_messages_are_told_apart_however_they_are_cut(engine, fake, chunks) -> None:
    fake.answers["POST /images/load"] = Answer(chunks)
    assert _upload(engine, b"x") == [{"stream": "a"}, {"stream": "ä"}]


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ({"errorDetail": {"message": "invalid tar header"}}, ErrorCode.ENGINE_REFUSED),
        ({"error": "invalid tar header"}, ErrorCode.ENGINE_REFUSED),
        ({"errorDetail": {"message": "no space left on device"}}, ErrorCode.ENGINE_DISK_FULL),
    ],
)
def test_an_error_inside_a_success_is_an_error(engine, fake, message, code) -> None:
    fake.answers["POST /images/load"] = json_answer(message)
    assert _failure(_upload, engine, b"x").code is code


def test_an_answer_that_is_no_json_is_an_error(engine, fake) -> None:
    fake.answers["POST /images/load"] = Answer([b"{oops"])
    error = _failure(_upload, engine, b"x")
    assert (error.code, error.detail) == (ErrorCode.ENGINE_REFUSED, "{oops")


def test_an_answer_that_ends_early_is_a_lost_engine(engine, fake) -> None:
    fake.answers["POST /images/load"] = Answer([b'{"stream":"half'], is_whole=False)
    assert _failure(_upload, engine, b"x").code is ErrorCode.ENGINE_LOST


def test_an_engine_that_has_heard_enough_is_noticed_and_its_words_are_read(engine, fake) -> None:
    fake.answers["POST /images/load"] = Answer(
        [b'{"errorDetail":{"message":"invalid tar header"}}'], reads_body=False
    )
    with engine.open_load() as upload:
        while not upload.answered:
            upload.write(_ARCHIVE)
        error = _failure(list, upload.finish())
    assert error.detail == "invalid tar header"


def test_an_engine_that_hangs_up_during_an_upload_is_lost(engine, fake) -> None:
    def hang_up() -> None:
        raise OSError

    fake.answers["POST /images/load"] = Answer(before_head=hang_up, reads_body=False)
    with engine.open_load() as upload:
        while not upload.answered:
            upload.write(_ARCHIVE)
        error = _failure(list, upload.finish())
    assert error.code is ErrorCode.ENGINE_LOST


def test_events_that_change_no_list_are_passed_over(engine, fake) -> None:
    fake.answers["GET /events"] = Answer(
        [
            b'{"Type":"container","Action":"exec_start: ls"}\n',
            b'{"Type":"container","Action":"health_status: healthy"}\n',
            b'{"Type":"image","Action":"tag"}\n{"status":"delete"}\n',
        ]
    )
    assert list(engine.events()) == [{"Type": "image", "Action": "tag"}, {"status": "delete"}]
    asked = fake.asked("GET", "/events")[0].query
    assert asked == {"filters": ['{"type": ["image", "container"]}']}


def test_events_are_asked_for_before_anybody_listens(engine, fake) -> None:
    """What happens between the list and the first look would be lost otherwise."""
    gate = Gate()
    fake.answers["GET /events"] = Answer(before_head=gate)
    events = engine.events()
    assert gate.is_reached.wait(10)
    gate.open()
    assert list(events) == []


def test_events_end_when_the_engine_goes(engine, fake) -> None:
    fake.answers["GET /events"] = Answer([b'{"Action":"tag"}\n'], is_whole=False)
    events = iter(engine.events())
    assert next(events) == {"Action": "tag"}
    assert _failure(next, events).code is ErrorCode.ENGINE_LOST


def test_a_cut_ends_the_listening(engine, fake: FakeEngine) -> None:
    gate = Gate()
    fake.answers["GET /events"] = Answer(gate.after(b'{"Action":"tag"}\n'))
    events = engine.events()
    seen = iter(events)
    assert next(seen) == {"Action": "tag"}
    events.cut()
    assert _failure(next, seen).code is ErrorCode.ENGINE_LOST
    gate.open()
