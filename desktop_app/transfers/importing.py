"""Import: a root file system into an engine as an image with a name, layer and name proved."""

import hashlib
from collections.abc import Callable, Generator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop_app import references
from desktop_app.archives import ArchiveReport, Choices, HostileArchive, Method
from desktop_app.archives.compression import DamagedCompression, decompressed
from desktop_app.cancel import CancelToken
from desktop_app.engine import Engine
from desktop_app.engine_info import ImageDetails, ImageStore
from desktop_app.errors import ErrorCode, UserFacingError
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.aftermath import image_called, look_before, told_truthfully
from desktop_app.transfers.cargo import Cargo, opened
from desktop_app.transfers.channel import Reader
from desktop_app.transfers.looking import inspect
from desktop_app.transfers.presence import find
from desktop_app.transfers.requests import ImportResult
from desktop_app.transfers.sending import fitting, read, send
from desktop_app.transfers.space import room_in_engine


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to import.

    Attributes:
        despite_warning: the person has read that the file does not look like a root file system.
        known: what was learnt of the file before, which need not be read for it again.
    """

    despite_warning: bool = False
    known: ArchiveReport | None = None


def import_filesystem(
    engine: Engine,
    path: Path,
    name: str,
    options: ImportOptions | None = None,
    cancel: CancelToken | None = None,
) -> Generator[Progress, None, ImportResult]:
    """Make an image of one layer out of a root file system.

    Args:
        engine: where the image goes.
        path: an exported file system, or any tar that holds one.
        name: ``repository:tag`` of the new image.
        options: see `ImportOptions`.
        cancel: ends the job. Once the engine has every byte it may finish all the same.

    Raises:
        UserFacingError: NAME_INVALID; FILE_… before a byte is sent if this does not look like a
            root file system; ENGINE_… if the engine refuses; LOAD_UNPROVEN if what it has is not
            what was sent.
        Cancelled: the token was cancelled.
    """
    options = options or ImportOptions()
    cancel = cancel or CancelToken()
    engine = engine.under(cancel)
    name = references.parse(name).familiar
    report = yield from inspect(Path(path), cancel, options.known)
    judged = partial(
        fitting, method=Method.IMPORT, info=engine.info, despite_warning=options.despite_warning
    )
    conversion = judged(report).conversion
    open_cargo = partial(
        opened, report=report, conversion=conversion, choices=Choices(), cancel=cancel
    )
    there = yield from _there(engine, name, open_cargo, cancel)
    if there is not None:
        return ImportResult(Path(path), there.image_id, name, was_there=True)
    with ExitStack() as stack:
        cargo = yield from open_cargo(stack)
        judged(cargo.report)
        room_in_engine(engine.info, new_bytes=cargo.size_bytes or 0)
        with told_truthfully(engine, look_before(engine), image_called(name), cancel):
            return (yield from _sent_and_proved(engine, cargo, name, cancel))


def _sent_and_proved(
    engine: Engine, cargo: Cargo, name: str, cancel: CancelToken
) -> Generator[Progress, None, ImportResult]:
    observe = partial(_diff_id, report=cargo.report)
    _, (diff_id,) = yield from send(engine.open_import(name), cargo, cancel, observe)
    yield Progress(Phase.CHECKING)
    details = engine.image(name)
    if details.diff_ids != (diff_id,):
        raise UserFacingError(ErrorCode.LOAD_UNPROVEN, {"image": name})
    return ImportResult(cargo.report.path, details.image_id, name)


def _there(
    engine: Engine,
    name: str,
    open_cargo: Callable[[ExitStack], Generator[Progress, None, Cargo]],
    cancel: CancelToken,
) -> Generator[Progress, None, ImageDetails | None]:
    """The image that has the name, if it is what an import would make of the file.

    The file is only read for this if there is an image of one layer with this name, and if the
    engine has all of that; ``presence.py`` says more.
    """
    yield Progress(Phase.WAITING)
    details = find(engine, name)
    if details is None or len(details.diff_ids) != 1:
        return None
    if engine.info.store is ImageStore.CONTAINERD and not details.whole_manifests:
        return None
    with ExitStack() as stack:
        cargo = yield from open_cargo(stack)
        diff_id = yield from read(cargo, cancel, partial(_diff_id, report=cargo.report))
    return details if details.diff_ids == (diff_id,) else None


def _diff_id(reader: Reader, report: ArchiveReport) -> str:
    """The digest of the one layer that an engine makes of these bytes: uncompressed, as sent.

    Raises:
        UserFacingError: FILE_CHANGED, as they were whole when the file was identified.
    """
    digest = hashlib.sha256()
    try:
        for block in decompressed(reader, report.compression):
            digest.update(block)
    except (DamagedCompression, HostileArchive) as error:
        raise UserFacingError(ErrorCode.FILE_CHANGED, {"path": str(report.path)}) from error
    return f"sha256:{digest.hexdigest()}"
