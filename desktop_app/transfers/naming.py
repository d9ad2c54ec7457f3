"""Names: putting one more on an image, and taking one of several off."""

from collections.abc import Generator

from desktop_app import references
from desktop_app.engine import Engine
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress


def name_image(engine: Engine, image_id: str, name: str) -> Generator[Progress, None, str]:
    """Give an image one more name; another image that has the name loses it.

    Returns:
        The name in its familiar form.

    Raises:
        UserFacingError: NAME_INVALID or IMAGE_GONE.
    """
    name = references.parse(name).familiar
    yield Progress(Phase.WAITING)
    engine.tag(image_id, name)
    if engine.image(name).image_id != image_id:
        raise UserFacingError(ErrorCode.LOAD_UNPROVEN, {"image": name})
    return name


def remove_name(engine: Engine, name: str) -> Generator[Progress, None, None]:
    """Take one of several names off an image.

    Raises:
        UserFacingError: IMAGE_GONE, or NAME_IS_LAST: without it the engine would delete the image.
    """
    yield Progress(Phase.WAITING)
    if len(engine.image(name).names) < 2:
        raise UserFacingError(ErrorCode.NAME_IS_LAST, {"name": name})
    engine.untag(name)
