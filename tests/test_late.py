"""Risk: a name of a package is not there, or all of the package is imported for one of them."""

import subprocess
import sys
from importlib import import_module

import pytest

_PACKAGES = ["archives", "engine", "transfers", "ui", "ui.texts"]


@pytest.mark.parametrize("package", _PACKAGES)
def test_every_name_of_a_package_is_there_and_no_other(package: str) -> None:
    module = import_module(f"desktop_app.{package}")
    for name in module.__all__:
        assert getattr(module, name).__name__ == name
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = module.nothing


def test_one_name_imports_one_module() -> None:
    script = (
        "import sys; from desktop_app.archives import ArchiveKind;"
        "print([name for name in sys.modules if name.endswith(('identification', 'zstandard'))])"
    )
    found = subprocess.run(
        [sys.executable, "-c", script], check=True, stdout=subprocess.PIPE, text=True
    )
    assert found.stdout == "[]\n"
