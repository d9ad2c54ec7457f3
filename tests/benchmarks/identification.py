"""Telling what a file is, against the programs that list or inspect one: time and bytes read.

Needs GNU tar, zstd and skopeo. The 20 GB are a sparse file with real headers, made in a moment.
"""

import random
import subprocess
import tarfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import zstandard

from desktop_app.archives import complete, identify
from tests.archives import builder
from tests.benchmarks.rounds import Contestant

_MEGABYTE = 1_000_000
_BIG_BYTES = 20_000 * _MEGABYTE
_BIG_LAYERS = 40
_LAYERS = 4
_FILES = 200_000
_FOLDERS = ("bin", "dev", "etc", "home", "lib", "opt", "usr", "var")
_LARGEST_FILE = 9000


def identification_contests(folder: Path, megabytes: int) -> Iterator[tuple[str, list[Contestant]]]:
    """The contests, each with its title; this program comes first in each.

    Args:
        folder: room for the files.
        megabytes: of the image archive that has real data in it.
    """
    big = builder.write_sparse_image(folder / "big.tar", _BIG_BYTES, _BIG_LAYERS)
    yield f"An image archive of {_BIG_BYTES // _MEGABYTE} MB, sparse", _of_images(big)
    big.unlink()
    image = _write_image(folder / "image.tar", megabytes * _MEGABYTE)
    yield f"An image archive of {megabytes} MB", _of_images(image)
    image.unlink()
    root = _write_root(folder / "root.tar")
    title = f"A root file system of {_FILES} files"
    yield title, _of_files(root)
    for program in ("gzip", "zstd"):
        packed = _packed(program, root)
        yield f"{title}, {packed.suffix}", _of_files(packed)
        packed.unlink()
    root.unlink()


def _of_images(path: Path) -> list[Contestant]:
    command = ["skopeo", "inspect", f"docker-archive:{path}"]
    return [*_of_files(path), _contestant("skopeo inspect", partial(_run, *command))]


def _of_files(path: Path) -> list[Contestant]:
    return [
        _contestant("Image Ferry, first pass", partial(identify, path)),
        _contestant("Image Ferry, both passes", lambda: complete(identify(path))),
        _contestant("tar -tf", partial(_run, "tar", "-tf", str(path))),
        _contestant("Python's tarfile.getmembers", partial(_members, path)),
    ]


def _contestant(name: str, job: Callable[[], object]) -> Contestant:
    return Contestant(name, lambda: None, job)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _members(path: Path) -> None:
    if path.suffix != ".zst":
        with tarfile.open(path) as archive:
            archive.getmembers()
        return
    with (  # Python 3.11 has no zstd of its own
        path.open("rb") as file,
        zstandard.ZstdDecompressor().stream_reader(file) as stream,
        tarfile.open(fileobj=stream, mode="r|") as archive,
    ):
        archive.getmembers()


def _write_image(path: Path, size_bytes: int) -> Path:
    """As Docker 25 writes it; the layers are noise, which nobody here looks into."""
    builder.write_sparse_image(path, size_bytes, _LAYERS)
    with tarfile.open(path) as archive:
        layers = archive.getmembers()[:_LAYERS]
    noise = random.Random(1).randbytes(_MEGABYTE)
    with path.open("r+b") as file:
        for layer in layers:
            file.seek(layer.offset_data)
            for _ in range(layer.size // len(noise)):
                file.write(noise)
    return path


def _write_root(path: Path) -> Path:
    """Files in folders as they come from ``docker export``, small and compressible."""
    chance = random.Random(2)
    words = chance.randbytes(_LARGEST_FILE)
    each = _FILES // len(_FOLDERS)
    with path.open("wb") as file, tarfile.open(fileobj=file, mode="w") as archive:
        archive.addfile(tarfile.TarInfo(".dockerenv"))
        for number in range(_FILES):
            place = f"{_FOLDERS[number // each]}/part{number // 50}/file{number}"
            member = tarfile.TarInfo(place)
            member.size = chance.randrange(_LARGEST_FILE)
            archive.addfile(member)
            file.write(words[: member.size] + bytes(-member.size % tarfile.BLOCKSIZE))
            archive.offset = file.tell()
    return path


def _packed(program: str, path: Path) -> Path:
    _run(program, "-q", "-1", "-k", str(path))
    return path.with_suffix(f".tar.{'gz' if program == 'gzip' else 'zst'}")
