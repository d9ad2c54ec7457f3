"""The way to an engine on another computer, through the system's own ``ssh``.

Users' keys, agents and settings work as they are. Each connection to a private socket here gets an
``ssh`` of its own that runs ``docker system dial-stdio`` over there, as docker's command line does
(docker/cli v28.5.2, cli/connhelper/ssh); so a stream is cut like any other.
"""

import contextlib
import shutil
import socket
import subprocess
import tempfile
import threading
from pathlib import Path
from urllib.parse import urlsplit

from desktop_app.errors import ErrorCode, UserFacingError

_OPTIONS = ("-o", "BatchMode=yes", "-o", "ConnectTimeout=10", "-T")
"""No question can be answered from here, so none is asked: a key or an agent must be there."""


class SshRelay:
    """Listens on a private socket until it is closed.

    Args:
        url: ``ssh://[user@]host[:port]``.

    Raises:
        UserFacingError: ENGINE_URL_INVALID.
    """

    def __init__(self, url: str) -> None:
        self._command = _command(url)
        self._folder = Path(tempfile.mkdtemp(prefix="image-ferry-"))
        self._complaints = (self._folder / "complaints").open("w+b")
        self._processes: list[subprocess.Popen[bytes]] = []
        self._listener = socket.socket(socket.AF_UNIX)
        path = self._folder / "engine.sock"
        self._listener.bind(str(path))
        self._listener.listen()
        self.local_url = f"unix://{path}"
        self._thread = threading.Thread(target=self._serve, name="ssh relay")
        self._thread.start()

    def complaint(self) -> str:
        """What ssh said of its failures."""
        self._complaints.seek(0)
        return self._complaints.read().decode(errors="replace").strip()

    def close(self) -> None:
        """End the listening and every ssh that runs."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # wakes the thread
        self._thread.join()
        self._listener.close()
        for process in self._processes:
            process.kill()
            process.wait()
        self._complaints.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _serve(self) -> None:
        """Hand each connection to an ssh as its standard input and output."""
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                self._hand_over(connection)
            self._processes = [each for each in self._processes if each.poll() is None]

    def _hand_over(self, connection: socket.socket) -> None:
        try:
            process = subprocess.Popen(  # noqa: S603  every word of it was looked at
                self._command,
                stdin=connection.fileno(),
                stdout=connection.fileno(),
                stderr=self._complaints,
            )
        except OSError as error:  # there is no ssh, or no room for one more
            self._complaints.write(f"{error}\n".encode())
            self._complaints.flush()
        else:
            self._processes.append(process)


def _command(url: str) -> list[str]:
    """The ssh for an address; a host that looks like an option is none."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise UserFacingError(ErrorCode.ENGINE_URL_INVALID, {"url": url}, str(error)) from error
    if not parts.hostname or parts.path.strip("/") or parts.hostname.startswith("-"):
        raise UserFacingError(ErrorCode.ENGINE_URL_INVALID, {"url": url})
    command = ["ssh", *_OPTIONS]
    if parts.username:
        command += ["-l", parts.username]
    if port:
        command += ["-p", str(port)]
    return [*command, "--", parts.hostname, "docker", "system", "dial-stdio"]
