"""The page of the images: save them to a file, name them."""

from typing_extensions import override

from desktop_app.models.images import ImageRow, ImagesModel
from desktop_app.models.words import size_text
from desktop_app.ui.actions import Actions
from desktop_app.ui.list_page import ListPage
from desktop_app.workers.snapshot import EngineSnapshot


class ImagesPage(ListPage[ImageRow]):
    """One row a name of an image.

    Args:
        actions: the program's.
    """

    def __init__(self, actions: Actions) -> None:
        self._images = ImagesModel()
        row_actions = (actions.remove_name, actions.name, actions.save)
        spare = (ImagesModel.PLATFORM, ImagesModel.IN_USE)
        super().__init__(self._images, actions, row_actions, (actions.remove_name,), spare)

    @override
    def show_snapshot(self, snapshot: EngineSnapshot) -> None:
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
        """An image with several selected names counts once; it is in the file once, too."""
        sizes = {row.record.image_id: row.record.size_bytes for row in selected}
        if not sizes:
            return "", ""
        remark = self.tr("about {size} in a file").format(size=size_text(sum(sizes.values())))
        return self.tr("%n image(s) selected", "", len(sizes)), remark
