"""What Python and PySide6 do while a program starts, and ours can do without, or later."""

import builtins
import gc
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

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


def catch_up(*packages: str) -> Iterator[str]:
    """Import all that is in some packages, one module with each step; gives their names."""
    for package in packages:
        for module in walk_packages(import_module(package).__path__, f"{package}."):
            import_module(module.name)
            yield module.name
