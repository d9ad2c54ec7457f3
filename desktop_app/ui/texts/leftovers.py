"""What an interrupted run of the program has left behind."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop_app.models.words import size_text
from desktop_app.transfers.leftovers import Leftover
from desktop_app.ui.texts.joints import briefly_listed, listed, sentences


def leftovers_text(leftovers: Sequence[Leftover], *, resist: bool = False) -> str:
    """Which half files there are, how large, and where.

    Args:
        leftovers: the files; for none it is empty.
        resist: whether these are the ones that could not be deleted.
    """
    if not leftovers:
        return ""
    size = size_text(sum(each.size_bytes for each in leftovers))
    if resist:
        text = QCoreApplication.translate(
            "Leftovers", "%n file(s) could not be deleted.", "", len(leftovers)
        )
        return sentences([text, briefly_listed(each.path.name for each in leftovers)])
    if len(leftovers) == 1:
        text = QCoreApplication.translate(
            "Leftovers",
            "An interrupted save left an unfinished file of {size}: {file}. It is safe to delete.",
        )
        return text.format(size=size, file=listed([str(leftovers[0].path)]))
    text = QCoreApplication.translate(
        "Leftovers",
        "Interrupted saves left unfinished files, {size} in all: {files}. They are safe to delete.",
    )
    return text.format(size=size, files=briefly_listed(each.path.name for each in leftovers))
