"""What the check of a file has found, in plain words: what it is, what it means and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app.archives.checks.findings import Finding, FindingCode
from desktop_app.ui.texts.safe import safe


@dataclass(frozen=True, slots=True)
class FindingText:
    """A finding in plain words.

    Attributes:
        headline: what was found, one sentence.
        advice: what that means and what to do.
    """

    headline: str
    advice: str


def finding_text(finding: Finding) -> FindingText:
    """The sentences for a finding, in the person's language."""
    headline, advice = _TEXTS[finding.code]
    nothing = QCoreApplication.translate("Findings", "(nothing)")
    subject = safe(finding.subject) or nothing
    return FindingText(_translated(headline).format(subject=subject), _translated(advice))


def _translated(source: object) -> str:
    return QCoreApplication.translate("Findings", str(source))


_COPY_AGAIN: object = QT_TRANSLATE_NOOP(
    "Findings",
    "Part of the file was lost or changed on its way. Copy it again; if that does not help, have it"
    " made again where it came from.",
)
_MAKE_AGAIN: object = QT_TRANSLATE_NOOP(
    "Findings",
    "The file does not hold all that belongs to its images, or holds it wrongly. Have the images"
    " saved again on the computer that they came from.",
)
_READ_DIFFERENTLY: object = QT_TRANSLATE_NOOP(
    "Findings",
    "Engines differ in which of the two they believe, so one file may bring different images. Do"
    " not use it unless you know who made it so; have the images saved again.",
)
_REFUSED: object = QT_TRANSLATE_NOOP(
    "Findings",
    "Many engines refuse such a file. Have the images saved again with Image Ferry, Docker or"
    " Podman.",
)
_OTHER_FILE: object = QT_TRANSLATE_NOOP(
    "Findings",
    "There is nothing to load or to check in it. Choose a file that was saved or exported with"
    " Image Ferry, Docker or Podman.",
)
_NO_MATTER: object = QT_TRANSLATE_NOOP(
    "Findings", "Engines take no notice of it. There is nothing to do."
)
_UNREADABLE: object = QT_TRANSLATE_NOOP(
    "Findings",
    "Engines cannot unpack it, so the image would not load or not start. Have the images saved"
    " again on the computer that they came from.",
)

_OF_THE_FILE: Mapping[FindingCode, tuple[object, object]] = {
    FindingCode.PART_MISSING: (
        QT_TRANSLATE_NOOP("Findings", "The part {subject} is missing."),
        QT_TRANSLATE_NOOP(
            "Findings",
            "The archive was saved in several parts. Put all of them into one folder, with the file"
            " that ends in “.parts”.",
        ),
    ),
    FindingCode.PART_DAMAGED: (
        QT_TRANSLATE_NOOP("Findings", "The part {subject} is not the one that was written."),
        _COPY_AGAIN,
    ),
    FindingCode.NO_BYTES: (QT_TRANSLATE_NOOP("Findings", "The file has zero bytes."), _COPY_AGAIN),
    FindingCode.NO_MEMBERS: (
        QT_TRANSLATE_NOOP("Findings", "The file is an archive without any files in it."),
        _OTHER_FILE,
    ),
    FindingCode.NOT_AN_ARCHIVE: (
        QT_TRANSLATE_NOOP("Findings", "The file is not an archive of images."),
        _OTHER_FILE,
    ),
    FindingCode.NO_IMAGES: (
        QT_TRANSLATE_NOOP(
            "Findings",
            "The archive has neither images nor a file system that an engine could read.",
        ),
        _OTHER_FILE,
    ),
    FindingCode.PACKED_AGAIN: (
        QT_TRANSLATE_NOOP(
            "Findings", "What is in the file is packed once more, so it could not be checked."
        ),
        QT_TRANSLATE_NOOP(
            "Findings",
            "Unpack it once and check what comes out. To load it, it need not be unpacked.",
        ),
    ),
    FindingCode.CHECKSUM_WRONG: (
        QT_TRANSLATE_NOOP(
            "Findings", "The file has not the checksum that was written down in {subject}."
        ),
        _COPY_AGAIN,
    ),
    FindingCode.CUT_SHORT: (
        QT_TRANSLATE_NOOP("Findings", "The file ends too early, at {subject}."),
        _COPY_AGAIN,
    ),
    FindingCode.BAD_HEADER: (
        QT_TRANSLATE_NOOP("Findings", "After {subject} the file goes on as something else."),
        _COPY_AGAIN,
    ),
    FindingCode.BAD_COMPRESSION: (
        QT_TRANSLATE_NOOP("Findings", "The compressed data do not add up, at {subject}."),
        _COPY_AGAIN,
    ),
    FindingCode.NO_END_MARKER: (
        QT_TRANSLATE_NOOP("Findings", "The mark at the end of the archive is missing."),
        _COPY_AGAIN,
    ),
    FindingCode.TRAILING_DATA: (
        QT_TRANSLATE_NOOP("Findings", "More data follow after the end of the archive."),
        QT_TRANSLATE_NOOP(
            "Findings",
            "An engine that fails while it saves writes its message there. Have the file made again"
            " where it came from.",
        ),
    ),
    FindingCode.BAD_MEMBER_NAME: (
        QT_TRANSLATE_NOOP("Findings", "The name {subject} leads out of the archive."),
        QT_TRANSLATE_NOOP(
            "Findings",
            "No program that saves images writes such names; somebody may mean harm. Do not load"
            " the file.",
        ),
    ),
    FindingCode.LINK_NOWHERE: (
        QT_TRANSLATE_NOOP("Findings", "The link {subject} leads nowhere."),
        _REFUSED,
    ),
    FindingCode.REPEATED_MEMBER: (
        QT_TRANSLATE_NOOP("Findings", "{subject} is in the archive more than once."),
        _NO_MATTER,
    ),
    FindingCode.CONTRADICTING_MEMBER: (
        QT_TRANSLATE_NOOP(
            "Findings", "{subject} is in the archive more than once, and perhaps not alike."
        ),
        _READ_DIFFERENTLY,
    ),
    FindingCode.NO_DIGESTS: (
        QT_TRANSLATE_NOOP("Findings", "Only the structure of this file could be checked."),
        QT_TRANSLATE_NOOP(
            "Findings",
            "Files of this kind have no checksums of their contents. To be sure, compare the file"
            " with the one that it was copied from.",
        ),
    ),
    FindingCode.MORE_PROBLEMS: (
        QT_TRANSLATE_NOOP("Findings", "More problems were found that are not shown: {subject}."),
        _MAKE_AGAIN,
    ),
    FindingCode.MORE_REMARKS: (
        QT_TRANSLATE_NOOP("Findings", "More was found that is not shown: {subject}."),
        _NO_MATTER,
    ),
}

