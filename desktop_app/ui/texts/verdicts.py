"""What the program says about a file and a method: two sentences for each verdict."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app.archives.compatibility import Level, Verdict, VerdictCode
from desktop_app.archives.report import ArchiveReport
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
        "platforms": listed({image.platform: None for image in report.images}),
        "compression": report.compression.value,
        "parts": _wanting_parts(report),
    }
    may_go_on = verdict.code is VerdictCode.UNKNOWN_CONTENT and verdict.level is Level.WARN
    headline, explanation = _UNKNOWN_BUT_WANTED if may_go_on else _TEXTS[verdict.code]
    return VerdictText(_translated(headline), _translated(explanation).format(**values))


def reason_text(code: VerdictCode) -> str:
    """Why a file cannot be used, in one sentence that needs no file to be known."""
    return _translated(_TEXTS[code][0])


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
            " saving images. The engine would import it without a complaint, and the image would"
            " never start (“no command specified”).",
        ),
    ),
    VerdictCode.FILESYSTEM_NEEDS_IMPORT: (
        QT_TRANSLATE_NOOP(
            "Verdicts", "This file holds the file system of a container. It cannot be loaded."
        ),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "You chose Load, which is for saved images. {file} was made by exporting a container."
            " It becomes an image again when it is imported under a name.",
        ),
    ),
    VerdictCode.REPLACES_NAMES: (
        QT_TRANSLATE_NOOP("Verdicts", "A name will move to the image in this file."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "Another image in this engine is called {names} now. That image stays, but loses the"
            " name.",
        ),
    ),
    VerdictCode.OTHER_PROCESSOR: (
        QT_TRANSLATE_NOOP("Verdicts", "Some of it was made for another processor."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "Those images can be loaded, named and saved again, but they will not start in this"
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
    VerdictCode.NEEDS_CONTAINERD_STORE: (
        QT_TRANSLATE_NOOP("Verdicts", "This engine cannot read this kind of archive."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "{file} is an OCI archive. A Docker whose containerd image store is switched on reads"
            " it. Or have the images saved again, with Image Ferry or “docker save”.",
        ),
    ),
    VerdictCode.LEGACY_FORMAT: (
        QT_TRANSLATE_NOOP("Verdicts", "This file is too old for this engine."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "{file} was saved by a Docker from before 2016. Load it on a computer with an older"
            " Docker (up to 28), and save the images there again.",
        ),
    ),
    VerdictCode.ONE_IMAGE_ONLY: (
        QT_TRANSLATE_NOOP("Verdicts", "Podman cannot read several images from this file."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "{file} is an OCI archive with more than one image. Have each image saved into a file"
            " of its own.",
        ),
    ),
    VerdictCode.COMPRESSION_UNREADABLE: (
        QT_TRANSLATE_NOOP("Verdicts", "This engine cannot decompress this file."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "{file} is compressed with {compression}. Decompress it first, then open the file that"
            " comes out.",
        ),
    ),
    VerdictCode.LAYERS_UNREADABLE: (
        QT_TRANSLATE_NOOP("Verdicts", "This engine cannot read the layers as they are packed."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "The images in {file} are packed in a way that other engines know and this one does"
            " not. Have them saved again, with Image Ferry or “docker save”.",
        ),
    ),
    VerdictCode.AMBIGUOUS: (
        QT_TRANSLATE_NOOP("Verdicts", "This file says two things about its images."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "{file} has two lists of its images that do not agree, and this engine would load other"
            " ones than those shown here. Have the images saved again by somebody you trust.",
        ),
    ),
    VerdictCode.PLATFORM_MISSING: (
        QT_TRANSLATE_NOOP("Verdicts", "There is nothing for this engine’s processor in this file."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "{file} holds the same image for {platforms}. Podman would load the one for its own"
            " processor, but it is not among them.",
        ),
    ),
    VerdictCode.ONE_PLATFORM_ONLY: (
        QT_TRANSLATE_NOOP("Verdicts", "Podman will load one image of several."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "{file} holds the same image for {platforms}. Podman takes the one for its own"
            " processor and leaves out the others.",
        ),
    ),
    VerdictCode.NEEDS_XZ: (
        QT_TRANSLATE_NOOP("Verdicts", "This engine may not be able to decompress this file."),
        QT_TRANSLATE_NOOP(
            "Verdicts",
            "{file} is packed with xz, which Docker leaves to a program called “xz” on its"
            " computer. Where that is missing, Docker says so and nothing has changed.",
        ),
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
            "{file} ends too early or does not add up; perhaps it was not copied to its end. Copy"
            " it again, or have it made again.",
        ),
    ),
    VerdictCode.WRAPPED: (
        QT_TRANSLATE_NOOP("Verdicts", "The images are packed once more in this file."),
        QT_TRANSLATE_NOOP("Verdicts", "Unpack {file} once, then open what is inside."),
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
