"""Save: images of an engine into one archive, proved while it is written."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop_app import references
from desktop_app.archives.proof import prove_image_archive
from desktop_app.cancel import CancelToken
from desktop_app.engine import Engine
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Progress
from desktop_app.transfers.receiving import receive
from desktop_app.transfers.requests import SaveResult


@dataclass(frozen=True, slots=True)
class SaveOptions:
    """How to save.

    Attributes:
        estimated_bytes: about how large the archive will be, for the progress; None where unknown.
    """

    estimated_bytes: int | None = None


def save_images(
    engine: Engine,
    names: Sequence[str],
    target: Path,
    options: SaveOptions | None = None,
    cancel: CancelToken | None = None,
) -> Generator[Progress, None, SaveResult]:
    """Save images by name into one archive.

    Args:
        engine: where the images are.
        names: ``repository:tag`` of each; a missing tag means ``latest``, never all tags.
        target: the file; it is there under this name only when all of it was proved.
        options: see `SaveOptions`.
        cancel: ends the job; nothing remains.

    Raises:
        UserFacingError: NAME_INVALID or NAME_MISSING (an ID would lose the name); IMAGE_GONE;
            TARGET_…; STREAM_…, SAVE_… or DIGEST_MISMATCH if what came is not what was asked for.
        Cancelled: the token was cancelled.
    """
    options = options or SaveOptions()
    wanted = _wanted(names)
    try:
        size_bytes, proof = yield from receive(
            engine.open_save(wanted),
            Path(target),
            partial(prove_image_archive, wanted_names=wanted),
            cancel or CancelToken(),
            options.estimated_bytes,
        )
    except UserFacingError as error:
        if error.code is ErrorCode.IMAGE_GONE:
            _name_the_missing(engine, wanted)
        raise
    return SaveResult(Path(target), size_bytes, proof.images)


def _name_the_missing(engine: Engine, names: Sequence[str]) -> None:
    """Of several images an engine only says that one is not there; asked alone, it says which."""
    for name in names:
        engine.image(name)


def _wanted(names: Sequence[str]) -> list[str]:
    for name in names:
        if name.startswith("sha256:"):
            raise UserFacingError(ErrorCode.NAME_MISSING, {"image": name})
    wanted = dict.fromkeys(references.parse(name).familiar for name in names)
    if not wanted:
        raise UserFacingError(ErrorCode.SAVE_EMPTY)
    return list(wanted)
