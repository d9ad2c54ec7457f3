"""Sizes, speeds and times that are left, in the person's language."""

from PySide6.QtCore import QCoreApplication, QLocale

_MINUTE = 60
_HOUR = 60 * _MINUTE


def size_text(size_bytes: int) -> str:
    """``188 MB`` or ``1.3 GB``: steps of 1000, as engines and shops count."""
    return QLocale().formattedDataSize(
        size_bytes, _decimals(size_bytes), QLocale.DataSizeFormat.DataSizeSIFormat
    )


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


def _decimals(size_bytes: int) -> int:
    """One digit after the point where there is only one before it, as in 1.3 GB."""
    leading = size_bytes
    while leading >= 1000:
        leading //= 1000
    return 1 if size_bytes >= 1000 and leading < 10 else 0
