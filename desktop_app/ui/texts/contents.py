"""What a file is, how that was told, and what is odd about it."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app.archives.report import ArchiveKind, Evidence, ReportWarning


def kind_text(kind: ArchiveKind) -> str:
    """A few words for a file: ``Saved images``."""
    return _translated(_KINDS[kind])


def evidence_text(evidence: Evidence) -> str:
    """A sentence on how the kind was told, for "Details"."""
    return _translated(_EVIDENCE[evidence])


def warning_text(warning: ReportWarning) -> str:
    """A sentence on what is odd about an archive."""
    return _translated(_WARNINGS[warning])


def _translated(source: object) -> str:
    return QCoreApplication.translate("Contents", str(source))


_KINDS: Mapping[ArchiveKind, object] = {
    ArchiveKind.IMAGE_ARCHIVE: QT_TRANSLATE_NOOP("Contents", "Saved images"),
    ArchiveKind.OCI_LAYOUT: QT_TRANSLATE_NOOP("Contents", "Images in an OCI archive"),
    ArchiveKind.FILESYSTEM: QT_TRANSLATE_NOOP("Contents", "File system of a container"),
    ArchiveKind.EMPTY: QT_TRANSLATE_NOOP("Contents", "Empty"),
    ArchiveKind.DAMAGED: QT_TRANSLATE_NOOP("Contents", "Damaged"),
    ArchiveKind.OTHER: QT_TRANSLATE_NOOP("Contents", "Something else"),
    ArchiveKind.UPDATE_PACK: QT_TRANSLATE_NOOP("Contents", "Update pack"),
    ArchiveKind.ARCHIVE_PART: QT_TRANSLATE_NOOP("Contents", "Part of an archive"),
}

_EVIDENCE: Mapping[Evidence, object] = {
    Evidence.DOCKER_MANIFEST: QT_TRANSLATE_NOOP(
        "Contents", "It has a manifest.json, as “docker save” writes it."
    ),
    Evidence.DOCKER_MANIFEST_AND_OCI: QT_TRANSLATE_NOOP(
        "Contents", "It has a manifest.json and an OCI index, as “docker save” writes them."
    ),
    Evidence.LEGACY_REPOSITORIES: QT_TRANSLATE_NOOP(
        "Contents", "It lists its images in the way of Docker before 1.10."
    ),
    Evidence.IMAGE_PARTS: QT_TRANSLATE_NOOP(
        "Contents", "It has layers and configurations of images. Its lists stand at the end."
    ),
    Evidence.OCI_INDEX: QT_TRANSLATE_NOOP("Contents", "It has an OCI index, but no manifest.json."),
    Evidence.DOCKERENV: QT_TRANSLATE_NOOP(
        "Contents", "It has the file .dockerenv, which Docker puts into every container."
    ),
    Evidence.CONTAINERENV: QT_TRANSLATE_NOOP(
        "Contents", "It has the file .containerenv, which Podman puts into every container."
    ),
    Evidence.ROOT_FOLDERS: QT_TRANSLATE_NOOP(
        "Contents", "It has the folders of a Linux system, such as bin, etc and usr."
    ),
    Evidence.NO_BYTES: QT_TRANSLATE_NOOP("Contents", "It has zero bytes."),
    Evidence.NO_MEMBERS: QT_TRANSLATE_NOOP("Contents", "It is an archive without any files."),
    Evidence.CUT_SHORT: QT_TRANSLATE_NOOP("Contents", "It ends before its archive does."),
    Evidence.BAD_HEADER: QT_TRANSLATE_NOOP(
        "Contents", "It starts as an archive and goes on as something else."
    ),
    Evidence.BAD_METADATA: QT_TRANSLATE_NOOP(
        "Contents", "Its list of images cannot be read, or names what is not in it."
    ),
    Evidence.BAD_COMPRESSION: QT_TRANSLATE_NOOP("Contents", "Its compressed data do not add up."),
    Evidence.ZIP: QT_TRANSLATE_NOOP("Contents", "It is a zip file with an archive in it."),
    Evidence.WRAPPED: QT_TRANSLATE_NOOP(
        "Contents", "Everything in it lies in one more archive or folder."
    ),
    Evidence.DOCKER_DIR: QT_TRANSLATE_NOOP(
        "Contents", "It is a packed “dir:” folder of Podman or Skopeo."
    ),
    Evidence.PARTS_MISSING: QT_TRANSLATE_NOOP(
        "Contents", "It is one of several parts, of which not all are there."
    ),
    Evidence.UNKNOWN_TAR: QT_TRANSLATE_NOOP(
        "Contents", "It is an archive with neither images nor a file system."
    ),
    Evidence.NOT_AN_ARCHIVE: QT_TRANSLATE_NOOP("Contents", "It is not an archive."),
}

_WARNINGS: Mapping[ReportWarning, object] = {
    ReportWarning.LAYERS_MISSING: QT_TRANSLATE_NOOP(
        "Contents", "Layers that it lists are not in it."
    ),
    ReportWarning.INDEX_DISAGREES: QT_TRANSLATE_NOOP(
        "Contents",
        "It has two lists of images that differ; another engine may find other images in it.",
    ),
    ReportWarning.REPEATED: QT_TRANSLATE_NOOP(
        "Contents",
        "A list or configuration is in it twice, not alike; another engine may find other images"
        " in it.",
    ),
    ReportWarning.NAMELESS: QT_TRANSLATE_NOOP("Contents", "At least one image in it has no name."),
    ReportWarning.TRAILING_DATA: QT_TRANSLATE_NOOP(
        "Contents", "More data follow after the end of the archive."
    ),
    ReportWarning.EMPTY_FRAME: QT_TRANSLATE_NOOP(
        "Contents",
        "Its compression begins with an empty part, which not every program understands.",
    ),
    ReportWarning.NO_END_MARKER: QT_TRANSLATE_NOOP(
        "Contents", "The mark at the end of the archive is missing; its files are whole."
    ),
}
