"""One window for each engine that was asked for: a second start hands its files to the first.

The first listens at a socket of this user; what a file is and how it is opened is not known here.
Whoever gets no answer in time is the first as far as it goes: a program that hangs keeps nobody
from working.
"""

import hashlib
import logging
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_log = logging.getLogger(__name__)

_ANSWER_MS = 2_000
"""A program that takes longer to say that it has understood is not waited for."""

_LONGEST = 1 << 24
_OK = b"ok"
_END = b"\0\0"  # each word ends with one, and only the first may be empty
_DISPLAYS = ("WAYLAND_DISPLAY", "DISPLAY")
_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105  by which a desktop lets one program raise another


def socket_name(engine_url: str | None) -> str:
    """Where the first of a kind listens: another engine or another screen is another kind."""
    kind = "\n".join([engine_url or "", *(os.environ.get(name, "") for name in _DISPLAYS)])
    name = f"image-ferry-{hashlib.sha256(os.fsencode(kind)).hexdigest()[:16]}"
    if os.name == "nt":  # the name of a pipe, which all users of a computer share
        return f"{name}-{os.environ.get('USERNAME', '')}"
    place = QStandardPaths.StandardLocation.RuntimeLocation
    return str(Path(QStandardPaths.writableLocation(place), name))


def hand_over(name: str, files: Sequence[Path], answer_ms: int = _ANSWER_MS) -> bool:
    """Let the first open some files and come to the front; False if there is none that answers.

    Args:
        name: where it listens.
        files: none are fine, too.
        answer_ms: how long to wait for it, in milliseconds.
    """
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(answer_ms):
        return False
    words = [os.environ.get(_TOKEN, ""), *(str(file.absolute()) for file in files)]
    socket.write(b"".join(os.fsencode(word) + b"\0" for word in words) + b"\0")
    while socket.bytesAvailable() < len(_OK) and socket.waitForReadyRead(answer_ms):
        pass
    return bytes(socket.readAll().data()) == _OK


class OneWindow(QObject):
    """Listens to later starts.

    Attributes:
        is_listening: whether they are heard; without that each opens a window of its own.

    Signals:
        files_handed(tuple[Path, ...]): another start has these; none means: come to the front.

    Args:
        name: where to listen; somebody who has hung or crashed there is taken over.
        parent: owns it.
    """

    files_handed = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard: dict[QLocalSocket, bytes] = {}
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        QLocalServer.removeServer(name)
        self.is_listening = self._server.listen(name)
        if not self.is_listening:
            _log.info("later starts are not heard: %s", self._server.errorString())

    @Slot()
    def stop(self) -> None:
        """Listen no more."""
        self._server.close()

    @Slot()
    def _on_connection(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            self._heard[socket] = b""
            socket.readyRead.connect(self._on_words)
            socket.disconnected.connect(self._on_gone)
            self._read(socket)

    @Slot()
    def _on_words(self) -> None:
        for socket in tuple(self._heard):
            self._read(socket)

    @Slot()
    def _on_gone(self) -> None:
        closed = QLocalSocket.LocalSocketState.UnconnectedState
        for socket in [each for each in self._heard if each.state() == closed]:
            del self._heard[socket]
            socket.deleteLater()

    def _read(self, socket: QLocalSocket) -> None:
        self._heard[socket] += bytes(socket.readAll().data())
        heard = self._heard[socket]
        if not heard.endswith(_END):
            if len(heard) > _LONGEST:
                socket.abort()
            return
        self._heard[socket] = b""
        socket.write(_OK)
        socket.flush()
        _log.info("another start has handed over %d files", heard.count(b"\0") - 2)
        token, *files = heard[: -len(_END)].split(b"\0")
        if token:
            os.environ[_TOKEN] = os.fsdecode(token)
        self.files_handed.emit(tuple(Path(os.fsdecode(file)) for file in files))
