"""What the program says about a file and a method: two sentences for each verdict."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app.archives.compatibility import Level, Verdict, VerdictCode
from desktop_app.archives.conversions import Conversion
from desktop_app.archives.report import ArchivedImage, ArchiveReport
from desktop_app.ui.texts.joints import listed
from desktop_app.ui.texts.safe import safe

_MOST_PARTS = 4


@dataclass(frozen=True, slots=True)
class VerdictText:
    """A verdict in plain words.

    Attributes:
        headline: what was found, one sentence.
        explanation: what that means for the person, and what to do.
    """

    headline: str
    explanation: str


def verdict_text(verdict: Verdict, report: ArchiveReport) -> VerdictText:
    """The sentences for a verdict on a file, in the person's language."""
    values = {
        "file": safe(report.path.name),
        "names": listed(verdict.replaced_names),
        "platforms": listed(dict.fromkeys(image.platform for image in report.images)),
        "parts": _wanting_parts(report),
    }
    may_go_on = verdict.code is VerdictCode.UNKNOWN_CONTENT and verdict.level is Level.WARN
    headline, explanation = _UNKNOWN_BUT_WANTED if may_go_on else _TEXTS[verdict.code]
    return VerdictText(_translated(headline), _translated(explanation).format(**values))


def reason_text(code: VerdictCode) -> str:
    """Why a file cannot be used, in one sentence that needs no file to be known."""
    return _translated(_TEXTS[code][0])


def conversion_text(conversion: Conversion, report: ArchiveReport) -> str:
    """What is done to a file while it is sent, and why, in one sentence or two."""
    return _translated(_CONVERSIONS[conversion]).format(compression=report.compression.value)


def platforms_text(report: ArchiveReport, left_behind: Collection[ArchivedImage]) -> str:
    """Which of several platforms come into the engine, and which do not.

    Args:
        report: the file.
        left_behind: the images in it that do not.
    """
    text = QCoreApplication.translate(
        "Verdicts", "Comes into the engine: {coming}. Stays in the file: {left}."
    )
    coming = [image.platform for image in report.images if image not in left_behind]
    left = [image.platform for image in left_behind]
    return text.format(coming=listed(dict.fromkeys(coming)), left=listed(dict.fromkeys(left)))


def _translated(source: object) -> str:
    return QCoreApplication.translate("Verdicts", str(source))


def _wanting_parts(report: ArchiveReport) -> str:
    """The first of those that are missing or damaged; nobody reads a hundred names."""
    names = (*report.parts.missing, *report.parts.damaged) if report.parts else ()
    return listed([*names[:_MOST_PARTS], "…"] if len(names) > _MOST_PARTS else names)


