"""Risk: somebody is shown another image than they look at, or a size with shared layers twice."""

import pytest

from desktop_app.cancel import CancelToken
from desktop_app.engine_info import LayerSizes
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.portraits import ContainerPortrait, ImagePortrait, StartSettings
from desktop_app.progress import run
from desktop_app.transfers.answering import answer
from desktop_app.transfers.requests import (
    MeasureRequest,
    MeasureResult,
    PortrayContainerRequest,
    PortrayImageRequest,
    Question,
    ReachRequest,
    ReachResult,
)
from tests.transfers.stand_in import INFO, StandIn, container, image


def engine() -> StandIn:
    return StandIn(
        has_images={"sha256:web": image("sha256:web")},
        has_containers={"c1": container("c1")},
        has_sizes={
            "sha256:web": LayerSizes({"base": 100, "web": 7}),
            "sha256:api": LayerSizes({"base": 100, "api": 5}),
        },
    )


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (PortrayImageRequest("sha256:web"), ImagePortrait("sha256:web", StartSettings())),
        (PortrayContainerRequest("c1"), ContainerPortrait("c1", StartSettings())),
        (ReachRequest("unix:///stand-in"), ReachResult(INFO)),
        (MeasureRequest(("sha256:web", "sha256:api")), MeasureResult(112)),
    ],
)
def test_a_question_is_answered(question: Question, expected: object) -> None:
    assert run(answer(engine(), question, CancelToken())) == expected


def test_what_is_gone_meanwhile_is_said_to_be() -> None:
    with pytest.raises(UserFacingError) as caught:
        run(answer(engine(), PortrayContainerRequest("c2"), CancelToken()))
    assert caught.value.code is ErrorCode.CONTAINER_GONE
