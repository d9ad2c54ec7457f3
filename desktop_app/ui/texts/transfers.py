"""What a transfer does, what it is doing just now, and what came of it."""

from collections.abc import Iterable, Mapping
from typing import assert_never

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app.errors import Param
from desktop_app.models.words import short_id, size_text
from desktop_app.progress import Phase, Progress
from desktop_app.transfers.requests import (
    CheckRequest,
    CheckResult,
    ExportRequest,
    ExportResult,
    ImportRequest,
    ImportResult,
    LoadRequest,
    LoadResult,
    SaveRequest,
    SaveResult,
    SeparateSaveResult,
    Transfer,
)
from desktop_app.ui import texts
from desktop_app.ui.texts.joints import briefly_listed, joined
from desktop_app.ui.texts.quantities import speed_text, time_left_text
from desktop_app.ui.texts.safe import safe
from desktop_app.workers.job import JobState
from desktop_app.workers.outcome import Outcome, Succeeded

_TITLES: Mapping[type[Transfer], tuple[object, object, object]] = {
    SaveRequest: (
        QT_TRANSLATE_NOOP("Transfers", "Saving {names} → {file}"),
        QT_TRANSLATE_NOOP("Transfers", "Saved {names} → {file}"),
        QT_TRANSLATE_NOOP("Transfers", "Save {names} → {file}"),
    ),
    LoadRequest: (
        QT_TRANSLATE_NOOP("Transfers", "Loading {file}"),
        QT_TRANSLATE_NOOP("Transfers", "Loaded {file}"),
        QT_TRANSLATE_NOOP("Transfers", "Load {file}"),
    ),
    ExportRequest: (
        QT_TRANSLATE_NOOP("Transfers", "Exporting container {name} → {file}"),
        QT_TRANSLATE_NOOP("Transfers", "Exported container {name} → {file}"),
        QT_TRANSLATE_NOOP("Transfers", "Export container {name} → {file}"),
    ),
    ImportRequest: (
        QT_TRANSLATE_NOOP("Transfers", "Importing {file} → {name}"),
        QT_TRANSLATE_NOOP("Transfers", "Imported {file} → {name}"),
        QT_TRANSLATE_NOOP("Transfers", "Import {file} → {name}"),
    ),
    CheckRequest: (
        QT_TRANSLATE_NOOP("Transfers", "Checking {file}"),
        QT_TRANSLATE_NOOP("Transfers", "Checked {file}"),
        QT_TRANSLATE_NOOP("Transfers", "Check {file}"),
    ),
}
"""While it is under way, once it is done, and else."""

_PHASES: Mapping[Phase, object] = {
    Phase.INSPECTING: QT_TRANSLATE_NOOP("Transfers", "Looking at the file"),
    Phase.READING: QT_TRANSLATE_NOOP("Transfers", "Reading and checking the file"),
    Phase.COMPARING: QT_TRANSLATE_NOOP("Transfers", "Comparing the file with its checksum"),
    Phase.WAITING: QT_TRANSLATE_NOOP("Transfers", "Waiting for the engine"),
    Phase.RECEIVING: QT_TRANSLATE_NOOP("Transfers", "Reading, checking and writing"),
    Phase.SENDING: QT_TRANSLATE_NOOP("Transfers", "Sending to the engine"),
    Phase.SENDING_ALL: QT_TRANSLATE_NOOP("Transfers", "Sending all of it after all"),
    Phase.UNPACKING: QT_TRANSLATE_NOOP("Transfers", "The engine is unpacking"),
    Phase.CHECKING: QT_TRANSLATE_NOOP("Transfers", "Checking that everything is there"),
}

