"""What an engine has of a file that did not arrive as it should: looked at, tidied, and told."""

import contextlib
import math
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from desktop_app.archives import ArchiveReport
from desktop_app.archives.arrival import shown_images
from desktop_app.cancel import Cancelled, CancelToken
from desktop_app.engine import Engine
from desktop_app.engine_info import ImageRecord, ImageStore
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.transfers.presence import chain_of, find

_SECONDS_AFTER_CANCEL = 0.4
"""A person who has cancelled waits no longer than a second, whatever else the engine has to do."""
_SECONDS_AFTER_FAILURE = 10
"""So long the engine may be silent while what went wrong waits to be told."""

Belongs: TypeAlias = Callable[[Engine, ImageRecord], bool]
"""Whether an image is what the file has become in this engine."""


@dataclass(frozen=True, slots=True)
class Before:
    """What an engine had before a file was sent to it.

    Attributes:
        owners: of each name the ID of its image.
        image_ids: of all images.
    """

    owners: Mapping[str, str]
    image_ids: frozenset[str]


def look_before(engine: Engine) -> Before:
    """Remember what an engine has."""
    records = engine.images()
    owners = {name: record.image_id for record in records for name in record.names}
    return Before(owners, frozenset(record.image_id for record in records))


def images_of(report: ArchiveReport) -> Belongs:
    """A loaded image has the layers of one in the file."""

    def belongs(engine: Engine, record: ImageRecord) -> bool:
        chains = {chain_of(image) for image in shown_images(report, engine.info)}
        details = find(engine, record.image_id)
        return details is not None and details.diff_ids in chains

    return belongs


def image_called(name: str) -> Belongs:
    """An imported image has the name; nobody knows its layer before all of it has passed."""
    return lambda _, record: name in record.names


@contextlib.contextmanager
def told_truthfully(
    engine: Engine, before: Before, belongs: Belongs, cancel: CancelToken
) -> Iterator[None]:
    """Around the sending of a file: if it does not succeed, what is there all the same is told.

    Args:
        engine: gets the file.
        before: what it had.
        belongs: which images are what the file becomes there.
        cancel: of the job; after an error it ends the look only, and the error is told.

    Raises:
        Cancelled: with the names that are new in the engine.
        UserFacingError: the same as in the block; its parameter ``remaining`` has those names, if
            there are any.
    """
    try:
        yield
    except Cancelled:
        soon = engine.under(CancelToken(), _SECONDS_AFTER_CANCEL)
        deadline = time.monotonic() + _SECONDS_AFTER_CANCEL
        raise Cancelled(_remaining(soon, before, belongs, deadline)) from None
    except UserFacingError as error:
        remaining: tuple[str, ...] = ()
        with contextlib.suppress(Cancelled):
            soon = engine.under(cancel, _SECONDS_AFTER_FAILURE)
            if engine.info.store is ImageStore.CONTAINERD:
                _take_off(soon, before, belongs)
            remaining = _remaining(soon, before, belongs)
        if not remaining:
            raise
        params = {**error.params, "remaining": ", ".join(remaining)}
        raise UserFacingError(error.code, params, error.detail) from error


def _remaining(
    engine: Engine, before: Before, belongs: Belongs, deadline: float = math.inf
) -> tuple[str, ...]:
    """The new names of images of the file, as far as the engine tells them before the deadline."""
    names: list[str] = []
    with contextlib.suppress(UserFacingError):
        for record in _of_the_file(engine, before, belongs):
            names += [each for each in record.names if before.owners.get(each) != record.image_id]
            if time.monotonic() > deadline:
                break
    return tuple(names)


def _take_off(engine: Engine, before: Before, belongs: Belongs) -> None:
    """Leave nothing of it in a containerd store, which names an image before it has it.

    A name that another image had goes back to that one, if it is still there.
    """
    with contextlib.suppress(UserFacingError):
        for record in _of_the_file(engine, before, belongs):
            if record.image_id in before.image_ids:
                continue
            for name in record.names or (record.image_id,):
                if not _goes_back(engine, name, before):
                    engine.untag(name)


def _goes_back(engine: Engine, name: str, before: Before) -> bool:
    owner = before.owners.get(name)
    if owner is None:
        return False
    try:
        engine.tag(owner, name)
    except UserFacingError as error:
        if error.code is ErrorCode.IMAGE_GONE:
            return False
        raise
    return True


def _of_the_file(engine: Engine, before: Before, belongs: Belongs) -> Iterator[ImageRecord]:
    """Images with new names or IDs that are what the file becomes."""
    for record in engine.images():
        is_new = any(before.owners.get(name) != record.image_id for name in record.names)
        is_new |= record.image_id not in before.image_ids
        if is_new and belongs(engine, record):
            yield record
