"""Risk: a failure reaches people as a traceback, or as a sentence about something else."""

import http.client

import pytest
import requests
import urllib3
from docker.errors import DockerException

from desktop_app.engine.faults import Refusal, lost, refused, unreachable, worded
from desktop_app.errors import ErrorCode, UserFacingError


def _wrapped(cause: BaseException) -> requests.ConnectionError:
    """As requests wraps what urllib3 has wrapped."""
    return requests.ConnectionError(urllib3.exceptions.ProtocolError("Connection aborted.", cause))


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (_wrapped(FileNotFoundError(2, "No such file")), ErrorCode.ENGINE_NOT_FOUND),
        (_wrapped(NotADirectoryError(20, "Not a directory")), ErrorCode.ENGINE_NOT_FOUND),
        (_wrapped(ConnectionRefusedError(111, "Connection refused")), ErrorCode.ENGINE_STOPPED),
        (_wrapped(PermissionError(13, "Permission denied")), ErrorCode.ENGINE_FORBIDDEN),
        (requests.ReadTimeout("read timed out"), ErrorCode.ENGINE_STOPPED),
        (Refusal(500, "on fire"), ErrorCode.ENGINE_STOPPED),
        (DockerException("Invalid bind address"), ErrorCode.ENGINE_URL_INVALID),
    ],
)
def test_why_no_connection_came_about(error, code) -> None:
    found = unreachable("unix:///x", error)
    assert (found.code, found.params) == (code, {"url": "unix:///x"})


def test_the_innermost_words_are_kept() -> None:
    error = unreachable("unix:///x", _wrapped(ConnectionRefusedError(111, "Connection refused")))
    assert error.detail == "[Errno 111] Connection refused"


def test_a_failure_without_words_is_named() -> None:
    assert lost(http.client.NotConnected()).detail == "NotConnected"


@pytest.mark.parametrize(
    "error",
    [
        ConnectionResetError(104, "Connection reset by peer"),
        http.client.IncompleteRead(b""),
        requests.ConnectionError("gone"),
        urllib3.exceptions.ReadTimeoutError(None, "/", "read timed out"),  # type: ignore[arg-type]
    ],
)
def test_a_broken_connection_is_a_lost_engine_whoever_says_so(error) -> None:
    with pytest.raises(UserFacingError) as caught, worded():
        raise error
    assert caught.value.code is ErrorCode.ENGINE_LOST


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (404, ErrorCode.IMAGE_GONE),
        (409, ErrorCode.IMAGE_IN_USE),
        (500, ErrorCode.ENGINE_REFUSED),
    ],
)
def test_an_answer_with_an_error_status(status, code) -> None:
    with (
        pytest.raises(UserFacingError) as caught,
        worded(ErrorCode.IMAGE_GONE, ErrorCode.IMAGE_IN_USE, {"image": "web:1"}),
    ):
        raise Refusal(status, "the engine's words")
    assert (caught.value.code, caught.value.detail) == (code, "the engine's words")


@pytest.mark.parametrize("words", ["write x: no space left on device", "Disk quota exceeded"])
def test_a_full_disk_of_the_engine_has_its_own_sentence(words) -> None:
    assert refused(500, words).code is ErrorCode.ENGINE_DISK_FULL


def test_an_error_that_is_in_words_already_stays() -> None:
    with pytest.raises(UserFacingError) as caught, worded():
        raise UserFacingError(ErrorCode.NAME_INVALID)
    assert caught.value.code is ErrorCode.NAME_INVALID
