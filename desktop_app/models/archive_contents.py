"""The table of the images in a file: what they are called, what they run on, what they replace."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from desktop_app.archives.arrival import names_in_engine
from desktop_app.archives.report import ArchivedImage, ArchiveReport
from desktop_app.engine_info import EngineInfo
from desktop_app.models.record_table import TRAILING, Column, RecordTableModel, Search
from desktop_app.models.words import short_id, size_text


@dataclass(frozen=True, slots=True)
class ContentRow:
    """One image in a file.

    Attributes:
        position: in the file's own list.
        image: what the file says of it.
        replaced_names: of its names in the engine those that another image has and will lose.
        is_other_processor: whether it is made for a processor that the engine's computer has not.
    """

    position: int
    image: ArchivedImage
    replaced_names: tuple[str, ...] = ()
    is_other_processor: bool = False


def content_rows(
    report: ArchiveReport, replaced_names: Collection[str] = (), info: EngineInfo | None = None
) -> tuple[ContentRow, ...]:
    """The images of a file, in its order.

    Args:
        report: what is in the file.
        replaced_names: names that will lose their images, as the verdict says.
        info: the engine that the file would go to; None where there is none yet.
    """
    return tuple(
        ContentRow(
            position,
            image,
            tuple(name for name in _names(report, image, info) if name in replaced_names),
            info is not None and image.architecture not in {"", info.architecture},
        )
        for position, image in enumerate(report.images)
    )


def _names(report: ArchiveReport, image: ArchivedImage, info: EngineInfo | None) -> tuple[str, ...]:
    return image.names if info is None else names_in_engine(report, image, info)


class ArchiveContentsModel(RecordTableModel[ContentRow]):
    """Name, platform, size, replaces.

    Args:
        show_name: makes a name that a stranger chose fit to be shown.
        parent: owns the model.
    """

    NAME, PLATFORM, SIZE, REPLACES = range(4)

    def __init__(self, show_name: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(_columns(show_name), _key, _search, parent)


def _columns(show_name: Callable[[str], str]) -> tuple[Column[ContentRow], ...]:
    def joined(names: Sequence[str]) -> str:
        return ", ".join(show_name(name) for name in names)

    return (
        Column[ContentRow](
            header=lambda: QCoreApplication.translate("ArchiveContentsModel", "Name"),
            text=lambda row: joined(row.image.names) or _nameless(row),
            sort_key=lambda row: row.image.names,
        ),
        Column[ContentRow](
            header=lambda: QCoreApplication.translate("ArchiveContentsModel", "Platform"),
            text=lambda row: _platform(row, show_name(row.image.platform)),
            sort_key=lambda row: row.image.platform,
        ),
        Column[ContentRow](
            header=lambda: QCoreApplication.translate("ArchiveContentsModel", "Size"),
            text=lambda row: size_text(row.image.size_bytes),
            sort_key=lambda row: row.image.size_bytes,
            alignment=TRAILING,
        ),
        Column[ContentRow](
            header=lambda: QCoreApplication.translate("ArchiveContentsModel", "Taken already"),
            text=lambda row: joined(row.replaced_names),
            sort_key=lambda row: row.replaced_names,
            tooltip=_replaces_tooltip,
        ),
    )


def _key(row: ContentRow) -> int:
    return row.position


def _search(row: ContentRow) -> Search:
    return Search(" ".join(row.image.names), short_id(row.image.config_digest))


def _nameless(row: ContentRow) -> str:
    text = QCoreApplication.translate("ArchiveContentsModel", "(no name) {id}")
    return text.format(id=short_id(row.image.config_digest))


def _platform(row: ContentRow, platform: str) -> str:
    if not row.is_other_processor:
        return platform
    text = QCoreApplication.translate("ArchiveContentsModel", "{platform}  ⚠ other processor")
    return text.format(platform=platform)


def _replaces_tooltip(row: ContentRow) -> str:
    if not row.replaced_names:
        return ""
    return QCoreApplication.translate(
        "ArchiveContentsModel",
        "Another image in the engine has this name now.",
    )
