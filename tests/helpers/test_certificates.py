"""Risk: a test of encrypted connections passes without any encryption."""

import socket
import ssl
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.helpers.certificates import make_certificates, of_an_engine


def test_only_somebody_with_the_certificate_is_let_in(tmp_path: Path) -> None:
    make_certificates(tmp_path)
    stranger = ssl.create_default_context(cafile=str(tmp_path / "ca.pem"))
    known = ssl.create_default_context(cafile=str(tmp_path / "ca.pem"))
    known.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    assert _hears(tmp_path, known) == b"x"
    with pytest.raises(ssl.SSLError):
        _hears(tmp_path, stranger)


def _hears(folder: Path, caller: ssl.SSLContext) -> bytes:
    """What the engine's end hears of a caller."""

    def hear() -> bytes:
        connection, _ = server.accept()
        with connection, of_an_engine(folder).wrap_socket(connection, server_side=True) as secure:
            return secure.recv(1)

    with socket.create_server(("127.0.0.1", 0)) as server, ThreadPoolExecutor(1) as thread:
        heard = thread.submit(hear)
        with (
            socket.create_connection(server.getsockname()) as connection,
            caller.wrap_socket(connection, server_hostname="127.0.0.1") as secure,
        ):
            secure.sendall(b"x")
            return heard.result(10)
