"""What is to be saved, where and how: from choices in a dialog to a request. No widgets."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop_app import transfers
from desktop_app.desktop.settings import SaveChoices
from desktop_app.engine_info import ImageStore
from desktop_app.file_names import safe_file_name, stem_of
from desktop_app.models.images import ImageRow
from desktop_app.transfers.requests import Errand, ExportRequest, SaveRequest, Transfer

_LARGEST_OF_FAT = (1 << 32) - 1


@dataclass(frozen=True, slots=True)
class SavePlan:
    """A save as it stands in the dialog.

    Attributes:
        rows: the images, each by a name.
        store: how the engine keeps them.
        choices: where and how.
        file_name: of the only file; any ending.
    """

    rows: tuple[ImageRow, ...]
    store: ImageStore
    choices: SaveChoices
    file_name: str

    @property
    def is_separate(self) -> bool:
        """Whether each image gets a file of its own; there must be several for that."""
        return self.choices.is_separate and len(self.rows) > 1

    @property
    def names(self) -> tuple[str, ...]:
        """Of the images."""
        return tuple(row.name for row in self.rows)

    @property
    def folder(self) -> Path:
        """Where the files go."""
        return Path(self.choices.folder)

    @property
    def suffixed_name(self) -> str:
        """The name of the only file with the ending of its compression, in place of another one."""
        return f"{stem_of(self.file_name)}{transfers.suffix_of(self.choices.compression)}"

    @property
    def has_good_name(self) -> bool:
        """Whether a file of this name can be on any disk."""
        stem = stem_of(self.file_name)
        return self.is_separate or (bool(stem) and safe_file_name(stem, "") == stem)

    @property
    def targets(self) -> tuple[Path, ...]:
        """What the files are called, parts and checksums aside."""
        if self.is_separate:
            targets = transfers.separate_targets(self.names, self.folder, self.choices.compression)
            return tuple(targets.values())
        return (self.folder / self.suffixed_name,)

    @property
    def estimate(self) -> "transfers.Estimate":
        """How large all of it becomes."""
        return transfers.estimate_save(
            self._sizes, self.store, self.choices.compression, is_separate=self.is_separate
        )

    @property
    def is_too_large_for_fat(self) -> bool:
        """Whether a file surely becomes larger than FAT file systems take."""
        if self.choices.part_bytes is not None:
            return False
        sizes = [max(self._sizes)] if self.is_separate else self._sizes
        least = transfers.estimate_save(sizes, self.store, self.choices.compression).least_bytes
        return least > _LARGEST_OF_FAT

    @property
    def request(self) -> SaveRequest:
        """What goes into the queue."""
        return SaveRequest(
            self.names,
            self.folder if self.is_separate else self.targets[0],
            sum(self._sizes),
            self.choices.compression,
            self.choices.part_bytes,
            self.choices.checksum,
            self.is_separate,
        )

    @property
    def _sizes(self) -> list[int]:
        """One for each image; an image with two names is in one file once, in two files twice."""
        if self.is_separate:
            return [row.record.size_bytes for row in self.rows]
        return list({row.record.image_id: row.record.size_bytes for row in self.rows}.values())


def files_of(request: Transfer | Errand) -> tuple[Path, ...]:
    """The files that a job surely writes."""
    if not isinstance(request, SaveRequest | ExportRequest):
        return ()
    targets: Iterable[Path] = [request.target]
    if isinstance(request, SaveRequest) and request.is_separate:
        names, folder = request.names, request.target
        targets = transfers.separate_targets(names, folder, request.compression).values()
    return tuple(
        path
        for target in targets
        for path in transfers.surely_written(
            target, part_bytes=request.part_bytes, checksum=request.checksum
        )
    )
