"""The diagnostic report: what somebody who helps from afar has to know, in English for everybody.

Names of images, files, computers and users are in it only if that is wished.
"""

import platform
from collections.abc import Iterator

import PySide6
from PySide6.QtCore import QLocale, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication

from desktop_app import __version__
from desktop_app.desktop.log import last_errors
from desktop_app.desktop.settings import engine_choices, preferences, save_choices
from desktop_app.workers.snapshot import EngineSnapshot

_LISTED_NAMES = 200


def diagnosis(snapshot: EngineSnapshot, *, has_names: bool) -> str:
    """The report as plain text.

    Args:
        snapshot: what is known of the engine.
        has_names: whether names of images, files, computers and users may be in it.
    """
    return "\n".join(
        [
            *_versions(),
            "",
            *_engine(snapshot, has_names=has_names),
            "",
            *_settings(has_names=has_names),
            "",
            *_errors(has_names=has_names),
        ]
    )


def _versions() -> Iterator[str]:
    from importlib.metadata import version  # noqa: PLC0415 - brings all of email, at every start

    yield f"Image Ferry: {__version__}"
    yield f"Python: {platform.python_version()}"
    yield f"Qt: {qVersion()} (PySide6 {PySide6.__version__}, {QGuiApplication.platformName()})"
    yield f"docker-py: {version('docker')}"
    yield f"System: {QSysInfo.prettyProductName()} ({QSysInfo.currentCpuArchitecture()})"
    yield f"Kernel: {QSysInfo.kernelType()} {QSysInfo.kernelVersion()}"
    yield f"Language of the system: {QLocale.system().name()}"


def _engine(snapshot: EngineSnapshot, *, has_names: bool) -> Iterator[str]:
    info, problem = snapshot.info, snapshot.stale_because
    yield f"State: {snapshot.state.value}"
    if problem is not None:
        yield f"Problem: {problem.code}{_in_full(problem.detail, has_names=has_names)}"
    if info is not None:
        kind = "Podman" if info.is_podman else "Docker"
        yield f"Engine: {kind} {info.version} (API {info.api_version})"
        yield f"Store: {info.store.value}, {info.os}/{info.architecture}"
        yield f"Address: {_address(info.url, has_names=has_names)}"
        yield f"Images: {len(snapshot.images)}, containers: {len(snapshot.containers)}"
    for attempt in snapshot.attempts:
        address = _address(attempt.url, has_names=has_names)
        answer = f"{attempt.code}{_in_full(attempt.detail, has_names=has_names)}"
        yield f"Looked for {attempt.place} at {address}: {answer}"
    if has_names:
        names = [name for image in snapshot.images for name in image.names]
        yield from (f"Image: {name}" for name in names[:_LISTED_NAMES])


def _settings(*, has_names: bool) -> Iterator[str]:
    chosen, engines, saving = preferences(), engine_choices(), save_choices()
    yield f"Language: {chosen.language.value}, theme: {chosen.theme.value}"
    yield f"Notifications: {chosen.notifies}, keep awake: {chosen.keeps_awake}"
    yield f"Compression: {chosen.compression or 'as the last time'}, now {saving.compression.value}"
    yield f"Parts: {saving.part_bytes}, checksum: {saving.checksum}, separate: {saving.is_separate}"
    yield f"Engines written down: {len(engines.addresses)}, one is chosen: {bool(engines.chosen)}"
    if has_names:
        yield f"Folder: {chosen.folder or 'as the last time'}, now {saving.folder}"
        yield from (f"Engine written down: {address}" for address in engines.addresses)


def _errors(*, has_names: bool) -> Iterator[str]:
    errors = last_errors()
    yield f"Errors in this run: {len(errors) or 'none'}"
    for error in errors:
        words = error.text if has_names else error.summary
        yield f"{error.moment:%Y-%m-%d %H:%M:%S} UTC {words}"


def _address(url: str, *, has_names: bool) -> str:
    """Without names the way is said, as it is what mostly matters: ``unix``, ``ssh``."""
    return url if has_names else url.partition(":")[0]


def _in_full(detail: str, *, has_names: bool) -> str:
    return f" – {detail}" if has_names and detail else ""
