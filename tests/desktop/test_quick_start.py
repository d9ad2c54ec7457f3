"""Risk: a start takes longer again with another PySide6, or nobody frees memory after it."""

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.desktop.quick_start import catch_up, settle


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


def test_what_is_imported_later_comes_piece_by_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("__init__", "a", "b/__init__", "b/c"):
        path = tmp_path / "spare" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.syspath_prepend(tmp_path)
    steps = catch_up("spare")
    assert next(steps) == "spare.a"
    assert "spare.b" not in sys.modules
    assert list(steps) == ["spare.b", "spare.b.c"]
    for name in ("spare", "spare.a", "spare.b", "spare.b.c"):
        del sys.modules[name]
