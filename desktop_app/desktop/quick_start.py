"""What Python and PySide6 do while a program starts, and ours can do without."""

import builtins
import gc

import PySide6.QtCore  # noqa: F401 - it has changed how everything after it is imported


def hurry() -> None:
    """To be called before the rest is imported.

    WORKAROUND: PySide6 reads the source of each module that is imported, in case that one asks for
    other spellings of Qt's names (``__feature__``), as none of ours does. And what is imported is
    no garbage, so nobody need look for any.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    gc.disable()


def settle() -> None:
    """After `hurry`, when the window is seen: look for garbage again, but not in what is there."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
