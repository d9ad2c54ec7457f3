"""Risk: a name server that does not answer holds a cancelled job, or the program's end."""

import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop_app.engine.lookup import Lookup
from tests.engine.fake_engine import WAIT_SECONDS


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A name server that is silent until the end of the test; set when it is asked."""
    asked, released = threading.Event(), threading.Event()

    def look(*_: object, **__: object) -> list[object]:
        asked.set()
        released.wait(WAIT_SECONDS)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", look)
    yield asked
    released.set()
    for thread in threading.enumerate():
        if thread.name == "lookup":
            thread.join(WAIT_SECONDS)


def test_it_gives_what_the_system_finds() -> None:
    found = Lookup("127.0.0.1", 2376).addresses(WAIT_SECONDS)
    assert [address for *_, address in found] == [("127.0.0.1", 2376)]


def test_a_name_that_nobody_knows_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(socket.gaierror, match="not known"):
        Lookup("nowhere.example", 2376).addresses(WAIT_SECONDS)


def test_whoever_waits_is_woken(asked: threading.Event) -> None:
    lookup = Lookup("far.example", 2376)
    with ThreadPoolExecutor(1) as thread:
        waiting = thread.submit(lookup.addresses, None)
        assert asked.wait(WAIT_SECONDS)
        lookup.shutdown(socket.SHUT_RDWR)
        assert isinstance(waiting.exception(WAIT_SECONDS), ConnectionAbortedError)
    lookup.close()


def test_nobody_waits_longer_than_wanted(asked: threading.Event) -> None:
    lookup = Lookup("far.example", 2376)
    assert asked.wait(WAIT_SECONDS)
    with pytest.raises(TimeoutError):
        lookup.addresses(0.01)
