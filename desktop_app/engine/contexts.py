"""The engine that somebody has chosen: by an address, by DOCKER_HOST, or by a docker context.

Docker-py's own reading of contexts takes the default socket where a context is unknown, and looks
in the working directory where there is no config.json (docker 7.2.0, docker/context/config.py,
get_context_dir); both could reach the wrong engine, so the two small files are read here.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from docker.errors import TLSParameterError
from docker.tls import TLSConfig
from docker.utils import kwargs_from_env

from desktop_app.errors import ErrorCode, UserFacingError

_DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An engine's address and how to be sure of it.

    Attributes:
        url: such as ``unix:///…``.
        tls: certificates; None for a connection without them.
    """

    url: str
    tls: TLSConfig | None = None


def chosen_endpoint(
    url: str | None = None, environ: Mapping[str, str] | None = None
) -> Endpoint | None:
    """The engine that was chosen; None if nobody has chosen one.

    Args:
        url: an address, which comes before everything else. If it is that of the current context,
            the context's certificates belong to it.
        environ: of the process; its own if not given.

    Raises:
        UserFacingError: CONTEXT_UNKNOWN, or ENGINE_TLS if certificates are named that do not exist.
    """
    environ = os.environ if environ is None else environ
    host = environ.get("DOCKER_HOST") or None
    if url is None and host is not None:
        return _from_environment(host, environ)
    name = "" if host is not None else _current_context(environ)
    context = _from_context(name, environ) if name not in ("", _DEFAULT) else None
    if url is None or (context is not None and context.url == url):
        return context
    return _from_environment(url, environ)


def _from_environment(url: str, environ: Mapping[str, str]) -> Endpoint:
    """DOCKER_TLS_VERIFY and DOCKER_CERT_PATH say what an address alone does not."""
    try:
        found = kwargs_from_env({**environ, "DOCKER_HOST": url})
    except TLSParameterError as error:
        raise UserFacingError(ErrorCode.ENGINE_TLS, {"url": url}, str(error)) from error
    return Endpoint(url, found.get("tls") if url.startswith(("tcp:", "https:")) else None)


def _current_context(environ: Mapping[str, str]) -> str:
    if environ.get("DOCKER_CONTEXT"):
        return environ["DOCKER_CONTEXT"]
    settings = _read(_folder(environ) / "config.json")
    return str(settings.get("currentContext") or _DEFAULT)


def _from_context(name: str, environ: Mapping[str, str]) -> Endpoint:
    """Read a context as docker stores it (docker/cli v28.5.2, cli/context/store)."""
    contexts = _folder(environ) / "contexts"
    digest = hashlib.sha256(name.encode()).hexdigest()
    meta = _read(contexts / "meta" / digest / "meta.json")
    endpoints = meta.get("Endpoints")
    docker = endpoints.get("docker") if isinstance(endpoints, dict) else None
    host = docker.get("Host") if isinstance(docker, dict) else None
    if not isinstance(docker, dict) or not isinstance(host, str) or not host:
        raise UserFacingError(ErrorCode.CONTEXT_UNKNOWN, {"context": name})
    verify = not docker.get("SkipTLSVerify", False)
    return Endpoint(host, _certificates(contexts / "tls" / digest / "docker", verify=verify))


def _certificates(folder: Path, *, verify: bool) -> TLSConfig | None:
    authority, certificate, key = (folder / f"{stem}.pem" for stem in ("ca", "cert", "key"))
    try:
        if not folder.is_dir():
            return None
        return TLSConfig(
            client_cert=(str(certificate), str(key)) if certificate.exists() else None,
            ca_cert=str(authority) if authority.exists() else None,
            verify=verify,
        )
    except (TLSParameterError, OSError) as error:
        raise UserFacingError(ErrorCode.ENGINE_TLS, {"url": str(folder)}, str(error)) from error


def _folder(environ: Mapping[str, str]) -> Path:
    """Docker's own folder for settings."""
    home = environ.get("HOME") or Path.home()
    return Path(environ.get("DOCKER_CONFIG") or Path(home, ".docker")).absolute()


def _read(path: Path) -> dict[str, object]:
    """A JSON file; nothing where there is none or it is broken."""
    try:
        document = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return document if isinstance(document, dict) else {}
