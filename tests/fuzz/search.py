"""The search: led by coverage where atheris is there, and blind where it is not.

Each target has a process of its own, because atheris ends the one that it runs in. It has programs
for a few kinds of computers only; on all others nothing leads the search.
"""

import importlib
import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import desktop_app

TARGETS = (
    "walk_headers",
    "identify_bytes",
    "identify_documents",
    "verify_bytes",
    "verify_documents",
    "convert_documents",
)
_ALONE = """
import sys
program, tests, *arguments = sys.argv[1:]
sys.path.insert(0, program)
sys.path.append(tests)
from tests.fuzz.search import search_alone
search_alone(*arguments)
"""
# Linux hands the peak of memory on to a program that takes its caller's place, and the search takes
# it for its own. A shell of a few megabytes in between starts a process that begins anew.
_BEGINNING_ANEW = ("sh", "-c", '"$@"; exit $?', "sh")
_LONGEST_BYTES = 64 << 10
MOST_MEGABYTES = 700
_PATIENCE_SECONDS = 30


def search(targets: Sequence[str], seconds: float, folder: Path) -> list[Path]:
    """Look for inputs that make the program fail.

    Args:
        targets: names of functions in ``targets.py``.
        seconds: for all of them together.
        folder: where the inputs are that are worth changing.

    Returns:
        Files with what was found; nothing of it remains from an earlier search.
    """
    found: list[Path] = []
    for name in targets:
        corpus, results = folder / name, folder / f"{name}-found"
        for place in (corpus, results):
            place.mkdir(exist_ok=True)
        for old in results.iterdir():
            old.unlink()
        share = max(1, int(seconds / len(targets)))
        search_one = [sys.executable, "-c", _ALONE, *_places(), name, share, corpus, results]
        command = [*_BEGINNING_ANEW, *map(str, search_one)]
        ended = subprocess.run(command, check=False)
        found += results.iterdir()
        if ended.returncode and not any(results.iterdir()):
            raise RuntimeError(f"{name} ended with {ended.returncode}")
    return found


def search_alone(name: str, seconds: str, corpus: str, results: str) -> None:
    """Search with one target, in a process that is for nothing else."""
    _search(name, int(seconds), Path(corpus), Path(results))


def _places() -> tuple[Path, Path]:
    """Where the program lies that this process tests, and where the tests lie."""
    return Path(desktop_app.__file__).parents[1], Path(__file__).parents[2]


def _search(name: str, seconds: int, corpus: Path, results: Path) -> None:
    if find_spec("atheris") is None:
        _search_blindly(_prepared(name, corpus), seconds, corpus, results)
        return
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["desktop_app.archives"]):
        target = _prepared(name, corpus)
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={_LONGEST_BYTES}",
        f"-rss_limit_mb={MOST_MEGABYTES}",
        f"-timeout={_PATIENCE_SECONDS}",
        f"-artifact_prefix={results}/",
        "-len_control=0",
    ]
    atheris.Setup(["fuzz", *options, str(corpus)], target)
    atheris.Fuzz()


def _prepared(name: str, corpus: Path) -> Callable[[bytes], None]:
    targets = importlib.import_module("tests.fuzz.targets")
    seeds = importlib.import_module("tests.fuzz.seeds")
    for number, seed in enumerate(seeds.seeds(name)):
        (corpus / f"seed{number}").write_bytes(seed)
    target: Callable[[bytes], None] = getattr(targets, name)
    return target


def _search_blindly(
    target: Callable[[bytes], None], seconds: int, corpus: Path, results: Path
) -> None:
    inputs = [path.read_bytes() for path in sorted(corpus.iterdir())]
    chance = random.Random()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        data = bytearray(chance.choice(inputs))
        for _ in range(chance.randrange(1, 6)):
            place = chance.randrange(len(data) + 1)
            data[place : place + chance.randrange(4)] = chance.randbytes(chance.randrange(4))
        try:
            target(bytes(data))
        except BaseException:
            (results / "blind").write_bytes(data)
            raise
