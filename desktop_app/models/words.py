"""Words that tables share: sizes, ages, moments, short IDs, tool tips; in the person's language."""

import html
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR
_SHORT_ID_DIGITS = 12
_LONGEST_TIP = 120


def size_text(size_bytes: int) -> str:
    """``228 MB``, ``1.02 GB``: three digits and thousands of thousands, as docker shows sizes."""
    leading = float(size_bytes)
    while leading >= 1000:
        leading /= 1000
    decimals = 0 if leading >= 100 else 1 if leading >= 10 else 2
    return QLocale().formattedDataSize(
        size_bytes, decimals, QLocale.DataSizeFormat.DataSizeSIFormat
    )


def moment_text(moment: datetime) -> str:
    """Date and time in full, in the time of this computer."""
    when = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(when, QLocale.FormatType.ShortFormat)


def age_text(moment: datetime, now: datetime | None = None) -> str:
    """How long ago that was, in one unit: ``yesterday``, ``3 years ago``.

    Args:
        moment: aware.
        now: aware; the moment of asking if not given.
    """
    seconds = int(((now or datetime.now(UTC)) - moment).total_seconds())
    return _age_in_days(seconds // _DAY) if seconds >= _DAY else _age_today(seconds)


def tip_text(text: str) -> str:
    """A tool tip that says just this: what looks like markup is shown, and a long line is broken.

    Qt would take a name in angle brackets for markup, and leave a long command in one line.
    """
    if "<" not in text and len(text) <= _LONGEST_TIP:
        return text
    return f"<p>{html.escape(text)}</p>".replace("\n", "<br>")


def short_id(digest: str) -> str:
    """The twelve digits by which docker shows an ID: ``7864316753ab``."""
    return digest.removeprefix("sha256:")[:_SHORT_ID_DIGITS]


# The counts below have names of their own, because lupdate overlooks calls with a sum in them.


def _age_today(seconds: int) -> str:
    minutes, hours = seconds // _MINUTE, seconds // _HOUR
    if minutes < 1:  # also for clocks that run ahead
        return QCoreApplication.translate("Words", "just now")
    if hours < 1:
        return QCoreApplication.translate("Words", "%n minute(s) ago", "", minutes)
    return QCoreApplication.translate("Words", "%n hour(s) ago", "", hours)


def _age_in_days(days: int) -> str:
    weeks, months, years = days // 7, days // 30, days // 365
    if days == 1:
        return QCoreApplication.translate("Words", "yesterday")
    if weeks < 2:
        return QCoreApplication.translate("Words", "%n day(s) ago", "", days)
    if months < 2:
        return QCoreApplication.translate("Words", "%n week(s) ago", "", weeks)
    if years < 2:
        return QCoreApplication.translate("Words", "%n month(s) ago", "", months)
    return QCoreApplication.translate("Words", "%n year(s) ago", "", years)
