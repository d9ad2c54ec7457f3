"""An engine that answers over a real socket what a test has written down, when it wants it."""

import contextlib
import http.server
import json
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from typing_extensions import override

WAIT_SECONDS = 10
VERSION = {"Version": "20.10.24", "ApiVersion": "1.41", "Os": "linux", "Arch": "amd64"}


@dataclass
class Answer:
    """What is answered to one request.

    Attributes:
        body: chunks, sent as they come; a generator may wait between them.
        before_head: called when the request has arrived; may wait.
        status: of HTTP.
        is_whole: whether the end of the body is sent, too; without it the connection just ends.
        reads_body: whether the request is read to its end before this is sent.
        closes: whether the head says that the connection ends with the body.
    """

    body: Iterable[bytes] = ()
    status: int = 200
    before_head: Callable[[], object] = lambda: None
    is_whole: bool = True
    reads_body: bool = True
    closes: bool = False


def json_answer(document: object, status: int = 200) -> Answer:
    return Answer([json.dumps(document).encode()], status)


class Gate:
    """A place where the engine stops until the test has seen it there and lets it go on."""

    def __init__(self) -> None:
        self.is_reached = threading.Event()
        self._is_open = threading.Event()

    def __call__(self) -> None:
        self.is_reached.set()
        assert self._is_open.wait(WAIT_SECONDS)

    def after(self, *chunks: bytes) -> Iterator[bytes]:
        """A body that stops behind these chunks."""
        yield from chunks
        self()

    def open(self) -> None:
        self._is_open.set()


@dataclass
class Request:
    """What was asked."""

    method: str
    path: str  # below the version
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: bytes = b""


@dataclass
class FakeEngine:
    """Answers on a unix socket, or encrypted on one of the network, inside its ``with`` block.

    Attributes:
        folder: for the unix socket.
        answers: by method and path, such as ``GET /images/json``.
        requests: all that was asked, in order.
        tls: how it is encrypted; None for the unix socket.
    """

    folder: Path
    answers: dict[str, Answer] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    tls: ssl.SSLContext | None = None

    def __post_init__(self) -> None:
        self.path = self.folder / "engine.sock"
        self.url = f"unix://{self.path}"
        self.answers = {
            "GET /version": json_answer(VERSION),
            "GET /info": json_answer({"DriverStatus": None}),
        } | self.answers

    def __enter__(self) -> Self:
        self._server: _UnixServer | _TlsServer
        if self.tls is None:
            self._server = _UnixServer(str(self.path), _Handler)
        else:
            self._server = _TlsServer(("127.0.0.1", 0), _Handler)
            self.url = f"tcp://127.0.0.1:{self._server.server_address[1]}"
        self._server.engine = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        self.path.unlink(missing_ok=True)

    def asked(self, method: str, path: str) -> list[Request]:
        return [each for each in self.requests if (each.method, each.path) == (method, path)]


class _UnixServer(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    engine: FakeEngine


class _TlsServer(socketserver.ThreadingMixIn, socketserver.TCPServer):
    engine: FakeEngine

    @override
    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing is to be said of callers who give up while it is being encrypted."""


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Any

    @override
    def handle(self) -> None:
        with contextlib.suppress(OSError):  # the other end has cut the line
            super().handle()

    @override
    def setup(self) -> None:
        if self.server.engine.tls is not None:
            self.request = self.server.engine.tls.wrap_socket(self.request, server_side=True)
        super().setup()

    @override
    def finish(self) -> None:
        super().finish()
        self.request.close()

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def do_DELETE(self) -> None:
        self._answer()

    @override
    def log_message(self, *_: object) -> None:
        """Nothing is to be logged."""

    def _answer(self) -> None:
        parts = urlsplit(self.path)
        path = parts.path
        if path.startswith("/v1."):
            path = "/" + path.split("/", 2)[2]
        engine = self.server.engine
        answer = engine.answers.get(
            f"{self.command} {path}", json_answer({"message": "no such page"}, 404)
        )
        request = Request(self.command, path, parse_qs(parts.query), dict(self.headers))
        engine.requests.append(request)
        try:
            if answer.reads_body:
                request.body = b"".join(self._body())
            self._send(answer)
        except OSError:  # the other end has gone, which some tests are about
            self.close_connection = True
        if not answer.reads_body:
            self.close_connection = True

    def _body(self) -> Iterator[bytes]:
        if self.headers.get("Transfer-Encoding") != "chunked":
            yield self.rfile.read(int(self.headers.get("Content-Length", 0)))
            return
        while size := int(self.rfile.readline() or b"0", 16):  # nothing, if it was cut
            yield self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()

    def _send(self, answer: Answer) -> None:
        answer.before_head()
        self.send_response(answer.status)
        if answer.closes:
            self.send_header("Connection", "close")
        if self.request_version == "HTTP/1.0":  # the end of the connection is that of the body
            self.end_headers()
            self.wfile.writelines(answer.body)
            return
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for chunk in answer.body:
            self.wfile.write(b"%x\r\n%b\r\n" % (len(chunk), chunk))
        if answer.is_whole:
            self.wfile.write(b"0\r\n\r\n")
        else:
            self.close_connection = True
