"""Risk: a transfer hangs for ever because nothing wakes the one who waits for the engine."""

import http.client
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import docker
import docker.transport
import pytest
from docker.transport.unixconn import UnixHTTPConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from desktop_app.engine.line import Line, Request
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
    line = Line(client)
    yield line
    line.close()


_SAVE = Request("GET", "/v1.41/images/get")


def _failure_after_cut(wait: Callable[[], object], line: Line, gate: Gate) -> BaseException | None:
    """What a thread that waits on the line gets when this one cuts it."""
    with ThreadPoolExecutor(1) as thread:
        waiting = thread.submit(wait)
        assert gate.is_reached.wait(WAIT_SECONDS)
        line.cut()
        return waiting.exception(WAIT_SECONDS)


def test_a_cut_wakes_in_the_silence_before_the_answer(fake, line, gate) -> None:
    fake.answers["GET /images/get"] = Answer(before_head=gate)
    line.call(_SAVE)
    assert isinstance(_failure_after_cut(line.answer, line, gate), OSError)


def test_a_cut_wakes_in_the_midst_of_an_answer(fake, line, gate) -> None:
    fake.answers["GET /images/get"] = Answer(gate.after(b"some"))
    line.call(_SAVE)
    answer = line.answer()
    assert answer.read(4) == b"some"
    failure = _failure_after_cut(lambda: answer.read(1), line, gate)
    assert isinstance(failure, http.client.IncompleteRead)


def test_a_cut_works_when_the_engine_has_said_that_it_will_close(fake, line, gate) -> None:
    """Then http.client lets go of its socket as soon as the head of the answer is there."""
    fake.answers["GET /images/get"] = Answer(gate.after(b"some"), closes=True)
    line.call(_SAVE)
    answer = line.answer()
    assert answer.read(4) == b"some"
    failure = _failure_after_cut(lambda: answer.read(1), line, gate)
    assert isinstance(failure, http.client.IncompleteRead)


def test_a_cut_that_comes_before_the_line_is_open_is_not_forgotten(line) -> None:
    line.cut()
    with pytest.raises(OSError, match="Broken pipe"):
        line.call(_SAVE)


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
    line.call(_SAVE)
    assert line._socket.gettimeout() is None


def test_a_limit_ends_the_waiting(fake, line, gate) -> None:
    fake.answers["GET /images/get"] = Answer(before_head=gate)
    line.call(_SAVE)
    line.limit(0.01)
    with pytest.raises(TimeoutError):
        line.answer()


def test_what_stands_in_the_query_arrives(fake, line) -> None:
    line.call(Request("GET", "/v1.41/images/get", {"names": ["a:1", "b&c={x}/d:2"]}))
    line.answer()
    assert fake.requests[-1].query == {"names": ["a:1", "b&c={x}/d:2"]}


def test_one_request_can_follow_another(fake, line) -> None:
    fake.answers["GET /images/get"] = Answer([b"some"])
    for _ in range(2):
        line.call(_SAVE)
        assert line.answer().read() == b"some"
        assert line.is_idle


def test_a_line_that_the_engine_has_ended_is_not_idle(fake, line) -> None:
    fake.answers["GET /images/get"] = Answer([b"some"], is_whole=False)
    line.call(_SAVE)
    answer = line.answer()
    with pytest.raises(http.client.IncompleteRead):
        answer.read()
    assert not line.is_idle


def test_no_proxy_may_compress_what_is_to_be_proved(fake, line) -> None:
    line.call(_SAVE)
    line.answer()
    assert fake.requests[-1].headers["Accept-Encoding"] == "identity"


def test_a_network_without_an_answer_does_not_hold_a_line_for_ever() -> None:
    with _full_house() as url, closing(docker.APIClient(url, "1.41")) as client:
        line = Line(client, limit_seconds=0.01)
        with pytest.raises(TimeoutError):
            line.call(_SAVE)
        line.close()


def test_a_cut_wakes_while_nobody_takes_the_connection() -> None:
    """A computer that was switched off answers nothing at all."""
    with _full_house() as url, closing(docker.APIClient(url, "1.41")) as client:
        line = Line(client)
        with ThreadPoolExecutor(1) as thread:
            waiting = thread.submit(line.call, _SAVE)
            while not isinstance(line._handle, socket.socket):  # it has not begun to connect
                pass
            line.cut()
            assert isinstance(waiting.exception(WAIT_SECONDS), OSError)
        line.close()


def test_a_cut_wakes_while_a_name_server_is_silent(gate, monkeypatch) -> None:
    def look(*_: object, **__: object) -> list[object]:
        gate()
        return []

    monkeypatch.setattr(socket, "getaddrinfo", look)
    with closing(docker.APIClient("tcp://far.example:2376", "1.41")) as client:
        line = Line(client)
        assert isinstance(_failure_after_cut(lambda: line.call(_SAVE), line, gate), OSError)
        line.close()
    gate.open()
    for thread in threading.enumerate():
        if thread.name == "lookup":
            thread.join(WAIT_SECONDS)


def test_a_line_that_was_cut_does_not_go_to_a_network(client) -> None:
    with _full_house() as url, closing(docker.APIClient(url, "1.41")) as far:
        line = Line(far)
        line.cut()
        with pytest.raises(ConnectionAbortedError):
            line.call(_SAVE)
        line.close()


@contextmanager
def _full_house() -> Iterator[str]:
    """An address whose system drops whoever else wants to connect."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as server, ExitStack() as guests:
        address = server.getsockname()
        guest = guests.enter_context(socket.create_connection(address))
        while guest.fileno() >= 0:
            guest = guests.enter_context(socket.socket())
            guest.settimeout(0.2)
            try:
                guest.connect(address)
            except TimeoutError:
                break
        yield f"tcp://127.0.0.1:{address[1]}"


def test_every_transport_still_makes_connections_as_this_program_expects() -> None:
    """The one private name that is used of other packages: of a pool, and of a connection."""
    assert callable(HTTPConnectionPool._new_conn)
    assert callable(HTTPSConnectionPool._new_conn)
    assert callable(UnixHTTPConnectionPool._new_conn)
    assert callable(HTTPConnection._new_conn)
    assert HTTPSConnection._new_conn is HTTPConnection._new_conn
    # The named pipes of Windows cannot be imported elsewhere.
    folder = Path(docker.transport.__file__).parent
    assert "def _new_conn(self)" in (folder / "npipeconn.py").read_text(encoding="utf-8")
