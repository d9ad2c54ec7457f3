"""Risk: an error changes after it was raised, or a log shows nothing of what happened."""

import pytest

from desktop_app.errors import ErrorCode, UserFacingError


def test_carries_what_its_sentence_needs() -> None:
    error = UserFacingError(ErrorCode.FILE_GONE, {"path": "/a.tar"}, "stat: no such file")
    assert (error.code, dict(error.params), error.detail) == (
        ErrorCode.FILE_GONE,
        {"path": "/a.tar"},
        "stat: no such file",
    )


def test_its_parameters_stay_as_they_were() -> None:
    params = {"path": "/a.tar"}
    error = UserFacingError(ErrorCode.FILE_GONE, params)
    params["path"] = "/b.tar"
    assert error.params["path"] == "/a.tar"
    with pytest.raises(TypeError):
        error.params["path"] = "/c.tar"  # type: ignore[index]  # that it is refused is the test


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (UserFacingError(ErrorCode.STREAM_CUT), "stream-cut"),
        (UserFacingError(ErrorCode.BUG, detail="Traceback"), "bug Traceback"),
        (
            UserFacingError(ErrorCode.IMAGE_GONE, {"image": "a:1"}, "404"),
            "image-gone image=a:1 404",
        ),
    ],
)
def test_a_log_shows_all_of_it(error: UserFacingError, line: str) -> None:
    assert str(error) == line
