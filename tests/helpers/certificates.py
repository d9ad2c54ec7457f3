"""Throw-away certificates for an engine on this computer and whoever talks to it."""

import shutil
import ssl
import subprocess
from pathlib import Path


def make_certificates(folder: Path) -> None:
    """Put ``ca.pem``, ``cert.pem`` and ``key.pem`` where DOCKER_CERT_PATH is to look for them."""
    folder.mkdir(exist_ok=True)
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    command += ["-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost"]
    command += ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    subprocess.run(command, check=True, capture_output=True)
    shutil.copy(folder / "cert.pem", folder / "ca.pem")  # it vouches for itself


def of_an_engine(folder: Path) -> ssl.SSLContext:
    """How an engine encrypts with these certificates, and asks its callers for theirs."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=str(folder / "ca.pem"))
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context
