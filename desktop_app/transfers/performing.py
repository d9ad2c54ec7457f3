"""From what a person asked for to the generator that does it."""

from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import TypeAlias

from desktop_app.archives import ArchiveReport
from desktop_app.cancel import CancelToken
from desktop_app.engine import Engine
from desktop_app.errors import UserFacingError
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.answering import answer
from desktop_app.transfers.checking import check_file
from desktop_app.transfers.exporting import ExportOptions, export_container
from desktop_app.transfers.importing import ImportOptions, import_filesystem
from desktop_app.transfers.leftovers import Journal
from desktop_app.transfers.loading import LoadOptions, load_archive
from desktop_app.transfers.looking import glance, read_on
from desktop_app.transfers.naming import name_image, remove_name
from desktop_app.transfers.requests import (
    CheckRequest,
    CompleteRequest,
    Errand,
    ExportRequest,
    FindLeftoversRequest,
    ImportRequest,
    InspectRequest,
    InspectResult,
    LeftoversResult,
    LoadRequest,
    NameRequest,
    Question,
    SaveRequest,
    SettleLeftoversRequest,
    Transfer,
    UnnameRequest,
    UnreadableFile,
)
from desktop_app.transfers.saving import SaveOptions, save_images
from desktop_app.transfers.separating import save_separately

Body: TypeAlias = Generator[Progress, None, object]
Look: TypeAlias = Generator[Progress, None, ArchiveReport]


def perform(
    request: Transfer | Errand,
    open_engine: Callable[[CancelToken], Engine],
    cancel: CancelToken,
    journal: Journal | None = None,
) -> Body:
    """Do what was asked for, with an engine of the job's own.

    Args:
        request: what to do.
        open_engine: connects, until it is cancelled; only called where an engine is needed. For a
            `ReachRequest` it has to be the engine that is asked for.
        cancel: ends the job.
        journal: where files that are being written are noted; None for nowhere.
    """
    if isinstance(request, InspectRequest):
        looks = [(path, glance(path, cancel)) for path in request.paths]
        return (yield from _inspect_all(looks))
    if isinstance(request, CompleteRequest):
        look = read_on(request.report, cancel)
        return (yield from _inspect_all([(request.report.path, look)]))
    if isinstance(request, FindLeftoversRequest | SettleLeftoversRequest):
        return (yield from _leftovers(request, journal))
    if isinstance(request, CheckRequest):
        return (yield from check_file(request.path, request.depth, cancel))
    yield Progress(Phase.WAITING)
    with open_engine(cancel) as engine:
        if isinstance(request, Question):
            return (yield from answer(engine, request, cancel))
        return (yield from _with_engine(request, engine, cancel, journal))


def _with_engine(
    request: SaveRequest
    | LoadRequest
    | ExportRequest
    | ImportRequest
    | NameRequest
    | UnnameRequest,
    engine: Engine,
    cancel: CancelToken,
    journal: Journal | None,
) -> Body:
    match request:
        case SaveRequest(names, target):
            save = save_separately if request.is_separate else save_images
            return save(engine, names, target, _save_options(request, journal), cancel)
        case LoadRequest(path):
            load = LoadOptions(
                request.given_names, request.platform, request.movable_names, request.known
            )
            return load_archive(engine, path, load, cancel)
        case ExportRequest(container_id, _, target):
            options = ExportOptions(
                compression=request.compression,
                part_bytes=request.part_bytes,
                checksum=request.checksum,
                journal=journal,
            )
            return export_container(engine, container_id, target, options, cancel)
        case ImportRequest(path, name, despite_warning):
            imports = ImportOptions(despite_warning, request.known)
            return import_filesystem(engine, path, name, imports, cancel)
        case NameRequest(image_id, name):
            return name_image(engine, image_id, name)
    return remove_name(engine, request.name)


def _save_options(request: SaveRequest, journal: Journal | None) -> SaveOptions:
    return SaveOptions(
        compression=request.compression,
        part_bytes=request.part_bytes,
        checksum=request.checksum,
        estimated_bytes=request.estimated_bytes,
        journal=journal,
    )


def _leftovers(
    request: FindLeftoversRequest | SettleLeftoversRequest, journal: Journal | None
) -> Body:
    """A disk that has gone may keep one waiting, so this is a job, too."""
    yield Progress(Phase.CHECKING)
    if journal is None:
        return LeftoversResult(())
    if isinstance(request, FindLeftoversRequest):
        return LeftoversResult(journal.leftovers())
    if request.deletes:
        return LeftoversResult(journal.delete(request.leftovers))
    journal.keep(request.leftovers)
    return LeftoversResult(())


def _inspect_all(looks: Iterable[tuple[Path, Look]]) -> Body:
    """A file that cannot be read says so in its place; the others are looked at all the same."""
    found: list[ArchiveReport | UnreadableFile] = []
    for path, look in looks:
        try:
            found.append((yield from look))
        except UserFacingError as error:
            found.append(UnreadableFile(path, error.code, error.params, error.detail))
    return InspectResult(tuple(found))
