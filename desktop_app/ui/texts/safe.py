"""Names from files, containers and engines, made fit to be shown as plain text.

Whoever writes an archive chooses the names in it. A character that turns the direction of the text,
or one that cannot be seen, would let a name look like another; a very long one would push the
buttons off the screen.
"""

import unicodedata

_MARK = "\N{REPLACEMENT CHARACTER}"
_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"  # some scripts cannot do without
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}  # control, format, surrogate, … separators


def safe(text: str, longest: int = 120) -> str:
    """The text with every unseen character marked, and its middle left out if it is too long.

    Markup needs no care here: every label that shows a name is plain text.

    Args:
        text: from anywhere, lone surrogates of undecodable file names included.
        longest: so many characters remain at most.
    """
    shown = text
    if not text.isprintable():
        shown = "".join(_MARK if _is_unseen(character) else character for character in text)
    if len(shown) <= longest:
        return shown
    kept = longest - 1
    return f"{shown[: kept - kept // 2]}…{shown[-(kept // 2) :]}"


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN and character not in _JOINERS
