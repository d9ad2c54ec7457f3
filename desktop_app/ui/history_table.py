"""The table of past transfers: what, when, where, how large, and what came of it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction

from desktop_app.desktop.past_transfer import PastTransfer
from desktop_app.models.record_table import TRAILING, Column, RecordTableModel, Search
from desktop_app.models.words import moment_text, size_text
from desktop_app.ui.record_table import RecordTable
from desktop_app.ui.texts import (
    past_folder,
    past_outcome,
    past_path,
    past_result,
    past_title,
    recent_text,
    safe,
    whole_path_text,
)

_WHAT, _WHEN, _WHERE, _SIZE, _RESULT = range(5)


class HistoryTable(RecordTable[PastTransfer]):
    """Newest first, unless somebody sorts it.

    Args:
        actions: what can be done with the selected rows.
    """

    def __init__(self, actions: Sequence[QAction]) -> None:
        super().__init__(RecordTableModel(_COLUMNS, _key, _search), actions, (_SIZE, _WHERE))
        self._records.setParent(self)
        self.sortByColumn(_WHEN, Qt.SortOrder.DescendingOrder)

    @property
    def count(self) -> int:
        """How many there are, whether the filter lets them be seen or not."""
        return self._records.count

    @property
    def seen_count(self) -> int:
        """How many of them the filter lets be seen."""
        return self._records.rowCount()

    def show_entries(self, entries: Iterable[PastTransfer]) -> None:
        """Show these from now on."""
        self._records.apply(entries)

    def filter(self, text: str) -> None:
        """Show only what is found by every word."""
        self._records.filter(text)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._records.retranslate()


def _key(past: PastTransfer) -> str:
    return past.job_id


def _search(past: PastTransfer) -> Search:
    """By its title, its path, the names and digests of its images, its SHA-256 and its result."""
    images = [word for image in past.images for word in (*image.names, image.digest)]
    words = [past_title(past), str(past_path(past)), past.sha256, past_result(past), *images]
    return Search(" ".join([*words, moment_text(past.ended_at)]))


def _size(past: PastTransfer) -> str:
    return "" if past.size_bytes is None else size_text(past.size_bytes)


_COLUMNS = (
    Column[PastTransfer](
        header=lambda: QCoreApplication.translate("History", "What"),
        text=past_title,
        sort_key=lambda past: past_title(past).casefold(),
    ),
    Column[PastTransfer](
        header=lambda: QCoreApplication.translate("History", "When"),
        text=lambda past: recent_text(past.ended_at),
        sort_key=lambda past: past.ended_at,
        tooltip=lambda past: moment_text(past.ended_at),
    ),
    Column[PastTransfer](
        header=lambda: QCoreApplication.translate("History", "Where"),
        text=lambda past: safe(str(past_folder(past))),
        sort_key=lambda past: str(past_folder(past)).casefold(),
        tooltip=lambda past: whole_path_text(past_path(past)),
    ),
    Column[PastTransfer](
        header=lambda: QCoreApplication.translate("History", "Size"),
        text=_size,
        sort_key=lambda past: past.size_bytes or 0,
        alignment=TRAILING,
    ),
    Column[PastTransfer](
        header=lambda: QCoreApplication.translate("History", "Result"),
        text=past_result,
        sort_key=past_result,
        tooltip=past_outcome,
    ),
)