_TEXTS: Mapping[VerdictCode, tuple[object, object]] = {
    VerdictCode.FITS: (
        QT_TRANSLATE_NOOP("Verdicts", "This file fits."),
        QT_TRANSLATE_NOOP("Verdicts", "Nothing stands in the way."),
    ),
    VerdictCode.IMAGES_NEED_LOAD: (
        QT_TRANSLATE_NOOP("Verdicts", "This file holds saved images. Importing it would not work."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "You chose Import, which is for the file system of a container. {file} was made by"
            " saving images. The engine would import it without a complaint, but the image would"
            " never start (“no command specified”).",
        ),
    ),
    VerdictCode.FILESYSTEM_NEEDS_IMPORT: (
        QT_TRANSLATE_NOOP(
            "Verdicts", "This is the file system of a container. It cannot be loaded."
        ),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "You chose Load, which is for saved images. {file} was made by exporting a container."
            " It becomes an image again when it is imported under a name.",
        ),
    ),
    VerdictCode.REPLACES_NAMES: (
        QT_TRANSLATE_NOOP("Verdicts", "Not all names in this file are free."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "Taken by other images in this engine: {names}. No two images can have the same name.",
        ),
    ),
    VerdictCode.OTHER_PROCESSOR: (
        QT_TRANSLATE_NOOP("Verdicts", "At least one image was made for another processor."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "Such images can be loaded, named and saved again, but they will not start in this"
            " engine.",
        ),
    ),
    VerdictCode.OTHER_SYSTEM: (
        QT_TRANSLATE_NOOP("Verdicts", "This file was made for another operating system."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "It holds images for {platforms}, which this engine cannot take. Use an engine of that"
            " system.",
        ),
    ),
    VerdictCode.AMBIGUOUS: (
        QT_TRANSLATE_NOOP("Verdicts", "This file says two things about its images."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "{file} has two lists of its images that do not agree. Only the images that are shown"
            " here are sent. Load them only if they are the ones that you expect.",
        ),
    ),
    VerdictCode.PLATFORM_MISSING: (
        QT_TRANSLATE_NOOP("Verdicts", "There is nothing for this engine’s processor in this file."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "{file} holds the same image for {platforms}. Only the one that is shown here is sent;"
            " it will not start in this engine.",
        ),
    ),
    VerdictCode.ONE_PLATFORM_ONLY: (
        QT_TRANSLATE_NOOP("Verdicts", "One image of several will be loaded."),
        QT_TRANSLATE_NOOP("Verdicts", "{file} holds the same image for {platforms}."),
    ),
    VerdictCode.LAYERS_MISSING: (
        QT_TRANSLATE_NOOP("Verdicts", "Layers are missing in this file."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "{file} lists layers that are not in it. Have the images saved again on the computer"
            " that they came from.",
        ),
    ),
    VerdictCode.PARTS_MISSING: (
        QT_TRANSLATE_NOOP("Verdicts", "Parts of this archive are missing or damaged."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "{file} was saved in several parts. These are not there, or were not copied to their"
            " end: {parts}. Put all parts into one folder, with the file that ends in “.parts”.",
        ),
    ),
    VerdictCode.NOT_AN_ARCHIVE: (
        QT_TRANSLATE_NOOP("Verdicts", "This file holds no images."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "{file} is something else. Choose a file that was saved or exported with Image Ferry,"
            " Docker or Podman.",
        ),
    ),
    VerdictCode.EMPTY: (
        QT_TRANSLATE_NOOP("Verdicts", "This file is empty."),
        QT_TRANSLATE_NOOP(
            "Verdicts", "There is nothing in {file}. Have it made again where it came from."
        ),
    ),
    VerdictCode.DAMAGED: (
        QT_TRANSLATE_NOOP("Verdicts", "This file is damaged."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "{file} ends too early or has errors in it; perhaps it was not copied completely. Copy"
            " it again, or have it made again where it came from.",
        ),
    ),
    VerdictCode.UNKNOWN_CONTENT: (
        QT_TRANSLATE_NOOP("Verdicts", "This archive holds no images."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "{file} holds neither saved images nor the file system of a container. The engine"
            " would refuse it.",
        ),
    ),
}

_UNKNOWN_BUT_WANTED: tuple[object, object] = (
    QT_TRANSLATE_NOOP("Verdicts", "This archive does not look like a file system."),
    QT_TRANSLATE_NOOP(
        "Verdicts",
        "{file} can be imported all the same, but what comes out may never start. Import it only if"
        " you know what is in it.",
    ),
)

_CONVERSIONS: Mapping[Conversion, object] = {
    Conversion.DECOMPRESS: QT_TRANSLATE_NOOP(
        "Verdicts",
        "It is decompressed on the way: it is packed with {compression}, which this engine may not"
        " be able to read.",
    ),
    Conversion.TO_DOCKER_FORM: QT_TRANSLATE_NOOP(
        "Verdicts",
        "It is rewritten on the way: this engine does not read it in the form that it has. The"
        " images stay as they are.",
    ),
    Conversion.UNWRAP: QT_TRANSLATE_NOOP(
        "Verdicts", "It is packed once more than needed and is unpacked on the way."
    ),
    Conversion.ONE_PLATFORM: QT_TRANSLATE_NOOP(
        "Verdicts",
        "It is rewritten on the way: this engine keeps an image for one kind of processor only.",
    ),
    Conversion.GIVE_NAMES: QT_TRANSLATE_NOOP(
        "Verdicts", "The names that you give here are put on while it is sent."
    ),
}
