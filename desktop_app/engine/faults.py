"""Failures of engines and of the ways to them, told apart and put into `UserFacingError`.

Docker-py, requests, urllib3, http.client and the system each have a family of exceptions, wrapped
into one another in changing ways; here is the only place that knows them.
"""

import errno
import http.client
import json
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import requests
import urllib3
from docker.errors import InvalidVersion, TLSParameterError

from desktop_app.errors import ErrorCode, Param, UserFacingError

NETWORK_ERRORS = (
    requests.RequestException,
    urllib3.exceptions.HTTPError,
    http.client.HTTPException,
    OSError,
)
"""Whatever a connection that breaks may raise; a read timeout comes as urllib3's own error."""

_ABSENT = {errno.ENOENT, errno.ENOTDIR}
_FORBIDDEN = {errno.EACCES, errno.EPERM}
_TLS_WORDS = ("HTTP request to an HTTPS server", "tls: ", "malformed HTTP response")
_TOO_OLD_WORDS = ("is too new", "is too old", "no longer supported")
_PODMANS_ERROR = 500
_UNKNOWN_WORDS = ("image not known", "no such container")
"""How Podman 4.3 says in a save that something is not there."""
_FULL_WORDS = ("no space left on device", "disk quota exceeded")


class Refusal(Exception):  # noqa: N818  an engine's no, not yet an error of ours
    """An engine answers a question with an error status.

    Attributes:
        status: of HTTP.
        message: the engine's words.
    """

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


def words_in(body: str) -> str:
    """The engine's words in the body of a refusal: JSON mostly, plain text from proxies."""
    try:
        document = json.loads(body)
    except ValueError:
        return body.strip()
    return str(document.get("message", "")) if isinstance(document, dict) else body.strip()


def unreachable(url: str, error: BaseException) -> UserFacingError:
    """Why no connection came about.

    Args:
        url: of the engine.
        error: whatever docker-py or a line raised.

    Returns:
        ENGINE_NOT_FOUND if there is nothing at this place, ENGINE_STOPPED, ENGINE_FORBIDDEN,
        ENGINE_TLS, ENGINE_TOO_OLD or ENGINE_URL_INVALID.
    """
    causes = list(_causes(error))
    return UserFacingError(_unreachable_code(causes), {"url": url}, _root_words(causes))


def refused(
    status: int,
    message: str,
    missing: UserFacingError | None = None,
    in_use: UserFacingError | None = None,
) -> UserFacingError:
    """What an engine's answer with an error status means.

    Args:
        status: of HTTP.
        message: the engine's words.
        missing: the error for a thing that is not there (404).
        in_use: the error for a thing that is needed elsewhere (409).
    """
    is_unknown = status == _PODMANS_ERROR and message.endswith(_UNKNOWN_WORDS)
    special = missing if is_unknown else {404: missing, 409: in_use}.get(status)
    if special is not None:
        return UserFacingError(special.code, special.params, message)
    return failed(message)


def failed(message: str) -> UserFacingError:
    """What an engine's words for a failure of its own mean."""
    is_full = any(words in message.lower() for words in _FULL_WORDS)
    code = ErrorCode.ENGINE_DISK_FULL if is_full else ErrorCode.ENGINE_REFUSED
    return UserFacingError(code, detail=message)


def lost(error: BaseException) -> UserFacingError:
    """A connection that was there and broke."""
    return UserFacingError(ErrorCode.ENGINE_LOST, detail=_root_words(list(_causes(error))))


@contextmanager
def worded(
    missing: ErrorCode | None = None,
    in_use: ErrorCode | None = None,
    params: Mapping[str, Param] | None = None,
) -> Iterator[None]:
    """Around a question: whatever it raises comes out as a `UserFacingError`.

    Args:
        missing: the code for a thing that is not there.
        in_use: the code for a thing that is needed elsewhere.
        params: of both.
    """
    try:
        yield
    except Refusal as error:
        raise refused(
            error.status,
            error.message,
            UserFacingError(missing, params) if missing else None,
            UserFacingError(in_use, params) if in_use else None,
        ) from error
    except NETWORK_ERRORS as error:
        raise lost(error) from error


def _unreachable_code(causes: list[BaseException]) -> ErrorCode:
    words = " ".join(map(str, causes))
    if _has(causes, ssl.SSLError, TLSParameterError) or any(word in words for word in _TLS_WORDS):
        return ErrorCode.ENGINE_TLS
    if _has(causes, InvalidVersion) or any(word in words for word in _TOO_OLD_WORDS):
        return ErrorCode.ENGINE_TOO_OLD
    numbers = {cause.errno for cause in causes if isinstance(cause, OSError)}
    if numbers & _FORBIDDEN:
        return ErrorCode.ENGINE_FORBIDDEN
    if numbers & _ABSENT:
        return ErrorCode.ENGINE_NOT_FOUND
    is_network = _has(causes, *NETWORK_ERRORS, Refusal)
    return ErrorCode.ENGINE_STOPPED if is_network else ErrorCode.ENGINE_URL_INVALID


def _has(causes: list[BaseException], *kinds: type[BaseException]) -> bool:
    return any(isinstance(cause, kinds) for cause in causes)


def _root_words(causes: list[BaseException]) -> str:
    """The words of the innermost failure; the outer ones only repeat it."""
    return str(causes[-1]) or type(causes[-1]).__name__


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and all that it was made of, outermost first.

    Requests and urllib3 keep what they wrap among their arguments or as ``reason``.
    """
    yield error
    inner = error.__cause__ or error.__context__
    if inner is not None:
        yield from _causes(inner)
        return
    for part in (*error.args, getattr(error, "reason", None)):
        if isinstance(part, BaseException):
            yield from _causes(part)
