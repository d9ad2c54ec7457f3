"""``python -m tests.benchmarks [verbs|identification]``: prints Markdown.

``verbs``, which is what is meant without a word, are save, load, export and import on a private
Docker 20.10; ``identification`` is telling what a file is, without any engine.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

import docker

from tests.benchmarks.contests import Ground, contests
from tests.benchmarks.identification import identification_contests
from tests.benchmarks.material import build_image
from tests.benchmarks.rounds import race, reading_table, table
from tests.real_engines.engines import running_engine

_IMAGE = "ferry-benchmark/real:1"
_MEGABYTE = 1_000_000
_PATIENCE_SECONDS = 3600


def main() -> None:
    """Make the material, run the contests and print what came of them."""
    options = _options()
    with tempfile.TemporaryDirectory(dir=options.folder, prefix="ferry-benchmark-") as name:
        folder = Path(name)
        if options.contest == "identification":
            _print_identification(folder, options.megabytes, options.rounds)
            return
        with running_engine("20.10", folder / "engine") as engine:
            url = engine.url
            print(_heading(url, options.megabytes), flush=True)
            for megabytes in (options.megabytes, 3 * options.megabytes) if options.memory else ():
                _print_memory(url, folder, megabytes)
            _print_contests(url, folder, options.megabytes, options.rounds)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    contest = ("verbs", "identification")
    parser.add_argument("contest", nargs="?", choices=contest, default="verbs")
    parser.add_argument("--megabytes", type=int, default=1300, help="of the image (1300)")
    parser.add_argument("--rounds", type=int, default=5, help="of each contest (5)")
    parser.add_argument("--folder", type=Path, help="where there is room for four times as much")
    parser.add_argument("--no-memory", dest="memory", action="store_false", help="times only")
    return parser.parse_args()


def _heading(url: str, megabytes: int) -> str:
    version = docker.APIClient(base_url=url).version()["Version"]
    return f"Docker {version}, {_computer()}; an image of {megabytes} MB in four layers.\n"


def _computer() -> str:
    system = f"{platform.system()} {platform.release()}"
    return f"{os.cpu_count()} cores, {system}, Python {platform.python_version()}"


def _print_identification(folder: Path, megabytes: int, rounds: int) -> None:
    print(f"{_computer()}; medians of {rounds}.", flush=True)
    for title, contestants in identification_contests(folder, megabytes):
        print(f"\n{reading_table(title, race(contestants, rounds))}", flush=True)


def _print_memory(url: str, folder: Path, megabytes: int) -> None:
    client = docker.APIClient(base_url=url, timeout=_PATIENCE_SECONDS)
    build_image(client, _IMAGE, megabytes * _MEGABYTE, folder)
    target = folder / "memory.tar"
    command = [sys.executable, "-m", "tests.benchmarks.memory", url, _IMAGE, str(target)]
    peak = int(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    print(f"Peak memory above the idle program, saving {megabytes} MB: {peak / _MEGABYTE:.0f} MB")
    target.unlink()
    client.remove_image(_IMAGE)


def _print_contests(url: str, folder: Path, megabytes: int, rounds: int) -> None:
    client = docker.APIClient(base_url=url, timeout=_PATIENCE_SECONDS)
    build_image(client, _IMAGE, megabytes * _MEGABYTE, folder)
    container = client.create_container(_IMAGE)["Id"]
    ground = Ground(url, client, _IMAGE, container, folder)
    for title, contestants in contests(ground):
        print(f"\n{table(title, race(contestants, rounds))}", flush=True)


if __name__ == "__main__":
    main()
