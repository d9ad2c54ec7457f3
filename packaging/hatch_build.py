"""Puts the resources into the wheel: translations compiled, everything else as it is.

A source distribution carries them as they stand in the tree; a wheel made of it comes by here, too.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import PySide6
from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from typing_extensions import override

_TARGET = "desktop_app/resources"


class ResourcesHook(BuildHookInterface[BuilderConfig]):
    """Hatchling calls it around the building of a wheel."""

    @override
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the translations and name all that goes into the wheel."""
        self._compiled = tempfile.TemporaryDirectory()
        included: dict[str, str] = build_data["force_include"]
        for folder in Path(self.root, "resources").iterdir():
            source = folder
            if folder.name == "translations":
                source = Path(self._compiled.name)
                _compile(sorted(folder.glob("*.ts")), source)
            included[str(source)] = f"{_TARGET}/{folder.name}"

    @override
    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was compiled; the wheel has it."""
        self._compiled.cleanup()


def _compile(sources: list[Path], target: Path) -> None:
    """Make a ``.qm`` of each ``.ts``; what is not translated yet stays English."""
    lrelease = shutil.which("lrelease", path=Path(PySide6.__file__).parent)
    if lrelease is None:
        raise FileNotFoundError("PySide6-Essentials brings no lrelease")
    for source in sources:
        compiled = target / source.with_suffix(".qm").name
        subprocess.run([lrelease, "-silent", source, "-qm", compiled], check=True)
