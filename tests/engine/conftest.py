"""What tests of engines share: a fake one, and a folder whose sockets have short names."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.engine import Engine, connect
from tests.engine.fake_engine import FakeEngine


@pytest.fixture
def socket_folder() -> Iterator[Path]:
    """A socket's name has 107 characters at most (unix(7)), fewer than pytest's folders."""
    with tempfile.TemporaryDirectory(prefix="ferry-") as folder:
        yield Path(folder)


@pytest.fixture
def fake(socket_folder: Path) -> Iterator[FakeEngine]:
    with FakeEngine(socket_folder) as fake:
        yield fake


@pytest.fixture
def engine(fake: FakeEngine) -> Iterator[Engine]:
    with connect(fake.url) as engine:
        yield engine


class FakeSsh:
    """A program called ``ssh``, first in PATH, that leads to a fake engine or fails."""

    def __init__(self, folder: Path) -> None:
        self._program = folder / "ssh"
        self._seen = folder / "arguments"

    @property
    def arguments(self) -> list[str]:
        """What it was last called with."""
        return self._seen.read_text(encoding="utf-8").splitlines()

    def leads_to(self, engine: FakeEngine) -> None:
        self._become(f'exec {sys.executable} -c "{_BRIDGE}" {engine.path}')

    def fails_with(self, words: str) -> None:
        self._become(f"echo '{words}' >&2; exit 255")

    def _become(self, body: str) -> None:
        self._program.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$@\" >'{self._seen}'\n{body}\n")
        self._program.chmod(0o755)


_BRIDGE = """
import os, socket, sys, threading
engine = socket.socket(socket.AF_UNIX)
engine.connect(sys.argv[1])
def send():
    while data := os.read(0, 65536):
        engine.sendall(data)
    engine.shutdown(socket.SHUT_WR)
threading.Thread(target=send, daemon=True).start()
while data := engine.recv(65536):
    os.write(1, data)
"""


@pytest.fixture
def ssh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeSsh:
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)
    return FakeSsh(folder)
