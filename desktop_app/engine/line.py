"""A line to an engine: one request and its answer, which any thread can cut at any time.

Docker-py's own streaming calls cannot be cut: requests holds its caller for a whole upload, and
nothing but a shut socket wakes a reader that waits. So each line has a connection of its own, from
docker-py's connection classes, which know the transports, and speaks http.client's words on it.
What is read and written on a line is the business of ``streams.py``.
"""

import contextlib
import http.client
import socket
import threading
from collections.abc import Mapping
from typing import cast
from urllib.parse import urlencode

import docker
import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.util import wait_for_read

from desktop_app.engine.faults import lost

_CONNECT_SECONDS = 10


class Line:
    """One request on a connection of its own, which is made when it is opened.

    Args:
        client: docker-py's, which knows the way to the engine.
        method: of HTTP.
        path: below the version, such as ``/images/get``.
        query: a list repeats its parameter.
    """

    def __init__(
        self,
        client: docker.APIClient,
        method: str,
        path: str,
        query: Mapping[str, str | list[str]],
    ) -> None:
        self._client = client
        self._method = method
        encoded = urlencode(query, doseq=True)
        self._target = f"/v{client.api_version}{path}" + (f"?{encoded}" if encoded else "")
        self._lock = threading.Lock()
        self._connection: HTTPConnection | None = None
        self._socket: socket.socket | None = None
        self._is_cut = False

    def open(self) -> None:
        """Connect and send the head of the request; a POST has a body, which `send` brings.

        Raises:
            UserFacingError: ENGINE_LOST. Whoever has a client was connected a moment ago.
        """
        try:
            connection = _new_connection(self._client)
            connection.timeout = _CONNECT_SECONDS
            connection.connect()
            self._take(connection)
            self._send_head(connection)
        except (OSError, http.client.HTTPException, requests.RequestException) as error:
            raise lost(error) from error

    @property
    def is_open(self) -> bool:
        """Whether the request was sent; a line that was cut stays open until it is closed."""
        return self._socket is not None

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
        return http.client.HTTPConnection.getresponse(self._connection)

    def cut(self) -> None:
        """Wake whoever waits here, now or later; from any thread, any number of times."""
        with self._lock:
            self._is_cut = True
            self._shut()

    def close(self) -> None:
        """Let go of the connection; nobody may wait on it any more."""
        self.cut()
        if self._connection is not None:
            self._connection.close()

    def _take(self, connection: HTTPConnection) -> None:
        """Keep the connection; transfers have no time limit. A cut may have come meanwhile."""
        with self._lock:
            self._connection, self._socket = connection, connection.sock
            self._socket.settimeout(None)
            if self._is_cut:
                self._shut()

    def _shut(self) -> None:
        if self._socket is not None:
            with contextlib.suppress(OSError):  # shut already, or by the engine
                self._socket.shutdown(socket.SHUT_RDWR)

    def _send_head(self, connection: HTTPConnection) -> None:
        connection.putrequest(self._method, self._target, skip_accept_encoding=True)
        # A proxy that compresses would change the bytes that are to be proved.
        connection.putheader("Accept-Encoding", "identity")
        if self._method == "POST":
            connection.putheader("Content-Type", "application/x-tar")
            connection.putheader("Transfer-Encoding", "chunked")
        connection.endheaders()


def _new_connection(client: docker.APIClient) -> HTTPConnection:
    """A connection like those of the client, not yet connected, that belongs to nobody else."""
    adapter = cast("HTTPAdapter", client.get_adapter(client.base_url))
    request = requests.Request("GET", client.base_url).prepare()
    pool = adapter.get_connection_with_tls_context(request, client.verify, cert=client.cert)
    # A pool hands out connections for a while; only what it makes can be kept (docker 7.2.0 has a
    # connection class for each transport and no public way to it).
    maker = cast("HTTPConnectionPool", pool)
    return cast("HTTPConnection", maker._new_conn())  # noqa: SLF001
