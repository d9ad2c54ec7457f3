"""A line to an engine: requests and their answers, which any thread can cut at any time.

Docker-py's own calls cannot be cut: requests holds its caller for a whole upload, and nothing but a
shut socket wakes a reader that waits. So each line has a connection of its own, from docker-py's
connection classes, which know the transports, and speaks http.client's words on it. What is read
and written on a line is the business of ``questions.py`` and ``streams.py``.
"""

import contextlib
import errno
import http.client
import os
import socket
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, cast
from urllib.parse import urlencode

import docker
import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.util import wait_for_read, wait_for_write

from desktop_app.engine.lookup import Lookup

_LOCAL_SECONDS = 10
"""A socket or pipe of this computer takes a connection at once, whatever state its owner is in."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of an engine.

    Attributes:
        method: of HTTP.
        path: with its version, such as ``/v1.41/images/get``.
        query: a list repeats its parameter.
        has_body: whether `Line.send` brings a body of unknown length.
        is_last: whether the engine ends the connection behind its answer, which then comes without
            HTTP's chunks. An engine cuts what it sends into 42,000 of them for 1.3 GB, and both
            sides are woken for each. Nobody is told whether all of it came: the caller must know.
    """

    method: str
    path: str
    query: Mapping[str, str | list[str]] = field(default_factory=dict)
    has_body: bool = False
    is_last: bool = False

    @property
    def target(self) -> str:
        """Path and query as they stand in the first line of the request."""
        encoded = urlencode(self.query, doseq=True)
        return f"{self.path}?{encoded}" if encoded else self.path


class _Shuttable(Protocol):
    def shutdown(self, how: int, /) -> object: ...
    def close(self) -> object: ...


