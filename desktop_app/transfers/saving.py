"""Save: images of an engine into one archive, proved while it is written."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from desktop_app import references
from desktop_app.archives.proof import prove_image_archive
from desktop_app.cancel import CancelToken
from desktop_app.engine import Engine
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.output import FileOptions
from desktop_app.transfers.receiving import receive
from desktop_app.transfers.requests import SaveResult
from desktop_app.transfers.space import room_for_save


@dataclass(frozen=True, slots=True)
class SaveOptions(FileOptions):
    """How to save; all of it is in `FileOptions`."""


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
        target: the file, or what the names of its parts begin with. Nothing is there under these
            names before all of it was proved.
        options: see `SaveOptions`.
        cancel: ends the job; nothing remains.

    Raises:
        UserFacingError: NAME_INVALID or NAME_MISSING (an ID would lose the name); IMAGE_GONE;
            ENGINE_DISK_TOO_SMALL or TARGET_…; STREAM_…, SAVE_… or DIGEST_MISMATCH if what came is
            not what was asked for.
        Cancelled: the token was cancelled.
    """
    options = options or SaveOptions()
    cancel = cancel or CancelToken()
    engine = engine.under(cancel)
    wanted = wanted_names(names)
    yield Progress(Phase.WAITING)
    likely_bytes = room_for_save(engine, wanted, Path(target), options.compression)
    options = replace(options, estimated_bytes=likely_bytes or options.estimated_bytes)
    try:
        received = yield from receive(
            engine.open_save(wanted),
            Path(target),
            partial(prove_image_archive, wanted_names=wanted),
            options,
            cancel,
        )
    except UserFacingError as error:
        if error.code is ErrorCode.IMAGE_GONE:
            _name_the_missing(engine, wanted)
        raise
    return SaveResult(
        received.files[0],
        received.size_bytes,
        received.proof.images,
        received.sha256,
        received.files,
    )


def _name_the_missing(engine: Engine, names: Sequence[str]) -> None:
    """Of several images an engine only says that one is not there; asked alone, it says which."""
    for name in names:
        engine.image(name)


def wanted_names(names: Sequence[str]) -> list[str]:
    """Names as the engine is asked for them, each once.

    Raises:
        UserFacingError: NAME_INVALID, NAME_MISSING or SAVE_EMPTY.
    """
    for name in names:
        if name.startswith("sha256:"):
            raise UserFacingError(ErrorCode.NAME_MISSING, {"image": name})
    wanted = dict.fromkeys(references.parse(name).familiar for name in names)
    if not wanted:
        raise UserFacingError(ErrorCode.SAVE_EMPTY)
    return list(wanted)
