"""A headline and an advice for every error: what happened, what it means and what to do.

The engine's own words are never part of a sentence; they stand under "Details".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app import archives
from desktop_app.errors import ErrorCode, Param
from desktop_app.models.words import size_text
from desktop_app.ui import texts
from desktop_app.ui.texts.joints import listed
from desktop_app.ui.texts.safe import safe
from desktop_app.ui.texts.target_errors import FULL_OF_ARCHIVES, TARGET_TEXTS


@dataclass(frozen=True, slots=True)
class ErrorText:
    """An error in plain words.

    Attributes:
        headline: what happened, one sentence.
        advice: what it means and what to do, one or two.
    """

    headline: str
    advice: str


def error_text(code: ErrorCode, params: Mapping[str, Param] | None = None) -> ErrorText:
    """The sentences for an error, in the person's language.

    Args:
        code: what happened.
        params: what its comment in ``desktop_app/errors.py`` names.
    """
    values = _values(params or {})
    is_removable = code is ErrorCode.TARGET_FULL and values.get("removable")
    headline, advice = FULL_OF_ARCHIVES if is_removable else _TEXTS[code]
    return ErrorText(_filled(headline, values), _filled(advice, values))


def _filled(source: object, values: Mapping[str, str]) -> str:
    return QCoreApplication.translate("Errors", str(source)).format(**values)


def _values(params: Mapping[str, Param]) -> dict[str, str]:
    """A path is said as the name of the file and that of its folder, a verdict as a sentence."""
    values = {key: safe(str(value)) for key, value in params.items()}
    if "path" in params:
        path = PurePath(str(params["path"]))
        values["file"] = safe(path.name or str(path))
        values["folder"] = safe(str(path.parent))
    if "removable" in params:
        values["removable"] = listed(filter(None, str(params["removable"]).split("/")))
    for key in params:
        if key.endswith("_bytes"):
            values[key] = size_text(int(params[key]))
    if "verdict" in params:
        values["verdict"] = texts.reason_text(archives.VerdictCode(str(params["verdict"])))
    return values


_ENGINE_TEXTS = {
    ErrorCode.BUG: (
        QT_TRANSLATE_NOOP("Errors", "The program made a mistake."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Please try again. If it happens again, copy the text under Details and send it to"
            " whoever looks after Image Ferry for you.",
        ),
    ),
    ErrorCode.ENGINE_NOT_FOUND: (
        QT_TRANSLATE_NOOP("Errors", "No engine was found on this computer."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Images live in an engine, Docker or Podman. Install one of them or start it;"
            " the program connects by itself as soon as it is there.",
        ),
    ),
    ErrorCode.ENGINE_STOPPED: (
        QT_TRANSLATE_NOOP("Errors", "The engine is not running."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Nobody answers at {url}. Start Docker or Podman; the program connects by itself"
            " as soon as it runs.",
        ),
    ),
    ErrorCode.ENGINE_SSH: (
        QT_TRANSLATE_NOOP("Errors", "The engine on the other computer cannot be reached."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "What “ssh” said about {url} is under Details. It has to get in with a key, without a"
            " password, and Docker has to run there.",
        ),
    ),
    ErrorCode.ENGINE_FORBIDDEN: (
        QT_TRANSLATE_NOOP("Errors", "You are not allowed to use the engine."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "The one at {url} refuses your user name. Ask an administrator to add you to the"
            " group “docker”, then log out and in again.",
        ),
    ),
    ErrorCode.ENGINE_TLS: (
        QT_TRANSLATE_NOOP("Errors", "The engine cannot be trusted."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "The certificates of {url} and yours do not fit together. Ask whoever gave you the"
            " address for the right ones.",
        ),
    ),
    ErrorCode.ENGINE_URL_INVALID: (
        QT_TRANSLATE_NOOP("Errors", "This is not the address of an engine: {url}"),
        QT_TRANSLATE_NOOP(
            "Errors",
            "An address looks like unix:///var/run/docker.sock or tcp://server:2376."
            " Correct it where it is set, and start the program again.",
        ),
    ),
    ErrorCode.ENGINE_TOO_OLD: (
        QT_TRANSLATE_NOOP("Errors", "The engine is too old."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "The one at {url} speaks a language that is no longer spoken. Bring it up to date:"
            " Docker 20.10 or later will do.",
        ),
    ),
    ErrorCode.CONTEXT_UNKNOWN: (
        QT_TRANSLATE_NOOP("Errors", "Docker is set to use “{context}”, which does not exist."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Choose another context in Docker’s own settings, or ask whoever set Docker up for"
            " you. The program does not guess, so as not to change the wrong engine.",
        ),
    ),
    ErrorCode.BUILT_IN_ENGINE_FAILED: (
        QT_TRANSLATE_NOOP("Errors", "Podman is installed, but did not start."),
        QT_TRANSLATE_NOOP(
            "Errors", "Its own words are under Details. Try again, or start Docker instead."
        ),
    ),
    ErrorCode.ENGINE_LOST: (
        QT_TRANSLATE_NOOP("Errors", "The connection to the engine was lost."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "It was stopped, or started again. Nothing half done was kept here. Try again when"
            " it is back.",
        ),
    ),
    ErrorCode.ENGINE_REFUSED: (
        QT_TRANSLATE_NOOP("Errors", "The engine refused."),
        QT_TRANSLATE_NOOP("Errors", "The reason that it gave is under Details."),
    ),
    ErrorCode.ENGINE_DISK_FULL: (
        QT_TRANSLATE_NOOP("Errors", "The disk of the engine is full."),
        QT_TRANSLATE_NOOP(
            "Errors", "Free some space on it, for example by removing old images, and try again."
        ),
    ),
    ErrorCode.ENGINE_DISK_TOO_SMALL: (
        QT_TRANSLATE_NOOP("Errors", "The disk of the engine has not enough space for this."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "For a copy of its own it needs at least {needed_bytes}, and {free_bytes} are free in"
            " {path}. Nothing was begun. Free some space there, for example by removing old images,"
            " and try again.",
        ),
    ),
}

_IMAGE_TEXTS = {
    ErrorCode.IMAGE_GONE: (
        QT_TRANSLATE_NOOP("Errors", "The image {image} is no longer there."),
        QT_TRANSLATE_NOOP(
            "Errors", "Somebody removed or renamed it. The list shows what is there now."
        ),
    ),
    ErrorCode.CONTAINER_GONE: (
        QT_TRANSLATE_NOOP("Errors", "The container {container} is no longer there."),
        QT_TRANSLATE_NOOP("Errors", "Somebody removed it. The list shows what is there now."),
    ),
    ErrorCode.CONTAINER_DEAD: (
        QT_TRANSLATE_NOOP("Errors", "The container {container} is half removed."),
        QT_TRANSLATE_NOOP(
            "Errors", "What is left of it cannot be exported. Export another container."
        ),
    ),
    ErrorCode.IMAGE_IN_USE: (
        QT_TRANSLATE_NOOP("Errors", "A container needs the image {image}."),
        QT_TRANSLATE_NOOP("Errors", "Remove the container first if nobody needs it."),
    ),
    ErrorCode.NAME_INVALID: (
        QT_TRANSLATE_NOOP("Errors", "“{name}” cannot be the name of an image."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "A name has small letters, digits and - . _ / only, then a colon and a tag, such as"
            " shop/web:2.1.",
        ),
    ),
    ErrorCode.NAME_IS_LAST: (
        QT_TRANSLATE_NOOP("Errors", "{name} is the only name of its image."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Without it the engine would delete the image. Give the image another name first.",
        ),
    ),
    ErrorCode.NAME_MISSING: (
        QT_TRANSLATE_NOOP("Errors", "The image {image} has no name."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Saved like this nobody could tell what it is. Give it a name first, then save it.",
        ),
    ),
    ErrorCode.NAME_TAKEN: (
        QT_TRANSLATE_NOOP("Errors", "The name {name} is taken."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Another image in this engine has it now, so nothing of {file} was loaded. Choose"
            " another name, or let the image in the file have it.",
        ),
    ),
}

_FILE_TEXTS = {
    ErrorCode.FILE_GONE: (
        QT_TRANSLATE_NOOP("Errors", "The file {file} is not there."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "It was moved or removed, or its disk was taken out. It was looked for in {folder}.",
        ),
    ),
    ErrorCode.FILE_UNREADABLE: (
        QT_TRANSLATE_NOOP("Errors", "The file {file} cannot be read."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "You may lack the permission, or its disk may be damaged. Copy the file to another"
            " place and try that copy.",
        ),
    ),
    ErrorCode.FILE_IS_FOLDER: (
        QT_TRANSLATE_NOOP("Errors", "{file} is a folder."),
        QT_TRANSLATE_NOOP("Errors", "Open the files in it instead; several at once will do."),
    ),
    ErrorCode.FILE_NOT_REGULAR: (
        QT_TRANSLATE_NOOP("Errors", "{file} is not an ordinary file."),
        QT_TRANSLATE_NOOP("Errors", "It belongs to the system. Choose a file with images instead."),
    ),
    ErrorCode.FILE_CHANGED: (
        QT_TRANSLATE_NOOP("Errors", "The file {file} changed while it was read."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Perhaps it is still being copied or downloaded. Wait until that is done, then try"
            " again.",
        ),
    ),
    ErrorCode.FILE_UNSUITABLE: (
        QT_TRANSLATE_NOOP("Errors", "The file {file} was not sent to the engine."),
        QT_TRANSLATE_NOOP("Errors", "{verdict}"),
    ),
    ErrorCode.ARCHIVE_HOSTILE: (
        QT_TRANSLATE_NOOP("Errors", "The file {file} was made to do harm."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "It would use up this computer’s memory or disk, so it was not read any further. Do"
            " not use it, and tell whoever gave it to you.",
        ),
    ),
}

_PROOF_TEXTS = {
    ErrorCode.STREAM_CUT: (
        QT_TRANSLATE_NOOP("Errors", "The engine stopped in the middle."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Not everything came, so no file was kept. Try again; if a running container is being"
            " exported, stop it first.",
        ),
    ),
    ErrorCode.STREAM_ERROR: (
        QT_TRANSLATE_NOOP("Errors", "The engine failed in the middle."),
        QT_TRANSLATE_NOOP(
            "Errors", "No file was kept. Its own words are under Details; try again."
        ),
    ),
    ErrorCode.SAVE_EMPTY: (
        QT_TRANSLATE_NOOP("Errors", "The engine sent no images."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "No file was kept. Check in the list that the images are there, and try again.",
        ),
    ),
    ErrorCode.SAVE_INCOMPLETE: (
        QT_TRANSLATE_NOOP("Errors", "The engine’s own copy of {image} is not whole."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Parts of it are missing, so no file was kept. Have the image downloaded or loaded"
            " again on this computer, then save it.",
        ),
    ),
    ErrorCode.SAVE_IMAGE_MISSING: (
        QT_TRANSLATE_NOOP("Errors", "The engine left {image} out."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "No file was kept. Perhaps somebody removed or renamed the image; look at the list"
            " and try again.",
        ),
    ),
    ErrorCode.DIGEST_MISMATCH: (
        QT_TRANSLATE_NOOP("Errors", "What the engine sent is damaged."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "The part {member} is not what it says it is, so no file was kept. Try again; if it"
            " happens again, the engine’s disk may be damaged.",
        ),
    ),
    ErrorCode.EXPORT_EMPTY: (
        QT_TRANSLATE_NOOP("Errors", "The container {container} has no files."),
        QT_TRANSLATE_NOOP("Errors", "There is nothing to export, so no file was kept."),
    ),
    ErrorCode.LOAD_UNPROVEN: (
        QT_TRANSLATE_NOOP("Errors", "{image} did not arrive as it should."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "The engine reported success, but what it has is not what was sent. Do not rely on"
            " this image; try again.",
        ),
    ),
    ErrorCode.LOAD_NOTHING: (
        QT_TRANSLATE_NOOP("Errors", "The engine took no image out of {file}."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "It reported success all the same. Try again; if it happens again, have the file made"
            " anew.",
        ),
    ),
}

_TEXTS: Mapping[ErrorCode, tuple[object, object]] = {
    **_ENGINE_TEXTS,
    **_IMAGE_TEXTS,
    **_FILE_TEXTS,
    **TARGET_TEXTS,
    **_PROOF_TEXTS,
}
