"""Risk: a question to an engine that is silent cannot be taken back."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import docker
import pytest

from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.engine.faults import Refusal
from desktop_app.engine.line import Line, Request
from desktop_app.engine.questions import Questions
from tests.engine.fake_engine import WAIT_SECONDS, Answer, FakeEngine, Gate, json_answer

_LIST = Request("GET", "/v1.41/images/json")


@pytest.fixture
def cancel() -> CancelToken:
    return CancelToken()


@pytest.fixture
def questions(fake: FakeEngine, cancel: CancelToken) -> Iterator[Questions]:
    client = docker.APIClient(fake.url, "1.41")
    questions = Questions(client, cancel)
    yield questions
    questions.close()
    client.close()


def test_an_answer_is_what_its_json_says(fake, questions) -> None:
    fake.answers["GET /images/json"] = json_answer([{"Id": "ä"}])
    assert questions.ask(_LIST) == [{"Id": "ä"}]


@pytest.mark.parametrize("body", [[], [b"\n"]])
def test_an_answer_may_be_empty(fake, questions, body) -> None:
    fake.answers["POST /images/a/tag"] = Answer(body, status=201)
    assert questions.ask(Request("POST", "/v1.41/images/a/tag")) is None


def test_all_questions_are_asked_on_one_line(fake, questions, monkeypatch) -> None:
    made: list[Line] = []
    make = questions.new_line

    def new_line() -> Line:
        made.append(make())
        return made[-1]

    monkeypatch.setattr(questions, "new_line", new_line)
    fake.answers["GET /images/json"] = json_answer([])
    for _ in range(3):
        questions.ask(_LIST)
    assert len(made) == 1


@pytest.mark.parametrize("way", ["politely", "with an error", "without a word"])
def test_a_line_that_the_engine_has_ended_is_replaced(fake, questions, way) -> None:
    fake.answers["GET /images/json"] = Answer([b"[]"], closes=way == "politely")
    assert questions.ask(_LIST) == []
    if way == "with an error":
        fake.answers["GET /images/json"] = json_answer({"message": "no"}, 500)
        with pytest.raises(Refusal, match="no"):
            questions.ask(_LIST)
    if way == "without a word":
        questions._kept[0].cut()
    fake.answers["GET /images/json"] = json_answer(["again"])
    assert questions.ask(_LIST) == ["again"]


def test_what_is_no_json_is_a_refusal(fake, questions) -> None:
    fake.answers["GET /images/json"] = Answer([b"<p>Welcome\n"])
    with pytest.raises(Refusal, match="<p>Welcome"):
        questions.ask(_LIST)


def test_a_silence_is_waited_out_unless_there_is_a_limit(fake, questions, cancel) -> None:
    gate = Gate()
    fake.answers["GET /images/json"] = Answer(before_head=gate)
    with pytest.raises(TimeoutError):
        questions.under(cancel, 0.01).ask(_LIST)
    gate.open()
    assert questions._line()._limit_seconds is None


def test_a_cancel_breaks_off_the_question_that_is_asked(fake, questions, cancel) -> None:
    gate = Gate()
    fake.answers["GET /images/json"] = Answer(before_head=gate)
    with ThreadPoolExecutor(1) as thread:
        asking = thread.submit(questions.ask, _LIST)
        assert gate.is_reached.wait(WAIT_SECONDS)
        cancel.cancel()
        assert isinstance(asking.exception(WAIT_SECONDS), Cancelled)
    gate.open()


def test_after_a_cancel_nothing_is_asked_but_under_another_token(fake, questions, cancel) -> None:
    fake.answers["GET /images/json"] = json_answer([])
    cancel.cancel()
    with pytest.raises(Cancelled):
        questions.ask(_LIST)
    assert fake.requests == []
    assert questions.under(CancelToken(), None).ask(_LIST) == []
