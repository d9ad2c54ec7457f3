"""``python -m tests.corpus``: the table of producers and engines; prints Markdown. Needs root.

Each cell says what we say of an archive, what we do to it on the way and, after the arrow, what the
engine does with it. Where the two do not agree the cell is in bold letters, and the exit status
is 1.
"""

import argparse
import contextlib
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from desktop_app.archives import Method
from desktop_app.engine import Engine, connect
from tests.corpus.matrix import Cell, tried
from tests.corpus.producers import ENGINES, OFFLINE, PACKED
from tests.corpus.specimens import Specimen
from tests.real_engines.engines import ALL_ENGINES, CORPUS_ENGINES, RunningEngine, running_engine
from tests.real_engines.fixtures import emptied, short_folder, workshop_in

Running = Mapping[str, tuple[RunningEngine, Engine]]


def main() -> int:
    """Print a table for each method; give the exit status."""
    names = ALL_ENGINES if _options().engines == "all" else CORPUS_ENGINES
    disagreements: list[str] = []
    with short_folder() as folder, _running(names, folder) as engines:
        archives = dict(_archives(engines, folder))
        for method in Method:
            print(f"\n### {method}\n\n| archive | {' | '.join(map(_heading, engines.items()))} |")
            print("|---" * (len(engines) + 1) + "|")
            for archive, path in archives.items():
                cells = {name: _cell(*each, path, method) for name, each in engines.items()}
                print(f"| {archive} | {' | '.join(map(_shown, cells.values()))} |", flush=True)
                wrong = [name for name, cell in cells.items() if not cell.agrees]
                disagreements += [
                    f"{method} of {archive} on {name}: {cells[name]}" for name in wrong
                ]
    print(f"\n{len(archives)} archives; disagreements: {len(disagreements)}")
    print("".join(f"\n- {each}" for each in disagreements))
    return 1 if disagreements else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.corpus", description=__doc__)
    words = "three kinds of store (ci), or every engine that the tests start (all)"
    parser.add_argument("--engines", choices=("ci", "all"), default="ci", help=words)
    return parser.parse_args()


@contextlib.contextmanager
def _running(names: tuple[str, ...], folder: Path) -> Iterator[Running]:
    """Engines and our connections to them."""
    with contextlib.ExitStack() as at_the_end:
        engines = {}
        for name in names:
            engine = at_the_end.enter_context(running_engine(name, folder / name))
            engines[name] = engine, at_the_end.enter_context(connect(engine.url))
        yield engines


def _archives(engines: Running, folder: Path) -> Iterator[tuple[str, Path]]:
    """Every archive of the corpus, by its name."""
    written = [each for each in ENGINES if each.maker in engines]
    for number, specimen in enumerate((*OFFLINE, *PACKED, *written)):
        path = folder / f"archive-{number}"
        _write(specimen, path, engines)
        yield specimen.name, path


def _write(specimen: Specimen, path: Path, engines: Running) -> None:
    if not specimen.maker:
        specimen.write(path, "")
        return
    with emptied(engines[specimen.maker][0]) as engine:
        specimen.write(path, engine.url)


def _cell(engine: RunningEngine, ferry: Engine, path: Path, method: Method) -> Cell:
    with emptied(engine), workshop_in(engine) as workshop:
        return tried(ferry, workshop, path, method)


def _heading(named: tuple[str, tuple[RunningEngine, Engine]]) -> str:
    name, (_, ferry) = named
    return f"{name} ({ferry.info.version})"


def _shown(cell: Cell) -> str:
    flaw = f": {cell.outcome.flaw}" if cell.outcome.flaw else ""
    done = f", {cell.verdict.conversion}" if cell.verdict.conversion else ""
    text = f"{cell.verdict.level} {cell.verdict.code}{done} → {cell.outcome.result}{flaw}"
    return text if cell.agrees else f"**{text}**"


if __name__ == "__main__":
    sys.exit(main())
