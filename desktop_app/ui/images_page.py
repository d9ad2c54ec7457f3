"""The page of the images: save them to a file, name them."""

from typing_extensions import override

from desktop_app import transfers
from desktop_app.engine_info import ImageStore
from desktop_app.models.images import ImageRow, ImagesModel
from desktop_app.models.words import size_text
from desktop_app.portraits import ImagePortrait
from desktop_app.transfers.requests import (
    MeasureRequest,
    MeasureResult,
    PortrayImageRequest,
    Question,
)
from desktop_app.ui.actions import Actions
from desktop_app.ui.icons import Icon
from desktop_app.ui.list_page import ListPage
from desktop_app.ui.texts import Portrait, briefly_listed, image_text, joined, several_text
from desktop_app.workers.queue import JobQueue
from desktop_app.workers.snapshot import EngineSnapshot

_MOST_MEASURED = 100
"""Each takes the engine two questions."""


class ImagesPage(ListPage[ImageRow]):
    """One row a name of an image.

    Args:
        queue: carries questions about what is selected.
        actions: the program's.
    """

    picture = Icon.IMAGES
    spare_columns = (ImagesModel.PLATFORM, ImagesModel.IN_USE)

    def __init__(self, queue: JobQueue, actions: Actions) -> None:
        self._images = ImagesModel()
        self._snapshot = EngineSnapshot()
        row_actions = (actions.remove_name, actions.name, actions.save)
        super().__init__(self._images, queue, actions, row_actions, (actions.remove_name,))

    @override
    def show_snapshot(self, snapshot: EngineSnapshot) -> None:
        self._snapshot = snapshot
        self._images.show_images(snapshot.images)
        super().show_snapshot(snapshot)

    @override
    def _title(self) -> str:
        return self.tr("Images")

    @override
    def _empty_texts(self) -> tuple[str, str]:
        return (
            self.tr("There are no images in this engine yet."),
            self.tr("Open a file with images, or drop it on this window."),
        )

    @override
    def _selection_texts(self, selected: tuple[ImageRow, ...]) -> tuple[str, str]:
        count = len(_ids(selected))
        if not count:
            return "", ""
        names = briefly_listed(row.name or row.short_id for row in selected)
        remark = joined([self._size_text(selected), names])
        return self.tr("%n image(s) selected", "", count), remark

    @override
    def _question(self, selected: tuple[ImageRow, ...]) -> Question | None:
        match _ids(selected):
            case (image_id,):
                return PortrayImageRequest(image_id)
            case image_ids if len(image_ids) <= _MOST_MEASURED:
                return MeasureRequest(image_ids)
        return None

    @override
    def _portrait(self, selected: tuple[ImageRow, ...]) -> Portrait:
        row, *others = selected
        if others:
            count, _ = self._selection_texts(selected)
            remark = self.tr("What they share is in the file only once.")
            lines = [
                joined([each.name or each.short_id, size_text(each.record.size_bytes)])
                for each in selected[:_MOST_MEASURED]
            ]
            return several_text(count, self._size_text(selected), lines, remark)
        containers = self._snapshot.containers
        image_id = row.record.image_id
        users = [container for container in containers if container.image_id == image_id]
        portrait = self._answer if isinstance(self._answer, ImagePortrait) else None
        return image_text(row, users, portrait)

    def _size_text(self, selected: tuple[ImageRow, ...]) -> str:
        """An image with several selected names counts once; it is in the file once, too."""
        if isinstance(self._answer, MeasureResult):
            size = size_text(self._answer.likely_bytes)
            return self.tr("about {size} in a file").format(size=size)
        info = self._snapshot.info
        sizes = {row.record.image_id: row.record.size_bytes for row in selected}
        store = info.store if info else ImageStore.CLASSIC
        size = size_text(transfers.estimate_save(list(sizes.values()), store).likely_bytes)
        if len(sizes) > 1:  # layers that are in several of them are in the file once
            return self.tr("at most {size} in a file").format(size=size)
        return self.tr("about {size} in a file").format(size=size)


def _ids(rows: tuple[ImageRow, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.record.image_id for row in rows))
