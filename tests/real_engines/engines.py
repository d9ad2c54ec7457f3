"""Private engines: started on a socket of their own, and ended with all that they started.

Nothing is pulled, no network is set up and no engine of the computer is touched. Needs root.
"""

import contextlib
import os
import signal
import socket
import struct
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.real_engines import suites
from tests.real_engines.confined import Confined, is_stopped

CI_ENGINES = ("20.10", "podman")
ALL_ENGINES = ("20.10", "26", "26-containerd", "28", "28-containerd", "podman")
CORPUS_ENGINES = ("20.10", "26-containerd", "podman")
"""One of each kind of store, in every run, for what depends on the form of an archive."""

_START_SECONDS = 60
_LOOK_SECONDS = 0.05
_STOP_SECONDS = 10
_LONGEST_SOCKET_PATH = 107  # and a zero byte, unix(7)
_LOG_LINES = 15

_DOCKERD = ("--iptables=false", "--ip6tables=false", "--bridge=none")
_CONTAINERD_STORE = ("--config-file", suites.CONTAINERD_CONFIG)
_SUITES = {"26": "trixie", "28": "sid"}


@dataclass(frozen=True)
class _Recipe:
    """How an engine is started: a command, and what comes before it in its namespaces."""

    command: tuple[str, ...]
    set_up: str = ""
    environment: dict[str, str] = field(default_factory=dict)


class RunningEngine:
    """An engine that belongs to the tests.

    Args:
        name: one of `ALL_ENGINES`; what it really is, the engine itself must be asked.
        folder: gets its socket, its data and its log; made if it is not there.
        options: more of them.
    """

    def __init__(self, name: str, folder: Path, options: Sequence[str] = ()) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.socket = folder / "engine.sock"
        if len(os.fsencode(self.socket)) > _LONGEST_SOCKET_PATH:
            raise ValueError(f"too long for the path of a socket: {self.socket}")
        self.url = f"unix://{self.socket}"
        self._name = name
        self._recipe = _recipe(name, folder)
        self._options = options
        self._log = folder / "log"
        self._process: Confined | None = None

    def start(self) -> None:
        """Start it, for the first time or after `kill`, and wait until it answers.

        Raises:
            RuntimeError: it does not; the end of its log is in the message.
        """
        recipe = self._recipe
        command = [*recipe.command, *self._options]
        self._process = Confined(command, self._log, recipe.set_up, recipe.environment)
        deadline = time.monotonic() + _START_SECONDS
        while not self.answers():
            if self._process.has_ended_within(_LOOK_SECONDS):
                raise RuntimeError(self._failure("ended by itself"))
            if time.monotonic() > deadline:
                raise RuntimeError(self._failure("does not answer"))

    def kill(self) -> None:
        """End it at once, whatever it is doing; images stay, the socket's file stays, too."""
        if self._process is not None:
            self._process.end()
            self._process = None

    def pause(self) -> None:
        """Make it silent: it takes connections and does nothing."""
        pid = self._listening_pid()
        os.kill(pid, signal.SIGSTOP)
        deadline = time.monotonic() + _STOP_SECONDS
        while not is_stopped(pid):  # each of its threads comes to a stop for itself
            if time.monotonic() > deadline:
                raise RuntimeError(self._failure("does not stop"))
            os.sched_yield()

    def resume(self) -> None:
        """Let it go on where it was paused."""
        os.kill(self._listening_pid(), signal.SIGCONT)

    @contextlib.contextmanager
    def paused(self) -> Iterator[None]:
        """Silent inside the block."""
        self.pause()
        try:
            yield
        finally:
            self.resume()

    def answers(self, within_seconds: float = 5) -> bool:
        """Whether it says a word when it is asked."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(within_seconds)
            try:
                connection.connect(str(self.socket))
                connection.sendall(b"GET /_ping HTTP/1.0\r\n\r\n")
                return connection.recv(64).startswith(b"HTTP/1.0 200")
            except OSError:
                return False

    def _listening_pid(self) -> int:
        """Whoever listens on the socket is the engine proper."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(self.socket))
            credentials = connection.getsockopt(
                socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i")
            )
        pid: int = struct.unpack("3i", credentials)[0]
        return pid

    def _failure(self, what: str) -> str:
        lines = self._log.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join([f"engine {self._name} {what}; its log ends:", *lines[-_LOG_LINES:]])


@contextlib.contextmanager
def running_engine(name: str, folder: Path, options: Sequence[str] = ()) -> Iterator[RunningEngine]:
    """An engine for the time of the block.

    Args:
        name: one of `ALL_ENGINES`.
        folder: gets all that is its own; its path must be short enough for a socket.
        options: more than it needs.

    Raises:
        RuntimeError: the engine does not start.
    """
    engine = RunningEngine(name, folder, options)
    try:
        engine.start()
        yield engine
    finally:
        engine.kill()


def _recipe(name: str, folder: Path) -> _Recipe:
    url, data = f"unix://{folder / 'engine.sock'}", str(folder / "data")
    dockerd = ("/usr/sbin/dockerd", "--host", url, "--data-root", data, *_DOCKERD)
    if name == "20.10":
        return _Recipe(dockerd)
    if name == "podman":
        return _podman(url, folder)
    version, _, store = name.partition("-")
    root = suites.root_of(_SUITES[version])
    extra = _CONTAINERD_STORE if store == "containerd" else ()
    return _Recipe((*dockerd, *extra), suites.enter(root, folder))


def _podman(url: str, folder: Path) -> _Recipe:
    temporary = folder / "tmp"  # for archives on their way; by default it is the computer's
    temporary.mkdir(exist_ok=True)
    options = ("--root", str(folder / "data"), "--storage-driver", "vfs")
    here = ("--cgroup-manager", "cgroupfs", "--events-backend", "file")
    return _Recipe(
        ("podman", *options, *here, "system", "service", "--time", "0", url),
        environment={"TMPDIR": str(temporary)},
    )
