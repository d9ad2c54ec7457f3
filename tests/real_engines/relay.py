"""A way to an engine that can be cut anywhere on it, as if a cable were pulled."""

import contextlib
import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from typing_extensions import override

_PIECE_BYTES = 64 << 10


class Relay(socketserver.ThreadingUnixStreamServer):
    """Hands on what comes, in both directions.

    Attributes:
        url: where it takes the engine's place.

    Args:
        path: of its own socket.
        engine: of the engine's.
    """

    daemon_threads = False

    def __init__(self, path: Path, engine: Path) -> None:
        super().__init__(str(path), _Line)
        self.url = f"unix://{path}"
        self.engine = engine
        self.ends: set[socket.socket] = set()
        self.answers_pass = threading.Event()
        self.answers_pass.set()
        self._moments: list[tuple[int, Callable[[], None]]] = []
        self._passed_bytes = 0
        self._lock = threading.Lock()

    def at(self, count: int, act: Callable[[], None]) -> None:
        """Do something once, when so many bytes have passed from now on; they wait for it."""
        with self._lock:
            self._moments.append((self._passed_bytes + count, act))

    def count(self, passed: int) -> None:
        """Take note of bytes that come along."""
        with self._lock:
            self._passed_bytes += passed
            due = [moment for moment in self._moments if moment[0] <= self._passed_bytes]
            for moment in due:
                self._moments.remove(moment)
                moment[1]()

    def hold_answers(self) -> None:
        """Keep what the engine says until the line is cut: it comes too late then."""
        self.answers_pass.clear()

    def cut(self) -> None:
        """End all connections there are; new ones are taken as before."""
        for end in tuple(self.ends):
            _shut(end, socket.SHUT_RDWR)
        self.answers_pass.set()


class _Line(socketserver.BaseRequestHandler):
    server: Relay

    @override
    def handle(self) -> None:
        with socket.socket(socket.AF_UNIX) as engine:
            engine.connect(str(self.server.engine))
            ends = {self.request, engine}
            self.server.ends |= ends
            way_back = (self.server, engine, self.request, self.server.answers_pass.wait)
            answers = threading.Thread(target=_hand_on, args=way_back)
            answers.start()
            _hand_on(self.server, self.request, engine)
            answers.join()
            self.server.ends -= ends


@contextlib.contextmanager
def relay(path: Path, engine: Path) -> Iterator[Relay]:
    """A `Relay` for the time of the block."""
    with Relay(path, engine) as made:
        serving = threading.Thread(target=made.serve_forever, args=(0.05,))
        serving.start()
        try:
            yield made
        finally:
            made.shutdown()
            serving.join()
            made.cut()


def _hand_on(
    counting: Relay,
    source: socket.socket,
    sink: socket.socket,
    wait: Callable[[], object] = lambda: None,
) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(_PIECE_BYTES):
            counting.count(len(piece))
            wait()
            sink.sendall(piece)
    _shut(sink, socket.SHUT_WR)


def _shut(end: socket.socket, how: int) -> None:
    with contextlib.suppress(OSError):  # the other side was quicker
        end.shutdown(how)
