"""The addresses of a host, asked for so that nobody has to wait for a name server to the end."""

import errno
import os
import socket
import threading
from collections.abc import Sequence
from concurrent.futures import CancelledError, Future, InvalidStateError
from contextlib import suppress
from typing import TypeAlias

AddressInfo: TypeAlias = tuple[
    socket.AddressFamily, socket.SocketKind, int, str, tuple[object, ...]
]
"""As `socket.getaddrinfo` gives it."""


class Lookup:
    """One question to the system, which cannot be interrupted: it is left alone in its thread.

    It is shut and closed as a socket is, so that it can stand where the socket will.

    Args:
        host: a name or an address.
        port: what is to be reached there.
    """

    def __init__(self, host: str, port: int | None) -> None:
        self._found: Future[Sequence[AddressInfo]] = Future()
        look = threading.Thread(target=self._look, args=(host, port), name="lookup", daemon=True)
        look.start()

    def addresses(self, limit_seconds: float | None) -> Sequence[AddressInfo]:
        """Wait for them.

        Raises:
            OSError: there are none, it took too long, or somebody has shut this.
        """
        try:
            return self._found.result(limit_seconds)
        except CancelledError as error:
            aborted = errno.ECONNABORTED
            raise ConnectionAbortedError(aborted, os.strerror(aborted)) from error

    def shutdown(self, _how: int) -> None:
        """Wake whoever waits, from any thread."""
        self._found.cancel()

    def close(self) -> None:
        """There is nothing to let go of."""

    def _look(self, host: str, port: int | None) -> None:
        with suppress(InvalidStateError):  # nobody waits any more
            try:
                self._found.set_result(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
            except OSError as error:
                self._found.set_exception(error)
