"""Why a text cannot be the name of an image, said while it is typed.

Whether it can be one is decided by `references` alone; here the reason is only put into words.
"""

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app import references


def name_problem(text: str) -> str:
    """One sentence on what keeps the text from being a name; empty if nothing does."""
    name = text.strip()
    if references.is_valid(name):
        return ""
    reasons = (reason for pattern, reason in _REASONS if re.search(pattern, name))
    return QCoreApplication.translate("Names", str(next(reasons, _BAD_FORM)))


_REASONS: tuple[tuple[str, object], ...] = (
    (r"^$", QT_TRANSLATE_NOOP("Names", "Type a name, such as shop/web:2.1.")),
    (r"@", QT_TRANSLATE_NOOP("Names", "A name cannot have an @ and a digest in it.")),
    (r"\s", QT_TRANSLATE_NOOP("Names", "A name cannot have spaces in it.")),
    (
        r"[^A-Za-z0-9._:/-]",
        QT_TRANSLATE_NOOP(
            "Names", "A name can have letters from a to z, digits and - . _ : / in it only."
        ),
    ),
    (r"^:", QT_TRANSLATE_NOOP("Names", "Before the colon there must be a name.")),
    (r":$", QT_TRANSLATE_NOOP("Names", "After the colon there must be a tag, such as 2.1.")),
    (r":[.-][^/:]*$", QT_TRANSLATE_NOOP("Names", "A tag begins with a letter or a digit.")),
    (r":[^/:]{129,}$", QT_TRANSLATE_NOOP("Names", "A tag has 128 characters at most.")),
    (
        r"(^|/)[^:/]*[A-Z]",
        QT_TRANSLATE_NOOP("Names", "Capital letters can only be in the tag, after the colon."),
    ),
    (r"^[a-f0-9]{64}(:|$)", QT_TRANSLATE_NOOP("Names", "This is an ID. Choose another name.")),
    (r".{256}", QT_TRANSLATE_NOOP("Names", "A name has 255 characters at most.")),
)

_BAD_FORM = QT_TRANSLATE_NOOP(
    "Names", "Every part of a name begins and ends with a letter or a digit, as in shop/web-2."
)
