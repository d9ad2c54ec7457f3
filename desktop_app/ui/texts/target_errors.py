"""The sentences for what goes wrong where a file is written, for ``errors.py`` to fill."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop_app.errors import ErrorCode

TARGET_TEXTS = {
    ErrorCode.TARGET_FULL: (
        QT_TRANSLATE_NOOP("Errors", "There is no space left for {file}."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "The disk with {folder} is full. Nothing was left on it. Free some space or choose"
            " another disk, then try again.",
        ),
    ),
    ErrorCode.TARGET_TOO_SMALL: (
        QT_TRANSLATE_NOOP("Errors", "{file} does not fit on this disk."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "At least {needed_bytes} are needed, and {free_bytes} are free in {folder}. Nothing was"
            " begun. Free some space or choose another disk, then try again.",
        ),
    ),
    ErrorCode.TARGET_READ_ONLY: (
        QT_TRANSLATE_NOOP("Errors", "Nothing can be written to {folder}."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "It is protected, or it belongs to somebody else. Choose another folder.",
        ),
    ),
    ErrorCode.TARGET_FOLDER_GONE: (
        QT_TRANSLATE_NOOP("Errors", "The folder {folder} is not there."),
        QT_TRANSLATE_NOOP(
            "Errors", "It was moved or removed, or its disk was taken out. Choose another folder."
        ),
    ),
    ErrorCode.TARGET_IS_FOLDER: (
        QT_TRANSLATE_NOOP("Errors", "There is a folder with the name {file}."),
        QT_TRANSLATE_NOOP("Errors", "A file cannot take its place. Choose another name."),
    ),
    ErrorCode.TARGET_NOT_REGULAR: (
        QT_TRANSLATE_NOOP("Errors", "{file} is not an ordinary file."),
        QT_TRANSLATE_NOOP("Errors", "It belongs to the system and stays as it is. Choose another."),
    ),
    ErrorCode.TARGET_NO_BIG_FILES: (
        QT_TRANSLATE_NOOP("Errors", "{file} is too large for this disk."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "No file on it may be larger than 4 GB, whatever space there is. Save in parts of less"
            " than that, choose another disk, or have this one formatted as exFAT.",
        ),
    ),
    ErrorCode.TARGET_BUSY: (
        QT_TRANSLATE_NOOP("Errors", "{file} is being written by another window of this program."),
        QT_TRANSLATE_NOOP("Errors", "Wait until it is done there, or choose another name."),
    ),
    ErrorCode.TARGET_FAILED: (
        QT_TRANSLATE_NOOP("Errors", "Writing {file} failed."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "The disk reported an error and may be damaged or unplugged. Choose another disk.",
        ),
    ),
}

FULL_OF_ARCHIVES: tuple[object, object] = (
    TARGET_TEXTS[ErrorCode.TARGET_FULL][0],
    QT_TRANSLATE_NOOP(
        "Errors",
        "The disk with {folder} is full. Nothing was left on it. Choose another disk, or remove"
        " what nobody needs any more; the largest archives there are {removable}.",
    ),
)