_STATES: Mapping[JobState, object] = {
    JobState.QUEUED: QT_TRANSLATE_NOOP("Transfers", "Waiting for its turn"),
    JobState.RUNNING: QT_TRANSLATE_NOOP("Transfers", "Running"),
    JobState.FINISHING: QT_TRANSLATE_NOOP("Transfers", "Finishing"),
    JobState.CANCELLING: QT_TRANSLATE_NOOP("Transfers", "Stopping"),
    JobState.SUCCEEDED: QT_TRANSLATE_NOOP("Transfers", "Done"),
    JobState.FAILED: QT_TRANSLATE_NOOP("Transfers", "Failed"),
    JobState.CANCELLED: QT_TRANSLATE_NOOP("Transfers", "Cancelled"),
}


def request_title(
    request: Transfer, outcome: Outcome | None = None, *, is_waiting: bool = False
) -> str:
    """``Saving a and b → x.tar``; ``Saved …`` once it is done; else ``Save …``.

    Args:
        request: what was asked for.
        outcome: what came of it; None while it is under way.
        is_waiting: whether it has not begun so far.
    """
    under_way, done, plain = _TITLES[type(request)]
    source = under_way if outcome is None and not is_waiting else plain
    if isinstance(outcome, Succeeded):
        source = done
    text = QCoreApplication.translate("Transfers", str(source))
    return text.format_map(_words_of(request))


def _words_of(request: Transfer) -> Mapping[str, str]:
    match request:
        case SaveRequest(names, target):
            return {"names": briefly_listed(names), "file": safe(target.name)}
        case ExportRequest(_, container_name, target):
            return {"name": safe(container_name), "file": safe(target.name)}
        case ImportRequest(path, name):
            return {"file": safe(path.name), "name": safe(name)}
        case LoadRequest(path) | CheckRequest(path):
            return {"file": safe(path.name)}
        case _:
            assert_never(request)


def phase_text(phase: Phase) -> str:
    """What a running transfer is doing."""
    return QCoreApplication.translate("Transfers", str(_PHASES[phase]))


def state_text(state: JobState) -> str:
    """Where a transfer is in its life; while it runs, `phase_text` says more."""
    return QCoreApplication.translate("Transfers", str(_STATES[state]))


def cancelled_text(request: Transfer, remaining: Iterable[str] = ()) -> str:
    """What a cancelled transfer leaves behind, as far as the program can know.

    Args:
        request: what was asked for.
        remaining: names of images that are in the engine all the same.
    """
    if names := briefly_listed(remaining):
        text = QCoreApplication.translate(
            "Transfers", "Cancelled. In the engine all the same: {names}"
        )
        return text.format(names=names)
    match request:
        case SaveRequest() | ExportRequest():
            return QCoreApplication.translate("Transfers", "Cancelled. No file was left behind.")
        case LoadRequest() | ImportRequest():
            return QCoreApplication.translate(
                "Transfers",
                "Cancelled. If the engine had the whole file already, it may still finish.",
            )
        case CheckRequest():
            return QCoreApplication.translate(
                "Transfers", "Cancelled. Whether the file is whole is not known."
            )
        case _:
            assert_never(request)


def remaining_text(params: Mapping[str, Param]) -> str:
    """What a failed load has left in the engine; empty if that is nothing."""
    if "remaining" not in params:
        return ""
    text = QCoreApplication.translate("Transfers", "In the engine all the same: {names}")
    return text.format(names=safe(str(params["remaining"])))


def stalled_text(phase: Phase | None) -> str:
    """For a transfer in which nothing has moved for half a minute: who is being waited for.

    Args:
        phase: of the transfer; None while it only connects.
    """
    match phase:
        case Phase.INSPECTING | Phase.READING | Phase.COMPARING:
            return QCoreApplication.translate(
                "Transfers",
                "The disk of the file has given nothing for 30 seconds. Keep waiting, or cancel.",
            )
        case Phase.RECEIVING:
            return QCoreApplication.translate(
                "Transfers",
                "For 30 seconds nothing has come from the engine, or the disk has taken nothing. "
                "Keep waiting, or cancel.",
            )
        case Phase.SENDING | Phase.SENDING_ALL:
            return QCoreApplication.translate(
                "Transfers",
                "The engine has taken nothing for 30 seconds. Keep waiting, or cancel.",
            )
        case Phase.UNPACKING:
            return QCoreApplication.translate(
                "Transfers",
                "The engine has everything and is still unpacking; it has said nothing for "
                "30 seconds. Keep waiting, or cancel.",
            )
        case _:
            return QCoreApplication.translate(
                "Transfers", "The engine has not answered for 30 seconds. Keep waiting, or cancel."
            )


