"""Many changes to what a layout holds, laid out together."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout


@contextmanager
def laid_out_once(layout: QLayout) -> Iterator[None]:
    """Leave what is in a layout where it is until all changes to it are made.

    Each widget that becomes visible has everything around it laid out at once, which is much work
    beside two hundred others.
    """
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)
