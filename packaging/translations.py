"""Keeps ``resources/translations/*.ts`` in step with the texts in the program.

    python packaging/translations.py           takes new texts in and lost ones out
    python packaging/translations.py --check   changes nothing; fails if there is anything to do

English has a file for its plurals only: ``%n image(s)`` needs "image" and "images".
"""

import argparse
import ast
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import PySide6

_ROOT = Path(__file__).resolve().parent.parent
_FOLDER = _ROOT / "resources" / "translations"
_OPTIONS = {"image-ferry_en.ts": ["-pluralonly"], "image-ferry_zh_CN.ts": []}


def main() -> int:
    """Update or check every file; 0 if all is well."""
    parser = argparse.ArgumentParser(description="Update the translations from the sources.")
    parser.add_argument("--check", action="store_true", help="change nothing, fail if out of date")
    if not parser.parse_args().check:
        for name in _OPTIONS:
            _update(_FOLDER / name)
        return 0
    stale = [name for name in _OPTIONS if _is_stale(_FOLDER / name)]
    if stale:
        print(f"Out of date: {', '.join(stale)}. Run python packaging/translations.py")
    return 1 if stale else 0


def _is_stale(file: Path) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(file, folder))
        _update(copy)
        return copy.read_bytes() != file.read_bytes()


def _update(file: Path) -> None:
    lupdate = shutil.which("lupdate", path=Path(PySide6.__file__).parent)
    if lupdate is None:
        raise FileNotFoundError("PySide6-Essentials brings no lupdate")
    sources = sorted((_ROOT / "desktop_app").rglob("*.py"))
    # Sorted and without lines, so that a file changes only where its texts do.
    steady = ["-silent", "-no-obsolete", "-locations", "none", "-sort-messages"]
    options = [*steady, "-source-language", "en", *_OPTIONS[file.name]]
    with tempfile.TemporaryDirectory() as folder:
        plurals = Path(folder, "plurals.py")
        plurals.write_text("\n".join(_plurals(sources)), encoding="utf-8")
        command = [lupdate, *options, *map(str, [plurals, *sources]), "-ts", str(file)]
        subprocess.run(command, check=True)


def _plurals(sources: Iterable[Path]) -> Iterator[str]:
    """Every ``translate(context, text, comment, count)``, with 1 in the place of its count.

    WORKAROUND: lupdate takes a count that is a name for an encoding, and so the text for one
    without plurals; a count that is anything longer makes it lose the text. What it reads first
    stays, so these go before the sources.
    """
    for source in sources:
        for node in ast.walk(ast.parse(source.read_bytes())):
            match node:
                case ast.Call(
                    func=ast.Name("translate") | ast.Attribute(attr="translate"),
                    args=[context, text, comment, _],
                ):
                    words = ", ".join(
                        repr(ast.literal_eval(word)) for word in (context, text, comment)
                    )
                    yield f"QCoreApplication.translate({words}, 1)"


if __name__ == "__main__":
    sys.exit(main())
