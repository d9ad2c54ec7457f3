"""Risk: a Cancel that hangs, on one way to an engine and not on the others, in one silence of many.

Every transport that can be had here is tried in everything that an engine may be silent in.
"""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.engine import Engine, connect
from desktop_app.errors import ErrorCode, UserFacingError
from tests.engine.conftest import FakeSsh
from tests.engine.fake_engine import VERSION, WAIT_SECONDS, Answer, FakeEngine, Gate, json_answer
from tests.helpers.certificates import make_certificates, of_an_engine

pytestmark = [
    pytest.mark.usefixtures("failing_connections"),
    pytest.mark.filterwarnings("ignore:unclosed <socket"),
]

_AT_ONCE_SECONDS = 1.0
_ID = "sha256:" + 64 * "a"


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("certificates")
    make_certificates(folder)
    return folder


@pytest.fixture
def encrypted(certificates: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The certificates, in use."""
    monkeypatch.setenv("DOCKER_CERT_PATH", str(certificates))
    monkeypatch.setenv("DOCKER_TLS_VERIFY", "1")
    return certificates


@pytest.fixture(params=["unix", "tls", "ssh"])
def far(
    request: pytest.FixtureRequest,
    socket_folder: Path,
    ssh: FakeSsh,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[FakeEngine]:
    """An engine behind each transport; its ``url`` is where a caller finds it."""
    tls = None
    if request.param == "tls":
        tls = of_an_engine(request.getfixturevalue("encrypted"))
    with FakeEngine(socket_folder, tls=tls) as fake:
        if request.param == "ssh":
            ssh.leads_to(fake)
            fake.url = "ssh://far"
        yield fake


@pytest.fixture
def gate() -> Iterator[Gate]:
    gate = Gate()
    yield gate
    gate.open()


def _cancelled(
    act: Callable[[CancelToken], object], is_reached: threading.Event
) -> BaseException | None:
    """What comes of something that is cancelled while it waits; it must come at once."""
    cancel = CancelToken()
    with ThreadPoolExecutor(1) as thread:
        waiting = thread.submit(act, cancel)
        assert is_reached.wait(WAIT_SECONDS)
        started = time.monotonic()
        cancel.cancel()
        failure = waiting.exception(WAIT_SECONDS)
        assert time.monotonic() - started < _AT_ONCE_SECONDS
    return failure


@pytest.mark.parametrize("path", ["/version", "/info"])
def test_connecting_to_a_silent_engine(far: FakeEngine, gate: Gate, path: str) -> None:
    far.answers[f"GET {path}"] = Answer(before_head=gate)
    failure = _cancelled(lambda cancel: connect(far.url, cancel), gate.is_reached)
    assert isinstance(failure, Cancelled)


def test_connecting_in_the_midst_of_an_answer(far: FakeEngine, gate: Gate) -> None:
    far.answers["GET /version"] = Answer(gate.after(b'{"Version"'))
    failure = _cancelled(lambda cancel: connect(far.url, cancel), gate.is_reached)
    assert isinstance(failure, Cancelled)


@pytest.mark.parametrize(
    ("asked", "ask"),
    [
        ("GET /images/json", Engine.images),
        ("GET /containers/json", Engine.containers),
        ("GET /images/web:1/json", lambda engine: engine.image("web:1")),
        ("GET /containers/c1/json", lambda engine: engine.container("c1")),
        (f"POST /images/{_ID}/tag", lambda engine: engine.tag(_ID, "web:1")),
        ("DELETE /images/web:1", lambda engine: engine.untag("web:1")),
    ],
)
def test_a_question(far: FakeEngine, gate: Gate, asked: str, ask: Callable[..., object]) -> None:
    far.answers[asked] = Answer(before_head=gate)
    with connect(far.url) as engine:
        failure = _cancelled(lambda cancel: ask(engine.under(cancel)), gate.is_reached)
        assert isinstance(failure, Cancelled)
        far.answers[asked] = json_answer({"message": "no"}, 500)
        with pytest.raises(UserFacingError):  # it is asked again, by somebody who did not cancel
            ask(engine)


@pytest.mark.parametrize("is_answered", [False, True])
def test_a_download(far: FakeEngine, gate: Gate, is_answered: bool) -> None:
    far.answers["GET /images/get"] = (
        Answer(gate.after(b"some")) if is_answered else Answer(before_head=gate)
    )

    def receive(cancel: CancelToken) -> None:
        with engine.open_save(["web:1"]) as download, cancel.closing_with(download.cut):
            while download.readinto(memoryview(bytearray(4))):
                pass

    with connect(far.url) as engine:
        _is_lost(_cancelled(receive, gate.is_reached))


@pytest.mark.parametrize("takes_all", [False, True])
def test_an_upload(far: FakeEngine, gate: Gate, takes_all: bool) -> None:
    far.answers["POST /images/load"] = Answer(before_head=gate, reads_body=takes_all)

    def send(cancel: CancelToken) -> None:
        with engine.open_load() as upload, cancel.closing_with(upload.cut):
            for _ in range(0 if takes_all else 1000):  # more than the ways to it can hold
                upload.write(bytes(100_000))
            list(upload.finish())

    with connect(far.url) as engine:
        _is_lost(_cancelled(send, gate.is_reached))


def test_an_engine_that_takes_connections_and_does_not_encrypt(encrypted: Path) -> None:
    """As a stopped one: its system still takes them."""
    with socket.create_server(("127.0.0.1", 0)) as stopped:
        is_called = threading.Event()

        def call(cancel: CancelToken) -> None:
            is_called.set()
            connect(f"tcp://127.0.0.1:{stopped.getsockname()[1]}", cancel)

        assert isinstance(_cancelled(call, is_called), Cancelled)


@pytest.fixture
def stopped_engine(encrypted: Path, socket_folder: Path) -> Iterator[Engine]:
    """It has answered once, and has stopped since."""
    with (
        FakeEngine(socket_folder, tls=of_an_engine(encrypted)) as fake,
        connect(fake.url) as engine,
        socket.create_server(("127.0.0.1", 0)) as stopped,
    ):
        engine._questions.client.base_url = f"https://127.0.0.1:{stopped.getsockname()[1]}"
        yield engine


def test_an_engine_that_stops_between_two_calls(stopped_engine: Engine) -> None:
    """A stream has a connection of its own, and the engine must encrypt that, too."""
    is_called = threading.Event()

    def receive(cancel: CancelToken) -> None:
        with stopped_engine.open_save(["web:1"]) as download, cancel.closing_with(download.cut):
            is_called.set()
            download.readinto(memoryview(bytearray(4)))

    _is_lost(_cancelled(receive, is_called))


def test_the_events_of_an_engine_that_does_not_answer(stopped_engine: Engine) -> None:
    is_called = threading.Event()

    def listen(cancel: CancelToken) -> None:
        is_called.set()
        stopped_engine.under(cancel).events()

    assert isinstance(_cancelled(listen, is_called), Cancelled)


def test_certificates_and_answers_still_fit_together(encrypted: Path, socket_folder: Path) -> None:
    with FakeEngine(socket_folder, tls=of_an_engine(encrypted)) as fake:
        fake.answers["GET /images/get"] = Answer([b"archive"])
        with connect(fake.url) as engine, engine.open_save(["web:1"]) as download:
            buffer = memoryview(bytearray(7))
            assert engine.info.version == VERSION["Version"]
            assert download.readinto(buffer) == 7
            assert bytes(buffer) == b"archive"


def _is_lost(failure: BaseException | None) -> None:
    """A stream does not know why it was cut; whoever reads it looks at the token."""
    assert isinstance(failure, UserFacingError)
    assert failure.code is ErrorCode.ENGINE_LOST
