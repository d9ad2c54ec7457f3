"""Packages that import their modules when something of them is asked for, and no sooner.

So the window is seen before docker-py and what reads archives are there, which takes longer.
"""

from collections.abc import Callable, Mapping
from importlib import import_module


def late(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """Make the ``__getattr__`` of a package (PEP 562).

    Args:
        package: its ``__name__``.
        homes: in which of its modules each of its names is.
    """

    def get(name: str) -> object:
        if name not in homes:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message)
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return get