def progress_text(
    progress: Progress, bytes_per_second: float | None = None, seconds_left: float | None = None
) -> str:
    """``412 MB of about 660 MB · 186 MB/s · 2 s left``, as far as it is known."""
    parts = [amount_text(progress)]
    if bytes_per_second:
        parts.append(speed_text(bytes_per_second))
    if seconds_left is not None:
        parts.append(time_left_text(seconds_left))
    return joined(parts)


def amount_text(progress: Progress) -> str:
    """``412 MB of about 660 MB``; empty before the first byte of an unknown number."""
    done = size_text(progress.done_bytes)
    if progress.total_bytes is None:
        return done if progress.done_bytes else ""
    if progress.is_estimate:
        text = QCoreApplication.translate("Transfers", "{done} of about {total}")
    else:
        text = QCoreApplication.translate("Transfers", "{done} of {total}")
    return text.format(done=done, total=size_text(progress.total_bytes))


def result_text(result: object) -> str:
    """What came of a transfer, one line; empty for a result that is none of a transfer's."""
    match result:
        case SaveResult() | SeparateSaveResult():
            return _save_text(result)
        case LoadResult():
            return _load_text(result)
        case ExportResult():
            return _export_text(result)
        case ImportResult():
            return _import_text(result)
        case CheckResult():
            return texts.check_text(result)
        case _:
            return ""


def _save_text(result: SaveResult | SeparateSaveResult) -> str:
    if isinstance(result, SaveResult):
        size_bytes, count = result.size_bytes, sum(len(image.layers) for image in result.images)
        text = QCoreApplication.translate("Transfers", "Checked: %n layer(s), {size}", "", count)
        text = _with_sum(text, result.sha256)
    else:
        size_bytes, count = sum(each.size_bytes for each in result.saved), len(result.saved)
        text = QCoreApplication.translate("Transfers", "Checked: %n file(s), {size}", "", count)
    return text.format(size=size_text(size_bytes))


def _load_text(result: LoadResult) -> str:
    if all(image.was_there for image in result.images):
        text = QCoreApplication.translate("Transfers", "Everything in it was here already: {names}")
    else:
        text = QCoreApplication.translate("Transfers", "Loaded and checked: {names}")
    names = [name for image in result.images for name in image.names or (short_id(image.image_id),)]
    return text.format(names=briefly_listed(names))


def _import_text(result: ImportResult) -> str:
    if result.was_there:
        text = QCoreApplication.translate("Transfers", "It was here already: {name}")
    else:
        text = QCoreApplication.translate("Transfers", "Imported and checked: {name}")
    return text.format(name=safe(result.name))


def _export_text(result: ExportResult) -> str:
    size = size_text(result.size_bytes)
    if not result.left_out:
        text = QCoreApplication.translate("Transfers", "Checked: {size}")
        return _with_sum(text, result.sha256).format(size=size)
    text = QCoreApplication.translate("Transfers", "Checked: {size}. Not in it: {paths}")
    return text.format(size=size, paths=briefly_listed(result.left_out))


def _with_sum(text: str, sha256: str) -> str:
    """The ends of a checksum are enough to see that two are not the same."""
    if not sha256:
        return text
    both = QCoreApplication.translate("Transfers", "{result}, SHA-256 {sha256}")
    return both.format(result=text, sha256=f"{sha256[:4]}…{sha256[-4:]}")