_OF_LISTS: Mapping[FindingCode, tuple[object, object]] = {
    FindingCode.LIST_MISSING: (
        QT_TRANSLATE_NOOP("Findings", "The list {subject} is missing."),
        _REFUSED,
    ),
    FindingCode.LIST_UNREADABLE: (
        QT_TRANSLATE_NOOP("Findings", "The list {subject} cannot be read."),
        _REFUSED,
    ),
    FindingCode.LAYOUT_VERSION: (
        QT_TRANSLATE_NOOP("Findings", "The archive is of a form that is not known: {subject}."),
        _REFUSED,
    ),
    FindingCode.NAME_INVALID: (
        QT_TRANSLATE_NOOP("Findings", "{subject} cannot be the name of an image."),
        _REFUSED,
    ),
    FindingCode.NAME_TWICE: (
        QT_TRANSLATE_NOOP("Findings", "Two images in the file are called {subject}."),
        QT_TRANSLATE_NOOP(
            "Findings",
            "Only one of them will keep the name. Have the images saved again under different"
            " names.",
        ),
    ),
    FindingCode.INDEX_DISAGREES: (
        QT_TRANSLATE_NOOP("Findings", "The two lists of images differ about {subject}."),
        _READ_DIFFERENTLY,
    ),
    FindingCode.REPOSITORIES_DISAGREE: (
        QT_TRANSLATE_NOOP("Findings", "The name {subject} is only in a list for old programs."),
        QT_TRANSLATE_NOOP(
            "Findings",
            "Somebody may have changed the names in the file. Look at the names of the images"
            " before you load it.",
        ),
    ),
    FindingCode.MANIFEST_MISSING: (
        QT_TRANSLATE_NOOP("Findings", "The description of an image is missing: {subject}."),
        _MAKE_AGAIN,
    ),
    FindingCode.CONFIG_MISSING: (
        QT_TRANSLATE_NOOP("Findings", "The settings of the image {subject} are missing."),
        _MAKE_AGAIN,
    ),
    FindingCode.CONFIG_UNREADABLE: (
        QT_TRANSLATE_NOOP("Findings", "The settings of the image {subject} cannot be read."),
        _MAKE_AGAIN,
    ),
    FindingCode.LAYER_MISSING: (
        QT_TRANSLATE_NOOP("Findings", "A layer is missing: {subject}."),
        _MAKE_AGAIN,
    ),
    FindingCode.LAYER_ELSEWHERE: (
        QT_TRANSLATE_NOOP("Findings", "A layer is not in the file: {subject}."),
        QT_TRANSLATE_NOOP(
            "Findings",
            "Only its maker may hand it out, as with parts of Windows. The engine needs a way to"
            " the internet to fetch it.",
        ),
    ),
    FindingCode.PLATFORMS_ABSENT: (
        QT_TRANSLATE_NOOP(
            "Findings", "{subject} lists images for other processors that are not in the file."
        ),
        QT_TRANSLATE_NOOP(
            "Findings",
            "An image of several platforms was saved on a computer that had one of them. Nothing"
            " is lost for that one.",
        ),
    ),
    FindingCode.NOT_AN_IMAGE: (
        QT_TRANSLATE_NOOP("Findings", "There is something else among the images: {subject}."),
        QT_TRANSLATE_NOOP(
            "Findings", "It may be a signature or a chart. Engines do not load it as an image."
        ),
    ),
}

