"""Finding an engine: the one that was chosen, else the first of the usual places that answers."""

from collections.abc import Iterable
from contextlib import ExitStack

import docker
from docker.constants import MINIMUM_DOCKER_API_VERSION
from docker.errors import DockerException, InvalidVersion
from docker.utils import version_lt

from desktop_app.cancel import CancelToken
from desktop_app.engine.client import Engine
from desktop_app.engine.contexts import Endpoint, chosen_endpoint
from desktop_app.engine.faults import NETWORK_ERRORS, Refusal, unreachable
from desktop_app.engine.line import Request
from desktop_app.engine.places import Place, well_known_places
from desktop_app.engine.questions import Questions
from desktop_app.engine.records import Json
from desktop_app.engine.ssh_relay import SshRelay
from desktop_app.engine_info import Attempt
from desktop_app.errors import ErrorCode, UserFacingError

_SEARCH_SECONDS = 60
"""After so long a silence the next of the usual places is tried."""

_FAILURES = (DockerException, *NETWORK_ERRORS, Refusal, ValueError, TypeError, KeyError)
"""The last three are for answers of somebody who is no engine."""


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


def connect(
    url: str | None = None,
    cancel: CancelToken | None = None,
    limit_seconds: float | None = None,
) -> Engine:
    """Open the engine at an address, else the chosen one, else the first that is found.

    Chosen is, in this order: the address in DOCKER_HOST, the context in DOCKER_CONTEXT, docker's
    current context. A choice that does not work is an error; no other engine is taken in its place.

    Args:
        url: the address.
        cancel: breaks off the connecting, and every question to the engine afterwards.
        limit_seconds: how long the engine may be silent when it is asked something; None for as
            long as it likes. Transfers have no limit.

    Raises:
        UserFacingError: ENGINE_…, CONTEXT_UNKNOWN; `NoEngineFound` if nothing was chosen.
        Cancelled: the token was cancelled.
    """
    cancel = cancel or CancelToken()
    endpoint = chosen_endpoint(url)
    if endpoint is not None:
        return _open_chosen(endpoint, cancel, limit_seconds)
    attempts = []
    for place in well_known_places():
        try:
            engine = _open(Endpoint(place.url), cancel, limit_seconds or _SEARCH_SECONDS)
            return engine.under(cancel, limit_seconds)
        except UserFacingError as error:
            attempts.append(_attempt(place, error))
    raise NoEngineFound(attempts)


def _open_chosen(endpoint: Endpoint, cancel: CancelToken, limit_seconds: float | None) -> Engine:
    """Where somebody has chosen, an engine belongs: if nothing is there, it is not running."""
    try:
        return _open(endpoint, cancel, limit_seconds)
    except UserFacingError as error:
        if error.code is not ErrorCode.ENGINE_NOT_FOUND:
            raise
        raise UserFacingError(ErrorCode.ENGINE_STOPPED, error.params, error.detail) from error


def _open(endpoint: Endpoint, cancel: CancelToken, limit_seconds: float | None) -> Engine:
    """Connect and ask what it is.

    Raises:
        UserFacingError: ENGINE_….
    """
    relay: SshRelay | None = None
    with ExitStack() as on_failure:
        address = endpoint.url
        if endpoint.url.startswith("ssh://"):
            relay = SshRelay(endpoint.url)
            on_failure.callback(relay.close)
            address = relay.local_url
        try:
            # It opens nothing, and without a version it would ask for one in its own way.
            client = docker.APIClient(
                address, MINIMUM_DOCKER_API_VERSION, tls=endpoint.tls or False
            )
            on_failure.callback(client.close)
            questions = Questions(client, cancel, limit_seconds)
            on_failure.callback(questions.close)
            version = _version(questions)
        except _FAILURES as error:
            if relay is None:
                raise unreachable(endpoint.url, error) from error
            words = relay.complaint() or str(error)
            raise UserFacingError(ErrorCode.ENGINE_SSH, {"url": endpoint.url}, words) from error
        engine = Engine(questions, endpoint.url, version, relay)
        on_failure.pop_all()
    return engine


def _version(questions: Questions) -> Json:
    """The engine's answer to ``/version``; it is spoken to in the newest language that it knows."""
    version: Json = questions.ask(Request("GET", "/version"))
    if version_lt(version["ApiVersion"], MINIMUM_DOCKER_API_VERSION):
        raise InvalidVersion(f"API version {version['ApiVersion']}")
    return version


def _attempt(place: Place, error: UserFacingError) -> Attempt:
    return Attempt(place.name, place.url, error.code, error.detail)
