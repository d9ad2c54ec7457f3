"""What each piece of a command is for, in one sentence that needs no other to be understood."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app.transfers.commands import Meaning


def meaning_text(meaning: Meaning) -> str:
    """The sentence, in the person's language."""
    return QCoreApplication.translate("Commands", str(_TEXTS[meaning]))


_TEXTS: Mapping[Meaning, object] = {
    Meaning.ENGINE: QT_TRANSLATE_NOOP(
        "Commands", "Which engine: not the usual one of this computer."
    ),
    Meaning.SAVE: QT_TRANSLATE_NOOP(
        "Commands", "Writes images into an archive, with all their layers, settings and names."
    ),
    Meaning.LOAD: QT_TRANSLATE_NOOP(
        "Commands", "Brings the images of an archive into the engine, under the names in it."
    ),
    Meaning.EXPORT: QT_TRANSLATE_NOOP(
        "Commands", "Writes all files of a container into an archive, as they are now."
    ),
    Meaning.IMPORT: QT_TRANSLATE_NOOP(
        "Commands", "Makes a new image, of one layer, out of the files in an archive."
    ),
    Meaning.TAG: QT_TRANSLATE_NOOP("Commands", "Gives an image one more name, a “tag”."),
    Meaning.RENAME: QT_TRANSLATE_NOOP(
        "Commands",
        "Gives the new name. Docker has used the name in the file until now, and has taken it from"
        " any other image that had it. Image Ferry gives the new name from the start.",
    ),
    Meaning.UNTAG: QT_TRANSLATE_NOOP(
        "Commands", "Takes this name off. The image stays as long as it has another one."
    ),
    Meaning.TO_FILE: QT_TRANSLATE_NOOP("Commands", "The file that is written."),
    Meaning.FROM_FILE: QT_TRANSLATE_NOOP("Commands", "The file that is read."),
    Meaning.FROM_PIPE: QT_TRANSLATE_NOOP(
        "Commands", "Stands for what the command before it hands over."
    ),
    Meaning.IMAGES: QT_TRANSLATE_NOOP("Commands", "Which images, by name or by ID."),
    Meaning.CONTAINER: QT_TRANSLATE_NOOP("Commands", "Which container."),
    Meaning.NAME: QT_TRANSLATE_NOOP("Commands", "The name that the image gets."),
    Meaning.LOADED_ID: QT_TRANSLATE_NOOP(
        "Commands", "Put in its place the ID that the first command prints."
    ),
    Meaning.PLATFORM: QT_TRANSLATE_NOOP(
        "Commands", "Only the image for this platform. Docker knows this from version 28 on."
    ),
    Meaning.COMPRESS: QT_TRANSLATE_NOOP("Commands", "Makes the file smaller on the way."),
    Meaning.SPLIT: QT_TRANSLATE_NOOP(
        "Commands",
        "Cuts it into parts of this many bytes. Image Ferry also writes a list of the parts.",
    ),
    Meaning.JOIN: QT_TRANSLATE_NOOP("Commands", "Puts the parts together again, in their order."),
    Meaning.UNPACK: QT_TRANSLATE_NOOP("Commands", "Unpacks the file on the way."),
    Meaning.WRITE_CHECKSUM: QT_TRANSLATE_NOOP(
        "Commands", "Writes a checksum file, to check copies with."
    ),
    Meaning.COMPARE_CHECKSUM: QT_TRANSLATE_NOOP(
        "Commands", "Compares the file with the checksum beside it, if there is one."
    ),
    Meaning.LIST_CONTENTS: QT_TRANSLATE_NOOP(
        "Commands",
        "Reads the archive to its end, and complains if that comes too early. Docker itself has no"
        " command that checks a file.",
    ),
}
