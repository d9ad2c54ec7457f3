"""The built-in engine: Podman's own service on a private socket, where there is no Docker."""

import contextlib
import shutil
import socket
import stat
import subprocess
import tempfile
import time
from pathlib import Path

from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.engine.places import is_docker_socket, well_known_places
from desktop_app.errors import ErrorCode, UserFacingError

_SYSTEM_FOLDERS = "/usr/local/sbin:/usr/sbin:/sbin"
"""Where dockerd is, and where a plain user's PATH does not look."""

_IDLE_SECONDS = 60
"""The service ends by itself so long after its last connection; a program that was killed leaves
none behind. The program keeps one open, on which it listens to events."""

_START_SECONDS = 20.0
_LOOK_SECONDS = 0.05
_STOP_SECONDS = 3


class PodmanService:
    """Starts and ends ``podman system service``; from one thread."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: Path | None = None

    def is_installed(self) -> bool:
        """Whether Podman is on this computer."""
        return shutil.which("podman") is not None

    def is_needed(self) -> bool:
        """Whether Podman is here and no Docker is, not even a stopped one."""
        return self.is_installed() and not _is_docker_installed()

    def start(self, cancel: CancelToken | None = None) -> str:
        """Start the service, unless it runs already, and wait until it answers.

        Args:
            cancel: ends the waiting, and the service with it.

        Returns:
            Its address.

        Raises:
            UserFacingError: BUILT_IN_ENGINE_FAILED.
            Cancelled: the token was cancelled.
        """
        if self._process is not None and self._folder is not None and self._process.poll() is None:
            return _url(self._folder)
        self.stop()
        folder = self._folder = Path(tempfile.mkdtemp(prefix="image-ferry-"))
        command = ["podman", "system", "service", f"--time={_IDLE_SECONDS}", _url(folder)]
        with (folder / "log").open("wb") as log:
            try:
                self._process = subprocess.Popen(command, stdout=log, stderr=log)  # noqa: S603  our words
            except OSError as error:
                raise UserFacingError(ErrorCode.BUILT_IN_ENGINE_FAILED, {}, str(error)) from error
        self._wait_until_it_answers(self._process, folder, cancel or CancelToken())
        return _url(folder)

    def stop(self) -> None:
        """End the service, if it runs, and remove what it left."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(_STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def _wait_until_it_answers(
        self, process: subprocess.Popen[bytes], folder: Path, cancel: CancelToken
    ) -> None:
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            if cancel.is_cancelled:
                self.stop()
                raise Cancelled
            if _answers(folder / "engine.sock"):
                return
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_LOOK_SECONDS)
                break  # it has ended
        words = (folder / "log").read_text(encoding="utf-8", errors="replace").strip()
        self.stop()
        raise UserFacingError(ErrorCode.BUILT_IN_ENGINE_FAILED, {}, words)


def _url(folder: Path) -> str:
    return f"unix://{folder}/engine.sock"


def _answers(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(path))
        except OSError:
            return False
    return True


def _is_docker_installed() -> bool:
    if shutil.which("dockerd") or shutil.which("dockerd", path=_SYSTEM_FOLDERS):
        return True
    docker_urls = (place.url for place in well_known_places() if is_docker_socket(place))
    return any(_is_socket(Path(url.removeprefix("unix://"))) for url in docker_urls)


def _is_socket(path: Path) -> bool:
    try:
        return stat.S_ISSOCK(path.stat().st_mode)
    except OSError:
        return False
