"""The history as a table for spreadsheet programs: what stands in the file, not where it goes."""

import csv
import io
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desktop_app.desktop.past_transfer import PastTransfer
from desktop_app.ui.texts import past_path, past_result, past_title

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def history_csv(entries: Iterable[PastTransfer]) -> bytes:
    """RFC 4180 in UTF-8, with the mark at its beginning that Excel knows Chinese by.

    Args:
        entries: from the first row to the last.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_header())
    writer.writerows([_harmless(cell) for cell in _cells(past)] for past in entries)
    return text.getvalue().encode("utf-8-sig", errors="replace")


def _header() -> list[str]:
    return [
        QCoreApplication.translate("History", "Ended"),
        QCoreApplication.translate("History", "What"),
        QCoreApplication.translate("History", "File"),
        QCoreApplication.translate("History", "Size in bytes"),
        "SHA-256",
        QCoreApplication.translate("History", "Images"),
        QCoreApplication.translate("History", "Result"),
    ]


def _cells(past: PastTransfer) -> list[str]:
    return [
        past.ended_at.astimezone().isoformat(" ", "seconds"),
        past_title(past),
        str(past_path(past)),
        "" if past.size_bytes is None else str(past.size_bytes),
        past.sha256,
        "\n".join(" ".join([*image.names, image.digest]) for image in past.images),
        past_result(past),
    ]


def _harmless(cell: str) -> str:
    """A name from somebody's file must not become a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell
