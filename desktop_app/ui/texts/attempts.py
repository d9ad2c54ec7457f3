"""What one place answered where an engine was looked for, in a few words."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app.engine_info import Attempt
from desktop_app.errors import ErrorCode
from desktop_app.ui.texts.errors import error_text


def attempt_text(attempt: Attempt) -> str:
    """``Nobody answers``; the place itself is said beside it."""
    source = _ANSWERS.get(attempt.code)
    if source is None:
        return error_text(attempt.code, {"url": attempt.url, "context": attempt.place}).headline
    return QCoreApplication.translate("Attempts", str(source))


_ANSWERS: Mapping[ErrorCode, object] = {
    ErrorCode.ENGINE_NOT_FOUND: QT_TRANSLATE_NOOP("Attempts", "Not there"),
    ErrorCode.ENGINE_STOPPED: QT_TRANSLATE_NOOP("Attempts", "Nobody answers"),
    ErrorCode.ENGINE_SSH: QT_TRANSLATE_NOOP("Attempts", "Not reached by ssh"),
    ErrorCode.ENGINE_FORBIDDEN: QT_TRANSLATE_NOOP("Attempts", "Your account may not use it"),
    ErrorCode.ENGINE_TLS: QT_TRANSLATE_NOOP("Attempts", "Its certificates do not fit"),
    ErrorCode.ENGINE_TOO_OLD: QT_TRANSLATE_NOOP("Attempts", "Too old"),
    ErrorCode.ENGINE_LOST: QT_TRANSLATE_NOOP("Attempts", "Broke off"),
    ErrorCode.ENGINE_REFUSED: QT_TRANSLATE_NOOP("Attempts", "Refuses"),
}
