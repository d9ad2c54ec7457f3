"""Risk: what goes well with one image takes all memory, or goes wrong, with fifty or a giant."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.engine import Engine
from desktop_app.progress import run
from desktop_app.transfers import load_archive, save_images
from tests.archives import builder
from tests.helpers.alone import alone
from tests.real_engines.engines import RunningEngine
from tests.real_engines.fixtures import short_folder, workshop_in
from tests.real_engines.images import Workshop, write_sparse_filesystem

pytestmark = pytest.mark.engine_real

_IMAGES = 50
_GIANT, _GIANT_BYTES = "registry.example/giant:1", 10_000_000_000
_PIPE = subprocess.PIPE
_MOST_BYTES, _LONGEST_SECONDS, _TIMES = 64 << 20, 0.05, 3


def test_fifty_images_in_one_job(ferry: Engine, workshop: Workshop, target: Path) -> None:
    names = {f"registry.example/part{number}:1" for number in range(_IMAGES)}
    workshop.loaded(
        *(builder.Image(names=(name,), layers=(builder.layer(name),)) for name in names)
    )
    saved = run(save_images(ferry, sorted(names), target))
    assert {name for image in saved.images for name in image.names} == names

    workshop.empty()
    loaded = run(load_archive(ferry, target))
    assert {name for image in loaded.images for name in image.names} == names
    assert workshop.names() == names


@pytest.mark.soak
def test_one_image_of_ten_gigabytes(own_engine: RunningEngine) -> None:
    """It takes room for a file of it and, in the engine, for two copies more."""
    with short_folder() as folder, workshop_in(own_engine) as workshop:
        assert shutil.disk_usage(folder).free > 4 * _GIANT_BYTES
        filesystem, archive = folder / "filesystem.tar", folder / "image.tar"
        write_sparse_filesystem(filesystem, _GIANT_BYTES)
        workshop.client.import_image_from_file(str(filesystem), _GIANT)
        check_window_at_work(own_engine.url, "none", _GIANT, archive)
        check_window_at_work(own_engine.url, "load", archive, before_each=workshop.empty)
        assert workshop.names() == {_GIANT}


def check_window_at_work(
    url: str, *what: object, before_each: Callable[[], object] = lambda: None
) -> None:
    """What the program does is slow each time; what slows down the whole computer is not.

    An engine at work may take every processor, and a rented one may be slowed down by its owner.
    That is seen in the loop of a program that does nothing, beside it.
    """
    command = alone("tests.real_engines.window_at_work", url, *what)
    stalls: list[tuple[float, float]] = []
    while not stalls or stalls[-1][0] > max(_LONGEST_SECONDS, 2 * stalls[-1][1]):
        assert len(stalls) < _TIMES, stalls
        before_each()
        with subprocess.Popen(alone("tests.helpers.heartbeat"), stdin=_PIPE, stdout=_PIPE) as idle:
            said = subprocess.run(command, check=True, stdout=_PIPE, text=True).stdout
            idle_seconds = float(idle.communicate()[0])
        peak_bytes, longest_seconds = map(float, said.split())
        assert peak_bytes <= _MOST_BYTES
        stalls.append((longest_seconds, idle_seconds))
