"""``python -m tests.benchmarks [transfers|identification|window]``: prints Markdown.

``transfers``, which is what is meant without a word, are all that the program does with an engine,
on a private Docker of each kind of store, against docker's and other people's programs. With
``--write`` it goes into RESULTS.md, too. ``identification`` is telling what a file is, without any
engine. ``window`` is how soon the window is there and how it answers; ``--write``: into WINDOW.md.
"""

import argparse
import os
import platform
import subprocess
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import docker

from desktop_app.transfers import export_container, save_images
from tests.benchmarks.ground import Ground, memory_disk
from tests.benchmarks.identification import identification_contests
from tests.benchmarks.material import build_image, build_upon
from tests.benchmarks.receiving import exports, packed_saves, plain_saves, skopeo_saves
from tests.benchmarks.rounds import race, reading_table, table
from tests.benchmarks.sending import imports, loads
from tests.benchmarks.window import window_lines
from tests.helpers.alone import alone
from tests.real_engines.engines import running_engine

_RESULTS = Path(__file__).with_name("RESULTS.md")
_WINDOW_RESULTS = Path(__file__).with_name("WINDOW.md")
_IMAGE = "ferry-benchmark/real:1"
_NEWER = "ferry-benchmark/real:2"
_FAMILY = 5
_ARCHIVE, _NEWER_ARCHIVE, _FILESYSTEM = "image.tar", "newer.tar", "filesystem.tar"
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
        is_window = options.contest == "window"
        lines = []
        for line in _window(options.rounds) if is_window else _transfers(folder, options):
            print(line, flush=True)
            lines.append(line)
    if options.write:
        results = _WINDOW_RESULTS if is_window else _RESULTS
        results.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    contest = ("transfers", "identification", "window")
    parser.add_argument("contest", nargs="?", choices=contest, default="transfers")
    parser.add_argument("--megabytes", type=int, default=1300, help="of the image (1300)")
    parser.add_argument("--rounds", type=int, default=5, help="of each contest (5)")
    parser.add_argument("--folder", type=Path, help="where there is room for ten times as much")
    parser.add_argument(
        "--memory",
        type=int,
        nargs="*",
        default=[1000, 10_000],
        metavar="MB",
        help="sizes of images for which memory is measured (1000 10000)",
    )
    parser.add_argument("--write", action="store_true", help="into a file beside this one, too")
    return parser.parse_args()


def _computer() -> str:
    system = f"{platform.system()} {platform.release()}"
    return f"{_processor()}, {os.cpu_count()} cores, {system}, Python {platform.python_version()}"


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _print_identification(folder: Path, megabytes: int, rounds: int) -> None:
    print(f"{_computer()}; medians of {rounds}.", flush=True)
    for title, contestants in identification_contests(folder, megabytes):
        print(f"\n{reading_table(title, race(contestants, rounds))}", flush=True)


def _window(rounds: int) -> Iterator[str]:
    yield from ("# How soon the window answers", "", f"{_computer()}; medians of {rounds}.", "")
    yield from window_lines(rounds)


def _transfers(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    size, rounds = options.megabytes * _MEGABYTE, options.rounds
    yield "# How fast transfers are, and how much memory they take"
    yield ""
    yield f"{_computer()}; an image of {options.megabytes} MB in four layers, medians of {rounds}."
    with running_engine("20.10", folder / "a") as engine:
        ground = _ground(engine.url, "classic store", folder)
        yield from _memory(ground, options.memory)
        build_image(ground.client, _IMAGE, size, folder)
        yield from _out_of_classic(ground, size, rounds)
        _write_archives(ground, size)
    with memory_disk(folder / "b") as disk, running_engine("20.10", disk) as engine:
        yield from _into_classic(_ground(engine.url, "classic store", folder), rounds)
    with running_engine("26-containerd", folder / "c") as engine:
        ground = _ground(engine.url, "containerd store", folder)
        build_image(ground.client, _IMAGE, size, folder)
        yield from table(plain_saves(ground, None, 1.10), rounds)


def _ground(url: str, store: str, folder: Path) -> Ground:
    client = docker.APIClient(base_url=url, timeout=_PATIENCE_SECONDS)
    version = client.version()["Version"]
    return Ground(url, client, f"Docker {version}, {store}", _IMAGE, folder)


def _out_of_classic(ground: Ground, size: int, rounds: int) -> Iterator[str]:
    yield from table(plain_saves(ground, 0.85, 1.25), rounds)
    for contest in packed_saves(ground):
        yield from table(contest, rounds)
    family = [f"ferry-benchmark/member:{number}" for number in range(_FAMILY)]
    for member in family:
        build_upon(ground.client, member, _IMAGE, size // 100, ground.folder)
    for contest in skopeo_saves(ground, family):
        yield from table(contest, rounds)
    ground.remove(*family)
    with ground.container() as container:
        yield from table(exports(ground, container), rounds)
    _tidy(ground.folder)


def _write_archives(ground: Ground, size: int) -> None:
    """What is sent in `_into_classic`; the newer image has one layer more."""
    build_upon(ground.client, _NEWER, _IMAGE, size // 12, ground.folder)
    for image, name in ((_IMAGE, _ARCHIVE), (_NEWER, _NEWER_ARCHIVE)):
        ground.ours(partial(save_images, names=[image], target=ground.folder / name))
    with ground.container() as container:
        target = ground.folder / _FILESYSTEM
        ground.ours(partial(export_container, container=container, target=target))


def _into_classic(ground: Ground, rounds: int) -> Iterator[str]:
    folder = ground.folder
    yield ""
    yield "The engine that gets images keeps them in memory: see `memory_disk` in ground.py."
    yield from table(imports(ground, folder / _FILESYSTEM), rounds)
    for contest in loads(ground, folder / _ARCHIVE, _NEWER, folder / _NEWER_ARCHIVE):
        yield from table(contest, rounds)
    _tidy(folder)


def _tidy(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_file():
            path.unlink()


def _memory(ground: Ground, sizes: list[int]) -> Iterator[str]:
    yield from ("", "### Peak memory above the idle program", "")
    yield "| image | save (to reach: ≤ 64 MB) | save as zstd (to reach: ≤ 100 MB) |"
    yield "|---|---:|---:|"
    for megabytes in sizes:
        build_image(ground.client, _IMAGE, megabytes * _MEGABYTE, ground.folder)
        plain, packed = (_peak(ground, packing) for packing in ("none", "zstd"))
        yield f"| {megabytes} MB | {plain} MB | {packed} MB |"
        ground.client.remove_image(_IMAGE)


def _peak(ground: Ground, compression: str) -> int:
    target = ground.folder / "memory.tar"
    command = alone("tests.real_engines.window_at_work", ground.url, compression, _IMAGE, target)
    own = os.environ | {"XDG_DATA_HOME": str(ground.folder)}  # not the history of whoever runs it
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=own).stdout
    target.unlink()
    return round(int(answer.split()[0]) / _MEGABYTE)


if __name__ == "__main__":
    main()
