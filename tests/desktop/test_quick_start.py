"""Risk: a start takes longer again with another PySide6, or nobody frees memory after it."""

import gc
import subprocess
import sys

import pytest

from desktop_app.desktop.quick_start import settle


def test_no_source_is_read_that_is_compiled() -> None:
    script = """
import gc, linecache
from desktop_app.desktop.quick_start import hurry
hurry()
import desktop_app.app
print([file for file in linecache.cache if "desktop_app" in file], gc.isenabled())
"""
    program = [sys.executable, "-c", script]
    found = subprocess.run(program, check=True, stdout=subprocess.PIPE, text=True, timeout=60)
    assert found.stdout == "[] False\n"


@pytest.mark.parametrize("is_in_a_hurry", [True, False])
def test_garbage_is_looked_for_again(is_in_a_hurry: bool) -> None:
    if is_in_a_hurry:
        gc.disable()
    settle()
    assert gc.isenabled()
    assert bool(gc.get_freeze_count()) is is_in_a_hurry
    gc.unfreeze()