_OF_CONTENTS: Mapping[FindingCode, tuple[object, object]] = {
    FindingCode.DIGEST_INVALID: (
        QT_TRANSLATE_NOOP("Findings", "{subject} stands where a checksum should be."),
        _REFUSED,
    ),
    FindingCode.SIZE_WRONG: (
        QT_TRANSLATE_NOOP("Findings", "{subject} has another size than its list says."),
        _MAKE_AGAIN,
    ),
    FindingCode.MEDIA_TYPE_UNKNOWN: (
        QT_TRANSLATE_NOOP("Findings", "The archive names a type that is not known: {subject}."),
        _REFUSED,
    ),
    FindingCode.MEDIA_TYPE_WRONG: (
        QT_TRANSLATE_NOOP("Findings", "{subject} is of another type than its list says."),
        _REFUSED,
    ),
    FindingCode.PLATFORM_WRONG: (
        QT_TRANSLATE_NOOP(
            "Findings", "{subject} is for another processor or system than its list says."
        ),
        QT_TRANSLATE_NOOP(
            "Findings",
            "An engine would choose it and could not start it. Have the images saved again on the"
            " computer that they came from.",
        ),
    ),
    FindingCode.ROOTFS_TYPE: (
        QT_TRANSLATE_NOOP("Findings", "The image {subject} does not say that it is of layers."),
        _REFUSED,
    ),
    FindingCode.LAYER_COUNT: (
        QT_TRANSLATE_NOOP("Findings", "The image {subject} has more or fewer layers than it says."),
        _MAKE_AGAIN,
    ),
    FindingCode.HISTORY_COUNT: (
        QT_TRANSLATE_NOOP(
            "Findings", "The history of the image {subject} does not fit its layers."
        ),
        _NO_MATTER,
    ),
    FindingCode.DIGEST_WRONG: (
        QT_TRANSLATE_NOOP("Findings", "{subject} has not the checksum that it is named by."),
        _COPY_AGAIN,
    ),
    FindingCode.DIFF_ID_WRONG: (
        QT_TRANSLATE_NOOP("Findings", "The layer {subject} is not the one that its image means."),
        _COPY_AGAIN,
    ),
    FindingCode.LAYER_DAMAGED: (
        QT_TRANSLATE_NOOP("Findings", "The compressed data of the layer {subject} do not add up."),
        _COPY_AGAIN,
    ),
    FindingCode.LAYER_CUT_SHORT: (
        QT_TRANSLATE_NOOP("Findings", "The layer {subject} ends too early."),
        _UNREADABLE,
    ),
    FindingCode.LAYER_UNREADABLE: (
        QT_TRANSLATE_NOOP("Findings", "The layer {subject} is not an archive."),
        _UNREADABLE,
    ),
    FindingCode.LAYER_REPEATS_PATH: (
        QT_TRANSLATE_NOOP("Findings", "A layer has one path more than once: {subject}."),
        QT_TRANSLATE_NOOP(
            "Findings", "Engines take the last one. Some other programs refuse such a layer."
        ),
    ),
    FindingCode.LAYER_UNCHECKED: (
        QT_TRANSLATE_NOOP("Findings", "The layer {subject} could not be checked."),
        QT_TRANSLATE_NOOP(
            "Findings",
            "The archive is not built as any program that saves images builds it. Have the images"
            " saved again with Image Ferry, Docker or Podman.",
        ),
    ),
}

_TEXTS: Mapping[FindingCode, tuple[object, object]] = {**_OF_THE_FILE, **_OF_LISTS, **_OF_CONTENTS}
