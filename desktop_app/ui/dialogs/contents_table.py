"""The images in a file as a table that is just as high as they need."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from desktop_app.models.archive_contents import ArchiveContentsModel, content_rows
from desktop_app.ui.file_plan import FilePlan
from desktop_app.ui.texts import safe

_MOST_ROWS = 6
"""So many are seen at once; the rest is reached by scrolling."""


class ContentsTable(QTableView):
    """Shows what is in a file; nothing in it can be chosen or changed.

    Args:
        plan: the file, its engine and the names that move.
        parent: owns the table.
    """

    def __init__(self, plan: FilePlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contents = ArchiveContentsModel(safe, self)
        self._contents.apply(content_rows(plan.arriving, plan.replaced_names, plan.info))
        self.setModel(self._contents)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setColumnHidden(ArchiveContentsModel.REPLACES, not plan.replaced_names)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(ArchiveContentsModel.NAME, QHeaderView.ResizeMode.Stretch)
        self._fit_height()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(self.tr("Images in the file"))
        self._contents.retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fit_height(self) -> None:
        rows = min(self._contents.rowCount(), _MOST_ROWS)
        rows_height = rows * self.verticalHeader().defaultSectionSize()
        header_height = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(header_height + rows_height + 2 * self.frameWidth())
