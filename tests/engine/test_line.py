"""Risk: a transfer hangs for ever because nothing wakes the one who waits for the engine."""

import http.client
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docker
import docker.transport
import pytest
from docker.transport.unixconn import UnixHTTPConnectionPool
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from desktop_app.engine.line import Line
from desktop_app.errors import ErrorCode, UserFacingError
from tests.engine.fake_engine import WAIT_SECONDS, Answer, FakeEngine, Gate


@pytest.fixture
def client(fake: FakeEngine) -> Iterator[docker.APIClient]:
    client = docker.APIClient(base_url=fake.url)
    yield client
    client.close()


@pytest.fixture
def gate() -> Iterator[Gate]:
    gate = Gate()
    yield gate
    gate.open()


@pytest.fixture
def line(client: docker.APIClient) -> Iterator[Line]:
    line = Line(client, "GET", "/images/get", {})
    yield line
    line.close()


def _failure_after_cut(wait: Callable[[], object], line: Line, gate: Gate) -> BaseException | None:
    """What a thread that waits on the line gets when this one cuts it."""
    with ThreadPoolExecutor(1) as thread:
        waiting = thread.submit(wait)
        assert gate.is_reached.wait(WAIT_SECONDS)
        line.cut()
        return waiting.exception(WAIT_SECONDS)


def test_a_cut_wakes_in_the_silence_before_the_answer(fake, line, gate) -> None:
    fake.answers["GET /images/get"] = Answer(before_head=gate)
    line.open()
    assert isinstance(_failure_after_cut(line.answer, line, gate), OSError)


def test_a_cut_wakes_in_the_midst_of_an_answer(fake, line, gate) -> None:
    fake.answers["GET /images/get"] = Answer(gate.after(b"some"))
    line.open()
    answer = line.answer()
    assert answer.read(4) == b"some"
    failure = _failure_after_cut(lambda: answer.read(1), line, gate)
    assert isinstance(failure, http.client.IncompleteRead)


def test_a_cut_works_when_the_engine_has_said_that_it_will_close(fake, line, gate) -> None:
    """Then http.client lets go of its socket as soon as the head of the answer is there."""
    fake.answers["GET /images/get"] = Answer(gate.after(b"some"), closes=True)
    line.open()
    answer = line.answer()
    assert answer.read(4) == b"some"
    failure = _failure_after_cut(lambda: answer.read(1), line, gate)
    assert isinstance(failure, http.client.IncompleteRead)


def test_a_cut_that_comes_before_the_line_is_open_is_not_forgotten(line) -> None:
    line.cut()
    with pytest.raises(UserFacingError) as caught:
        line.open()
    assert caught.value.code is ErrorCode.ENGINE_LOST


def test_a_line_can_be_cut_and_closed_twice_and_unopened(line) -> None:
    line.close()
    line.cut()
    line.close()
    assert not line.is_open


@pytest.mark.parametrize("use", [Line.answer, lambda line: line.send(b"x")])
def test_a_line_that_is_not_open_cannot_be_used(line, use) -> None:
    with pytest.raises(http.client.NotConnected):
        use(line)


def test_nothing_limits_the_time_that_an_engine_may_take(line) -> None:
    line.open()
    assert line._socket.gettimeout() is None


def test_what_stands_in_the_query_arrives(fake, client) -> None:
    with_odd_signs = Line(client, "GET", "/images/get", {"names": ["a:1", "b&c={x}/d:2"]})
    with_odd_signs.open()
    with_odd_signs.answer()
    with_odd_signs.close()
    assert fake.requests[-1].query == {"names": ["a:1", "b&c={x}/d:2"]}


def test_no_proxy_may_compress_what_is_to_be_proved(fake, line) -> None:
    line.open()
    line.answer()
    assert fake.requests[-1].headers["Accept-Encoding"] == "identity"


@pytest.mark.usefixtures("failing_connections")
@pytest.mark.filterwarnings("ignore:unclosed <socket")
def test_an_engine_that_is_gone_is_told_as_lost(client, fake, line) -> None:
    moved = fake.path.rename(fake.path.with_name("elsewhere"))
    with pytest.raises(UserFacingError) as caught:
        line.open()
    moved.rename(fake.path)
    assert caught.value.code is ErrorCode.ENGINE_LOST
    assert "No such file" in caught.value.detail


def test_every_transport_still_makes_connections_as_this_program_expects() -> None:
    """The one private name that is used of other packages, ``_new_conn`` of a pool."""
    assert callable(HTTPConnectionPool._new_conn)
    assert callable(HTTPSConnectionPool._new_conn)
    assert callable(UnixHTTPConnectionPool._new_conn)
    # The named pipes of Windows cannot be imported elsewhere.
    folder = Path(docker.transport.__file__).parent
    assert "def _new_conn(self)" in (folder / "npipeconn.py").read_text(encoding="utf-8")
