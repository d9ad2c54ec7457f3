"""The list of the steps in which an image was made, each with its command and the size it added."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from desktop_app.models.record_table import Column, RecordTableModel, Search
from desktop_app.models.words import size_text
from desktop_app.portraits import Step

_NO_COMMAND = re.compile(r"^(?:\|\d+ .*?)?(?:/bin/sh -c|cmd /S /C) +#\(nop\) +", re.DOTALL)
_SHELL = re.compile(r"^(?:RUN +)?(?:\|\d+ .*?)?(?:/bin/sh -c|cmd /S /C) +", re.DOTALL)
_BUILDKIT = re.compile(r"\s+# buildkit$")
_VALUE = re.compile(r"^(ENV|ARG) ([^\s=]+)[\s=].*")
_SOURCE = re.compile(r"\b(?:file|dir|multi):[0-9a-f]{64} in ")


@dataclass(frozen=True, slots=True)
class LayerRow:
    """One step.

    Attributes:
        position: from the lowest one up.
        step: what was done.
        share: of the largest layer, from 0 to 1.
    """

    position: int
    step: Step
    share: float


def layer_rows(steps: Iterable[Step]) -> tuple[LayerRow, ...]:
    """The rows of some steps, in their order."""
    steps = tuple(steps)
    largest = max((step.size_bytes for step in steps), default=0) or 1
    return tuple(
        LayerRow(position, step, step.size_bytes / largest) for position, step in enumerate(steps)
    )


def plain_command(command: str) -> str:
    """A command as it stands in a Dockerfile, in one line, without what builders put around it.

    Values of variables, which may be secrets, are left out.

    ``/bin/sh -c #(nop) CMD ["bash"]`` is ``CMD ["bash"]``, and ``/bin/sh -c make`` is ``RUN make``.
    """
    text, is_no_command = _NO_COMMAND.subn("", command.strip(), 1)
    text = _BUILDKIT.sub("", text)
    if not is_no_command:
        text = _SHELL.sub("RUN ", text, 1)
    return _VALUE.sub(r"\1 \2=…", " ".join(_SOURCE.sub("… ", text).split()))


class LayersModel(RecordTableModel[LayerRow]):
    """One column: the command; the delegate draws the size.

    Args:
        show: makes what a stranger wrote fit to be shown.
        parent: owns the model.
    """

    def __init__(self, show: Callable[[str], str], parent: QObject | None = None) -> None:
        column = Column[LayerRow](
            header=lambda: QCoreApplication.translate("LayersModel", "Layers"),
            text=lambda row: show(_command(row)),
            sort_key=lambda row: row.position,
            tooltip=_command,
            accessible_text=lambda row: f"{show(_command(row))}, {layer_size_text(row)}",
        )
        super().__init__([column], lambda row: row.position, _search, parent)


def layer_size_text(row: LayerRow) -> str:
    """How much a step added; words for one that added nothing."""
    if row.step.size_bytes:
        return size_text(row.step.size_bytes)
    return QCoreApplication.translate("LayersModel", "no files")


def _command(row: LayerRow) -> str:
    text = plain_command(row.step.command) or row.step.comment
    return text or QCoreApplication.translate("LayersModel", "(not noted how)")


def _search(row: LayerRow) -> Search:
    return Search(row.step.command)
