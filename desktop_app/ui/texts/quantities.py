"""Speeds and times that are left, in the person's language; sizes stand in `models.words`."""

from PySide6.QtCore import QCoreApplication

from desktop_app.models.words import size_text

_MINUTE = 60
_HOUR = 60 * _MINUTE


def speed_text(bytes_per_second: float) -> str:
    """``186 MB/s``."""
    text = QCoreApplication.translate("Quantities", "{size}/s")
    return text.format(size=size_text(int(bytes_per_second)))


def time_left_text(seconds: float) -> str:
    """``2 s left``, ``5 min left``, ``1 h 20 min left``; never less than a second."""
    whole = max(1, round(seconds))
    if whole < _MINUTE:
        text = QCoreApplication.translate("Quantities", "{seconds} s left")
    elif whole < _HOUR:
        text = QCoreApplication.translate("Quantities", "{minutes} min left")
    else:
        text = QCoreApplication.translate("Quantities", "{hours} h {minutes} min left")
    return text.format(
        hours=whole // _HOUR, minutes=whole % _HOUR // _MINUTE, seconds=whole % _MINUTE
    )
