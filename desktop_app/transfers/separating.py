"""Save: several images, each into a file of its own, as one job."""

from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path

from desktop_app.archives import Compression
from desktop_app.cancel import CancelToken
from desktop_app.engine import Engine
from desktop_app.file_names import SUFFIX, safe_file_name
from desktop_app.progress import Progress
from desktop_app.transfers.requests import SaveResult, SeparateSaveResult
from desktop_app.transfers.saving import SaveOptions, save_images, wanted_names

_KEPT_CHARACTERS = 80
_SUFFIXES = {Compression.GZIP: f"{SUFFIX}.gz", Compression.ZSTD: f"{SUFFIX}.zst"}


def save_separately(
    engine: Engine,
    names: Sequence[str],
    folder: Path,
    options: SaveOptions | None = None,
    cancel: CancelToken | None = None,
) -> Generator[Progress, None, SeparateSaveResult]:
    """Save images by name, each into an archive of its own; see `save_images` for the rest.

    The progress is that of all of them together. Each file is whole as soon as it has its name, so
    those that were done remain when a later one fails or the job is cancelled.

    Args:
        engine: where the images are.
        names: ``repository:tag`` of each.
        folder: where the files go; see `separate_targets`.
        options: of all files; the estimate is that of all together.
        cancel: ends the job; nothing remains of the file that is being written.

    Raises:
        UserFacingError, Cancelled: as of `save_images`.
    """
    options = options or SaveOptions()
    saved: list[SaveResult] = []
    done_bytes = 0
    for name, target in separate_targets(names, Path(folder), options.compression).items():
        with closing(save_images(engine, [name], target, options, cancel)) as body:
            result, done_bytes = yield from _counted_on(body, done_bytes, options.estimated_bytes)
        saved.append(result)
    return SeparateSaveResult(Path(folder), tuple(saved))


def separate_targets(
    names: Sequence[str], folder: Path, compression: Compression = Compression.NONE
) -> dict[str, Path]:
    """The file of each image, by its name; what is there already under these names is replaced.

    Raises:
        UserFacingError: NAME_INVALID, NAME_MISSING or SAVE_EMPTY, as of `save_images`.
    """
    suffix = suffix_of(compression)
    targets: dict[str, Path] = {}
    taken: set[str] = set()
    for name in wanted_names(names):
        file_name, number = safe_file_name(name, suffix), 1
        while file_name.casefold() in taken:  # web:RC and web:rc are one to many disks
            number += 1
            file_name = safe_file_name(f"{name[:_KEPT_CHARACTERS]} {number}", suffix)
        taken.add(file_name.casefold())
        targets[name] = folder / file_name
    return targets


def suffix_of(compression: Compression) -> str:
    """What the name of a file ends with: ``.tar``, ``.tar.gz`` or ``.tar.zst``."""
    return _SUFFIXES.get(compression, SUFFIX)


def _counted_on(
    body: Generator[Progress, None, SaveResult], before_bytes: int, total_bytes: int | None
) -> Generator[Progress, None, tuple[SaveResult, int]]:
    """One of several saves, its progress counted from where the one before has ended."""
    done_bytes = before_bytes
    while True:
        try:
            progress = next(body)
        except StopIteration as end:
            return end.value, done_bytes
        done_bytes = before_bytes + progress.done_bytes
        yield Progress(progress.phase, done_bytes, total_bytes, is_estimate=True)
