"""Finding an engine: the one that was chosen, else the first of the usual places that answers."""

import contextlib
from collections.abc import Iterable

import docker
from docker.constants import MINIMUM_DOCKER_API_VERSION
from docker.errors import DockerException

from desktop_app.engine.client import Engine
from desktop_app.engine.contexts import Endpoint, chosen_endpoint
from desktop_app.engine.faults import NETWORK_ERRORS, unreachable
from desktop_app.engine.places import Place, well_known_places
from desktop_app.engine.records import Json
from desktop_app.engine.ssh_relay import SshRelay
from desktop_app.engine_info import Attempt
from desktop_app.errors import ErrorCode, UserFacingError

_TIMEOUT_SECONDS = 60
"""For questions with short answers; transfers have no time limit."""

_FAILURES = (DockerException, *NETWORK_ERRORS, ValueError, KeyError)
"""ValueError and KeyError are for answers of somebody who is no engine."""


class NoEngineFound(UserFacingError):  # noqa: N818  what happened, said as it is
    """No usual place has an engine that answers.

    Its code is that of the likeliest place where something is, though it does not answer;
    ENGINE_NOT_FOUND if there is nothing anywhere.

    Attributes:
        attempts: every place and what came of it, likeliest first.
    """

    def __init__(self, attempts: Iterable[Attempt]) -> None:
        self.attempts = tuple(attempts)
        there = [each for each in self.attempts if each.code is not ErrorCode.ENGINE_NOT_FOUND]
        if there:
            super().__init__(there[0].code, {"url": there[0].url}, there[0].detail)
        else:
            super().__init__(ErrorCode.ENGINE_NOT_FOUND)


def connect(url: str | None = None) -> Engine:
    """Open the engine at an address, else the chosen one, else the first that is found.

    Chosen is, in this order: the address in DOCKER_HOST, the context in DOCKER_CONTEXT, docker's
    current context. A choice that does not work is an error; no other engine is taken in its place.

    Raises:
        UserFacingError: ENGINE_…, CONTEXT_UNKNOWN; `NoEngineFound` if nothing was chosen.
    """
    endpoint = chosen_endpoint(url)
    if endpoint is not None:
        return _open_chosen(endpoint)
    attempts = []
    for place in well_known_places():
        try:
            return _open(Endpoint(place.url))
        except UserFacingError as error:
            attempts.append(_attempt(place, error))
    raise NoEngineFound(attempts)


def _open_chosen(endpoint: Endpoint) -> Engine:
    """Where somebody has chosen, an engine belongs: if nothing is there, it is not running."""
    try:
        return _open(endpoint)
    except UserFacingError as error:
        if error.code is not ErrorCode.ENGINE_NOT_FOUND:
            raise
        raise UserFacingError(ErrorCode.ENGINE_STOPPED, error.params, error.detail) from error


def _open(endpoint: Endpoint) -> Engine:
    """Connect and ask what it is.

    Raises:
        UserFacingError: ENGINE_….
    """
    if endpoint.url.startswith("ssh://"):
        return _open_through_ssh(endpoint.url)
    try:
        client, version = _client(endpoint)
    except _FAILURES as error:
        raise unreachable(endpoint.url, error) from error
    return _asked(client, endpoint.url, version)


def _open_through_ssh(url: str) -> Engine:
    relay = SshRelay(url)
    try:
        client, version = _client(Endpoint(relay.local_url))
    except _FAILURES as error:
        words = relay.complaint() or str(error)
        relay.close()
        raise UserFacingError(ErrorCode.ENGINE_STOPPED, {"url": url}, words) from error
    return _asked(client, url, version, relay)


def _client(endpoint: Endpoint) -> tuple[docker.APIClient, Json]:
    """Docker-py's client for the newest language that the engine speaks, and its `/version`.

    It would find that out by itself, but keep its connection open if the answer is no good.
    """

    def client(version: str) -> docker.APIClient:
        return docker.APIClient(
            endpoint.url, version, tls=endpoint.tls or False, timeout=_TIMEOUT_SECONDS
        )

    with contextlib.closing(client(MINIMUM_DOCKER_API_VERSION)) as asking:
        version = asking.version(api_version=False)
    return client(version["ApiVersion"]), version


def _asked(
    client: docker.APIClient, url: str, version: Json, relay: SshRelay | None = None
) -> Engine:
    try:
        return Engine(client, url, version, relay)
    except UserFacingError:
        client.close()
        if relay is not None:
            relay.close()
        raise


def _attempt(place: Place, error: UserFacingError) -> Attempt:
    return Attempt(place.name, place.url, error.code, error.detail)
