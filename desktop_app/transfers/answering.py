"""What somebody wants to know who looks around in an engine; nothing is changed."""

from collections.abc import Generator

from desktop_app.cancel import CancelToken
from desktop_app.engine import Engine
from desktop_app.portraits import ContainerPortrait, ImagePortrait
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.requests import (
    MeasureRequest,
    MeasureResult,
    PortrayContainerRequest,
    PortrayImageRequest,
    Question,
    ReachRequest,
    ReachResult,
)
from desktop_app.transfers.space import sizes_of_save


def answer(
    engine: Engine, question: Question, cancel: CancelToken
) -> Generator[Progress, None, ImagePortrait | ContainerPortrait | MeasureResult | ReachResult]:
    """Ask the engine; a cancel breaks it off at any time.

    Raises:
        UserFacingError: IMAGE_GONE or CONTAINER_GONE; ENGINE_…
        Cancelled: the token was cancelled.
    """
    engine = engine.under(cancel)
    yield Progress(Phase.WAITING)
    match question:
        case PortrayImageRequest(image_id):
            return engine.image_portrait(image_id)
        case PortrayContainerRequest(container_id):
            return engine.container_portrait(container_id)
        case MeasureRequest(image_ids):
            _, likely_bytes = sizes_of_save(engine, image_ids)
            return MeasureResult(likely_bytes)
        case ReachRequest():
            return ReachResult(engine.info)
