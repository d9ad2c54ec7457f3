"""Risk: nobody can tell why there is no engine, or another one than the chosen one is used."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from desktop_app.engine import NoEngineFound, connect
from desktop_app.engine.line import Line
from desktop_app.engine.places import Place
from desktop_app.engine_info import ImageStore
from desktop_app.errors import ErrorCode, UserFacingError
from tests.engine.fake_engine import Answer, json_answer

pytestmark = [
    pytest.mark.usefixtures("failing_connections"),
    pytest.mark.filterwarnings("ignore:unclosed <socket"),
]


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch) -> list[Place]:
    """The usual places, which the test fills."""
    places: list[Place] = []
    monkeypatch.setattr("desktop_app.engine.connecting.well_known_places", lambda: places)
    return places


@contextmanager
def _stopped(path: Path) -> Iterator[str]:
    """A socket at which nobody listens, as a stopped engine leaves it."""
    with socket.socket(socket.AF_UNIX) as left_behind:
        left_behind.bind(str(path))
        yield f"unix://{path}"


def _failure(url: str | None = None) -> UserFacingError:
    with pytest.raises(UserFacingError) as caught:
        connect(url)
    return caught.value


def test_an_engine_says_what_it_is(fake) -> None:
    with connect(fake.url) as engine:
        assert engine.info.url == fake.url
        assert (engine.info.version, engine.info.api_version) == ("20.10.24", "1.41")
        assert engine.info.store is ImageStore.CLASSIC


def test_the_first_usual_place_that_answers_is_taken(fake, places, socket_folder) -> None:
    with _stopped(socket_folder / "stopped") as url:
        places += [Place("Docker", url), Place("Podman", fake.url), Place("Colima", "unix:///no")]
        with connect() as engine:
            assert engine.info.url == fake.url


def test_every_place_is_told_with_its_answer(places, socket_folder) -> None:
    with _stopped(socket_folder / "stopped") as url:
        places += [Place("Docker", "unix:///nowhere.sock"), Place("Podman", url)]
        error = _failure()
    assert isinstance(error, NoEngineFound)
    found = [(each.place, each.code) for each in error.attempts]
    assert found == [("Docker", ErrorCode.ENGINE_NOT_FOUND), ("Podman", ErrorCode.ENGINE_STOPPED)]
    assert "Connection refused" in error.attempts[1].detail
    assert (error.code, error.params) == (ErrorCode.ENGINE_STOPPED, {"url": url})


def test_where_there_is_nothing_at_all_it_is_said_like_that(places) -> None:
    places.append(Place("Docker", "unix:///nowhere.sock"))
    assert _failure().code is ErrorCode.ENGINE_NOT_FOUND


def test_a_choice_that_does_not_work_is_not_replaced(fake, places, monkeypatch) -> None:
    places.append(Place("Docker", fake.url))
    monkeypatch.setenv("DOCKER_HOST", "unix:///nowhere.sock")
    error = _failure()
    assert (error.code, error.params) == (
        ErrorCode.ENGINE_STOPPED,
        {"url": "unix:///nowhere.sock"},
    )
    assert fake.requests == []


@pytest.mark.parametrize(
    "url", ["ftp://x", "tcp://", "no address", "tcp://host", "ssh://", "fd://"]
)
def test_what_is_no_address_is_said_to_be_none(url) -> None:
    assert _failure(url).code is ErrorCode.ENGINE_URL_INVALID


def test_an_engine_that_this_user_may_not_use(fake, monkeypatch) -> None:
    """Root may everything, so the system's answer is put in its place."""

    def forbidden(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("docker.transport.unixconn.UnixHTTPConnection.connect", forbidden)
    error = _failure(fake.url)
    assert (error.code, error.params) == (ErrorCode.ENGINE_FORBIDDEN, {"url": fake.url})


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (json_answer({"message": "client version 1.24 is too old"}, 400), ErrorCode.ENGINE_TOO_OLD),
        (json_answer({"Version": "1.9", "ApiVersion": "1.21"}), ErrorCode.ENGINE_TOO_OLD),
        (Answer([b"Client sent an HTTP request to an HTTPS server."], 400), ErrorCode.ENGINE_TLS),
        (json_answer({"message": "on fire"}, 500), ErrorCode.ENGINE_STOPPED),
        (json_answer({}), ErrorCode.ENGINE_URL_INVALID),
    ],
)
def test_what_answers_but_is_no_engine_for_us(fake, answer, code) -> None:
    fake.answers["GET /version"] = answer
    assert _failure(fake.url).code is code


def test_an_engine_that_does_not_say_what_it_is_is_let_go_of(fake) -> None:
    fake.answers["GET /info"] = json_answer({"message": "on fire"}, 500)
    error = _failure(fake.url)
    assert (error.code, error.detail) == (ErrorCode.ENGINE_REFUSED, "on fire")


def test_a_plain_engine_behind_an_address_with_certificates(monkeypatch, tmp_path) -> None:
    """TLS is spoken to somebody who does not know it."""
    for name in ("ca.pem", "cert.pem", "key.pem"):
        (tmp_path / name).touch()
    monkeypatch.setenv("DOCKER_CERT_PATH", str(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        talker = threading.Thread(target=_answer_plainly, args=(server,))
        talker.start()
        error = _failure(url)
        talker.join()
    assert (error.code, error.params) == (ErrorCode.ENGINE_TLS, {"url": url})


def _answer_plainly(server: socket.socket) -> None:
    connection, _ = server.accept()
    with connection:
        connection.recv(1024)
        connection.sendall(b"HTTP/1.0 400 Bad Request\r\n\r\n")


def test_an_engine_on_another_computer_is_reached_through_ssh(fake, ssh) -> None:
    ssh.leads_to(fake)
    fake.answers["GET /images/json"] = json_answer([])
    with connect("ssh://me@far:2222") as engine:
        assert engine.info.url == "ssh://me@far:2222"
        assert engine.images() == ()


def test_a_computer_that_ssh_cannot_reach_says_why(ssh) -> None:
    ssh.fails_with("me@far: Permission denied (publickey).")
    error = _failure("ssh://me@far")
    assert (error.code, error.params) == (ErrorCode.ENGINE_SSH, {"url": "ssh://me@far"})
    assert error.detail == "me@far: Permission denied (publickey)."


def test_a_computer_without_ssh_says_so(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    error = _failure("ssh://me@far")
    assert error.code is ErrorCode.ENGINE_SSH
    assert "No such file or directory: 'ssh'" in error.detail


def test_an_engine_behind_ssh_that_does_not_say_what_it_is_is_let_go_of(fake, ssh) -> None:
    ssh.leads_to(fake)
    fake.answers["GET /info"] = json_answer({"message": "on fire"}, 500)
    assert _failure("ssh://far").code is ErrorCode.ENGINE_REFUSED


def test_no_connection_stays_open_to_an_engine_that_will_not_do(fake, monkeypatch) -> None:
    """It is tried again and again for as long as the program runs."""
    made = []

    class Counted(Line):
        @override
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            made.append(self)

    monkeypatch.setattr("desktop_app.engine.questions.Line", Counted)
    fake.answers["GET /info"] = json_answer({"message": "on fire"}, 500)
    _failure(fake.url)
    fake.answers["GET /version"] = json_answer({})
    _failure(fake.url)
    assert len(made) == 2
    assert all(line._socket is not None and line._socket.fileno() == -1 for line in made)
