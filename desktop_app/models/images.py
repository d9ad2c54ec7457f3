"""The table of images: one row a name, one for an image without any."""

from dataclasses import dataclass
from itertools import chain

from PySide6.QtCore import QCoreApplication, QObject

from desktop_app.engine_info import ImageRecord
from desktop_app.models.record_table import TRAILING, Column, RecordTableModel, Search
from desktop_app.models.words import age_text, moment_text, short_id, size_text


@dataclass(frozen=True, slots=True)
class ImageRow:
    """One name of an image, or an image that has none.

    Attributes:
        record: the image.
        name: ``repository:tag``; empty for a nameless image.
    """

    record: ImageRecord
    name: str

    @property
    def is_nameless(self) -> bool:
        """Whether the image has no name at all."""
        return not self.name

    @property
    def short_id(self) -> str:
        """The first twelve digits of its ID."""
        return short_id(self.record.image_id)


class ImagesModel(RecordTableModel[ImageRow]):
    """Name, ID, size, created, platform, in use; by name, and those without one come last."""

    NAME, SHORT_ID, SIZE, CREATED, PLATFORM, IN_USE = range(6)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_COLUMNS, _key, _search, parent)
        self._images: tuple[ImageRecord, ...] = ()
        self._rows_by_id: dict[int, tuple[ImageRow, ...]] = {}  # of the image as an object

    def show_images(self, images: tuple[ImageRecord, ...]) -> None:
        """Show what the engine has now."""
        if images is not self._images:  # the feed hands on the same tuple while nothing changes
            known = self._rows_by_id
            rows = {id(image): known.get(id(image)) or _rows(image) for image in images}
            self._images, self._rows_by_id = images, rows
            self.apply(sorted(chain.from_iterable(rows.values()), key=_by_name))


def _rows(image: ImageRecord) -> tuple[ImageRow, ...]:
    return tuple(ImageRow(image, name) for name in image.names or ("",))


def _key(row: ImageRow) -> str:
    return f"{row.record.image_id} {row.name}"


def _search(row: ImageRow) -> Search:
    return Search(f"{_name(row)} {row.record.platform}", row.short_id)


def _by_name(row: ImageRow) -> tuple[bool, str]:
    return not row.name, row.name.casefold() or row.record.image_id


def _name(row: ImageRow) -> str:
    return row.name or QCoreApplication.translate("ImagesModel", "(no name)")


def _created(row: ImageRow) -> str:
    return age_text(row.record.created) if row.record.created else ""


def _created_tooltip(row: ImageRow) -> str:
    if row.record.created:
        return moment_text(row.record.created)
    return QCoreApplication.translate("ImagesModel", "The image does not say when it was made.")


def _in_use(row: ImageRow) -> str:
    count = row.record.container_count
    if not count:
        return ""
    return QCoreApplication.translate("ImagesModel", "%n container(s)", "", count)


_COLUMNS = (
    Column[ImageRow](
        header=lambda: QCoreApplication.translate("ImagesModel", "Name"),
        text=_name,
        sort_key=_by_name,
    ),
    Column[ImageRow](
        header=lambda: QCoreApplication.translate("ImagesModel", "ID"),
        text=lambda row: row.short_id,
        sort_key=lambda row: row.record.image_id,
        tooltip=lambda row: row.record.image_id,
    ),
    Column[ImageRow](
        header=lambda: QCoreApplication.translate("ImagesModel", "Size"),
        text=lambda row: size_text(row.record.size_bytes),
        sort_key=lambda row: row.record.size_bytes,
        alignment=TRAILING,
    ),
    Column[ImageRow](
        header=lambda: QCoreApplication.translate("ImagesModel", "Created"),
        text=_created,
        sort_key=lambda row: row.record.created.timestamp() if row.record.created else 0.0,
        tooltip=_created_tooltip,
    ),
    Column[ImageRow](
        header=lambda: QCoreApplication.translate("ImagesModel", "Platform"),
        text=lambda row: row.record.platform,
        sort_key=lambda row: row.record.platform,
    ),
    Column[ImageRow](
        header=lambda: QCoreApplication.translate("ImagesModel", "In use"),
        text=_in_use,
        sort_key=lambda row: row.record.container_count,
    ),
)
