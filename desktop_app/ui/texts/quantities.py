"""Speeds, times that are left and moments, in the person's language.

Sizes stand in `models.words`.
"""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop_app.models.words import moment_text, size_text

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


def long_time_left_text(seconds: float) -> str:
    """``about 3 minutes left``: for many things together, of which nobody knows it exactly."""
    minutes = round(seconds / _MINUTE)
    if minutes < 1:
        return QCoreApplication.translate("Quantities", "less than a minute left")
    if seconds < _HOUR:
        return QCoreApplication.translate("Quantities", "about %n minute(s) left", "", minutes)
    hours = round(seconds / _HOUR)
    return QCoreApplication.translate("Quantities", "about %n hour(s) left", "", hours)


def recent_text(moment: datetime) -> str:
    """``today 14:02``; date and time for any other day.

    Args:
        moment: aware.
    """
    when = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    if when.date() != QDateTime.currentDateTime().date():
        return moment_text(moment)
    time = QLocale().toString(when.time(), QLocale.FormatType.ShortFormat)
    return QCoreApplication.translate("Quantities", "today {time}").format(time=time)