class Line:
    """A connection of its own, made at its first request.

    Args:
        client: docker-py's, which knows the way to the engine.
        limit_seconds: for connecting, and for each step after it; None for as long as it takes.
    """

    def __init__(self, client: docker.APIClient, limit_seconds: float | None = None) -> None:
        self._client = client
        self._limit_seconds = limit_seconds
        self._lock = threading.Lock()
        self._connection: HTTPConnection | None = None
        self._socket: socket.socket | None = None
        self._handle: _Shuttable | None = None
        self._answer: http.client.HTTPResponse | None = None
        self._is_cut = False

    def call(self, request: Request) -> None:
        """Send the head of a request; connects before the first one.

        Raises:
            OSError, http.client.HTTPException, requests.RequestException: there is no connection.
        """
        if self._connection is None:
            self._connection = self._connect()
        connection = self._connection
        if request.is_last:  # http.client has no public name for it
            connection._http_vsn_str = "HTTP/1.0"  # type: ignore[attr-defined]  # noqa: SLF001
        connection.putrequest(request.method, request.target, skip_accept_encoding=True)
        # A proxy that compresses would change the bytes that are to be proved.
        connection.putheader("Accept-Encoding", "identity")
        if request.has_body:
            connection.putheader("Content-Type", "application/x-tar")
            connection.putheader("Transfer-Encoding", "chunked")
        elif request.method == "POST":
            connection.putheader("Content-Length", "0")
        connection.endheaders()

    def limit(self, seconds: float | None) -> None:
        """How long each step may take from now on; None for as long as it takes."""
        self._limit_seconds = seconds
        if self._socket is not None:
            self._socket.settimeout(seconds)

    @property
    def is_open(self) -> bool:
        """Whether there is a connection; a line that was cut stays open until it is closed."""
        return self._socket is not None

    @property
    def is_cut(self) -> bool:
        """Whether somebody has cut it; what looks like the end of an answer is none then."""
        return self._is_cut

    @property
    def is_idle(self) -> bool:
        """Whether one more request can be sent after an answer: nobody has ended the connection."""
        sock: object = self._socket  # or a pipe of Windows, which cannot be asked
        if self._is_cut or sock is None:
            return False
        return not isinstance(sock, socket.socket) or not wait_for_read(sock, timeout=0)

    @property
    def is_answered(self) -> bool:
        """Whether the engine has begun to answer, which it does when it hears no more.

        Go's servers read no further once they answer (net/http, EnableFullDuplex). An encrypted
        connection can be readable for reasons of its own, so it never says so here; an engine that
        hears no more makes the next sending fail.
        """
        sock = self._socket
        return type(sock) is socket.socket and wait_for_read(sock, timeout=0)

    def send(self, data: bytes | memoryview) -> None:
        """Send some of the request's body.

        Raises:
            OSError: the connection broke.
        """
        if self._socket is None:
            raise http.client.NotConnected
        self._socket.sendall(data)

    def answer(self) -> http.client.HTTPResponse:
        """Wait for the head of the answer.

        Raises:
            OSError, http.client.HTTPException: the connection broke.
        """
        if self._connection is None:
            raise http.client.NotConnected
        # urllib3's own getresponse would want a request that it has sent itself.
        self._answer = http.client.HTTPConnection.getresponse(self._connection)
        return self._answer

    def cut(self) -> None:
        """Wake whoever waits here, now or later; from any thread, any number of times."""
        with self._lock:
            self._is_cut = True
            if self._handle is not None:
                with contextlib.suppress(OSError):  # shut already, or by the engine
                    self._handle.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Let go of the connection; nobody may wait on it any more."""
        self.cut()
        if self._connection is not None:
            self._connection.close()
        if self._answer is not None:
            self._answer.close()  # has the socket to itself if the engine ends the connection
        if self._handle is not None:
            self._handle.close()

    def _connect(self) -> HTTPConnection:
        connection = _new_connection(self._client)
        connection.timeout = _LOCAL_SECONDS
        # Whatever goes over a network gets its socket here, encrypted or not (urllib3 2.x).
        connection._new_conn = lambda: self._dialled(connection)  # type: ignore[method-assign]  # noqa: SLF001
        connection.connect()
        with self._lock:
            self._socket = connection.sock
            self._socket.settimeout(self._limit_seconds)
            if self._handle is None:
                self._handle = self._socket
        if self._is_cut:
            self.cut()
        return connection

    def _dialled(self, connection: HTTPConnection) -> socket.socket:
        """Connect as ``socket.create_connection`` does, but so that a cut ends the waiting, too.

        Raises:
            OSError: no address of this host has an answer, or the line was cut.
        """
        failure = OSError(errno.EADDRNOTAVAIL, os.strerror(errno.EADDRNOTAVAIL))
        lookup = Lookup(connection.host, connection.port)
        self._take_hold(lookup)
        for family, kind, protocol, _, address in lookup.addresses(self._limit_seconds):
            sock = socket.socket(family, kind, protocol)
            try:
                self._dial(sock, address)
            except OSError as error:
                sock.close()
                failure = error
            else:
                return sock
        raise failure

    def _take_hold(self, handle: _Shuttable) -> None:
        """A cut shuts this from now on."""
        with self._lock:
            if self._handle is not None:
                self._handle.close()
            self._handle = handle
            if self._is_cut:
                raise ConnectionAbortedError(errno.ECONNABORTED, os.strerror(errno.ECONNABORTED))

    def _dial(self, sock: socket.socket, address: tuple[object, ...]) -> None:
        """Connect a socket, in two steps: only one that has begun to connect can be shut.

        It is its double that is shut; encryption takes the socket itself over.
        """
        sock.settimeout(0)
        sock.connect_ex(address)
        self._take_hold(sock.dup())
        if not wait_for_write(sock, self._limit_seconds):
            raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
        if code := sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
            raise OSError(code, os.strerror(code))
        sock.settimeout(self._limit_seconds)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _new_connection(client: docker.APIClient) -> HTTPConnection:
    """A connection like those of the client, not yet connected, that belongs to nobody else."""
    adapter = cast("HTTPAdapter", client.get_adapter(client.base_url))
    request = requests.Request("GET", client.base_url).prepare()
    pool = adapter.get_connection_with_tls_context(request, client.verify, cert=client.cert)
    # A pool hands out connections for a while; only what it makes can be kept (docker 7.2.0 has a
    # connection class for each transport and no public way to it).
    maker = cast("HTTPConnectionPool", pool)
    return cast("HTTPConnection", maker._new_conn())  # noqa: SLF001
